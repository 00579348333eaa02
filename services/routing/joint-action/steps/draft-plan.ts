import { PlanDrafted } from '../events.js'
import { faultIn, planShape } from '../plan.js'
import { jointAction } from '../state.js'

/** The proposer drafts the plan, or drafts it anew: approvals of an earlier draft are void. */
export const draftPlan = jointAction.step({
  name: 'DraftPlan',
  title: { zh: '拟定联合执法方案', en: 'Draft the plan' },
  law: ['SEED:cooperation', 'TSJB:37'],
  from: ['PROPOSED', 'PLAN_DRAFT'],
  who: { of: 'proposer', office: 'staff' },
  makes: '联合执法方案',
  input: planShape,
  emits: [PlanDrafted],
  decide: (input, { facts }, { rules }) => {
    const draft = { ...input, lead: input.lead ?? facts.proposer }
    return faultIn(rules, draft) ?? PlanDrafted(draft as Required<typeof draft>)
  },
})
