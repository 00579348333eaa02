import { Controller, Get, Inject, Param, Query, Req } from '@nestjs/common'
import { z } from 'zod'
import { field } from '#kernel'
import { knows, visible } from '#policy'
import type { Row } from '#ports'
import { pagesOf } from '../asked.js'
import { ClockLines, type FoundClock } from '../clock-lines.js'
import { AsksQuery } from '../guard.js'
import { HOUSE, type House, type Incoming } from '../house.js'
import { openClocks } from '../open-clocks.js'
import { noSuch } from '../no-such.js'
import { Problem } from '../problem.js'
import { read } from '../read.js'
import { isParty, rolesIn, seenBy, tableOf, type Seen } from '../seen.js'
import { namesOf, peopleIn, titlesOf, type Titles } from '../titles.js'

const clocksQuery = z.strictObject({
  agency: field.agency.optional(),
  ...pagesOf(500, 500, 100),
})

const MOST = 1000

const standing = (row: Row) => ({ kind: row.kind as string, roles: rolesIn(row) })

/** What is told of a record of a matter. */
const told = (row: Row) => {
  const { id, kind, dossier, version, state, overlays, label, roles, numbers, since, at, by, breached } = row
  return { id, kind, dossier, version, state, overlays, label, roles, numbers, since, at, by, breached }
}

/** What everybody looks at: a matter across services, and clocks by due date. */
@Controller('api/portal')
export class PortalRoutes {
  private readonly lines: ClockLines
  private readonly titles: Titles
  constructor(@Inject(HOUSE) private readonly house: House) {
    this.lines = new ClockLines(house.services)
    this.titles = titlesOf(house.services)
  }

  /** Every record of one matter that this person may know, with what happened to it and what runs. */
  @Get('dossiers/:dossier')
  async dossier(@Param('dossier') dossier: string, @Req() request: Incoming) {
    const seen = seenBy(this.house, request)
    const found = await tableOf(seen, 'records').find({ dossier }, { limit: MOST })
    const records = found.filter((row) => knows(seen.actor, standing(row), seen.rules))
    if (!records.length) throw new Problem('NOT_FOUND')
    const filter = { dossier, record: { $in: records.map((row) => row.id) } }
    const clocks = this.lines.among(records)
    if (isParty(seen)) return this.forParty(dossier, records, clocks, seen)
    const timeline = await tableOf(seen, 'timeline').find(filter, {
      sort: { at: 1, recordedAt: 1, order: 1, seq: 1 },
      limit: MOST,
    })
    return {
      dossier,
      now: seen.now,
      records: records.map((row) => this.record(told(row))),
      timeline: timeline.map((row) => this.act(row)),
      clocks: clocks.map((one) => this.lines.shown(one, seen)),
      names: {
        ...namesOf(
          seen.rules,
          [
            ...records.flatMap((row) => Object.values(rolesIn(row)).flat()),
            ...timeline.map((row) => String(row.agency)),
          ],
          timeline.map((row) => String(row.office)),
        ),
        people: peopleIn(
          seen.rules,
          timeline.map((row) => row.person),
        ),
      },
    }
  }

  /** Open clocks by due date: what each waits for, who holds it, until when. */
  @AsksQuery()
  @Get('clocks')
  async clocks(@Query() query: unknown, @Req() request: Incoming) {
    const { agency, limit, skip } = read(clocksQuery, query)
    const seen = seenBy(this.house, request)
    if (agency !== undefined && !seen.rules.agency(agency))
      throw noSuch(
        'agency',
        agency,
        seen.rules.agencies.map(({ code }) => code),
      )
    if (isParty(seen)) return this.clocksOfParty(agency, { limit, skip }, seen)
    const holder = agency ?? seen.actor.agency
    const onDesk = { desk: { $in: [`${holder} open`, `${holder} still`] } }
    const filter = { $and: [onDesk, { holder }, visible(seen.actor, seen.rules)] }
    const table = tableOf(seen, 'records')
    const [rows, total] = await Promise.all([
      table.find(filter, { sort: { next: 1 }, limit: skip + limit }),
      table.sum(filter, 'open'),
    ])
    const clocks = await this.lines.found(openClocks(rows).slice(skip, skip + limit), seen)
    return {
      agency: holder,
      agencyName: seen.rules.agency(holder)?.name,
      now: seen.now,
      total,
      clocks: clocks.map((one) => this.lines.shown(one, seen)),
    }
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

  /** A party sees where its own records stand and what runs for it. */
  private forParty(dossier: string, records: Row[], clocks: readonly FoundClock[], seen: Seen) {
    return {
      dossier,
      now: seen.now,
      records: records.map(({ id, kind, state, label }) => this.record({ id, kind, state, label })),
      timeline: [],
      clocks: this.lines.own(clocks, seen),
    }
  }

  private async clocksOfParty(
    agency: string | undefined,
    { limit, skip }: { limit: number; skip: number },
    seen: Seen,
  ) {
    const own = agency === undefined || agency === seen.actor.agency
    const filter = { $and: [{ open: { $gt: 0 } }, visible(seen.actor, seen.rules)] }
    const rows = own ? await tableOf(seen, 'records').find(filter, { sort: { next: 1 }, limit: MOST }) : []
    const clocks = this.lines.own(await this.lines.found(openClocks(rows), seen), seen)
    return {
      agency: agency ?? seen.actor.agency,
      now: seen.now,
      total: clocks.length,
      clocks: clocks.slice(skip, skip + limit),
    }
  }
}
