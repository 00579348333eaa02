import { field, refuse } from '#kernel'
import { titled } from '../../form.js'
import { CHANNEL } from '../channels.js'
import { MixedMaterialSplit } from '../events.js'
import { lead } from '../state.js'

/** Material that is both complaint and report: each half runs under its own rules. */
export const splitMixed = lead.step({
  name: 'SplitMixed',
  title: { zh: '投诉举报分列', en: 'Split mixed material' },
  law: ['TSJB:9'],
  from: ['RECEIVED'],
  who: { of: 'holder', office: 'desk' },
  makes: (_input, { facts }) => [facts.complaint ? '举报登记表' : '投诉登记表'],
  input: { reason: titled(field.text.optional(), '理由', 'Why; what belongs to which track') },
  emits: [MixedMaterialSplit],
  unless: ({ facts }) => facts.split && refuse('ERR_GUARD', { guard: 'split-already' }),
  decide: (_input, { facts }) =>
    MixedMaterialSplit({
      ...facts,
      agency: facts.holder,
      complaint: facts.complaint && facts.handler,
      other: facts.complaint ? 'report' : 'complaint',
      channel: facts.complaint ? CHANNEL.report : CHANNEL.complaint,
    }),
})
