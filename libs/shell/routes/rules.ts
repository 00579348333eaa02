import { Controller, Get, Inject, Param, Query } from '@nestjs/common'
import { z } from 'zod'
import { readInstant } from '#kernel'
import { AsksQuery, Public } from '../guard.js'
import { HOUSE, type House } from '../house.js'
import { nearest } from '#kernel/nearest'
import { noSuch } from '../no-such.js'
import { Problem } from '../problem.js'
import { invalidInput, issuesIn, read } from '../read.js'
import { GUARDS } from '../guards/index.js'
import { REFUSALS, sentences } from '../refusals.js'

const query = z.strictObject({
  start: z
    .string()
    .refine((text) => readInstant(text) !== undefined, '应为日期或时间，如 2026-04-22 / a day or time like 2026-04-22'),
  record: z.string().max(80).optional(),
})

/** Every condition that ERR_GUARD names in its facts. */
const conditions = () => Object.keys(GUARDS).map((guard) => ({ guard, ...sentences('ERR_GUARD', { guard }) }))

/** What the law says, without any matter: open to everybody. */
@Controller('api')
@Public()
export class RuleRoutes {
  constructor(@Inject(HOUSE) private readonly house: House) {}

  @AsksQuery()
  @Get('rules/clocks/:clock/explain')
  explain(@Param('clock') clock: string, @Query() asked: unknown) {
    const { start, record } = read(query, asked)
    const { rules } = this.house
    const ids = [...new Set(rules.allClocks.map((row) => row.id))]
    if (!ids.includes(clock)) throw new Problem('NOT_FOUND', { asked: clock, nearest: nearest(clock, ids) })
    const kinds = [...new Set(rules.allClocks.flatMap((row) => (row.id === clock ? row.on : [])))]
    if (record !== undefined && !kinds.includes(record)) throw noSuch('record', record, kinds)
    try {
      return rules.explainClock({ clock, start: start.length === 10 ? start : readInstant(start)!, record })
    } catch (error) {
      throw invalidInput(issuesIn('start', error))
    }
  }

  @Get('problems')
  problems() {
    const problems = Object.keys(REFUSALS).map((code) => ({ code, ...sentences(code, {}, this.house.lexicon()) }))
    return { problems, conditions: conditions() }
  }

  @Get('problems/:code')
  problem(@Param('code') code: string) {
    if (!Object.hasOwn(REFUSALS, code))
      throw new Problem('NOT_FOUND', { asked: code, nearest: nearest(code, Object.keys(REFUSALS)) })
    return {
      code,
      ...sentences(code, {}, this.house.lexicon()),
      ...(code === 'ERR_GUARD' && { conditions: conditions() }),
    }
  }
}
