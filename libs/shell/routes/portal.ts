import { Controller, Get, Inject, Param, Query, Req } from '@nestjs/common'
import { z } from 'zod'
import { field, party, type Actor } from '#kernel'
import { knows, ownClock, sight, visible } from '#policy'
import type { Row, ViewTable } from '#ports'
import type { Rules } from '#rules'
import { ruleWords } from '../clock-words.js'
import { rowOf } from '../explain.js'
import { AsksQuery, worldOf } from '../guard.js'
import { heldPerRules, ownWaits, type HeldClock, type HeldOf, type Standing } from '../held.js'
import { HOUSE, type House, type Incoming, type WorldFace } from '../house.js'
import { openClocks, type OpenClock } from '../open-clocks.js'
import { inTime, peersOf, type PeerRow } from '../peers.js'
import { noSuch } from '../no-such.js'
import { Problem } from '../problem.js'
import { read } from '../read.js'
import { namesOf, titlesOf, type Titles } from '../titles.js'

const clocksQuery = z.strictObject({
  agency: field.agency.optional(),
  limit: z.coerce.number().int().min(1).max(500).default(100),
  skip: z.coerce.number().int().min(0).max(500).default(0),
})

const MOST = 1000
type Roles = Record<string, readonly string[]>
interface Seen {
  world: WorldFace
  rules: Rules
  actor: Actor
}
/** An open clock and the record it stands on. */
interface Found {
  line: OpenClock
  clock: HeldClock
  standing: Standing
}

const tableOf = ({ world }: Seen, name: string): ViewTable => {
  const table = world.view('portal', name)
  if (!table) throw new Problem('NOT_FOUND', { asked: `portal/${name}` })
  return table
}

const standing = (row: Row) => ({ kind: row.kind as string, roles: row.roles as Roles })

const foundIn = (clocks: readonly OpenClock[], peers: readonly PeerRow[]): Found[] =>
  clocks.map((line) => {
    const { kind, roles, record: id, recordState: state, dossier } = line
    const beside = peers.filter((peer) => peer.dossier === dossier)
    return { line, clock: { ...line, id: line.clock }, standing: { id, kind, state, roles, at: '', peers: beside } }
  })

const isParty = ({ actor, rules }: Seen): boolean => sight(actor, rules) === 'outline'

/** What everybody looks at: a matter across services, and clocks by due date. */
@Controller('api/portal')
export class PortalRoutes {
  private readonly held: (rules: Rules) => HeldOf
  private readonly titles: Titles
  constructor(@Inject(HOUSE) private readonly house: House) {
    this.held = heldPerRules(house.services)
    this.titles = titlesOf(house.services)
  }

  /** Every record of one matter that this person may know, with what happened to it and what runs. */
  @Get('dossiers/:dossier')
  async dossier(@Param('dossier') dossier: string, @Req() request: Incoming) {
    const seen = this.seen(request)
    const found = await tableOf(seen, 'records').find({ dossier }, { limit: MOST })
    const records = found.filter((row) => knows(seen.actor, standing(row), seen.rules))
    if (!records.length) throw new Problem('NOT_FOUND')
    const filter = { dossier, record: { $in: records.map((row) => row.id) } }
    const clocks = foundIn(openClocks(records), inTime(records))
    if (isParty(seen)) return this.forParty(dossier, records, clocks, seen)
    const timeline = await tableOf(seen, 'timeline').find(filter, {
      sort: { at: 1, recordedAt: 1, order: 1, seq: 1 },
      limit: MOST,
    })
    return {
      dossier,
      records: records.map((row) => this.record(without(row, 'seen', 'holder', 'clocks', 'open', 'next'))),
      timeline: timeline.map((row) => this.act(row)),
      clocks: clocks.map((one) => this.clock(one, seen)),
      names: namesOf(
        seen.rules,
        [
          ...records.flatMap((row) => Object.values(row.roles as Roles).flat()),
          ...timeline.map((row) => String(row.agency)),
        ],
        timeline.map((row) => String(row.office)),
      ),
    }
  }

