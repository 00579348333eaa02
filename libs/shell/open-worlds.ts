import { join } from 'node:path'
import type { Actor, Instant, Policy, Service } from '#kernel'
import { createWorld, type Ports, type World } from '#kernel/world'
import type { Time } from '#ports'
import type { Rules } from '#rules'
import type { WorldFace, Worlds, WorldWish } from './house.js'
import { keptTime } from './kept-time.js'
import { watched, type Untaken } from './tracing/ports.js'
import type { Tracing } from './tracing/tracing.js'

/** The operator of a world whose clock is not the machine's: sees every record, takes no step. Known by identity, never by its fields. */
export const OPERATOR: Actor = Object.freeze({ agency: 'OPERATOR', office: 'operator', person: 'OPERATOR' })

const withOperator = (policy: Policy): Policy => ({
  ...policy,
  knows: (actor, record, rules) => actor === OPERATOR || policy.knows(actor, record, rules),
})

/** The adapters of one world. */
export interface OpenPorts extends Omit<Ports, 'time'> {
  close(): Promise<void>
}

export interface Opening {
  services: readonly Service[]
  elsewhere?: readonly Service[]
  rules: Rules
  policy: Policy
  /** Secret of the services. */
  key: string
  /** Folder of everything that is kept. */
  dir: string
  /** Name of the main world's files. */
  stem: string
  /** Manual clocks; the machine's when left out. */
  manualFrom?: Instant
  system: () => Time
  /** Opens the adapters of a world, which is kept under this name. */
  openPorts: (stem: string, time: Time) => Promise<OpenPorts>
  /** Whether a world is kept under this name. */
  kept: (stem: string) => Promise<boolean>
  failed: (error: unknown) => void
  /** Who watches what passes through the ports. */
  watching?: { tracing: Tracing; untaken: Untaken }
}

interface Opened {
  world: World
  end: () => Promise<void>
}

/** Worlds that an operator opened and left; the oldest is ended when there are more. */
const MOST = 8
const MAIN = 'main'

/** A name that is one already stays as it is. */
const slug = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9-]+/g, '-')
    .replace(/^-+/, '')
    .slice(0, 30)
    .replace(/-+$/, '') || 'world'

/** Opens the main world and, for an operator, others beside it. */
export class OpenWorlds implements Worlds {
  private readonly opened = new Map<string, Opened>()
  private reached = MAIN

  private constructor(private readonly opening: Opening) {}

  static async open(opening: Opening): Promise<OpenWorlds> {
    const worlds = new OpenWorlds(opening)
    await worlds.start(MAIN, opening.stem, opening.rules, opening.manualFrom)
    return worlds
  }

  get main(): World {
    return this.opened.get(MAIN)!.world
  }

  get current(): World {
    return (this.opened.get(this.reached) ?? this.opened.get(MAIN)!).world
  }

  named(name: string | undefined): World | undefined {
    return name === undefined ? this.current : this.opened.get(name)?.world
  }

  names(): string[] {
    return [...this.opened.keys()]
  }

  async open({ name, at, switches, people, resume }: WorldWish): Promise<WorldFace> {
    const { rules, manualFrom } = this.opening
    const peopled = people?.length ? rules.withPeople(people) : rules
    const changed = switches && Object.keys(switches).length ? peopled.withSwitches(switches) : peopled
    const free = resume ? slug(name) : await this.unused(slug(name))
    if (!this.opened.has(free)) await this.start(free, `world-${free}`, changed, at ?? manualFrom)
    this.reached = free
    const [oldest] = this.names().filter((one) => one !== MAIN && one !== free)
    if (this.opened.size > MOST && oldest) await this.close(oldest)
    return this.opened.get(free)!.world
  }

  async close(name: string): Promise<boolean> {
    const found = this.opened.get(name)
    if (!found || name === MAIN) return false
    await this.end(name, found)
    return true
  }

  /** Ends every world: what has begun is finished, nothing new begins. */
  async stop(): Promise<void> {
    for (const [name, found] of [...this.opened].reverse()) await this.end(name, found)
  }

  private async end(name: string, { end }: Opened): Promise<void> {
    this.opened.delete(name)
    if (this.reached === name) this.reached = MAIN
    await end()
  }

  private async unused(name: string): Promise<string> {
    const taken = async (one: string) => this.opened.has(one) || (await this.opening.kept(`world-${one}`))
    for (let n = 1; ; n++) {
      const one = n === 1 ? name : `${name}-${n}`
      if (!(await taken(one))) return one
    }
  }

  private async start(name: string, stem: string, rules: Rules, from: Instant | undefined): Promise<void> {
    const { services, elsewhere, policy, key, dir, system, openPorts, failed, watching } = this.opening
    const kept = from === undefined ? undefined : keptTime(join(dir, `${stem}.clock`), from)
    const time = kept ?? system()
    const ports = await openPorts(stem, time).catch((error: unknown) => {
      kept?.close()
      throw error
    })
    const world = createWorld({
      name,
      services,
      elsewhere,
      rules,
      policy: withOperator(policy),
      key,
      failed,
      ports: { ...(watching ? watched(ports, watching.tracing, watching.untaken) : ports), time },
    })
    const end = async () => {
      await world.stop()
      await ports.close()
      kept?.close()
    }
    this.opened.set(name, { world, end })
    await world.start()
  }
}
