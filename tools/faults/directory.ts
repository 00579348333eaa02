import { spawn, type ChildProcess } from 'node:child_process'
import { closeSync, openSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { plusMs, type Instant } from '#kernel'
import { PACE } from './clock.js'

/** Where a process is killed: entering a flush, entering a write, or at some instant. */
type Place = 'fsync' | 'write' | 'instant'

/** How one process ended. */
export interface Death {
  at: Place
  /** Before it had looked at everything. */
  recovering: boolean
}

interface Child {
  process: ChildProcess
  file: string
  at: Place
  /** Milliseconds of work after which it is killed in any case. */
  most: number
}

const VICTIM = fileURLToPath(new URL('./victim.js', import.meta.url))
const BEGIN: Instant = '2026-01-05T09:00:00.000+08:00'
/** What passes while nobody runs. */
const AWAY_MS = 15 * 86_400_000
const PATIENCE_MS = 60_000

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

/** One directory through several lives of the house. */
export class Directory {
  readonly deaths: Death[] = []
  readonly violations: string[] = []
  counts: Record<string, number> = {}
  private now = BEGIN
  private cycle = 0
  private state: number

  constructor(
    private readonly dir: string,
    private readonly strace: boolean,
    seed: number,
  ) {
    this.state = (seed * 2_654_435_761 + 1) >>> 0
  }

  /** Opens and kills so many times; then looks once more, at rest. */
  async live(kills: number): Promise<void> {
    let next = this.warm(kills > 0)
    for (let n = 0; n < kills; n++) {
      const child = await next
      const after = (next = this.warm(n + 1 < kills))
      await this.killed(child)
      await after
    }
    await this.rests(await next)
  }

  private draw(n: number): number {
    this.state = (Math.imul(this.state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((this.state / 2 ** 32) * n)
  }

  private placeToDie(): Place {
    if (!this.strace) return 'instant'
    return (['fsync', 'fsync', 'write', 'instant'] as const)[this.draw(4)]!
  }

  /** Early and late ones: the first are those of recovering, in a new directory those of making its tables. */
  private nth(at: Place): number {
    const [making, working] = at === 'fsync' ? [60, 100] : [1500, 2500]
    if (this.cycle === 1) return making + this.draw(working)
    return 1 + this.draw(this.draw(4) === 0 ? working / 10 : working)
  }

  private commandFor(at: Place): [command: string, ...args: string[]] {
    const node: [string, ...string[]] = [process.execPath, '--no-warnings', VICTIM, this.dir, String(this.cycle)]
    if (at === 'instant') return node
    const calls = at === 'fsync' ? 'fdatasync,fsync' : 'pwrite64'
    const inject = `inject=${calls}:signal=SIGKILL:when=${this.nth(at)}`
    return ['strace', '-f', '-qq', '-o', '/dev/null', '-e', `trace=${calls}`, '-e', inject, ...node]
  }

  /** A process that has loaded everything and waits to be told when its world goes on. */
  private async warm(mortal: boolean): Promise<Child> {
    const file = join(this.dir, `said-${++this.cycle}.txt`)
    const said = openSync(file, 'w')
    const at = mortal ? this.placeToDie() : 'instant'
    const [command, ...args] = this.commandFor(at)
    const child = spawn(command, args, { stdio: ['pipe', said, 'inherit'] })
    closeSync(said)
    child.stdin!.on('error', () => {})
    await this.until(() => this.linesOf(file).includes('ready') || child.exitCode !== null)
    return { process: child, file, at, most: at === 'instant' ? this.draw(700) : 2500 }
  }

  private async until(done: () => boolean): Promise<void> {
    for (const end = performance.now() + PATIENCE_MS; !done(); await pause(5))
      if (performance.now() > end) throw new Error(`${this.dir}: nothing happens`)
  }

  private linesOf(file: string): string[] {
    return readFileSync(file, 'utf8').split('\n').slice(0, -1)
  }

  private async killed(child: Child): Promise<void> {
    const began = performance.now()
    const ended = new Promise<void>((resolve) => child.process.once('exit', () => resolve()))
    let dead = false
    void ended.then(() => (dead = true))
    child.process.stdin!.write(`${this.now} work\n`)
    const looked = () => this.linesOf(child.file).some((line) => line.startsWith('C '))
    await this.until(() => dead || looked())
    if (!dead) await Promise.race([ended, pause(child.most)])
    const byTime = !dead && this.kill(child)
    await ended
    this.tell(child, byTime ? 'instant' : child.at)
    this.now = plusMs(this.now, Math.ceil((performance.now() - began) * PACE) + AWAY_MS)
  }

  /** Not the tracer but what it traces. Returns whether there was something to kill. */
  private kill({ file }: Child): boolean {
    const pid = Number(
      this.linesOf(file)
        .find((line) => line.startsWith('pid '))!
        .slice(4),
    )
    try {
      return process.kill(pid, 'SIGKILL')
    } catch {
      return false
    }
  }

  private tell({ file, process: { signalCode } }: Child, at: Place): void {
    const lines = this.linesOf(file)
    if (signalCode !== 'SIGKILL') this.violations.push(`${file} ended by itself: ${lines.at(-1)}`)
    this.deaths.push({ at, recovering: !lines.some((line) => line.startsWith('C ')) })
    this.hear(lines)
  }

  private hear(lines: readonly string[]): void {
    for (const line of lines) if (line.startsWith('V ')) this.violations.push(`opening ${this.cycle}: ${line.slice(2)}`)
    const counts = lines.find((line) => line.startsWith('C '))
    if (counts) this.counts = JSON.parse(counts.slice(2)) as Record<string, number>
  }

  /** After the last kill nothing is done but to recover and to look. */
  private async rests(child: Child): Promise<void> {
    const ended = new Promise<number | null>((resolve) => child.process.once('exit', (code) => resolve(code)))
    child.process.stdin!.write(`${this.now} check\n`)
    if ((await ended) !== 0)
      this.violations.push(`the last opening ended by itself: ${this.linesOf(child.file).at(-1)}`)
    this.hear(this.linesOf(child.file))
  }
}
