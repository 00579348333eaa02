import { Controller, Get, Inject, Req } from '@nestjs/common'
import { HOUSE, type House, type Incoming } from '../house.js'
import { overviewOf } from '../overview.js'
import { Problem } from '../problem.js'
import { isParty, seenBy, tableOf } from '../seen.js'

/** What a head looks at. */
@Controller('api/portal')
export class OverviewRoutes {
  private readonly overview: ReturnType<typeof overviewOf>
  constructor(@Inject(HOUSE) private readonly house: House) {
    this.overview = overviewOf(house.services)
  }

  @Get('overview')
  async show(@Req() request: Incoming) {
    const seen = seenBy(this.house, request)
    if (isParty(seen)) throw new Problem('NOT_FOUND')
    const told = await this.overview(tableOf(seen, 'records'), seen.actor, seen.rules, seen.now)
    return { now: seen.now, ...told }
  }
}
