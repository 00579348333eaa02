import { sides } from '../../parties.js'
import { SessionHeld } from '../events.js'
import { mediation } from '../state.js'

/** A session, with both sides or one of them. */
export const holdSession = mediation.step({
  name: 'HoldSession',
  title: { zh: '召开调解会', en: 'Hold a session' },
  law: ['TJF:21', 'TJF:22'],
  from: ['ACCEPTED', 'IN_PROGRESS', 'EXTENDED'],
  who: { of: 'holder', office: 'mediators' },
  makes: '调解笔录',
  input: {
    present: sides
      .default(['requester', 'respondent'])
      .meta({ title: '到场方', description: 'Sides that were present' }),
  },
  emits: [SessionHeld],
  decide: SessionHeld,
})
