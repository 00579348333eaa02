import { fewerThanNeeded, field } from '#kernel'
import { TaskForceFormed } from '../events.js'
import { transfer } from '../state.js'

/** At least two officers verify what is suspected. */
export const formTaskForce = transfer.step({
  name: 'FormTaskForce',
  title: { zh: '成立专案组', en: 'Form the task force' },
  law: ['GWY310:5'],
  from: ['SUSPECTED'],
  who: { of: 'agency', office: ['unit-head', 'responsible'] },
  makes: '专案组任命',
  input: {
    officers: field.list(field.officer).meta({ title: '专案组成员', description: 'Members, at least two officers' }),
  },
  emits: [TaskForceFormed],
  decide: ({ officers }, { facts }, { rules }) => {
    const members = [...new Set(officers)]
    return fewerThanNeeded(rules, facts.agency, members.length) ?? TaskForceFormed({ officers: members })
  },
})
