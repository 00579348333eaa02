import { Controller, Get, Inject, Req } from '@nestjs/common'
import { isOutside, nameable } from '#policy'
import type { Agency, Rules, User } from '#rules'
import { worldOf } from '../guard.js'
import { HOUSE, type House, type Incoming } from '../house.js'

const agencyShown = (agency: Agency, rules: Rules) => {
  const { code, name, kind, level, region, superior } = agency
  return {
    ...{ code, name, kind, level, region, superior },
    kindTitle: rules.terms.find((one) => one.code === kind)?.title,
    regionName: rules.regions.find((one) => one.code === region)?.name,
    /** What it may do, by rights of the rulebook. */
    rights: rules.rights.filter(({ kinds }) => kinds.includes(kind)).map((one) => one.name),
  }
}

const personShown = ({ person, name, agency, offices, licence }: User, rules: Rules) => ({
  ...{ person, name, agency, licence: licence || undefined },
  licensed: licence !== undefined,
  offices: offices.map((code) => ({ code, title: rules.offices.find((one) => one.code === code)?.title })),
})

/** Whom forms name: agencies, and the people whom the reader may be told by name. */
@Controller('api/portal')
export class DirectoryRoutes {
  constructor(@Inject(HOUSE) private readonly house: House) {}

  @Get('directory')
  directory(@Req() request: Incoming) {
    const { rules } = worldOf(this.house, request)
    const named = nameable(request.who!.actor, rules)
    return {
      agencies: rules.agencies.filter((one) => !isOutside(one)).map((one) => agencyShown(one, rules)),
      people: rules.users.filter(({ agency }) => named.has(agency)).map((one) => personShown(one, rules)),
    }
  }
}
