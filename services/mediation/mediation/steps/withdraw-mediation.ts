import { field, refuse } from '#kernel'
import { MediationWithdrawn, WITHDRAWAL_GROUNDS } from '../events.js'
import { mediation } from '../state.js'

/** The requester withdraws; one who stays away without reason counts as withdrawing, which the mediator records (GZ81 67). */
export const withdrawMediation = mediation.step({
  name: 'WithdrawMediation',
  title: { zh: '撤回调解请求', en: 'Withdraw the request' },
  law: ['GZ81:67', 'TJF:23'],
  from: ['REQUESTED', 'SERVED', 'CONSENTED', 'ACCEPTED', 'IN_PROGRESS', 'EXTENDED'],
  who: { of: ['requester', 'holder'], office: ['party', 'mediators'] },
  input: {
    ground: field
      .oneOf(...WITHDRAWAL_GROUNDS)
      .default('own-wish')
      .meta({ title: '原因', description: 'Ground' }),
  },
  emits: [MediationWithdrawn],
  decide: ({ ground }, _, { actor }) =>
    (actor.office === 'party') === (ground === 'own-wish')
      ? MediationWithdrawn({ ground })
      : refuse('ERR_WRONG_APPROVER', { office: actor.office, ground }),
})
