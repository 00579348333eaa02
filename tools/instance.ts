import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'

const READY_MS = 90_000

export const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

/** One process of the house among several of the same service: killed, put to sleep and woken. */
export class Instance {
  #child: ChildProcess | undefined
  #complaints = ''
  baseUrl = ''

  constructor(
    /** Its own; made when it is not there. */
    readonly dir: string,
    /** What it runs and where, but for its folder and its port. */
    readonly settings: Readonly<Record<string, string>>,
  ) {}

  /** Resolves when it takes requests. @throws with what it complained of */
  async start(): Promise<void> {
    const port = await freePort()
    mkdirSync(this.dir, { recursive: true })
    const own = { DATA_DIR: this.dir, PORT: String(port) }
    const child = spawn(process.execPath, ['--no-warnings', 'dist/tools/start.js'], {
      env: { ...process.env, ...this.settings, ...own },
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    this.#child = child
    this.baseUrl = `http://127.0.0.1:${port}`
    child.stderr.on('data', (part: Buffer) => (this.#complaints += part.toString()))
    await this.#ready(child)
  }

  /** `SIGKILL`: nothing is finished, nothing is said. */
  async end(signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
    const child = this.#child
    this.#child = undefined
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    const ended = once(child, 'exit')
    child.kill(signal)
    await ended
  }

  sleep(): void {
    this.#child!.kill('SIGSTOP')
  }

  wake(): void {
    this.#child!.kill('SIGCONT')
  }

  async #ready(child: ChildProcess): Promise<void> {
    const end = performance.now() + READY_MS
    while (performance.now() < end && child.exitCode === null) {
      const ready = await fetch(`${this.baseUrl}/readyz`).then(
        (reply) => reply.ok,
        () => false,
      )
      if (ready) return
      await pause(50)
    }
    throw new Error(`it did not open: ${this.#complaints}`)
  }
}
