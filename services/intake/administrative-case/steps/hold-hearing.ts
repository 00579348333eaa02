import { field, refuse, type Day } from '#kernel'
import { enclosures, titled } from '../../form.js'
import { HearingHeld } from '../events.js'
import type { Hearing } from '../facts.js'
import { administrativeCase } from '../state.js'
import { host } from '../who.js'

const notHeld = ({ day, notified }: Hearing, today: Day) => {
  if (day === undefined) return 'hearing-not-scheduled'
  if (!notified) return 'hearing-not-notified'
  return day === today ? undefined : 'hearing-on-another-day'
}

/** On the day scheduled and told in time (ERR_CLOCK_RULE). */
export const holdHearing = administrativeCase.step({
  name: 'HoldHearing',
  title: { zh: '举行听证', en: 'Hold the hearing' },
  law: ['CFF:64'],
  from: ['HEARING_PENDING'],
  who: host,
  makes: '听证笔录',
  input: {
    noIntentProven: titled(field.yes, '证明无主观故意', 'Proves that there was no intent').default(false),
    enclosures,
  },
  emits: [HearingHeld],
  decide: (input, { facts: { hearing } }, { today }) => {
    const { day, notified } = hearing
    const guard = notHeld(hearing, today)
    return guard
      ? refuse('ERR_CLOCK_RULE', { guard, day: day ?? null, today, noticeServed: notified })
      : HearingHeld(input)
  },
})
