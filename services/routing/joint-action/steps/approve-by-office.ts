import { refuse } from '#kernel'
import { PlanApproved } from '../events.js'
import { agenciesIn, jointAction } from '../state.js'

/** The office approves once every participating head has; whoever drafted the plan does not approve it. */
export const approveByOffice = jointAction.step({
  name: 'ApproveByOffice',
  title: { zh: '联席会议办公室批准方案', en: 'Approve for the office' },
  law: ['SEED:cooperation'],
  from: ['PLAN_DRAFT'],
  who: { of: 'office', office: 'responsible', apart: ({ drafter }) => (drafter ? [drafter] : []) },
  makes: '审批表',
  emits: [PlanApproved],
  decide: (_, { facts }) => {
    const missing = agenciesIn(facts.parts).filter((agency) => !facts.approved.includes(agency))
    return missing.length ? refuse('ERR_GUARD', { guard: 'heads', missing }) : PlanApproved({ day: facts.day! })
  },
})
