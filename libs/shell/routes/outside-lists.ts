import { Body, Controller, Get, HttpCode, Inject, Post, Query, Req } from '@nestjs/common'
import { z } from 'zod'
import { bigramsIn, field } from '#kernel'
import { visible } from '#policy'
import type { Filter, Row, ViewTable } from '#ports'
import type { Rules } from '#rules'
import { pagesOf } from '../asked.js'
import { AsksQuery, Public, worldOf } from '../guard.js'
import { HOUSE, type House, type Incoming, type WorldFace } from '../house.js'
import { read } from '../read.js'
import { tableOf } from '../seen.js'
import { titlesOf, type Titles } from '../titles.js'

const page = pagesOf(50, 10_000)
const paging = z.strictObject(page)
/** What is looked for stands in the body: names belong in no address and no log. */
const search = z.strictObject({ name: field.text.min(2).max(60), ...page })
type Asked = z.output<typeof paging> & { name?: string }

/** Rows of the portal's views, as far as they are told. */
interface Entry {
  party: { name: string; uscc?: string }
  agency: string
  on: string
  dues: Readonly<Record<string, string>>
  contested: boolean
  ended?: { on: string; ground: string }
}
type Penalty = Entry & { case: string; class: string; decidedOn: string }
type Listing = Entry & { conduct?: string; listedOn: string }
interface Decision {
  id: string
  number?: string
  ip: string
  kinds: readonly string[]
  fine: number
  confiscation: number
}

const NEWEST = { on: -1 } as const

/** The end of what stands in public: of its clocks the one whose lapse ends it by itself. */
const untilOf = (rules: Rules, kind: string, { dues }: Entry): string | undefined =>
  rules.clockRows(kind).flatMap(({ id, lapse }) => (lapse.kind === 'auto' && dues[id] ? [dues[id]] : []))[0]

const pageOf = async (table: ViewTable, { name, limit, skip }: Asked) => {
  const looked = name === undefined ? [] : bigramsIn(name).map((grams) => ({ grams }))
  // A name of one sign between blanks finds nothing, not everything.
  const none = name !== undefined && !looked.length
  const filter: Filter = { $and: [{ open: true }, ...(none ? [{ open: 'none' }] : looked)] }
  const [total, rows] = await Promise.all([table.count(filter), table.find(filter, { sort: NEWEST, limit, skip })])
  return { total, rows }
}

const IDENTIFICATION = 'intake/identification'

/** What the law publishes, for anyone: penalties and listings that stand in public, and those that were taken back. Nothing else. */
@Controller('api/outside')
export class OutsideListRoutes {
  private readonly titles: Titles
  constructor(@Inject(HOUSE) private readonly house: House) {
    this.titles = titlesOf(house.services)
  }

  @Public()
  @AsksQuery()
  @Get('penalties')
  penalties(@Query() query: unknown, @Req() request: Incoming) {
    return this.penaltiesOf(read(paging, query), request)
  }

  @Public()
  @HttpCode(200)
  @Post('penalties')
  findPenalties(@Body() body: unknown, @Req() request: Incoming) {
    return this.penaltiesOf(read(search, body), request)
  }

  @Public()
  @AsksQuery()
  @Get('listings')
  listings(@Query() query: unknown, @Req() request: Incoming) {
    return this.listingsOf(read(paging, query), request)
  }

  @Public()
  @HttpCode(200)
  @Post('listings')
  findListings(@Body() body: unknown, @Req() request: Incoming) {
    return this.listingsOf(read(search, body), request)
  }

  /** What agencies ask the right holder who is signed in to identify; the answer is a step of the record. */
  @Get('identifications')
  async identifications(@Req() request: Incoming) {
    const { actor } = request.who!
    const world = worldOf(this.house, request)
    const filter = { $and: [{ kind: IDENTIFICATION }, visible(actor, world.rules)] }
    const rows = await tableOf({ world }, 'records').find(filter, { sort: { at: -1 }, limit: 200 })
    return {
      now: world.time.now(),
      requests: rows.map(({ id, label, state, roles, since, at }) => ({
        ...{ id, label, state, stateTitle: this.titles.state(IDENTIFICATION, String(state)), since, at },
        agency: world.rules.agency((roles as { holder?: string[] }).holder?.[0] ?? '')?.name,
      })),
    }
  }

  private async penaltiesOf(asked: Asked, request: Incoming) {
    const world = worldOf(this.house, request)
    const { total, rows } = await pageOf(tableOf({ world }, 'public-penalties'), asked)
    const entries = rows as unknown as Penalty[]
    const decisions = await this.decisionsOf(world, entries)
    return { total, now: world.time.now(), entries: entries.map((one) => this.penalty(world, one, decisions)) }
  }

  private async decisionsOf(world: WorldFace, entries: readonly Penalty[]): Promise<Map<string, Decision>> {
    const ids = entries.filter(({ ended }) => !ended).map((one) => one.case)
    const rows: Row[] = ids.length
      ? await tableOf({ world }, 'public-decisions').find({ id: { $in: ids } }, { limit: ids.length })
      : []
    return new Map((rows as unknown as Decision[]).map((one) => [one.id, one]))
  }

  /** Of a penalty that was taken back nothing of its content remains, only that it was taken back, and why (CFF 48). */
  private penalty({ rules }: WorldFace, entry: Penalty, decisions: ReadonlyMap<string, Decision>) {
    const { party, agency, decidedOn, on, contested, ended } = entry
    const until = untilOf(rules, 'credit/publicity', entry)
    const about = { party, agency: rules.agency(agency)?.name, decidedOn, on }
    if (ended) return { ...about, ended }
    const decision = decisions.get(entry.case)
    const words = this.house.lexicon('intake/administrative-case')
    return {
      ...{ ...about, until, contested, class: entry.class },
      number: decision?.number,
      ip: decision && rules.ip(decision.ip)?.title,
      kinds: decision?.kinds.map((code) => ({ code, title: words.get(`kinds:${code}`) ?? words.get(code) })),
      fine: decision?.fine,
      confiscation: decision?.confiscation,
    }
  }

  private async listingsOf(asked: Asked, request: Incoming) {
    const world = worldOf(this.house, request)
    const { total, rows } = await pageOf(tableOf({ world }, 'public-listings'), asked)
    const entries = (rows as unknown as Listing[]).map((one) => this.listing(world, one))
    return { total, now: world.time.now(), entries }
  }

  private listing({ rules }: WorldFace, entry: Listing) {
    const { party, agency, conduct, listedOn, on, contested, ended } = entry
    const about = { party, agency: rules.agency(agency)?.name, listedOn, on }
    if (ended) return { ...about, ended }
    const title = conduct === undefined ? undefined : this.house.lexicon('credit/listing').get(`conduct:${conduct}`)
    return { ...about, until: untilOf(rules, 'credit/listing', entry), contested, conduct: title }
  }
}
