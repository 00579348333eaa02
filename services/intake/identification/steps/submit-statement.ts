import { field } from '#kernel'
import { titled } from '../../form.js'
import { FINDINGS, StatementSubmitted } from '../events.js'
import { identification } from '../state.js'

/** The right holder says whether the goods are its own; the officer records what comes of it. Until then a better statement takes its place. */
export const submitStatement = identification.step({
  name: 'SubmitStatement',
  title: { zh: '提交辨认意见', en: 'Submit the statement' },
  law: ['PROC:30', 'PROC:31'],
  from: ['ASKED', 'ANSWERED'],
  who: { of: 'asked', may: 'identify-goods', office: 'party' },
  input: {
    finding: titled(field.choice(FINDINGS), '辨认结论', 'Finding'),
    statement: titled(field.text, '辨认意见和理由', 'Statement: by what it is told'),
    signer: titled(field.name, '辨认人姓名和职务', 'Who identified; name and office', '李某，法务经理'),
  },
  emits: [StatementSubmitted],
  decide: StatementSubmitted,
})
