import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Rules } from '#rules'
import type { City, Written } from './city.js'
import { Matter, scriptOf, type Script } from './script.js'

const STORIES = ['scenario-1-ordinary-case', 'scenario-2-transfer', 'scenario-5-mediation', 'scenario-6-listing']
/** Weeks by which a story is moved: those in which no holiday changes what it says. */
const WEEKS = (process.env.W ?? '0').split(',').map(Number)

/** The next act of the matter whose turn it is by the load's clock. */
interface Turn {
  atMs: number
  matter: Matter
  index: number
}

export const readScripts = (rules: Rules): Script[] => {
  const files = readdirSync('seeds/stories').filter((file) => STORIES.includes(file.replace('.yaml', '')))
  return files.flatMap((file) => WEEKS.map((weeks) => scriptOf(join('seeds/stories', file), weeks * 7, rules)))
}

/** All acts of so many matters, in the order of their dates. */
export const agendaOf = (scripts: readonly Script[], matters: number): Turn[] => {
  const turns: Turn[] = []
  for (let n = 0; n < matters; n++) {
    const matter = new Matter(scripts[n % scripts.length]!, n)
    for (const [index, { atMs }] of matter.script.acts.entries()) turns.push({ atMs, matter, index })
  }
  return turns.sort((a, b) => a.atMs - b.atMs)
}

export interface Measured {
  seconds: number
  written: Written
  /** Milliseconds from asking (paced: from when it should have been asked) to the answer, ascending. */
  acks: number[]
  cpuSeconds: number
}

export const inputsOf = ({ people, reactions, lapses }: Written): number => people + reactions + lapses

export const quantile = (sorted: readonly number[], q: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? NaN

export class Load {
  private cursor = 0
  readonly unexpected: string[] = []
  private acks: number[] = []

  constructor(
    private readonly city: City,
    private readonly agenda: readonly Turn[],
  ) {}

  get left(): number {
    return this.agenda.length - this.cursor
  }

  /** So many callers, each asking again as soon as it is answered. */
  closed(callers: number, seconds: number): Promise<Measured> {
    return this.measured(seconds, async (endMs) => {
      const call = async () => {
        while (performance.now() < endMs && this.left) await this.take(performance.now())
      }
      await Promise.all(Array.from({ length: callers }, call))
      await this.city.world.quiet()
    })
  }

  /** So many acts a second, whether or not those before are answered. */
  paced(perSecond: number, seconds: number): Promise<Measured> {
    return this.measured(seconds, async (endMs) => {
      const open = new Set<Promise<void>>()
      const beginMs = performance.now()
      for (let n = 0; performance.now() < endMs && this.left;) {
        for (; beginMs + (n * 1000) / perSecond <= performance.now() && this.left; n++) {
          const taken: Promise<void> = this.take(beginMs + (n * 1000) / perSecond).finally(() => open.delete(taken))
          open.add(taken)
        }
        await new Promise((resolve) => setTimeout(resolve, 1))
      }
      await Promise.all(open)
      await this.city.world.quiet()
    })
  }

  private async measured(seconds: number, run: (endMs: number) => Promise<void>): Promise<Measured> {
    this.acks = []
    const before = { ...this.city.written }
    const beginMs = performance.now()
    const cpu = process.cpuUsage()
    await run(beginMs + seconds * 1000)
    const { user, system } = process.cpuUsage(cpu)
    const { people, reactions, lapses, groups } = this.city.written
    return {
      seconds: (performance.now() - beginMs) / 1000,
      written: {
        people: people - before.people,
        reactions: reactions - before.reactions,
        lapses: lapses - before.lapses,
        groups: groups - before.groups,
      },
      acks: this.acks.sort((a, b) => a - b),
      cpuSeconds: (user + system) / 1e6,
    }
  }

  private async take(askedMs: number): Promise<void> {
    const { atMs, matter, index } = this.agenda[this.cursor++]!
    this.city.move(atMs)
    const unexpected = await matter.act(this.city.world, index)
    this.acks.push(performance.now() - askedMs)
    if (unexpected !== undefined) this.unexpected.push(unexpected)
  }
}
