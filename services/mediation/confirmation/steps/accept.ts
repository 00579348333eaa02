import { Accepted } from '../events.js'
import { confirmation } from '../state.js'

export const accept = confirmation.step({
  name: 'Accept',
  title: { zh: '受理', en: 'Accept the application' },
  law: ['TJQR:4', 'MSJS:355'],
  from: ['APPLIED'],
  who: { of: 'holder', office: 'judges' },
  makes: '受理通知书',
  emits: [Accepted],
  decide: () => Accepted({}),
})
