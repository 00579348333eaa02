import { field, firstOf, refuse, rows } from '#kernel'
import type { CaseRow } from '../../views/cases.js'
import { RepairApplied } from '../events.js'
import { publicity, SHOWN } from '../state.js'

/**
 * One entrance, 信用中国: shortest term over, corrected and performed, with a public commitment (R-REP-02, R-REP-03).
 * Of a penalty that was performed before it was first published the case says so.
 */
export const applyRepair = publicity.step({
  name: 'ApplyRepair',
  title: { zh: '申请信用修复', en: 'Apply for repair' },
  law: ['FG36', 'GB22'],
  from: SHOWN,
  who: { of: 'respondent', office: 'party' },
  given: ['守信承诺书'],
  makes: '信用修复申请书',
  input: {
    corrected: field.yes.meta({ title: '已纠正违法行为', description: 'The act is corrected' }),
    enclosures: field.enclosures.default({}),
  },
  needs: { cases: (_, { facts }) => rows<CaseRow>('cases', { id: facts.case, performed: true }) },
  emits: [RepairApplied],
  decide: ({ corrected }, { facts }, { needs }) =>
    firstOf(
      !facts.performed && !needs.cases?.length && refuse('ERR_GUARD', { guard: 'performed' }),
      !corrected && refuse('ERR_GUARD', { guard: 'corrected' }),
    ) ?? RepairApplied({}),
})
