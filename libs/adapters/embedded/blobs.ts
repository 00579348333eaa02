import { randomUUID } from 'node:crypto'
import { constants } from 'node:fs'
import { access, link, mkdir, open, readFile, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import { namedBlobs, type Blobs, type Shelf } from '#ports'

const codeOf = (error: unknown): string | undefined => (error as { code?: string }).code

/** A new name in a directory is safe once the directory is flushed; where directories cannot be opened there is no need. */
const flushDirectory = async (dir: string): Promise<void> => {
  if (process.platform === 'win32') return
  const handle = await open(dir, 'r')
  await handle.sync().finally(() => handle.close())
}

/** Files under `dir/ab/`, read-only, flushed before they are named. */
class Folder implements Shelf {
  readonly #dir: string
  readonly #made = new Set<string>()

  constructor(dir: string) {
    this.#dir = dir
  }

  async has(name: string): Promise<boolean> {
    return access(this.#path(name), constants.R_OK).then(
      () => true,
      () => false,
    )
  }

  #path(name: string): string {
    return join(this.#dir, name.slice(0, 2), name.slice(2))
  }

  async read(name: string): Promise<Uint8Array | undefined> {
    try {
      return new Uint8Array(await readFile(this.#path(name)))
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return undefined
      throw error
    }
  }

  /** A link, unlike a rename, never replaces what has the name already: two writers of the same bytes are both content. */
  async keep(name: string, bytes: Uint8Array): Promise<void> {
    const home = join(this.#dir, name.slice(0, 2))
    await this.#makeDirectory(home)
    const draft = join(this.#dir, `.${randomUUID()}`)
    try {
      await this.#writeDraft(draft, bytes)
      await link(draft, this.#path(name)).catch((error: unknown) => {
        if (codeOf(error) !== 'EEXIST') throw error
      })
    } finally {
      await unlink(draft).catch(() => {})
    }
    await flushDirectory(home)
  }

  async #writeDraft(path: string, bytes: Uint8Array): Promise<void> {
    const handle = await open(path, 'wx', 0o444)
    try {
      await handle.writeFile(bytes)
      await handle.sync()
    } finally {
      await handle.close()
    }
  }

  async #makeDirectory(home: string): Promise<void> {
    if (this.#made.has(home)) return
    await mkdir(home, { recursive: true })
    await flushDirectory(this.#dir)
    this.#made.add(home)
  }
}

export const openBlobs = (dir: string): Blobs => namedBlobs(new Folder(dir))
