import { Controller, Get, Inject, Query } from '@nestjs/common'
import { z } from 'zod'
import { field } from '#kernel'
import { AsksQuery, Public } from '../guard.js'
import { HOUSE, type House } from '../house.js'
import { clockRowShown } from '../law/clocks.js'
import { documentsShown } from '../law/documents.js'
import { lookedFor } from '../law/looked-for.js'
import { thresholdsShown } from '../law/thresholds.js'
import { read } from '../read.js'
import { titlesOf } from '../titles.js'

const query = z.strictObject({ q: field.text.max(80).optional() })

/** The law as this house has it: every clock, threshold, paper and switch with its article, dates and confidence. Open to everybody. */
@Controller('api/rules')
@Public()
export class LawRoutes {
  constructor(@Inject(HOUSE) private readonly house: House) {}

  @AsksQuery()
  @Get('clocks')
  clocks(@Query() asked: unknown) {
    const { rules, services } = this.house
    const titles = titlesOf(services)
    const clocks = rules.allClocks.map((row) => clockRowShown(row, rules, titles))
    return this.told(
      'clocks',
      lookedFor(clocks, read(query, asked).q, ({ id, title }) => [id, title]),
    )
  }

  @AsksQuery()
  @Get('thresholds')
  thresholds(@Query() asked: unknown) {
    const rows = thresholdsShown(this.house.rules)
    return this.told(
      'thresholds',
      lookedFor(rows, read(query, asked).q, ({ id, offence }) => [id, offence]),
    )
  }

  @AsksQuery()
  @Get('documents')
  documents(@Query() asked: unknown) {
    const { rules, services } = this.house
    const papers = documentsShown(services, rules)
    return this.told(
      'documents',
      lookedFor(papers, read(query, asked).q, ({ code, title }) => [code, title]),
    )
  }

  @AsksQuery()
  @Get('switches')
  switches(@Query() asked: unknown) {
    const { rules } = this.house
    const switches = rules.switchTable.map((one) => ({ ...one, now: rules.switches[one.name] }))
    return this.told(
      'switches',
      lookedFor(switches, read(query, asked).q, ({ name, title }) => [name, title]),
    )
  }

  private told<T>(name: string, entries: readonly T[]) {
    return { version: this.house.rules.version, total: entries.length, [name]: entries }
  }
}
