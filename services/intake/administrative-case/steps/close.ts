import { CaseClosed } from '../events.js'
import { notToBeClosed } from '../performance.js'
import { administrativeCase } from '../state.js'
import { responsible } from '../who.js'

export const close = administrativeCase.step({
  name: 'Close',
  title: { zh: '结案', en: 'Close the case' },
  law: ['PROC:77', 'PROC:78'],
  from: ['SERVED', 'PERFORMING', 'ENFORCING'],
  who: responsible,
  makes: '结案审批表',
  emits: [CaseClosed],
  decide: (_, record) => notToBeClosed(record) || CaseClosed({}),
})
