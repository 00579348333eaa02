import { field, refuse } from '#kernel'
import { enclosures, titled } from '../../form.js'
import { HearingHeld } from '../events.js'
import { administrativeCase } from '../state.js'
import { host } from '../who.js'

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
  decide: (input, { facts: { hearing } }, { today }) =>
    hearing.notified && hearing.day === today
      ? HearingHeld(input)
      : refuse('ERR_CLOCK_RULE', { day: hearing.day ?? null, today, noticeServed: hearing.notified }),
})
