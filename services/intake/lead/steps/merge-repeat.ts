import { field, firstOf, oneRecord, refuse, samePerson, tellsIdentity } from '#kernel'
import { titled } from '../../form.js'
import { ReportMerged } from '../events.js'
import { goodsHeld, isFinal } from '../guards.js'
import { outcomeOf } from '../outcome.js'
import { notRepeat } from '../repeat.js'
import { lead } from '../state.js'

/** The same reporter on the same target with new facts: one verification, counted again from the last report. */
export const mergeRepeat = lead.step({
  name: 'MergeRepeat',
  title: { zh: '并案处理', en: 'Merge a repeated report' },
  law: ['TSJB:35'],
  from: ['open'],
  who: { of: 'holder', office: 'desk' },
  makes: '并案记录',
  input: {
    into: titled(field.recordOf('intake/lead'), '在先线索', 'Earlier lead'),
    newFacts: titled(field.text, '新的事实', 'New facts'),
  },
  emits: [ReportMerged],
  claims: (_input, { id }) => [outcomeOf(id)],
  needs: {
    earlier: ({ into }) => oneRecord(lead, into),
    sameReporter: ({ into }) => samePerson(lead, into, 'reporter'),
  },
  decide: ({ into, newFacts }, record, { needs: { earlier, sameReporter }, today }) =>
    firstOf(
      notRepeat(record, earlier, sameReporter),
      earlier && isFinal(earlier.state) && refuse('ERR_GUARD', { guard: 'earlier-lead-closed', state: earlier.state }),
      goodsHeld(record),
      tellsIdentity({ newFacts }),
    ) ?? ReportMerged({ into, newFacts, receivedOn: record.facts.receivedOn ?? today }),
})
