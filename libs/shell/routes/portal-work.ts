import { Controller, Get, Inject, Query, Req } from '@nestjs/common'
import { z } from 'zod'
import { dayOf, plusDays, type Instant } from '#kernel'
import { visible } from '#policy'
import type { Filter, Row } from '#ports'
import type { Rules } from '#rules'
import { askedClock, askedKind, pagesOf } from '../asked.js'
import { desksPerRules, type Desks } from '../desk.js'
import { AsksQuery } from '../guard.js'
import { HOUSE, type House, type Incoming } from '../house.js'
import { LIGHTS } from '../light.js'
import { read } from '../read.js'
import { isParty, seenBy, tableOf, type Seen } from '../seen.js'
import { WorkLines } from '../work-lines.js'

const WORK_GROUPS = ['today', 'soon', 'others', 'paused', 'all'] as const
type Group = (typeof WORK_GROUPS)[number]

const workQuery = z.strictObject({
  group: z.enum(WORK_GROUPS).default('all'),
  kind: askedKind.optional(),
  clock: askedClock.optional(),
  ...pagesOf(100, 100_000),
})
type Asked = z.output<typeof workQuery>

const MOST = 1000

/** What must be done today stands apart from what is only near. */
const byDay = (mine: Filter, now: Instant): Pick<Record<Group, Filter>, 'today' | 'soon'> => {
  const tomorrow = plusDays(dayOf(now), 1)
  return {
    today: { $and: [mine, { next: { $lt: tomorrow } }] },
    soon: { $and: [mine, { next: { $gte: tomorrow }, alarm: { $lte: now } }] },
  }
}

/** Each group as rows of the portal; every row of `all` is mine, of others or paused, and of one of these alone. */
const groupsOf = ({ actor, now }: Seen, words: readonly string[]): Record<Group, Filter> => {
  const [open, still] = [`${actor.agency} open`, `${actor.agency} still`]
  return {
    ...byDay({ desk: { $in: words } }, now),
    others: { $and: [{ desk: open }, { desk: { $nin: words } }] },
    paused: { desk: still },
    all: { desk: { $in: [...words, open, still] } },
  }
}

/** 我的待办: what waits on me, what I wait for, what is about to lapse. */
@Controller('api/portal')
export class WorkRoutes {
  private readonly lines: WorkLines
  private readonly desks: (rules: Rules) => Desks
  constructor(@Inject(HOUSE) private readonly house: House) {
    this.lines = new WorkLines(house.services)
    this.desks = desksPerRules(house.services)
  }

  @AsksQuery()
  @Get('work')
  async work(@Query() query: unknown, @Req() request: Incoming) {
    const asked = read(workQuery, query)
    const seen = seenBy(this.house, request)
    return isParty(seen) ? this.ofParty(asked, seen) : this.ofStaff(asked, seen)
  }

  private async ofStaff({ group, kind, clock, limit, skip }: Asked, seen: Seen) {
    const desks = this.desks(seen.rules)
    const groups = groupsOf(seen, desks.words(seen.actor))
    const table = tableOf(seen, 'records')
    const within = [visible(seen.actor, seen.rules), ...(kind ? [{ kind }] : []), ...(clock ? [{ runs: clock }] : [])]
    const filtered = (name: Group): Filter => ({ $and: [groups[name], ...within] })
    const [rows, kinds, ...counts] = await Promise.all([
      table.find(filtered(group), { sort: { next: 1 }, limit, skip }),
      table.tally({ $and: [groups.all, within[0]!] }, ['kind', 'marks']),
      ...WORK_GROUPS.map((name) => table.count(filtered(name))),
    ])
    const counted = Object.fromEntries(WORK_GROUPS.map((name, n) => [name, counts[n]!])) as Record<Group, number>
    return {
      ...{ now: seen.now, group, counts: counted, total: counted[group], limit, skip },
      lights: LIGHTS,
      ...this.filters(kinds, seen),
      rows: await this.lines.of(rows, desks, seen),
    }
  }

  /** The kinds and clocks that stand in this person's work at all. */
  private filters(tallies: readonly { values: readonly unknown[] }[], { rules }: Seen) {
    const kinds = [...new Set(tallies.map(({ values }) => String(values[0])))].sort()
    const clocks = [
      ...new Set(
        tallies.flatMap(({ values: [, marks] }) =>
          String(marks ?? '')
            .split(',')
            .filter((mark) => /(running|paused|breached)$/.test(mark))
            .map((mark) => mark.split(' ')[0]!),
        ),
      ),
    ].sort()
    const titleOf = (clock: string) =>
      kinds.flatMap((kind) => rules.clockRows(kind)).find(({ id }) => id === clock)?.title
    return {
      kinds: kinds.map((kind) => ({ kind, title: this.lines.clocks.titles.kind(kind) })),
      clocks: clocks.map((clock) => ({ clock, title: titleOf(clock) })),
    }
  }

  /** A party's matters are few: its own periods alone say which are near. */
  private async ofParty({ group, kind, clock, limit, skip }: Asked, seen: Seen) {
    const rows: Row[] = await tableOf(seen, 'records').find(visible(seen.actor, seen.rules), { limit: MOST })
    const all = await this.lines.of(rows, this.desks(seen.rules), seen)
    const tomorrow = plusDays(dayOf(seen.now), 1)
    const isIn: Record<Group, (line: (typeof all)[number]) => boolean> = {
      today: (line) => line.clock?.due !== undefined && line.clock.due < tomorrow && line.may.length > 0,
      soon: (line) => line.light === 'amber' && !isIn.today(line) && line.may.length > 0,
      others: (line) => line.may.length === 0,
      paused: () => false,
      all: () => true,
    }
    const asked = all
      .filter(
        (line) =>
          (!kind || line.kind === kind) && (!clock || [line.clock, ...line.more].some((one) => one?.id === clock)),
      )
      .sort((a, b) => ((a.clock?.due ?? '9999') < (b.clock?.due ?? '9999') ? -1 : 1))
    const counts = Object.fromEntries(WORK_GROUPS.map((name) => [name, asked.filter(isIn[name]).length]))
    const chosen = asked.filter(isIn[group])
    const kinds = [...new Set(all.map((line) => line.kind))].sort()
    return {
      ...{ now: seen.now, group, counts, total: chosen.length, limit, skip, lights: LIGHTS },
      kinds: kinds.map((one) => ({ kind: one, title: this.lines.clocks.titles.kind(one) })),
      clocks: [],
      rows: chosen.slice(skip, skip + limit),
    }
  }
}
