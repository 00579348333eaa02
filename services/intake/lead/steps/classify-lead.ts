import { field } from '#kernel'
import { titled } from '../../form.js'
import { LeadClassified } from '../events.js'
import { lead } from '../state.js'

/** Which right it is about, and against whom, as far as that is known by now. */
export const classifyLead = lead.step({
  name: 'ClassifyLead',
  title: { zh: '线索分类', en: 'Classify the lead' },
  law: ['PROC:18'],
  from: ['RECEIVED'],
  who: { of: 'holder', office: 'desk' },
  input: {
    ip: titled(field.ipType, '知识产权类型', 'Kind of right'),
    subject: titled(field.subject.optional(), '当事人', 'Against whom'),
  },
  emits: [LeadClassified],
  decide: ({ ip, subject }, { facts }) =>
    LeadClassified({
      agency: facts.holder,
      ip,
      subject: subject ?? facts.subject,
      identified: subject !== undefined,
    }),
})
