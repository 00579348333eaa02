import { Matter, type Script } from '../script.js'
import type { Parts } from './parts.js'
import { machineMs, type Counts } from './protocol.js'
import { serversCpu } from './servers.js'

export interface Flowed {
  /** From the first request until the last answer was seen. */
  seconds: number
  commands: number
  commits: number
  reactions: number
  /** Milliseconds, ascending; paced: from when it should have been asked. */
  acks: number[]
  visible: number[]
  cpuSeconds: number
  /** NaN when the servers are elsewhere. */
  serversCpuSeconds: number
  failures: string[]
}

const sum = (counts: readonly Counts[], of: (one: Counts) => number): number =>
  counts.reduce((total, one) => total + of(one), 0)

/** Matters that are played side by side, an act of each in turn. */
export class Flow {
  readonly #open = new Map<number, { matter: Matter; index: number }>()
  #turn = 0
  #matters = 0
  #acks: number[] = []

  constructor(
    readonly parts: Parts,
    readonly script: Script,
    readonly width: number,
  ) {}

  /** So many callers, each asking again as soon as it is answered. */
  closed(callers: number, seconds: number): Promise<Flowed> {
    return this.#measured(seconds, async (endMs) => {
      const call = async () => {
        while (machineMs() < endMs) await this.#take(machineMs())
      }
      await Promise.all(Array.from({ length: callers }, call))
    })
  }

  /** So many requests a second, whether or not those before are answered. */
  paced(perSecond: number, seconds: number): Promise<Flowed> {
    return this.#measured(seconds, async (endMs) => {
      const open = new Set<Promise<void>>()
      const beginMs = machineMs()
      for (let n = 0; machineMs() < endMs;) {
        for (; beginMs + (n * 1000) / perSecond <= machineMs(); n++) {
          const taken: Promise<void> = this.#take(beginMs + (n * 1000) / perSecond).finally(() => open.delete(taken))
          open.add(taken)
        }
        await new Promise((resolve) => setTimeout(resolve, 1))
      }
      await Promise.all(open)
    })
  }

  async #measured(seconds: number, run: (endMs: number) => Promise<void>): Promise<Flowed> {
    const { parts } = this
    const before = await parts.counts()
    const serversBefore = serversCpu()
    this.#acks = []
    const beginMs = machineMs()
    await run(beginMs + seconds * 1000)
    await parts.sight.all()
    const { visible, lastMs } = parts.sight.take()
    const after = await parts.counts()
    const more = (of: (one: Counts) => number) => sum(after, of) - sum(before, of)
    return {
      seconds: (lastMs - beginMs) / 1000,
      commands: this.#acks.length,
      commits: more((one) => one.commits),
      reactions: more((one) => one.reactions),
      acks: this.#acks.sort((a, b) => a - b),
      visible,
      cpuSeconds: more((one) => one.cpuSeconds),
      serversCpuSeconds: serversCpu() - serversBefore,
      failures: after.flatMap(({ failures }) => failures),
    }
  }

  async #take(askedMs: number): Promise<void> {
    const n = this.#turn++ % this.width
    const one = this.#open.get(n) ?? { matter: new Matter(this.script, this.#matters++), index: 0 }
    const index = one.index++
    if (one.index < this.script.acts.length) this.#open.set(n, one)
    else this.#open.delete(n)
    const unexpected = await one.matter.act(this.parts, index)
    if (unexpected) throw new Error(unexpected)
    this.#acks.push(machineMs() - askedMs)
  }
}
