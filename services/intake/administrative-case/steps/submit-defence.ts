import { field, refuse } from '#kernel'
import { enclosures, titled } from '../../form.js'
import { DefenceReceived } from '../events.js'
import { administrativeCase } from '../state.js'
import { respondentOrOfficer } from '../who.js'

/** The party states its case; the five working days run on. */
export const submitDefence = administrativeCase.step({
  name: 'SubmitDefence',
  title: { zh: '陈述申辩', en: 'Submit a defence' },
  law: ['CFF:45', 'PROC:57', 'PROC:58'],
  from: ['NOTICE_SERVED'],
  who: respondentOrOfficer,
  makes: '陈述申辩笔录',
  input: {
    statement: titled(field.text, '陈述申辩意见', 'Statement'),
    noIntentProven: titled(field.yes, '证明无主观故意', 'Proves that there was no intent').default(false),
    enclosures,
  },
  emits: [DefenceReceived],
  unless: ({ facts }) => facts.waived && refuse('ERR_LATE', { right: 'defence' }),
  decide: DefenceReceived,
})
