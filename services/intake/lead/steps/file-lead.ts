import { field } from '#kernel'
import { laterRound } from '../../round.js'
import { LeadFiled } from '../events.js'
import { endedFrom, isFinal } from '../guards.js'
import { lead } from '../state.js'

/** A case named this lead when it was filed; it took the lead's one outcome with it. */
export const fileLead = lead.step({
  name: 'FileLead',
  title: { zh: '线索立案', en: 'File the lead' },
  law: ['PROC:19'],
  from: ['any'],
  who: 'system',
  input: { case: field.id, agency: field.agency },
  emits: [LeadFiled],
  decide: (input, { state, facts }) =>
    isFinal(state) || facts.holder !== input.agency
      ? []
      : LeadFiled({ ...endedFrom(facts), case: input.case, round: laterRound(facts) }),
})
