import { refuse } from '#kernel'
import { enclosures } from '../../form.js'
import { HearingRequested } from '../events.js'
import { administrativeCase } from '../state.js'
import { respondentOrOfficer } from '../who.js'

/** Also after a statement. The case stands still until the hearing is reported or ended. */
export const requestHearing = administrativeCase.step({
  name: 'RequestHearing',
  title: { zh: '要求听证', en: 'Request a hearing' },
  law: ['CFF:63', 'CFF:64'],
  from: ['NOTICE_SERVED'],
  who: respondentOrOfficer,
  input: { enclosures },
  emits: [HearingRequested],
  decide: (_, { facts }) =>
    facts.notice?.hearingOffered ? HearingRequested({}) : refuse('ERR_GUARD', { guard: 'hearing-not-in-scope' }),
})
