import { field, tellsIdentity } from '#kernel'
import { JointActionReported } from '../events.js'
import { jointAction } from '../state.js'

/** The office reports what came of it. */
export const submitReport = jointAction.step({
  name: 'SubmitReport',
  title: { zh: '提交联合执法情况报告', en: 'Submit the report' },
  law: ['SEED:cooperation'],
  from: ['RESULTS_ALLOCATED'],
  who: { of: 'office', office: 'staff' },
  makes: '联合执法情况报告',
  input: { summary: field.text.meta({ title: '情况报告', description: 'What was done and found' }) },
  emits: [JointActionReported],
  decide: (input) => tellsIdentity(input) ?? JointActionReported(input),
})
