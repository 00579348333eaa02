import { field, tellsIdentity } from '#kernel'
import { titled } from '../../form.js'
import { DecisionRevoked } from '../events.js'
import { administrativeCase } from '../state.js'
import { DECIDED } from '../states.js'

/** By the bureau itself, its superior, or as a reconsideration or court has decided. What was published must come down. */
export const revokeDecision = administrativeCase.step({
  name: 'RevokeDecision',
  title: { zh: '撤销处罚决定', en: 'Revoke the decision' },
  law: ['CFF:48', 'PROC:63', 'FYF:64', 'XSF:70'],
  from: DECIDED,
  who: { of: ['holder', 'superior'], office: 'responsible' },
  makes: '撤销行政处罚决定书',
  input: {
    ground: titled(
      field.oneOf('own', 'superior', 'reconsideration', 'court'),
      '撤销依据',
      'By whom it was found wrong',
    ),
    reason: titled(field.text, '撤销理由', 'Why'),
  },
  emits: [DecisionRevoked],
  decide: ({ ground, reason }, { facts: { agency, subject, ip, act, published } }) =>
    tellsIdentity({ reason }) ?? DecisionRevoked({ agency, subject, ip, act, ground, published: published.length > 0 }),
})
