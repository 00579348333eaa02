import { Controller, Get, Inject, Param, Query, Req } from '@nestjs/common'
import { z } from 'zod'
import { field, type Actor } from '#kernel'
import { knows, sight, visible } from '#policy'
import type { Row, ViewTable } from '#ports'
import type { Rules } from '#rules'
import { rowOf } from '../explain.js'
import { AsksQuery, worldOf } from '../guard.js'
import { HOUSE, type House, type Incoming, type WorldFace } from '../house.js'
import { openClocks, type OpenClock } from '../open-clocks.js'
import { Problem } from '../problem.js'
import { read } from '../read.js'
import { waitsPerRules, type WaitsOf } from '../waits.js'

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

const tableOf = ({ world }: Seen, name: string): ViewTable => {
  const table = world.view('portal', name)
  if (!table) throw new Problem('NOT_FOUND', { asked: `portal/${name}` })
  return table
}

const standing = (row: Row) => ({ kind: row.kind as string, roles: row.roles as Roles })

/** What everybody looks at: a matter across services, and clocks by due date. */
@Controller('api/portal')
export class PortalRoutes {
  private readonly waits: (rules: Rules) => WaitsOf
  constructor(@Inject(HOUSE) private readonly house: House) {
    this.waits = waitsPerRules(house.services)
  }

  /** Every record of one matter that this person may know, with what happened to it and what runs. */
  @Get('dossiers/:dossier')
  async dossier(@Param('dossier') dossier: string, @Req() request: Incoming) {
    const seen = this.seen(request)
    const found = await tableOf(seen, 'records').find({ dossier }, { limit: MOST })
    const records = found.filter((row) => knows(seen.actor, standing(row), seen.rules))
    if (!records.length) throw new Problem('NOT_FOUND')
    const filter = { dossier, record: { $in: records.map((row) => row.id) } }
    const sort = { at: 1, recordedAt: 1, order: 1, seq: 1 } as const
    const timeline = await tableOf(seen, 'timeline').find(filter, { sort, limit: MOST })
    const clocks = openClocks(records)
    if (sight(seen.actor, seen.rules) === 'outline') return this.forParty(dossier, records, clocks, seen)
    return {
      dossier,
      records: records.map((row) => without(row, 'seen', 'holder', 'clocks', 'open', 'next')),
      timeline,
      clocks: clocks.map((line) => this.clock(line, seen)),
    }
  }

  /** Open clocks by due date: what each waits for, who holds it, until when. */
  @AsksQuery()
  @Get('clocks')
  async clocks(@Query() query: unknown, @Req() request: Incoming) {
    const { agency, limit, skip } = read(clocksQuery, query)
    const seen = this.seen(request)
    const holder = agency ?? seen.actor.agency
    const filter = { $and: [{ open: { $gt: 0 }, holder }, visible(seen.actor, seen.rules)] }
    const table = tableOf(seen, 'records')
    const [rows, total] = await Promise.all([
      table.find(filter, { sort: { next: 1 }, limit: skip + limit }),
      table.sum(filter, 'open'),
    ])
    const clocks = openClocks(rows).slice(skip, skip + limit)
    return { agency: holder, total, clocks: clocks.map((line) => this.clock(line, seen)) }
  }

  private seen(request: Incoming): Seen {
    const world = worldOf(this.house, request)
    return { world, rules: world.rules, actor: request.who!.actor }
  }

  private clock(line: OpenClock, { rules }: Seen) {
    const { kind, clock, start, roles } = line
    const rule = rowOf(rules, kind, { id: clock, start })
    return {
      ...line,
      title: rule?.title,
      law: rule?.law,
      article: rule?.article,
      waitsFor: this.waits(rules)(kind, clock, roles),
    }
  }

  /** A party sees where its own records stand and what runs for it. */
  private forParty(dossier: string, records: Row[], clocks: OpenClock[], seen: Seen) {
    const self = `party:${seen.actor.subject}`
    const mine = clocks
      .map((line) => this.clock(line, seen))
      .filter(({ waitsFor }) => waitsFor.some(({ agencies }) => agencies.includes(self)))
    return {
      dossier,
      records: records.map(({ id, kind, state, label, since, version }) => ({
        id,
        kind,
        state,
        label,
        since,
        version,
      })),
      timeline: [],
      clocks: mine.map((one) => ({ ...one, roles: undefined })),
    }
  }
}

const without = (row: Row, ...names: readonly string[]): Record<string, unknown> =>
  Object.fromEntries(Object.entries(row).filter(([name]) => !names.includes(name)))
