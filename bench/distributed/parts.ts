import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import type { Answer, Command } from '#kernel'
import type { House } from '../script.js'
import type { Asked, Counts, Told, Wish } from './protocol.js'
import { Sight } from './sight.js'

const tell = (child: ChildProcess, asked: Asked): void => void child.send(asked)

class Part {
  readonly #waiting = new Map<number, (told: Told) => void>()
  #asked = 0

  private constructor(
    readonly child: ChildProcess,
    sight: Sight,
  ) {
    child.on('message', (told: Told) => {
      if ('seen' in told) sight.seen(told.seen)
      else if ('id' in told) this.#answered(told)
    })
  }

  static async open(module: string, wish: Wish, sight: Sight): Promise<Part> {
    const child = fork(`dist/bench/${module}.js`, {
      execArgv: ['--no-warnings', '--max-semi-space-size=64', ...flagsOf(wish)],
    })
    const part = new Part(child, sight)
    tell(child, { open: wish })
    const [told] = (await Promise.race([once(child, 'message'), once(child, 'exit')])) as [unknown]
    if (typeof told !== 'object' || told === null) throw new Error(`${wish.services.join()} did not open`)
    return part
  }

  async handle(command: Command): Promise<Answer> {
    const told = await this.#ask((id) => ({ id, command }))
    if ('answer' in told) return told.answer
    throw new Error('fault' in told ? told.fault : 'no answer')
  }

  async counts(): Promise<Counts> {
    const told = await this.#ask((id) => ({ id, counts: true }))
    if ('counts' in told) return told.counts
    throw new Error('no counts')
  }

  async stop(): Promise<void> {
    const ended = once(this.child, 'exit')
    tell(this.child, { stop: true })
    await ended
  }

  #ask(of: (id: number) => Asked): Promise<Told> {
    return new Promise((resolve) => {
      const id = ++this.#asked
      this.#waiting.set(id, resolve)
      tell(this.child, of(id))
    })
  }

  #answered(told: Told & { id: number }): void {
    this.#waiting.get(told.id)!(told)
    this.#waiting.delete(told.id)
  }
}

/** PROFILE=DIR: a CPU profile of each process stands there afterwards. */
const flagsOf = ({ services }: Wish): string[] =>
  process.env.PROFILE
    ? ['--cpu-prof', `--cpu-prof-dir=${process.env.PROFILE}`, `--cpu-prof-name=${services.join('-')}.cpuprofile`]
    : []

export interface PartsWish extends Omit<Wish, 'services'> {
  /** The module that every process runs. */
  module: string
  /** What runs in each process. */
  processes: readonly (readonly string[])[]
  /** Of each. @default 1 */
  instances?: number
}

/** A house in several processes; commands about a service go to its instances in turn. */
export class Parts implements House {
  #turn = 0

  private constructor(
    private readonly parts: ReadonlyMap<string, readonly Part[]>,
    readonly sight: Sight,
  ) {}

  static async open({ module, processes, instances = 1, ...wish }: PartsWish): Promise<Parts> {
    const sight = new Sight()
    const wanted = Array.from({ length: instances }, () => processes).flat()
    const open = (services: readonly string[]) => Part.open(module, { ...wish, services }, sight)
    const first = await open(wanted[0]!)
    const opened = [first, ...(await Promise.all(wanted.slice(1).map(open)))]
    const parts = new Map<string, Part[]>()
    for (const [n, services] of wanted.entries())
      for (const one of services) parts.set(one, [...(parts.get(one) ?? []), opened[n]!])
    return new Parts(parts, sight)
  }

  async handle(command: Command): Promise<Answer> {
    const parts = this.parts.get(command.kind.split('/')[0]!)!
    const answer = await parts[this.#turn++ % parts.length]!.handle(command)
    if (answer.outcome === 'done') this.sight.acked(answer.id, answer.version)
    return answer
  }

  /** Nothing of what is filed came about by itself. */
  caused(): readonly { kind: string; id: string }[] {
    return []
  }

  counts(): Promise<Counts[]> {
    return Promise.all(this.all.map((part) => part.counts()))
  }

  async stop(): Promise<void> {
    await Promise.all(this.all.map((part) => part.stop()))
  }

  private get all(): Part[] {
    return [...new Set([...this.parts.values()].flat())]
  }
}