  /** Open clocks by due date: what each waits for, who holds it, until when. */
  @AsksQuery()
  @Get('clocks')
  async clocks(@Query() query: unknown, @Req() request: Incoming) {
    const { agency, limit, skip } = read(clocksQuery, query)
    const seen = this.seen(request)
    if (agency !== undefined && !seen.rules.agency(agency))
      throw noSuch(
        'agency',
        agency,
        seen.rules.agencies.map(({ code }) => code),
      )
    if (isParty(seen)) return this.clocksOfParty(agency, { limit, skip }, seen)
    const holder = agency ?? seen.actor.agency
    const filter = { $and: [{ open: { $gt: 0 }, holder }, visible(seen.actor, seen.rules)] }
    const table = tableOf(seen, 'records')
    const [rows, total] = await Promise.all([
      table.find(filter, { sort: { next: 1 }, limit: skip + limit }),
      table.sum(filter, 'open'),
    ])
    const clocks = await this.found(openClocks(rows).slice(skip, skip + limit), seen)
    return {
      agency: holder,
      agencyName: seen.rules.agency(holder)?.name,
      total,
      clocks: clocks.map((one) => this.clock(one, seen)),
    }
  }

  private seen(request: Incoming): Seen {
    const world = worldOf(this.house, request)
    return { world, rules: world.rules, actor: request.who!.actor }
  }

  private async found(clocks: readonly OpenClock[], seen: Seen): Promise<Found[]> {
    const dossiers = clocks.map(({ dossier }) => dossier)
    return foundIn(clocks, await peersOf(seen.world, seen.actor, dossiers))
  }

  private record<T extends Record<string, unknown>>(row: T) {
    const [kind, state] = [String(row.kind), String(row.state)]
    return { ...row, kindTitle: this.titles.kind(kind), stateTitle: this.titles.state(kind, state) }
  }

  private act(row: Row) {
    const kind = String(row.kind)
    return {
      ...row,
      kindTitle: this.titles.kind(kind),
      stepTitle: this.titles.step(kind, String(row.step)),
      eventTitles: (row.events as string[]).map((type) => this.titles.event(kind, type)),
    }
  }

  private clock({ line, clock, standing: on }: Found, { rules }: Seen) {
    return {
      ...line,
      kindTitle: this.titles.kind(on.kind),
      recordStateTitle: this.titles.state(on.kind, on.state),
      ...ruleWords(rules, rowOf(rules, on.kind, clock)),
      ...this.held(rules).held(clock, on),
    }
  }

  /** A party sees where its own records stand and what runs for it. */
  private forParty(dossier: string, records: Row[], clocks: readonly Found[], seen: Seen) {
    return {
      dossier,
      records: records.map(({ id, kind, state, label }) => this.record({ id, kind, state, label })),
      timeline: [],
      clocks: this.ownClocks(clocks, seen),
    }
  }

  private ownClocks(clocks: readonly Found[], { rules, actor }: Seen) {
    const { concerns, held } = this.held(rules)
    const self = party(actor.subject) ?? ''
    return clocks
      .filter(({ clock, standing: on }) => concerns(clock, on, self))
      .map(({ line, clock, standing: on }) => ({
        ...ownClock(without(line, 'roles', 'holder', 'version', 'recordState', 'id')),
        kindTitle: this.titles.kind(on.kind),
        ...ruleWords(rules, rowOf(rules, on.kind, clock)),
        ...ownWaits(held(clock, on), self),
      }))
  }

  private async clocksOfParty(
    agency: string | undefined,
    { limit, skip }: { limit: number; skip: number },
    seen: Seen,
  ) {
    const own = agency === undefined || agency === seen.actor.agency
    const filter = { $and: [{ open: { $gt: 0 } }, visible(seen.actor, seen.rules)] }
    const rows = own ? await tableOf(seen, 'records').find(filter, { sort: { next: 1 }, limit: MOST }) : []
    const clocks = this.ownClocks(await this.found(openClocks(rows), seen), seen)
    return { agency: agency ?? seen.actor.agency, total: clocks.length, clocks: clocks.slice(skip, skip + limit) }
  }
}

const without = (row: object, ...names: readonly string[]): Record<string, unknown> =>
  Object.fromEntries(Object.entries(row).filter(([name]) => !names.includes(name)))
