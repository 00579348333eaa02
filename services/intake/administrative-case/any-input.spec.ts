import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { isRefusal, type Lookups } from '#kernel'
import { inputSchema, sampleOf } from '#kernel/sample'
import { z } from 'zod'
import * as c from './case.sample.js'
import { administrativeCaseSteps } from './steps.js'

const pool = {
  ids: [c.ID('a'), c.ID('m')],
  persons: ['p-officer', 'p-second', 'p-leader'],
  agencies: [c.BUREAU, c.OTHER],
}
const noFacts: Lookups = { leads: [], searched: [], replaced: undefined, measures: [c.MEASURE] }
const lives = [[], c.filed, c.investigating, c.underReview, c.reviewed, c.notified, c.decided, c.served]

describe('whatever a step is given, in whatever state its record is', () => {
  const now = '2026-07-22T16:00'
  const records = lives.map((life) => c.seen(life, now))

  it.each(administrativeCaseSteps.map((step) => [step.name, step] as const))('%s answers', (_name, step) => {
    const lived = fc.array(fc.nat(1_000_000), { minLength: 40, maxLength: 80 })
    fc.assert(
      fc.property(fc.nat(lives.length - 1), lived, (which, numbers) => {
        let cursor = 0
        const draw = (n: number): number => numbers[cursor++ % numbers.length]! % n
        const input = z.strictObject(step.input ?? {}).safeParse(sampleOf(inputSchema(step), draw, pool))
        const record = records[which]!
        if (!input.success || ![record.state, 'any', 'new'].some((state) => step.from.includes(state))) return
        const at = '2026-07-22T16:00:00.000+08:00'
        const context = {
          at,
          now: at,
          today: '2026-07-22',
          actor: c.leader,
          rules: c.rules,
          needs: noFacts,
          id: c.ID('i'),
        }
        const answer = step.decide(input.data, record, context)
        expect(isRefusal(answer) || Array.isArray(answer) || 'type' in answer).toBe(true)
      }),
      { numRuns: 100 },
    )
  })
})
