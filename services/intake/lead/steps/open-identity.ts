import { firstOf, refuse } from '#kernel'
import { IdentityOpened } from '../events.js'
import { lead } from '../state.js'

/** Whoever asked looks once, within the time that the second person's word is good for. What is seen is in the answer alone. */
export const openIdentity = lead.step({
  name: 'OpenIdentity',
  title: { zh: '查看举报人身份（一次）', en: 'See who reported, once' },
  law: ['TSJB:37'],
  from: ['any'],
  who: { of: 'holder', office: 'intake' },
  emits: [IdentityOpened],
  opens: IdentityOpened,
  unlessBy: ({ facts: { identity } }, { actor }) =>
    firstOf(
      !identity && refuse('ERR_GUARD', { guard: 'identity-not-asked' }),
      identity !== undefined &&
        identity.by !== actor.person &&
        refuse('ERR_GUARD', { guard: 'identity-asked-by-another' }),
      identity !== undefined && !identity.agreed && refuse('ERR_GUARD', { guard: 'identity-not-agreed' }),
    ),
  decide: (_input, { facts: { identity, reporter } }, { now }) => {
    const { agreed, reason } = identity!
    if (now > agreed!.until) return refuse('ERR_GUARD', { guard: 'identity-agreed-long-ago', until: agreed!.until })
    return IdentityOpened({ pseudonym: reporter!, with: agreed!.by, reason })
  },
})
