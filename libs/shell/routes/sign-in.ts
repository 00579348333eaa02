import { Body, Controller, Get, HttpCode, Inject, Post, Req } from '@nestjs/common'
import { z } from 'zod'
import { accountFor, field } from '#kernel'
import type { SignedIn } from '../accounts/tokens.js'
import { Public, throughOperatorsDoor } from '../guard.js'
import { HOUSE, type House, type Incoming } from '../house.js'
import { Problem } from '../problem.js'
import { read } from '../read.js'

const dev = z.strictObject({
  agency: field.agency,
  office: field.name,
  person: field.person,
  name: field.name.optional(),
  subject: field.name.optional(),
})

const body = z.union([
  z.strictObject({ user: field.name, password: z.string().min(1).max(200), office: field.name.optional() }),
  z.strictObject({ dev }),
])

@Controller('api')
export class SignInRoutes {
  constructor(@Inject(HOUSE) private readonly house: House) {}

  /** A short-lived token for one agency and office. */
  @Public()
  @HttpCode(200)
  @Post('sign-in')
  async signIn(@Body() sent: unknown, @Req() request: Incoming) {
    const wish = read(body, sent)
    const { accounts, tokens } = this.house
    if ('dev' in wish && !this.house.dev && !throughOperatorsDoor(this.house, request))
      throw new Problem('DEV_SIGN_IN_OFF')
    const who = 'dev' in wish ? accounts.asDev(wish.dev) : await accounts.signIn(wish, request.ip)
    const known = this.sealed(who)
    return { token: await tokens.sign(known), ...this.told(known) }
  }

  @Get('me')
  me(@Req() request: Incoming) {
    return this.told(request.who!)
  }

  /** No token holds the number of a natural person. */
  private sealed({ actor, ...who }: SignedIn): SignedIn {
    const { subject } = actor
    return { ...who, actor: subject === undefined ? actor : { ...actor, subject: accountFor(subject, this.house.key) } }
  }

  private told({ actor, name, level }: NonNullable<Incoming['who']>) {
    return { person: actor.person, name, agency: actor.agency, office: actor.office, level, subject: actor.subject }
  }
}
