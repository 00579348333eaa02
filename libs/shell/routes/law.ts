import { Controller, Get, Inject, Query } from '@nestjs/common'
import { z } from 'zod'
import { field } from '#kernel'
import { AsksQuery, Public } from '../guard.js'
import { HOUSE, type House } from '../house.js'
import { clockRowShown } from '../law/clocks.js'
import { documentsShown } from '../law/documents.js'
import { lookedFor } from '../law/looked-for.js'
import { thresholdsShown } from '../law/thresholds.js'
import { once } from '../once.js'
import { read } from '../read.js'
import { titlesOf } from '../titles.js'

const query = z.strictObject({ q: field.text.max(80).optional() })

/** Everything that is shown of the rules; they stand as long as the house does. */
const entriesOf = ({ rules, services }: House) => {
  const titles = titlesOf(services)
  return {
    clocks: once(() => rules.allClocks.map((row) => clockRowShown(row, rules, titles))),
    thresholds: once(() => thresholdsShown(rules)),
    documents: once(() => documentsShown(services, rules)),
    switches: once(() => rules.switchTable.map((one) => ({ ...one, now: rules.switches[one.name] }))),
  }
}

/** The law as this house has it: every clock, threshold, paper and switch with its article, dates and confidence. Open to everybody. */
@Controller('api/rules')
@Public()
export class LawRoutes {
  private readonly entries: ReturnType<typeof entriesOf>
  constructor(@Inject(HOUSE) private readonly house: House) {
    this.entries = entriesOf(house)
  }

  @AsksQuery()
  @Get('clocks')
  clocks(@Query() asked: unknown) {
    return this.told('clocks', this.entries.clocks(), asked, ({ id, title }) => [id, title])
  }

  @AsksQuery()
  @Get('thresholds')
  thresholds(@Query() asked: unknown) {
    return this.told('thresholds', this.entries.thresholds(), asked, ({ id, offence }) => [id, offence])
  }

  @AsksQuery()
  @Get('documents')
  documents(@Query() asked: unknown) {
    return this.told('documents', this.entries.documents(), asked, ({ code, title }) => [code, title])
  }

  @AsksQuery()
  @Get('switches')
  switches(@Query() asked: unknown) {
    return this.told('switches', this.entries.switches(), asked, ({ name, title }) => [name, title])
  }

  private told<T extends object>(name: string, all: readonly T[], asked: unknown, first: (entry: T) => unknown) {
    const { q } = read(query, asked)
    const found = lookedFor(all, q, first)
    return { version: this.house.rules.version, total: found.length, [name]: found }
  }
}
