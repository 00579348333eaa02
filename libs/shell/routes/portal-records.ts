import { Body, Controller, Get, HttpCode, Inject, Post, Query, Req } from '@nestjs/common'
import { z } from 'zod'
import { field, gramsOf, type Title } from '#kernel'
import { isOutside, visible } from '#policy'
import type { Filter, FindOptions, Row, ViewTable } from '#ports'
import { askedClock, askedKind, pagesOf } from '../asked.js'
import { hitsIn, wordsIn, type Match } from '../finding.js'
import { AsksQuery } from '../guard.js'
import { nameOf } from '../held.js'
import { HOUSE, type House, type Incoming } from '../house.js'
import { knownTo } from '../known-cells.js'
import { invalidInput, read } from '../read.js'
import { isParty, seenBy, tableOf, type Seen } from '../seen.js'
import { titlesOf, type Titles } from '../titles.js'

const filters = {
  kind: askedKind.optional(),
  state: z
    .string()
    .regex(/^[A-Z0-9_]{1,60}$/, '应为状态代码 / write the code of a state')
    .optional(),
  /** Who has it in hand. */
  holder: field.agency.optional(),
  /** A clock that runs, stands still, was missed or has lapsed. */
  clock: askedClock.optional(),
  mark: z.enum(['running', 'paused', 'breached', 'late', 'lapsed']).optional(),
  is: z.enum(['open', 'closed']).optional(),
  /** Days on which it began. */
  from: field.day.optional(),
  to: field.day.optional(),
  /** The Monday of the week in which it came into its state. */
  week: field.day.optional(),
}

const paging = pagesOf(100, 100_000)

const listQuery = z.strictObject({ ...filters, ...paging, sort: z.enum(['newest', 'due']).default('newest') })
const searchBody = z.strictObject({ ...filters, ...paging, text: z.string().trim().min(1).max(100) })
type Filters = Omit<z.output<typeof listQuery>, 'sort' | 'limit' | 'skip'>

/** Rows that are looked at for one search. Who finds more is told so, and narrows it. */
const MOST = 500
const PIECES = 8
const FIELDS: Readonly<Record<string, Title>> = {
  name: { zh: '名称', en: 'name' },
  number: { zh: '文号', en: 'number' },
  uscc: { zh: '统一社会信用代码', en: 'social credit code' },
  address: { zh: '地址', en: 'address' },
  goods: { zh: '物品', en: 'goods' },
}
/** Of papers, places and goods a party is not told. */
const OWN_FIELDS = ['name', 'uscc']

/** Of many pieces some, the first and the last among them: what they find is compared with the whole words. */
const some = (pieces: readonly string[]): readonly string[] =>
  pieces.length <= PIECES
    ? pieces
    : Array.from({ length: PIECES }, (_, n) => pieces[Math.round((n * (pieces.length - 1)) / (PIECES - 1))]!)

const among = (parts: readonly Filter[], { actor, rules }: Seen): Filter => ({
  $and: [visible(actor, rules), ...parts],
})

/** Agencies stand in many records together: what they may know is told of all of these at once. */
const totalOf = async (table: ViewTable, parts: readonly Filter[], seen: Seen): Promise<number> => {
  if (isParty(seen)) return table.count(among(parts, seen))
  const known = knownTo(seen.actor, seen.rules)
  const circles = await table.tally(parts.length ? { $and: parts } : {}, ['circle', 'kind'])
  return circles
    .filter(({ values: [circle, kind] }) => known({ circle: String(circle), kind: String(kind) }))
    .reduce((sum, { n }) => sum + n, 0)
}

/** Lists and search of records: only what this person may know is counted or found. */
@Controller('api/portal')
export class RecordListRoutes {
  private readonly titles: Titles
  private readonly finals: Filter
  private readonly others: Filter
  constructor(@Inject(HOUSE) private readonly house: House) {
    this.titles = titlesOf(house.services)
    this.finals = this.inStates((final) => final)
    this.others = this.inStates((final) => !final)
  }

