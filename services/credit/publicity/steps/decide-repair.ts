import { field, refuse } from '#kernel'
import { Repaired, RepairRefused } from '../events.js'
import { publicity } from '../state.js'

/** Who determined, repairs; a refusal may come at once, an approval only after acceptance. */
export const decideRepair = publicity.step({
  name: 'DecideRepair',
  title: { zh: '决定信用修复', en: 'Decide on repair' },
  law: ['FG36', 'GB22'],
  from: ['REPAIR_APPLIED', 'ACCEPTED'],
  who: { of: 'holder', office: 'responsible' },
  makes: '准予/不予信用修复决定书',
  input: { approved: field.yes.meta({ title: '准予修复', description: 'Approved' }) },
  emits: [Repaired, RepairRefused],
  decide: ({ approved }, { facts, state }, { today }) => {
    if (!approved) return RepairRefused({})
    if (state !== 'ACCEPTED') return refuse('ERR_GUARD', { guard: 'not-accepted' })
    return Repaired({ case: facts.case, agency: facts.agency, on: today })
  },
})
