import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Controller, Get, Inject, Param, Res } from '@nestjs/common'
import { Public } from '../guard.js'
import { PAGE_POLICY } from '../headers.js'
import { reportsOf } from '../home.js'
import { HOUSE, type House, type Outgoing } from '../house.js'
import { documentOf } from '../openapi.js'
import { Problem } from '../problem.js'

@Controller()
@Public()
export class HomeRoutes {
  constructor(@Inject(HOUSE) private readonly house: House) {}

  /** The report of a story that was played at the first start of a demonstration. */
  @Get('stories/:report')
  report(@Param('report') report: string, @Res({ passthrough: true }) reply: Outgoing) {
    if (!reportsOf(this.house).includes(report)) throw new Problem('NOT_FOUND')
    reply.type('text/html; charset=utf-8').header('content-security-policy', PAGE_POLICY)
    return readFileSync(join(this.house.reports!, report), 'utf8')
  }

  @Get('api/openapi.json')
  document() {
    return documentOf(this.house)
  }
}
