import { refuse } from '#kernel'
import { enclosures } from '../../form.js'
import { InvestigationClosed } from '../events.js'
import { administrativeCase } from '../state.js'
import { investigating } from '../who.js'

/** The officers report. Not while a test is out: its result belongs in the report. */
export const closeInvestigation = administrativeCase.step({
  name: 'CloseInvestigation',
  title: { zh: '调查终结', en: 'Close the investigation' },
  law: ['PROC:48'],
  from: ['INVESTIGATING', 'REVIEW_RETURNED'],
  who: investigating,
  makes: '案件调查终结报告',
  input: { enclosures },
  emits: [InvestigationClosed],
  decide: (_, { facts }) => {
    const open = Object.keys(facts.tests)
    return open.length ? refuse('ERR_GUARD', { guard: 'tests-out', tests: open }) : InvestigationClosed({})
  },
})
