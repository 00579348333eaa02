import { spawn, type ChildProcess } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdirSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { keyFile } from '#embedded'
import { SERVICES } from '#shell'

export type Name = (typeof SERVICES)[number]

const READY_MS = 180_000

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

/** The house as five processes on the servers that the environment names, each with a folder and a port of its own, keys shared. */
export class FiveProcesses {
  private readonly children = new Map<Name, ChildProcess>()
  private readonly complaints = new Map<Name, string>()
  private ports = new Map<Name, number>()
  /** Which ended though nobody asked them to, and what they said. */
  readonly endedByThemselves: string[] = []
  readonly operatorToken = randomBytes(24).toString('base64url')

  constructor(
    private readonly dir: string,
    /** WORLD, and whatever else differs. */
    private readonly settings: Readonly<Record<string, string>>,
    private readonly script = 'dist/tools/start.js',
  ) {}

  /** The portal's address: everything is reached through it. */
  get baseUrl(): string {
    return this.urlOf('portal')
  }

  /** Secret of the services, as a house of one process takes it. */
  get key(): string {
    return Buffer.from(keyFile(join(this.dir, 'service.key'))).toString('hex')
  }

  async start(): Promise<void> {
    for (const name of SERVICES) this.ports.set(name, await freePort())
    for (const key of ['service', 'vault']) keyFile(join(this.dir, `${key}.key`))
    await this.open('portal')
    await Promise.all(SERVICES.filter((name) => name !== 'portal').map((name) => this.open(name)))
  }

  /** Resolves when it takes requests. @throws with what it complained of */
  async open(name: Name): Promise<void> {
    const dir = join(this.dir, name)
    mkdirSync(dir, { recursive: true })
    const child = spawn(process.execPath, ['--no-warnings', this.script], {
      env: { ...process.env, ...this.envOf(name), DATA_DIR: dir },
      stdio: ['pipe', 'ignore', 'pipe'],
    })
    this.children.set(name, child)
    this.complaints.set(name, '')
    child.once('exit', (code, signal) => {
      if (this.children.get(name) !== child) return
      this.endedByThemselves.push(`${name} (${code ?? signal}): ${this.complaints.get(name)?.slice(-1000)}`)
    })
    child.stderr.on('data', (part: Buffer) => this.complaints.set(name, this.complaints.get(name) + part.toString()))
    await this.ready(name, child)
  }

  /** `SIGKILL`: nothing is finished, nothing is said. */
  async end(name: Name, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
    const child = this.children.get(name)
    this.children.delete(name)
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    const ended = once(child, 'exit')
    child.kill(signal)
    await ended
  }

  /** `SIGSTOP` and `SIGCONT`. */
  signal(name: Name, signal: NodeJS.Signals): void {
    this.children.get(name)?.kill(signal)
  }

  async stop(): Promise<void> {
    await Promise.all([...this.children.keys()].map((name) => this.end(name, 'SIGTERM')))
  }

  private urlOf(name: Name): string {
    return `http://127.0.0.1:${this.ports.get(name)}`
  }

  private envOf(name: Name): Record<string, string> {
    return {
      SERVICES: name,
      ADAPTERS: 'distributed',
      TIME: 'manual',
      START_AT: '2025-01-01T00:00',
      AUTH: 'dev',
      LOG_LEVEL: 'error',
      OPERATOR_TOKEN: this.operatorToken,
      PORT: String(this.ports.get(name)),
      SERVICE_KEY_FILE: join(this.dir, 'service.key'),
      VAULT_KEY_FILE: join(this.dir, 'vault.key'),
      TOKEN_KEY_FILE: join(this.dir, 'token.key'),
      INTAKE_URL: this.urlOf('intake'),
      ROUTING_URL: this.urlOf('routing'),
      MEDIATION_URL: this.urlOf('mediation'),
      CREDIT_URL: this.urlOf('credit'),
      ...this.settings,
    }
  }

  private async ready(name: Name, child: ChildProcess): Promise<void> {
    const end = performance.now() + READY_MS
    while (performance.now() < end && child.exitCode === null) {
      const ready = await fetch(`${this.urlOf(name)}/readyz`).then(
        (reply) => reply.ok,
        () => false,
      )
      if (ready) return
      await pause(50)
    }
    throw new Error(`${name} did not open: ${this.complaints.get(name)}`)
  }
}
