import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { basename } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

const READY_MS = 180_000

export const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

export interface InstanceOptions {
  /** Its own; made when it is not there. */
  dir: string
  port: number
  /** What it runs and where, but for its folder and its port. */
  settings: () => Readonly<Record<string, string>>
  script?: string
  /** Told when it ended though nobody asked it to, and what it said last. */
  ended?: (how: string) => void
}

/** One process of the house among several: killed, put to sleep, woken, and started again at its address. */
export class Instance {
  #child: ChildProcess | undefined
  #complaints = ''

  constructor(readonly options: InstanceOptions) {}

  get baseUrl(): string {
    return `http://127.0.0.1:${this.options.port}`
  }

  /** Resolves when it takes requests. @throws with what it complained of */
  async start(): Promise<void> {
    const { dir, port, settings, script = 'dist/tools/start.js', ended } = this.options
    mkdirSync(dir, { recursive: true })
    const child = spawn(process.execPath, ['--no-warnings', script], {
      env: { ...process.env, ...settings(), DATA_DIR: dir, PORT: String(port) },
      stdio: ['pipe', 'ignore', 'pipe'],
    })
    this.#child = child
    this.#complaints = ''
    child.once('exit', (code, signal) => {
      if (this.#child === child) ended?.(`(${code ?? signal}): ${this.#complaints.slice(-1000)}`)
    })
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
    this.#child?.kill('SIGSTOP')
  }

  wake(): void {
    this.#child?.kill('SIGCONT')
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
    throw new Error(`${basename(this.options.dir)} did not open: ${this.#complaints}`)
  }
}
