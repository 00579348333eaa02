import { field, firstOf, refuse, tellsIdentity } from '#kernel'
import { titled } from '../../form.js'
import { InvestigationReopened } from '../events.js'
import { administrativeCase } from '../state.js'
import { responsible } from '../who.js'

/** New facts came up in the defence or at the hearing: another review and another notice follow. */
export const reopenInvestigation = administrativeCase.step({
  name: 'ReopenInvestigation',
  title: { zh: '补充调查', en: 'Reopen the investigation' },
  law: ['PROC:58'],
  from: ['NOTICE_SERVED', 'HEARING_DONE'],
  who: responsible,
  makes: '行政处罚案件有关事项审批表',
  input: { newFacts: titled(field.text, '新的事实', 'New facts') },
  emits: [InvestigationReopened],
  decide: (input, { facts: { used, hearing } }) =>
    firstOf(
      !used.statement && !hearing.held && refuse('ERR_GUARD', { guard: 'neither-defence-nor-hearing' }),
      hearing.held && !hearing.reported && refuse('ERR_DOC_MISSING', { missing: ['听证报告'] }),
      tellsIdentity(input),
    ) ?? InvestigationReopened({}),
})
