import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { FONT, type Drawing } from './draw.js'
import { lackingIn } from './glyphs.js'

/** Paths of the two faces that a paper is set in. */
export interface Fonts {
  normal: string
  bold: string
}

const require = createRequire(import.meta.url)

/** Whole Noto Sans Hans (OFL), where no other font is set. */
export const shippedFonts = (): Fonts => {
  const folder = join(dirname(require.resolve('@embedpdf/fonts-sc')), '..', 'fonts')
  return { normal: join(folder, 'NotoSansHans-Regular.otf'), bold: join(folder, 'NotoSansHans-Bold.otf') }
}

/** The printer, and the library that it reads fonts with. */
const modulesOf = () => {
  const printer = require.resolve('pdfmake/js/Printer.js')
  const pdfkit = createRequire(printer).resolve('pdfkit')
  return { printer, fontkit: createRequire(pdfkit).resolve('fontkit') }
}

/**
 * Sets papers, one after the other. A page of Chinese takes a tenth of a second and more: nobody waits for it but who asked.
 * First it says which characters both faces have.
 */
const THREAD = `
const { readFileSync } = require('node:fs')
const { parentPort, workerData } = require('node:worker_threads')
const { modules, fonts, font } = workerData
const Printer = require(modules.printer).default
const fontkit = require(modules.fontkit)
const files = { normal: readFileSync(fonts.normal), bold: readFileSync(fonts.bold) }
const sets = Object.values(files).map((file) => fontkit.create(file).characterSet)
const inBoth = new Set(sets[1])
parentPort.postMessage({ characters: Uint32Array.from(sets[0].filter((one) => inBoth.has(one))) })

const nothing = { resolve() {}, async resolved() {} }
const shelf = { existsSync: (name) => name in files, readFileSync: (name) => files[name] }
const tableLayouts = {
  ruled: {
    hLineWidth: () => 0.75,
    vLineWidth: () => 0.75,
    paddingLeft: () => 4,
    paddingRight: () => 4,
    paddingTop: () => 3,
    paddingBottom: () => 3,
  },
}
const footer = (foot, margins) => (page, pages) => ({
  margin: [margins[0], 24, margins[2], 0],
  fontSize: 9,
  lineHeight: 1,
  columns: [
    { text: foot, alignment: 'left' },
    { width: 90, text: '第 ' + page + ' 页\\u3000共 ' + pages + ' 页', alignment: 'right' },
  ],
})
const set = async ({ foot, info, ...drawing }) => {
  const definition = {
    ...drawing,
    info: { ...info, creationDate: new Date(info.creationDate + 'T00:00:00+08:00') },
    footer: footer(foot, drawing.pageMargins),
  }
  const printer = new Printer({ [font]: { normal: 'normal', bold: 'bold' } }, shelf, nothing, () => false)
  const document = await printer.createPdfKitDocument(definition, { tableLayouts })
  const chunks = []
  return new Promise((resolve, reject) => {
    document.on('data', (chunk) => chunks.push(chunk))
    document.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))))
    document.on('error', reject)
    document.end()
  })
}
let last = Promise.resolve()
parentPort.on('message', (drawing) => {
  last = last.then(() => set(drawing)).then(
    (bytes) => parentPort.postMessage({ bytes }, [bytes.buffer]),
    (error) => parentPort.postMessage({ failure: String(error?.stack ?? error) }),
  )
})
`

interface Told {
  characters?: Uint32Array
  bytes?: Uint8Array
  failure?: string
}

interface Waiting {
  resolve: (bytes: Uint8Array) => void
  reject: (error: Error) => void
}

/** Too many papers wait to be set. */
export class PressBusy extends Error {
  constructor() {
    super('too many papers are waiting')
    this.name = 'PressBusy'
  }
}

const MOST = 32

/** The thread that sets papers, begun with the first one; its fonts are read once. */
export class Press {
  #worker: Worker | undefined
  #characters: Promise<ReadonlySet<number>> | undefined
  #known: ((told: ReadonlySet<number>) => void) | undefined
  #unknown: ((error: Error) => void) | undefined
  /** In the order in which the thread answers. */
  readonly #waiting: Waiting[] = []

  /** `most`: papers that may wait at once. */
  constructor(
    readonly fonts: Fonts = shippedFonts(),
    readonly most = MOST,
  ) {}

  /** Characters that the paper would have to show and that a face lacks. */
  async lacking(drawings: readonly Drawing[]): Promise<string[][]> {
    this.#begun()
    const characters = await this.#characters!
    return drawings.map((drawing) => lackingIn([drawing.content, drawing.foot], (one) => characters.has(one)))
  }

  /**
   * The paper as PDF. The same drawing and fonts give the same bytes, in every process.
   * @throws PressBusy when too many wait
   */
  print(drawing: Drawing): Promise<Uint8Array> {
    if (this.#waiting.length >= this.most) return Promise.reject(new PressBusy())
    const worker = this.#begun()
    return new Promise((resolve, reject) => {
      this.#waiting.push({ resolve, reject })
      worker.ref()
      worker.postMessage(drawing)
    })
  }

  async close(): Promise<void> {
    await this.#worker?.terminate()
    this.#worker = undefined
  }

  #begun(): Worker {
    return (this.#worker ??= this.#start())
  }

  #start(): Worker {
    const worker = new Worker(THREAD, {
      eval: true,
      workerData: { modules: modulesOf(), fonts: this.fonts, font: FONT },
    })
    this.#characters = new Promise((resolve, reject) => {
      this.#known = resolve
      this.#unknown = reject
    })
    this.#characters.catch(() => {})
    worker.on('message', (told: Told) => this.#told(told))
    worker.once('error', (error) => this.#lost(error))
    return worker
  }

  #told({ characters, bytes, failure }: Told): void {
    if (characters) this.#known!(new Set(characters))
    else if (bytes) this.#waiting.shift()!.resolve(bytes)
    else this.#waiting.shift()!.reject(new Error(failure))
    if (!this.#waiting.length) this.#worker?.unref()
  }

  #lost(error: Error): void {
    this.#worker = undefined
    this.#unknown!(error)
    for (const { reject } of this.#waiting.splice(0)) reject(error)
  }
}
