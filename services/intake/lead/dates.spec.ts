import { describe, expect, it } from '@jest/globals'
import * as m from './lead.sample.js'
import { evaluateThreshold } from './steps/evaluate-threshold.js'
import { registerLead } from './steps/register-lead.js'

const register = (at: string, input: object = {}) =>
  m.spec.given().when(registerLead, {
    by: m.intake(),
    at,
    now: '2026-06-01T09:00',
    input: { channel: 'SRC-12315-JB', subject: m.SHOP, handler: true, clue: '店内陈列仿冒发饰', ...input },
  })
const evaluate = (actDate: string) =>
  m.spec.given(...m.verifying).when(evaluateThreshold, {
    by: m.officer(),
    at: '2026-06-04T09:00',
    input: { metrics: { sales_amount: 100 }, evidence: ['账册'], suspicion: false, acts: ['sale'], actDate },
    needs: { searched: [] },
  })

/** The oldest clock of a lead is that of ZLZF15, in force from 2015-07-01; the oldest thresholds are FS19, from 2004-12-22. */
describe('a date before any law that the data has', () => {
  it('is refused of a receipt, with the first day that can be', () => {
    expect(register('2026-06-01T09:00', { receivedOn: '1820-01-01' }).refusal()).toEqual({
      refused: 'ERR_DATE',
      facts: { field: 'receivedOn', given: '1820-01-01', notBefore: '2015-07-01' },
    })
    expect(register('2026-06-01T09:00', { receivedOn: '2015-07-01' }).refused()).toBeUndefined()
  })

  it('is refused of the act itself', () => {
    expect(register('1999-01-01T09:00').refusal()).toEqual({
      refused: 'ERR_DATE',
      facts: {
        field: 'at',
        given: '1999-01-01T09:00:00.000+08:00',
        notBefore: '2015-07-01T00:00:00.000+08:00',
      },
    })
  })

  it('is refused of an infringement only before the first set of thresholds (R-THR-02)', () => {
    expect(evaluate('1901-05-01').refusal()).toEqual({
      refused: 'ERR_DATE',
      facts: { field: 'actDate', given: '1901-05-01', notBefore: '2004-12-22' },
    })
    expect(evaluate('2004-12-22').refused()).toBeUndefined()
  })
})
