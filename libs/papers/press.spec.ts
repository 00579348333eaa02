import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, describe, expect, it } from '@jest/globals'
import { draw, type Drawing } from './draw.js'
import { fillIn } from './fill.js'
import { lackingIn } from './glyphs.js'
import { layoutOf } from './layouts/index.js'
import { names, whole } from './papers.sample.js'
import { pdfText } from './pdf-text.sample.js'
import { Press, PressBusy, shippedFonts } from './press.js'

const here = (file: string) => fileURLToPath(new URL(file, import.meta.url))
const press = new Press()
afterAll(() => press.close())

const drawingOf = (one: (typeof whole)[number]): Drawing =>
  draw(fillIn(layoutOf(one.paper.title, one.kind)!, one, names))
const saying = (text: string): Drawing => ({ ...drawingOf(whole[0]!), content: [{ text }] })

/** All papers, in a process that knows nothing of this one. */
const elsewhere = async (): Promise<string[]> => {
  const args = ['--no-warnings', '--import', here('../adapters/embedded/typescript.mjs'), here('./print.sample.ts')]
  const { stdout } = await promisify(execFile)(process.execPath, args)
  return stdout.trim().split('\n')
}

describe('the press', () => {
  it('makes the same bytes of the same facts, in two processes', async () => {
    const [one, other] = [await elsewhere(), await elsewhere()]
    expect(one).toHaveLength(whole.length)
    expect(other).toEqual(one)
    const here = await press.print(drawingOf(whole[0]!))
    expect(one[0]).toMatch(createHash('sm3').update(here).digest('hex'))
  }, 120_000)

  it('prints what stands in the drawing, page by page', async () => {
    const bytes = await press.print(drawingOf(whole.find(({ paper }) => paper.title === '行政处罚决定书')!))
    expect(Buffer.from(bytes.subarray(0, 8)).toString('latin1')).toBe('%PDF-1.7')
    const text = pdfText(bytes)
    expect(text).toContain('人民币壹拾万元整')
    expect(text).toContain('第 1 页　共 2 页')
    expect(text).toContain('第 2 页　共 2 页')
    expect(text).toContain('魏都区市场监督管理局　许魏市监处罚〔2026〕1号')
  }, 60_000)

  it('takes no more than may wait', async () => {
    const small = new Press(shippedFonts(), 2)
    const asked = [1, 2, 3].map(() => small.print(saying('甲')))
    await expect(asked[2]).rejects.toThrow(PressBusy)
    const [one, other] = await Promise.all(asked.slice(0, 2))
    expect(Buffer.from(one!).equals(other!)).toBe(true)
    await small.close()
  }, 60_000)

  it('goes on after a paper that failed', async () => {
    const broken = { ...saying('甲'), content: [{ table: { body: 'nothing' } }] } as unknown as Drawing
    await expect(press.print(broken)).rejects.toThrow()
    expect(pdfText(await press.print(saying('乙')))).toContain('乙')
  }, 60_000)

  it('leaves the process free while it works', async () => {
    let longest = 0
    let last = performance.now()
    const beat = setInterval(() => {
      const now = performance.now()
      longest = Math.max(longest, now - last)
      last = now
    }, 5)
    const began = performance.now()
    await Promise.all(whole.slice(0, 6).map((one) => press.print(drawingOf(one))))
    clearInterval(beat)
    expect(longest).toBeLessThan((performance.now() - began) / 2)
  }, 60_000)
})

describe('characters', () => {
  it.each([
    ['of names and places', '喆堃烎犇骉淼垚赟翀彧囍氹㐱䶮龘鿍', []],
    ['of papers', '〔〕（）《》“”‘’：；，。、□　①Ⅱ￥×', []],
    ['that the shipped fonts have not', '吉𠮷𠮷呌한', ['𠮷', '한']],
  ])('%s', async (_, text, lacking) => {
    expect(await press.lacking([saying(text)])).toEqual([lacking])
  })

  it('are looked for in every text of the drawing, each once', () => {
    const drawing = { stack: ['甲𠮷', { text: '乙\n𠮷' }, [{ columns: [{ text: '丙' }] }]], margin: [1, 2] }
    expect(lackingIn(drawing, (one) => one !== 0x20bb7)).toEqual(['𠮷'])
  })
})
