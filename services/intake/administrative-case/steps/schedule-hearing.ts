import { dayOf, field, firstOf, refuse, type Day, type Refusal } from '#kernel'
import type { Rules } from '#rules'
import { titled } from '../../form.js'
import { HearingScheduled } from '../events.js'
import { administrativeCase } from '../state.js'
import { host } from '../who.js'

/** The last day for telling the party, of a hearing on that day (CFF 64). */
const noticeDue = (day: Day, rules: Rules): Day =>
  dayOf(rules.countClock({ clock: administrativeCase.reads.hearing, record: administrativeCase.kind, start: day }).due)

/** A day that leaves no time for the notice is invalid from the beginning. */
const unfitDay = (day: Day, today: Day, rules: Rules): Refusal | false => {
  if (day <= today) return refuse('ERR_GUARD', { guard: 'hearing-day-to-come', day, today })
  const due = noticeDue(day, rules)
  return due < today && refuse('ERR_GUARD', { guard: 'hearing-day-too-near', day, due, today })
}

export const scheduleHearing = administrativeCase.step({
  name: 'ScheduleHearing',
  title: { zh: '确定听证日期', en: 'Schedule the hearing' },
  law: ['CFF:64'],
  from: ['HEARING_PENDING'],
  who: host,
  input: { day: titled(field.day, '听证日期', 'Day of the hearing') },
  emits: [HearingScheduled],
  decide: ({ day }, { facts: { hearing } }, { today, actor, rules }) =>
    firstOf(unfitDay(day, today, rules), hearing.day === day && refuse('ERR_GUARD', { guard: 'done-already' })) ??
    HearingScheduled({ day, host: actor.person }),
})
