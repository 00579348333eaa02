import { plusMs, type Actor, type Shown } from '#kernel'
import type { Rules } from '#rules'
import type { ShownChain } from '../chain-check.js'
import type { Door, Told } from './door.js'
import type { Stage, StagedWorld } from './stage.js'

/** Tokens of people, one sign-in each. */
export class Sessions {
  private readonly tokens = new Map<string, string>()

  constructor(private readonly door: Door) {}

  /** Undefined where nobody can be that. */
  async of(actor: Actor): Promise<string | undefined> {
    const name = JSON.stringify(actor)
    if (this.tokens.has(name)) return this.tokens.get(name)
    const { agency, office, person, subject } = actor
    const body = JSON.stringify({ dev: { agency, office, person, ...(subject ? { subject } : {}) } })
    const headers = { 'content-type': 'application/json' }
    const told = await this.door.send({ method: 'POST', path: '/api/sign-in', headers, body, why: 'sign in' })
    const token = told.status === 200 ? `Bearer ${String(told.body.token)}` : undefined
    if (token) this.tokens.set(name, token)
    return token
  }
}

/** The operator's view of a world, through the operator's own door. */
export class Watch {
  constructor(
    private readonly stage: Stage,
    private readonly door: Door,
  ) {}

  ask(world: string, method: string, path: string, body?: unknown): Promise<Told> {
    const headers = {
      'x-operator-token': this.stage.house.operatorToken,
      'liandun-world': world,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    }
    return this.door.send({
      method,
      path: `/api/operator${path}`,
      headers,
      body: body === undefined ? undefined : JSON.stringify(body),
      why: 'operator',
    })
  }

  /** As somebody who is signed in. */
  read(world: string, path: string, token: string): Promise<Told> {
    return this.door.send({
      method: 'GET',
      path,
      headers: { authorization: token, 'liandun-world': world },
      why: 'read',
    })
  }

  async record(world: string, { kind, id }: { kind: string; id: string }): Promise<Shown> {
    return (await this.ask(world, 'GET', `/records/${kind}/${id}`)).body as unknown as Shown
  }

  /** Lets time pass in a world. */
  async later(world: string, ms: number): Promise<void> {
    const { now } = (await this.ask(world, 'GET', '/time')).body as { now: string }
    const told = await this.ask(world, 'POST', '/time', { to: plusMs(now, ms) })
    if (told.status !== 200) throw new Error(`${world}: time does not pass: ${told.status} ${told.text}`)
  }

  /** The records of a world and those that came into being because of these messages. */
  async withCaused(world: StagedWorld, messages: readonly string[]): Promise<StagedWorld['records']> {
    const found = new Map(world.records.map((one) => [one.id, one]))
    for (const message of messages) {
      const { records } = (await this.ask(world.name, 'GET', `/caused/${message}`)).body as Pick<StagedWorld, 'records'>
      for (const one of records) found.set(one.id, one)
    }
    return [...found.values()]
  }

  /** Where every record of a world stands, and what was relayed: a record more, or a commit more, shows. */
  async standing(world: StagedWorld): Promise<Record<string, unknown>> {
    const quiet = await this.ask(world.name, 'POST', '/quiet', {})
    const shown = await Promise.all(world.records.map((one) => this.record(world.name, one)))
    return {
      world: world.name,
      now: quiet.body.now,
      counters: quiet.body.counters,
      records: shown.map(({ id, kind, version, state, chain }) => ({ id, kind, version, state, chain })),
    }
  }

  async everything(): Promise<unknown> {
    const worlds = await this.ask(this.stage.worlds[0]!.name, 'GET', '/worlds')
    return { worlds: worlds.body, standing: await Promise.all(this.stage.worlds.map((world) => this.standing(world))) }
  }
}

/** The chains of a world, each as an agency with a part in it is shown it. */
export const chainsOf = async (
  world: StagedWorld,
  watch: Watch,
  sessions: Sessions,
  rules: Rules,
): Promise<(ShownChain & { id: string; kind: string })[]> => {
  const chains: (ShownChain & { id: string; kind: string })[] = []
  for (const one of world.records) {
    const { roles } = await watch.record(world.name, one)
    const agency = Object.values(roles)
      .flat()
      .find((code) => rules.agency(code) && rules.agency(code)!.level !== 'outside')
    const token = agency && (await sessions.of({ agency, office: 'officer', person: 'reader' }))
    if (token)
      chains.push(
        (await watch.read(world.name, `/api/${one.kind}/${one.id}/chain`, token)).body as unknown as ShownChain & {
          id: string
          kind: string
        },
      )
  }
  return chains
}
