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

const nothing = z.strictObject({})
const chosen = z.strictObject({ office: field.name })

@Controller('api')
export class SignInRoutes {
  constructor(@Inject(HOUSE) private readonly house: House) {}

  /** A short-lived token for one agency and office. */
  @Public()
  @HttpCode(200)
  @Post('sign-in')
  async signIn(@Body() sent: unknown, @Req() request: Incoming) {
    const wish = read(body, sent)
    const { accounts } = this.house
    if ('dev' in wish && !this.house.dev && !throughOperatorsDoor(this.house, request))
      throw new Problem('DEV_SIGN_IN_OFF')
    const who = 'dev' in wish ? accounts.asDev(wish.dev) : await accounts.signIn(wish, request.ip)
    return this.token(this.sealed(who))
  }

  /** A new token for somebody whose token still holds: who works on does not sign in again, for as long as a session lasts at most. */
  @HttpCode(200)
  @Post('sign-in/renew')
  renew(@Body() sent: unknown, @Req() request: Incoming) {
    read(nothing, sent)
    return this.token(this.sealed(this.house.accounts.goOn(request.who!)))
  }

  /** The same person in another office of the same account. */
  @HttpCode(200)
  @Post('sign-in/office')
  office(@Body() sent: unknown, @Req() request: Incoming) {
    const { office } = read(chosen, sent)
    return this.token(this.sealed(this.house.accounts.goOn(request.who!, office)))
  }

  /** Ends the session: none of its tokens is taken any more. */
  @HttpCode(200)
  @Post('sign-out')
  signOut(@Body() sent: unknown, @Req() request: Incoming) {
    read(nothing, sent)
    this.house.tokens.end(request.who!)
    return { ended: true }
  }

  private async token(who: SignedIn) {
    const token = await this.house.tokens.sign(who)
    return { token, ...this.told((await this.house.tokens.read(token))!) }
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

  private told(who: SignedIn) {
    const { actor, name, level, until } = who
    const { rules, worlds, accounts } = this.house
    const title = (code: string) => rules.offices.find((one) => one.code === code)?.title
    return {
      ...{ person: actor.person, name, agency: actor.agency, office: actor.office, level, subject: actor.subject },
      agencyName: rules.agency(actor.agency)?.name,
      agencyKind: rules.agency(actor.agency)?.kind,
      officeTitle: title(actor.office),
      offices: accounts.officesOf(who).map((code) => ({ code, title: title(code) })),
      /** By the machine's clock, which no world moves. */
      secondsLeft: until === undefined ? undefined : Math.max(0, Math.floor((until - Date.now()) / 1000)),
      now: worlds.current.time.now(),
    }
  }
}
