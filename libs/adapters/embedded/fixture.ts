import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openStore, type Store } from './store.js'

const FILE = 'world.sqlite'

/** A directory of its own for one test, and stores in it that are closed with it. */
export class Scratch {
  readonly dir = mkdtempSync(join(tmpdir(), 'liandun-'))
  readonly #closers: (() => Promise<unknown>)[] = []

  store(): Store {
    return this.#track(openStore(join(this.dir, FILE)))
  }

  /** What a killed process would leave: the file and its log as they are now, opened anew. */
  storeAfterCrash(): Store {
    const dir = mkdtempSync(join(this.dir, 'after-'))
    for (const file of [FILE, `${FILE}-wal`])
      if (existsSync(join(this.dir, file))) copyFileSync(join(this.dir, file), join(dir, file))
    return this.#track(openStore(join(dir, FILE)))
  }

  onClose(close: () => Promise<unknown>): void {
    this.#closers.unshift(close)
  }

  async close(): Promise<void> {
    for (const close of this.#closers) await close()
    rmSync(this.dir, { recursive: true, force: true })
  }

  #track(store: Store): Store {
    this.onClose(() => store.close())
    return store
  }
}
