import { refuse } from '#kernel'
import { UrgentMeasureReported } from '../events.js'
import { measure } from '../state.js'

/** What officers took on the spot reaches the responsible person within 24 hours, who approves or lifts. */
export const reportUrgentMeasure = measure.step({
  name: 'ReportUrgentMeasure',
  title: { zh: '报告紧急措施并补办手续', en: 'Report an urgent measure' },
  law: ['QZF:19', 'PROC:33'],
  from: ['REGISTERED', 'SEALED'],
  who: { of: 'holder', office: ['officer', 'responsible'] },
  makes: '行政处罚案件有关事项审批表',
  emits: [UrgentMeasureReported],
  decide: (_, { facts: { urgent, reported } }) =>
    urgent && !reported
      ? UrgentMeasureReported({})
      : refuse('ERR_GUARD', { guard: 'nothing-to-report', urgent, reported }),
})
