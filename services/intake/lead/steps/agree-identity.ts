import { plusMs, refuse } from '#kernel'
import { IdentityAgreed } from '../events.js'
import { OPEN_MS } from '../identity.js'
import { lead } from '../state.js'

/** The second person, 负责人 and never the first, lets the first look once. */
export const agreeIdentity = lead.step({
  name: 'AgreeIdentity',
  title: { zh: '同意查看举报人身份', en: 'Let the first person see who reported' },
  law: ['TSJB:37'],
  from: ['any'],
  who: { of: 'holder', office: 'responsible', apart: ({ identity }) => (identity ? [identity.by] : []) },
  emits: [IdentityAgreed],
  unless: ({ facts: { identity } }) =>
    (!identity || identity.agreed !== undefined) && refuse('ERR_GUARD', { guard: 'identity-not-asked' }),
  decide: (_input, _record, { actor, now }) => IdentityAgreed({ by: actor.person, until: plusMs(now, OPEN_MS) }),
})
