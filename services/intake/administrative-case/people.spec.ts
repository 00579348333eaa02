import { describe, expect, it } from '@jest/globals'
import { loadRules } from '#rules'
import { specOf } from '#kernel/spec'
import * as c from './case.sample.js'
import { administrativeCase } from './state.js'
import { administrativeCaseSteps } from './steps.js'
import { assignOfficers } from './steps/assign-officers.js'
import { collectEvidence } from './steps/collect-evidence.js'

/** The accounts of the seeds and nobody else. */
const seeds = specOf({ record: administrativeCase, steps: administrativeCaseSteps }, loadRules())
const filing = (...officers: readonly string[]) =>
  seeds.given().when(c.filing().step, { ...c.filing({ officers }), by: { ...c.leader, person: 'weidu-09' } })

describe('who investigates (R-ADM-02: two licensed officers of the bureau)', () => {
  it('is two officers of the bureau', () => {
    expect(filing('weidu-02', 'weidu-03').refused()).toBeUndefined()
  })

  it.each([
    [
      'somebody whom no agency has',
      ['weidu-02', 'ghost'],
      { guard: 'unknown-person', field: 'officers.1', person: 'ghost' },
    ],
    [
      'an officer of another bureau',
      ['jianan-02', 'weidu-03'],
      { guard: 'person-of-another-agency', field: 'officers.0', person: 'jianan-02' },
    ],
    [
      'the same person twice',
      ['weidu-02', 'weidu-02'],
      { guard: 'person-twice', field: 'officers.1', person: 'weidu-02' },
    ],
    [
      'a reviewer without licence',
      ['weidu-02', 'weidu-06'],
      { guard: 'person-without-licence', field: 'officers.1', person: 'weidu-06' },
    ],
  ])('is not %s', (_, officers, facts) => {
    expect(filing(...officers).refusal()).toEqual({
      refused: 'ERR_GUARD',
      facts: { agency: 'SAMR-411002', ...facts },
    })
  })

  it('is never whoever approves, licensed or not', () => {
    expect(filing('weidu-02', 'weidu-09').refused()).toBe('ERR_SOD')
  })

  it.each([
    ['assigned', { step: assignOfficers, by: c.unitHead, input: { officers: ['p-officer', 'ghost'] } }, 'officers.1'],
    [
      'present',
      { step: collectEvidence, by: c.officer, input: { items: ['账册'], present: ['ghost'], rightsTold: true } },
      'present.0',
    ],
  ])('is known where %s', (_, act, field) => {
    expect(c.refusal(c.filed, { ...act, at: '2026-06-15T09:00' })).toEqual({
      refused: 'ERR_GUARD',
      facts: { guard: 'unknown-person', field, person: 'ghost', agency: 'SAMR-411002' },
    })
  })
})
