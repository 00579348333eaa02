import { Body, Controller, HttpCode, Inject, Post, Req } from '@nestjs/common'
import { z } from 'zod'
import { bigramsIn, field } from '#kernel'
import { visible } from '#policy'
import type { Filter, Row, ViewTable } from '#ports'
import { worldOf } from '../guard.js'
import { HOUSE, type House, type Incoming } from '../house.js'
import { coreOf, REASONS, reasonsFor, type Reason, type Target } from '../likely/likeness.js'
import { read } from '../read.js'
import { tableOf } from '../seen.js'
import { titlesOf, type Titles } from '../titles.js'

/** What is typed while a lead is registered: whole or half. It stands in the body: names belong in no address and no log. */
const asked = z.strictObject({
  name: field.name.optional(),
  uscc: field.name.optional(),
  shop: field.name.optional(),
  address: field.name.optional(),
})

const SHOWN = 5
/** Earlier leads that are compared, newest first. */
const COMPARED = 500

interface Like {
  reasons: readonly Reason[]
  target: Target
  record: Row
}

/** Leads that share something with what is typed; undefined where too little is typed to look for. */
const wanted = ({ name, uscc, shop }: Target): Filter | undefined => {
  const grams = [name, shop].flatMap((text) => (text === undefined ? [] : bigramsIn(coreOf(text)))).slice(0, 40)
  const ways: Filter[] = [
    ...(uscc === undefined ? [] : [{ uscc }]),
    ...(grams.length ? [{ grams: { $in: grams } }] : []),
  ]
  return ways.length ? { $or: ways } : undefined
}

const strongest = ({ reasons, record }: Like): string =>
  `${String(reasons.reduce((sum, one) => sum + REASONS[one].weight, 0)).slice(0, 4)} ${String(record.at)}`

/** Whether a lead has come before, while it is being typed in. */
@Controller('api/portal')
export class LikelyRoutes {
  private readonly titles: Titles
  constructor(@Inject(HOUSE) private readonly house: House) {
    this.titles = titlesOf(house.services)
  }

  /** Earlier leads that the person may know and that may be of the same target, each with the reasons. */
  @HttpCode(200)
  @Post('likely-leads')
  async likely(@Body() body: unknown, @Req() request: Incoming) {
    const target = read(asked, body)
    const world = worldOf(this.house, request)
    const [targets, records] = [tableOf({ world }, 'targets'), tableOf({ world }, 'records')]
    const earlier = await this.earlier(target, targets)
    const known = await this.known(earlier, records, visible(request.who!.actor, world.rules))
    const likes = earlier
      .flatMap((one): Like[] => {
        const [record, reasons] = [known.get(one.id), reasonsFor(target, one as Target)]
        return record && reasons.length ? [{ record, reasons, target: one as Target }] : []
      })
      .sort((a, b) => (strongest(a) > strongest(b) ? -1 : 1))
    return { now: world.time.now(), likely: likes.slice(0, SHOWN).map((one) => this.shown(one)) }
  }

  private async earlier(target: Target, targets: ViewTable): Promise<Row[]> {
    const filter = wanted(target)
    return filter ? targets.find(filter, { sort: { receivedOn: -1 }, limit: COMPARED }) : []
  }

  private async known(rows: readonly Row[], records: ViewTable, mine: Filter): Promise<ReadonlyMap<string, Row>> {
    if (!rows.length) return new Map()
    const filter = { $and: [{ id: { $in: rows.map(({ id }) => id) } }, mine] }
    return new Map((await records.find(filter, { limit: COMPARED })).map((row) => [row.id, row]))
  }

  private shown({ record, reasons, target: { name, shop, address } }: Like) {
    const { id, dossier, label, numbers, since } = record
    const [kind, state] = [String(record.kind), String(record.state)]
    return {
      ...{ id, kind, dossier, label, numbers, since, state, name, shop, address },
      ...{ kindTitle: this.titles.kind(kind), stateTitle: this.titles.state(kind, state) },
      reasons: reasons.map((reason) => ({ reason, ...REASONS[reason].says })),
    }
  }
}
