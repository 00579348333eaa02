import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Controller, Get, Inject, Req, Res } from '@nestjs/common'
import { Public } from '../guard.js'
import { CONSOLE_POLICY, PAGE_POLICY } from '../headers.js'
import { homePage } from '../home.js'
import { HOUSE, headerOf, type House, type Incoming, type Outgoing } from '../house.js'
import { Problem } from '../problem.js'

/** First words of the console's addresses; what follows them the console reads itself. */
export const PAGES = [
  'sign-in',
  'work',
  'search',
  'register',
  'begin',
  'records',
  'dossiers',
  'desks',
  'overview',
  'rules',
  'outside',
] as const

/** The console: one page for all its addresses, which says nothing about any matter. */
@Controller()
@Public()
export class WebRoutes {
  constructor(@Inject(HOUSE) private readonly house: House) {}

  /** The console for a browser; what runs here for everyone else. */
  @Get()
  home(@Req() request: Incoming, @Res({ passthrough: true }) reply: Outgoing) {
    const browser = headerOf(request, 'accept')?.includes('text/html') ?? false
    return browser && this.house.web !== undefined ? this.page(reply) : this.about(reply)
  }

  /** What runs here and where to look. */
  @Get('about')
  about(@Res({ passthrough: true }) reply: Outgoing) {
    reply.type('text/html; charset=utf-8').header('content-security-policy', PAGE_POLICY)
    return homePage(this.house)
  }

  @Get(PAGES.flatMap((page) => [page, `${page}/*`]))
  page(@Res({ passthrough: true }) reply: Outgoing) {
    const { web } = this.house
    if (web === undefined) throw new Problem('NOT_FOUND')
    reply.type('text/html; charset=utf-8').header('content-security-policy', CONSOLE_POLICY)
    return readFileSync(join(web, 'index.html'), 'utf8')
  }
}
