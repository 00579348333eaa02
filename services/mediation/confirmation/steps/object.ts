import { field, firstOf, inFuture, isRefusal, refuse, type Day, type Refusal } from '#kernel'
import type { Rules } from '#rules'
import { lastDayOf } from '../../last-day.js'
import { Objected } from '../events.js'
import { confirmation } from '../state.js'

/** A third party has six months from knowing (MSJS 372); the day is stated by it, so a guard and not a clock. */
const thirdPartyLate = (knownOn: Day | undefined, today: Day, rules: Rules): Refusal | false => {
  if (knownOn === undefined) return refuse('ERR_GUARD', { guard: 'known-on' })
  const clock = confirmation.reads.thirdParty
  const due = lastDayOf({ clock, on: confirmation, field: 'knownOn' }, knownOn, rules)
  if (isRefusal(due)) return due
  return today > due && refuse('ERR_LATE', { clock, knownOn, due })
}

/** A party objects itself; the court enters the objection of a third party whose interest is touched. */
export const object = confirmation.step({
  name: 'Object',
  title: { zh: '提出异议', en: 'Object' },
  law: ['MSJS:372'],
  from: ['CONFIRMED', 'PERFORMING', 'ENFORCING'],
  who: { of: ['parties', 'holder'], office: ['party', 'judges'] },
  makes: '异议书',
  input: {
    by: field.oneOf('party', 'third-party').default('party').meta({ title: '异议人', description: 'Who objects' }),
    knownOn: field.day.optional().meta({ title: '第三人知道之日', description: 'Day on which the third party knew' }),
  },
  emits: [Objected],
  decide: ({ by, knownOn }, { facts }, { actor, rules, today, now }) => {
    const third = by === 'third-party'
    return (
      firstOf(
        third &&
          actor.office === 'party' &&
          refuse('ERR_WRONG_APPROVER', { office: actor.office, needed: rules.officesIn('judges') }),
        facts.objected && refuse('ERR_GUARD', { guard: 'objection-pending' }),
        inFuture(now, { knownOn }),
        third && thirdPartyLate(knownOn, today, rules),
      ) ?? Objected(third ? { by, knownOn } : { by })
    )
  },
})
