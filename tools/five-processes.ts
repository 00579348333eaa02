import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { keyFile } from '#embedded'
import { SERVICES } from '#shell'
import { freePort, Instance } from './instance.js'

export type Name = (typeof SERVICES)[number]

/** The house as five processes on the servers that the environment names, each with a folder and a port of its own, keys shared. */
export class FiveProcesses {
  private readonly instances = new Map<Name, Instance>()
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
    const ports = await Promise.all(SERVICES.map(() => freePort()))
    for (const [n, name] of SERVICES.entries()) this.instances.set(name, this.instanceOf(name, ports[n]!))
    for (const key of ['service', 'vault']) keyFile(join(this.dir, `${key}.key`))
    await this.open('portal')
    await Promise.all(SERVICES.filter((name) => name !== 'portal').map((name) => this.open(name)))
  }

  /** Resolves when it takes requests. @throws with what it complained of */
  open(name: Name): Promise<void> {
    return this.instances.get(name)!.start()
  }

  /** `SIGKILL`: nothing is finished, nothing is said. */
  end(name: Name, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
    return this.instances.get(name)!.end(signal)
  }

  sleep(name: Name): void {
    this.instances.get(name)!.sleep()
  }

  wake(name: Name): void {
    this.instances.get(name)!.wake()
  }

  async stop(): Promise<void> {
    await Promise.all([...this.instances.values()].map((one) => one.end('SIGTERM')))
  }

  private instanceOf(name: Name, port: number): Instance {
    return new Instance({
      dir: join(this.dir, name),
      port,
      settings: () => this.envOf(name),
      script: this.script,
      ended: (how) => void this.endedByThemselves.push(`${name} ${how}`),
    })
  }

  private urlOf(name: Name): string {
    return this.instances.get(name)!.baseUrl
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
}
