import { subject } from '#contracts'
import { field } from '#kernel'
import { ReportsLinked } from '../events.js'
import { isFinal } from '../guards.js'
import { lead } from '../state.js'

/** Another lead or case on the same person, of any reporter or agency; every clock stays its own. */
export const linkReport = lead.step({
  name: 'LinkReport',
  title: { zh: '关联同一当事人的事项', en: 'Link matters of the same person' },
  law: ['FS5:29'],
  from: ['any'],
  who: 'system',
  makes: (_input, { facts }) => [{ title: '线索关联记录', agency: facts.holder }],
  input: { matters: field.list(subject.matter, 1, 1000) },
  emits: [ReportsLinked],
  decide: (input, { id, state, facts }) => {
    const known = [id, ...facts.linked.map((one) => one.id)]
    const matters = input.matters.filter((one) => !known.includes(one.id))
    return isFinal(state) || !matters.length ? [] : ReportsLinked({ matters })
  },
})
