import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

/** Compiled beside its own sources, TypeScript through the loader: whichever this file itself is. */
const script = (): string[] => {
  const own = fileURLToPath(import.meta.url)
  const file = fileURLToPath(new URL(`./house-process${own.endsWith('.ts') ? '.ts' : '.js'}`, import.meta.url))
  const loader = fileURLToPath(new URL('../libs/adapters/embedded/typescript.mjs', import.meta.url))
  return own.endsWith('.ts') ? ['--import', loader, file] : [file]
}

/** A house in a process of its own that is ended by `kill -9` and opened again on the same directory and port. */
export class Killable {
  private child: ChildProcess | undefined
  private port = 0
  kills = 0

  constructor(private readonly dir: string) {}

  get baseUrl(): string {
    return `http://127.0.0.1:${this.port}`
  }

  /** Resolves when it takes requests. @throws with what it complained of */
  async start(): Promise<void> {
    const child = spawn(process.execPath, ['--no-warnings', ...script(), this.dir, String(this.port)], {
      stdio: ['pipe', 'pipe', 'pipe'],
    })
    this.child = child
    let complained = ''
    child.stderr.on('data', (part: Buffer) => (complained += part.toString()))
    const lines = createInterface({ input: child.stdout })
    const ready = once(lines, 'line').then(([line]) => String(line))
    const ended = once(child, 'exit').then(() => '')
    const said = await Promise.race([ready, ended])
    if (!said.startsWith('ready ')) throw new Error(`the house did not open: ${complained}`)
    this.port = Number(new URL(said.slice('ready '.length)).port)
  }

  /** As a power cut does: nothing is finished, nothing is said. */
  async kill(): Promise<void> {
    const { child } = this
    if (!child) return
    this.child = undefined
    const ended = once(child, 'exit')
    child.kill('SIGKILL')
    await ended
    this.kills += 1
  }

  async killAndStart(): Promise<void> {
    await this.kill()
    await this.start()
  }
}