  /** What the filters of lists may name: nothing here tells of any matter. */
  @Get('choices')
  choices(@Req() request: Incoming) {
    const { rules } = seenBy(this.house, request)
    const kinds = this.house.services.flatMap(({ records }) =>
      records.map(({ record: { kind, title, states } }) => ({
        ...{ kind, title },
        states: Object.keys(states).map((state) => ({ state, title: this.titles.state(kind, state) })),
        clocks: [...new Map(rules.clockRows(kind).map((row) => [row.id, row.title]))].map(([clock, called]) => ({
          ...{ clock, title: called },
        })),
      })),
    )
    const staff = rules.agencies.filter((agency) => !isOutside(agency))
    return { kinds, agencies: staff.map(({ code, name }) => ({ agency: code, name })) }
  }

  @AsksQuery()
  @Get('records')
  async list(@Query() query: unknown, @Req() request: Incoming) {
    const { limit, skip, sort, ...asked } = read(listQuery, query)
    const seen = seenBy(this.house, request)
    const table = tableOf(seen, 'records')
    const parts = this.parts(asked, seen)
    const newest: FindOptions['sort'] = asked.from || asked.to ? { began: -1 } : { at: -1 }
    const order = sort === 'due' ? { next: 1 as const } : newest
    const [rows, total] = await Promise.all([
      table.find(among(parts, seen), { sort: isParty(seen) ? {} : order, limit, skip }),
      totalOf(table, parts, seen),
    ])
    return { now: seen.now, total, limit, skip, rows: rows.map((row) => this.shown(row, seen)) }
  }

  /** A name or a number stands in the body: nothing of it is left in addresses or logs. */
  @HttpCode(200)
  @Post('search')
  async search(@Body() body: unknown, @Req() request: Incoming) {
    const { limit, skip, text, ...asked } = read(searchBody, body)
    const [words, grams] = [wordsIn(text), gramsOf(text)]
    if (!grams.length)
      throw invalidInput([
        { path: 'text', zh: '请至少写两个汉字或字母', en: 'write at least two characters of a word' },
      ])
    const seen = seenBy(this.house, request)
    const filter = { $and: [...some(grams).map((gram) => ({ grams: gram })), among(this.parts(asked, seen), seen)] }
    const rows = await tableOf(seen, 'records').find(filter, { limit: MOST })
    const fields = isParty(seen) ? OWN_FIELDS : Object.keys(FIELDS)
    const hits = hitsIn(rows, words, fields)
    return {
      ...{ now: seen.now, total: hits.length, more: rows.length === MOST, limit, skip },
      rows: hits
        .slice(skip, skip + limit)
        .map(({ row, matched }) => ({ ...this.shown(row, seen), matched: titled(matched) })),
    }
  }

  private inStates(wanted: (final: boolean) => boolean): Filter {
    const kinds = this.house.services.flatMap(({ records }) =>
      records.map(({ record: { kind, states } }) => ({
        kind,
        state: { $in: Object.keys(states).filter((state) => wanted(states[state]!.final === true)) },
      })),
    )
    return { $or: kinds.length ? kinds : [{ id: { $in: [] } }] }
  }

  /** A party is not told who has its matter in hand, nor of clocks: it does not find by them either. */
  private parts({ kind, state, holder, clock, mark, is, from, to, week }: Filters, seen: Seen): Filter[] {
    const staff = !isParty(seen)
    const began = { ...(from && { $gte: from }), ...(to && { $lt: `${to}~` }) }
    return [
      ...(kind ? [{ kind }] : []),
      ...(state ? [{ state }] : []),
      ...(is ? [is === 'open' ? this.others : this.finals] : []),
      ...(staff && holder ? [{ holder }] : []),
      ...(staff && clock ? [{ runs: mark ? `${clock} ${mark}` : clock }] : []),
      ...(staff && (from ?? to) ? [{ began }] : []),
      ...(staff && week ? [{ sinceWeek: week }] : []),
    ]
  }

  private shown(row: Row, seen: Seen) {
    const [kind, state] = [String(row.kind), String(row.state)]
    const known = {
      ...{ id: row.id, dossier: row.dossier, kind, kindTitle: this.titles.kind(kind) },
      ...{ state, stateTitle: this.titles.state(kind, state), label: row.label },
    }
    if (isParty(seen)) return known
    const holder = (row.holder as string[]).map((agency) => ({ agency, name: nameOf(seen.rules, agency) }))
    const { numbers, since, at, began, open, breached } = row
    return { ...known, holder, numbers, since, at, began, open, breached }
  }
}

const titled = (matched: readonly Match[]) => matched.map((one) => ({ ...one, title: FIELDS[one.field] }))
