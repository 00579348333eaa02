import { refuse } from '#kernel'
import { PublicityWithdrawn } from '../events.js'
import { administrativeCase } from '../state.js'
import { publicity } from '../who.js'

export const withdrawPublicity = administrativeCase.step({
  name: 'WithdrawPublicity',
  title: { zh: '撤回公示', en: 'Withdraw the publicity' },
  law: ['CFF:48', 'GS45'],
  from: ['REVOKED'],
  who: publicity,
  makes: '公示记录',
  emits: [PublicityWithdrawn],
  decide: (_, { facts: { published, withdrawn } }) =>
    published.length && !withdrawn
      ? PublicityWithdrawn({})
      : refuse('ERR_GUARD', { guard: 'nothing-published', withdrawn }),
})
