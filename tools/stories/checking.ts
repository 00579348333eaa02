import type { Actor, Shown } from '#kernel'
import type { Rules } from '#rules'
import { Client, type Reply, type World } from '#story'
import { chainFault, type ShownChain } from '../chain-check.js'

export interface Named {
  kind: string
  id: string
}

/** A record as its world shows it. */
export interface Seen extends Named {
  shown: Shown
  chain: ShownChain
}

type Options = { actor?: Actor; body?: unknown; key?: string }

/** A client that remembers what it brought about in the world it plays in, to look at all of it. */
export class Checking extends Client {
  private messages: string[] = []

  constructor(
    baseUrl: string,
    operatorToken: string,
    protected readonly rules: Rules,
    /** Called before another world is opened. */
    private readonly leaving: (client: Checking) => Promise<void> = async () => {},
  ) {
    super(baseUrl, operatorToken)
  }

  override async request(method: string, path: string, options: Options = {}): Promise<Reply> {
    const reply = await super.request(method, path, options)
    if (method === 'POST' && reply.status < 300 && typeof reply.body.message === 'string')
      this.messages.push(reply.body.message)
    return reply
  }

  override async openWorld(world: World): Promise<void> {
    await this.leaving(this)
    this.messages = []
    await super.openWorld(world)
  }

  /** Everything that came into being in this world: by acts, and by lapses of what the acts made. */
  async everything(): Promise<(Named & { chain: ShownChain })[]> {
    const found = new Map<string, Named & { chain: ShownChain }>()
    const roots = [...this.messages]
    for (let root = roots.shift(); root !== undefined; root = roots.shift())
      for (const one of await this.caused(root)) {
        if (found.has(one.id)) continue
        const chain = await this.chainOf(one)
        found.set(one.id, { ...one, chain })
        roots.push(...lapsesIn(chain))
      }
    return [...found.values()]
  }

  /** All of it as it is shown, by id. */
  async seen(): Promise<Seen[]> {
    const all = await this.everything()
    const seen = await Promise.all(all.map(async (one) => ({ ...one, shown: await this.record(one.kind, one.id) })))
    return seen.sort((a, b) => (a.id < b.id ? -1 : 1))
  }

  /** What is wrong with the chains of this world. */
  async faults(): Promise<string[]> {
    return faultsIn(await this.everything())
  }

  /** By the public route, as somebody with a part in it. */
  async chainOf({ kind, id }: Named): Promise<ShownChain> {
    const { roles } = await this.record(kind, id)
    const actor = this.reader(Object.values(roles).flat())
    const reply = await this.request('GET', `/api/${kind}/${id}/chain`, { actor })
    if (reply.status !== 200) throw new Error(`${kind} ${id}: its chain is not shown: ${JSON.stringify(reply.body)}`)
    return reply.body as unknown as ShownChain
  }

  private reader(values: readonly string[]): Actor {
    const inside = values.find((value) => this.rules.agency(value))
    if (inside) {
      const office = this.rules.users.find(({ agency }) => agency === inside)?.offices[0] ?? 'officer'
      return { agency: inside, office, person: 'reader' }
    }
    const [party = ''] = values
    return { agency: 'RESPONDENT', office: 'party', person: 'reader', subject: party.replace('party:', '') }
  }

  async shown(named: readonly Named[]): Promise<Shown[]> {
    return Promise.all(named.map(({ kind, id }) => this.record(kind, id)))
  }
}

export const faultsIn = (all: readonly (Named & { chain: ShownChain })[]): string[] =>
  all.flatMap(({ kind, id, chain }) => {
    const fault = chainFault(chain)
    return fault === undefined ? [] : [`${kind} ${id}: ${fault}`]
  })

const lapsesIn = ({ commits }: ShownChain): string[] =>
  commits.filter(({ sections }) => sections.header?.text.includes('"lapse":')).map(({ message }) => message)
