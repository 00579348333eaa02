import { field } from '#kernel'
import { ReasonsExplained } from '../events.js'
import { transfer } from '../state.js'

/** The police say in writing why they did not file. */
export const explainReasons = transfer.step({
  name: 'ExplainReasons',
  title: { zh: '说明不立案理由', en: 'Explain the reasons' },
  law: ['GAJG:182', 'JCGZ:560'],
  from: ['EXPLAINING'],
  who: { of: 'police', office: 'staff' },
  makes: '不立案理由说明书',
  input: { reasons: field.text.meta({ title: '不立案理由', description: 'Reasons for not filing' }) },
  emits: [ReasonsExplained],
  decide: ReasonsExplained,
})
