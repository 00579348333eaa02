import { setTimeout as pause } from 'node:timers/promises'
import type { Instant, Shown } from '#kernel'
import { advance, quiet, type Part } from '#kernel/stepping'
import { CLOCK, RELAY, type Waiting } from '#kernel/waiting'
import type { WorldFace, Worlds, WorldWish } from './house.js'
import { OPERATOR } from './open-worlds.js'

const AGAIN_MS = 10
/** A process that says nothing for so long sleeps. */
const ANSWER_MS = 60_000
/** A list is given without those that are away. */
const LIST_MS = 2000

/** Another process of the house, through its operator's door. */
export class Neighbour {
  constructor(
    readonly url: string,
    private readonly token: string,
  ) {}

  /** Undefined when it is not there. @throws Error with what the other process said */
  async ask(
    method: string,
    path: string,
    body?: unknown,
    world?: string,
    withinMs = ANSWER_MS,
  ): Promise<Record<string, unknown> | undefined> {
    const headers = {
      'x-operator-token': this.token,
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...(world !== undefined && { 'liandun-world': world }),
    }
    const sent = body === undefined ? undefined : JSON.stringify(body)
    const reply = await fetch(`${this.url}/api/operator${path}`, {
      ...{ method, headers, body: sent },
      signal: AbortSignal.timeout(withinMs),
    })
    const text = await reply.text()
    if (reply.status === 404) return undefined
    if (!reply.ok) throw new Error(`${this.url} ${method} ${path}: ${reply.status} ${text}`)
    return JSON.parse(text) as Record<string, unknown>
  }

  part(world: string): Part {
    const ask = async (method: string, path: string, body?: unknown) => {
      const told = await this.ask(method, path, body, world)
      if (!told) throw new Error(`${this.url} has no world ${world}`)
      return told
    }
    return {
      settled: async () => {
        const { mark } = await ask('GET', '/part')
        if (mark === undefined) await pause(AGAIN_MS)
        return mark as string | undefined
      },
      earliest: async () => (await ask('GET', '/part/earliest')).earliest as Instant | undefined,
      set: async (to) => void (await ask('POST', '/part/set', { to })),
      fire: async (at) => (await ask('POST', '/part/fire', { to: at })).fired === true,
    }
  }
}

/** Kept back by one process, in its own memory. */
const isOwn = (group: string): boolean => group === RELAY || group === CLOCK

/** One world over several processes: what is asked of all of them is asked of each. */
const frontOf = (own: WorldFace, neighbours: ReadonlyMap<string, Neighbour>): WorldFace => {
  const all = [...neighbours.values()]
  const parts = [...all.map((neighbour) => neighbour.part(own.name)), own.part]
  const show: WorldFace['show'] = async (kind, id, actor) => {
    const neighbour = actor === OPERATOR ? neighbours.get(kind.split('/')[0]!) : undefined
    if (!neighbour) return own.show(kind, id, actor)
    return (await neighbour.ask('GET', `/records/${kind}/${id}`, undefined, own.name)) as unknown as Shown | undefined
  }
  const caused: WorldFace['caused'] = async (root) => {
    const found = await Promise.all(
      all.map((neighbour) => neighbour.ask('GET', `/caused/${root}`, undefined, own.name)),
    )
    const there = found.flatMap((one) => (one?.records ?? []) as { kind: string; id: string }[])
    return [...there, ...(await own.caused(root))]
  }
  /** What is parked stands in the store that all share; what a process keeps back itself only it can tell. */
  const parked: WorldFace['parked'] = async () => {
    const told = await Promise.all(
      all.map((one) => one.ask('GET', '/parked', undefined, own.name, LIST_MS).catch(() => undefined)),
    )
    const theirs = told.flatMap((one) => (one?.parked ?? []) as Waiting[]).filter(({ group }) => isOwn(group))
    return [...(await own.parked()), ...theirs]
  }
  const redrive: WorldFace['redrive'] = async (group, record) => {
    const neighbour = neighbours.get(group.split(':')[0]!)
    const asked = isOwn(group) ? all : neighbour ? [neighbour] : []
    const there = await Promise.all(asked.map((one) => one.ask('POST', '/redrive', { group, record }, own.name)))
    const delivered = there.reduce((sum, one) => sum + ((one?.delivered as number | undefined) ?? 0), 0)
    return neighbour ? delivered : delivered + (await own.redrive(group, record))
  }
  return {
    name: own.name,
    rules: own.rules,
    time: own.time,
    part: own.part,
    handle: (command) => own.handle(command),
    rehearse: (command) => own.rehearse(command),
    chain: (kind, id, actor) => own.chain(kind, id, actor),
    told: (...asked) => own.told(...asked),
    papers: (kind, id, actor) => own.papers(kind, id, actor),
    view: (service, name) => own.view(service, name),
    rowsOf: (service, name) => own.rowsOf(service, name),
    views: () => own.views(),
    counters: () => own.counters(),
    quiet: () => quiet(parts),
    advance: (to) => advance(parts, to),
    ...{ show, caused, parked, redrive },
  }
}

/** The worlds of a portal whose services run in processes of their own: opened, moved and ended in all of them. */
export class FrontWorlds implements Worlds {
  private readonly fronts = new WeakMap<WorldFace, WorldFace>()

  constructor(
    private readonly own: Worlds,
    /** By service. */
    private readonly neighbours: ReadonlyMap<string, Neighbour>,
  ) {}

  get main(): WorldFace {
    return this.front(this.own.main)
  }

  get current(): WorldFace {
    return this.front(this.own.current)
  }

  named(name: string | undefined): WorldFace | undefined {
    const world = this.own.named(name)
    return world && this.front(world)
  }

  names(): string[] {
    return this.own.names()
  }

  async open(wish: WorldWish): Promise<WorldFace> {
    const world = await this.own.open(wish)
    await this.all((neighbour) => neighbour.ask('POST', '/worlds', { ...wish, name: world.name, resume: true }))
    return this.front(world)
  }

  async close(name: string): Promise<boolean> {
    await this.all((neighbour) => neighbour.ask('DELETE', `/worlds/${name}`))
    return this.own.close(name)
  }

  private all(ask: (neighbour: Neighbour) => Promise<unknown>): Promise<unknown> {
    return Promise.all([...this.neighbours.values()].map(ask))
  }

  private front(world: WorldFace): WorldFace {
    const known = this.fronts.get(world) ?? frontOf(world, this.neighbours)
    this.fronts.set(world, known)
    return known
  }
}
