import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Controller, Get, Inject, Param, Res } from '@nestjs/common'
import { Public } from '../guard.js'
import { homePage } from '../home.js'
import { HOUSE, type House, type Outgoing } from '../house.js'
import { openApi } from '../openapi.js'
import { Problem } from '../problem.js'

const REPORT = /^[\p{L}\p{N}][\p{L}\p{N}_-]*\.html$/u
/** Pages of our own: styles in the page, nothing from elsewhere, no scripts. */
const PAGE_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

@Controller()
@Public()
export class HomeRoutes {
  constructor(@Inject(HOUSE) private readonly house: House) {}

  @Get()
  home(@Res({ passthrough: true }) reply: Outgoing) {
    this.asPage(reply)
    return homePage(this.house, this.reports())
  }

  /** The report of a story that was played at the first start of a demonstration. */
  @Get('stories/:report')
  report(@Param('report') report: string, @Res({ passthrough: true }) reply: Outgoing) {
    if (!this.reports().includes(report)) throw new Problem('NOT_FOUND')
    this.asPage(reply)
    return readFileSync(join(this.house.reports!, report), 'utf8')
  }

  @Get('api/openapi.json')
  document() {
    return openApi(this.house.services, this.house.rules)
  }

  private reports(): string[] {
    const { reports } = this.house
    return reports && existsSync(reports)
      ? readdirSync(reports)
          .filter((name) => REPORT.test(name))
          .sort()
      : []
  }

  private asPage(reply: Outgoing): void {
    reply.type('text/html; charset=utf-8').header('content-security-policy', PAGE_POLICY)
  }
}
