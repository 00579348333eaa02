import { describe, expect, it } from '@jest/globals'
import * as m from './action.sample.js'
import { draftPlan } from './steps/draft-plan.js'

const [changge, police, customs] = m.PLAN.parts
const draft = (...officers: readonly { person: string; licence: string }[]) =>
  m.spec.given(m.proposed).when(draftPlan, {
    by: m.PROPOSER,
    at: '2026-05-15T10:00',
    input: { ...m.PLAN, parts: [{ ...changge, officers }, police, customs] },
  })
const [first, second] = m.officers('SAMR-411082')

describe('the officers of a plan (4.2: two licensed officers of each agency)', () => {
  const at = (index: number) => ({ field: `parts.0.officers.${index}.person`, agency: 'SAMR-411082' })

  it.each([
    ['nobody has', { ...second!, person: 'ghost' }, { guard: 'unknown-person', person: 'ghost' }],
    [
      'another agency has',
      { ...second!, person: 'CUSTOMS-4110001' },
      { guard: 'person-of-another-agency', person: 'CUSTOMS-4110001' },
    ],
    ['stands there before', first!, { guard: 'person-twice', person: 'SAMR-4110821' }],
    [
      'holds another licence',
      { ...second!, licence: 'SAMR-411082-009' },
      { guard: 'licence-of-another', person: 'SAMR-4110822', licence: 'SAMR-411082-009' },
    ],
  ])('are not one whom %s', (_, other, facts) => {
    expect(draft(first!, other).refusal()).toEqual({ refused: 'ERR_GUARD', facts: { ...at(1), ...facts } })
  })

  it('may have licences whose numbers are not on file', () => {
    expect(draft({ person: 'p1', licence: '豫K0001' }, { person: 'p2', licence: '豫K0002' }).refused()).toBeUndefined()
  })
})
