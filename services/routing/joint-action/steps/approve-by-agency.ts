import { refuse } from '#kernel'
import { PlanApprovedByAgency } from '../events.js'
import { jointAction } from '../state.js'

/** The head of each participating agency approves the draft as it stands, once. */
export const approveByAgency = jointAction.step({
  name: 'ApproveByAgency',
  title: { zh: '参加单位批准方案', en: 'Approve for an agency' },
  law: ['SEED:cooperation'],
  from: ['PLAN_DRAFT'],
  who: { of: 'participant', office: 'head' },
  makes: '审批表',
  emits: [PlanApprovedByAgency],
  decide: (_, { facts }, { actor }) =>
    facts.approved.includes(actor.agency)
      ? refuse('ERR_GUARD', { guard: 'already-approved', agency: actor.agency })
      : PlanApprovedByAgency({ agency: actor.agency }),
})
