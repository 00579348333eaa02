import { describe, expect, it } from '@jest/globals'
import type { Received } from '#kernel'
import { z } from 'zod'
import { reactions } from './reactions.js'

const CASE = 'c'.repeat(26)
const LEAD = 'l'.repeat(26)
const ACTION = 'j'.repeat(26)
const SUBJECT = { name: '许昌恒远电力器材有限公司', uscc: '91411003MA9FK20288' }

const answer = (kind: string, type: string, record: string, data: object) => {
  const all = reactions.filter((one) => one.on.kind === kind && one.on.type === type)
  return all.flatMap((one) =>
    one.to({ record, kind, type, data } as unknown as Received<never>).map((to) => ({ step: one.step, ...to })),
  )
}
const finding = (change: object = {}) => ({
  agency: 'SAMR-411003',
  subject: SUBJECT,
  ip: 'trademark',
  round: 1,
  ruleSet: 'FS5',
  offence: 'counterfeit_mark_goods',
  metrics: { illegal_business: 8_600_000 },
  flags: [],
  evidence: { illegal_business: ['账册一'] },
  searched: [],
  result: 'met',
  suspicion: false,
  basis: 'own',
  officers: ['wang', 'zhao'],
  ...change,
})

describe('a finding', () => {
  it.each([
    ['intake/administrative-case', CASE, { case: CASE }],
    ['intake/lead', LEAD, { lead: LEAD }],
  ])('of %s that meets the standard opens a transfer under the key of matter and round', (kind, record, matter) => {
    const [only, ...others] = answer(kind, 'ThresholdEvaluated', record, finding())
    expect(others).toEqual([])
    expect(only?.step.name).toBe('RaiseSuspicion')
    expect(only?.target).toEqual({ key: `${record}:1` })
    expect(only?.input).toEqual({
      ...matter,
      agency: 'SAMR-411003',
      subject: SUBJECT,
      ip: 'trademark',
      round: 1,
      basis: 'threshold',
      offence: 'counterfeit_mark_goods',
      ruleSet: 'FS5',
      amounts: [{ metric: 'illegal_business', value: 8_600_000, evidence: ['账册一'] }],
    })
  })

  it('of a reasonable suspicion does too, one of neither does not', () => {
    const found = (change: object) => answer('intake/administrative-case', 'ThresholdEvaluated', CASE, finding(change))
    expect(found({ result: 'not-met', suspicion: true })[0]?.input).toMatchObject({ basis: 'suspicion' })
    expect(found({ result: 'not-met', suspicion: false })).toEqual([])
  })
})

describe('a crime flagged in a joint action', () => {
  const flagged = (change: object) =>
    answer('routing/joint-action', 'CrimeFlagged', ACTION, {
      target: SUBJECT,
      agency: 'SAMR-411003',
      ip: 'trademark',
      reason: '标识三万件',
      ...change,
    })

  it('opens a transfer of the agency and target', () => {
    expect(flagged({})[0]?.target).toEqual({ key: `${ACTION}:SAMR-411003:91411003MA9FK20288` })
    expect(flagged({})[0]?.input).toMatchObject({ basis: 'joint-action', agency: 'SAMR-411003', reason: '标识三万件' })
  })

  it('is the suspicion of the lead that the agency already has', () => {
    expect(flagged({ lead: LEAD })[0]?.target).toEqual({ key: `${LEAD}:1` })
    expect(flagged({ lead: LEAD })[0]?.input).toMatchObject({ lead: LEAD, round: 1 })
    expect(flagged({ lead: LEAD, round: 2 })[0]?.target).toEqual({ key: `${LEAD}:2` })
    expect(flagged({ lead: LEAD, round: 2 })[0]?.input).toMatchObject({ lead: LEAD, round: 2 })
  })
})

describe('a matter that moves on', () => {
  it.each([
    ['intake/administrative-case', 'CaseTransferred', CASE, {}, 'EndSuspicion', { why: 'case-transferred' }],
    ['intake/administrative-case', 'CaseTerminated', CASE, {}, 'EndSuspicion', { why: 'case-terminated' }],
    ['intake/lead', 'LeadFiled', LEAD, { case: CASE }, 'LinkCase', { case: CASE, lead: LEAD }],
  ])('%s %s', (kind, type, record, data, step, input) => {
    const all = answer(kind, type, record, data)
    expect(all.map((one) => one.target)).toEqual([1, 2].map((round) => ({ key: `${record}:${round}` })))
    expect(all.every((one) => one.step.name === step)).toBe(true)
    expect(all[0]?.input).toEqual(input)
  })

  it('means every suspicion that it has come to, and the next', () => {
    const all = answer('intake/administrative-case', 'CaseTerminated', CASE, { round: 4 })
    expect(all.map((one) => one.target)).toEqual([1, 2, 3, 4, 5].map((round) => ({ key: `${CASE}:${round}` })))
  })
})

it('every reaction speaks the language of its step', () => {
  const all = [
    ...answer('intake/administrative-case', 'ThresholdEvaluated', CASE, finding()),
    ...answer('routing/joint-action', 'CrimeFlagged', ACTION, {
      target: SUBJECT,
      agency: 'SAMR-411003',
      ip: 'trademark',
      reason: '标识',
    }),
    ...answer('intake/administrative-case', 'CaseTerminated', CASE, {}),
    ...answer('intake/lead', 'LeadFiled', LEAD, { case: CASE }),
  ]
  for (const { step, input } of all) expect(z.strictObject(step.input ?? {}).safeParse(input).success).toBe(true)
})
