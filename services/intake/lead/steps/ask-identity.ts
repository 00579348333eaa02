import { field, refuse, tellsIdentity } from '#kernel'
import { titled } from '../../form.js'
import { IdentityAsked } from '../events.js'
import { PURPOSES } from '../identity.js'
import { lead } from '../state.js'

/** The first of two persons asks to see who reported; a new request takes the place of an earlier one. */
export const askIdentity = lead.step({
  name: 'AskIdentity',
  title: { zh: '申请查看举报人身份', en: 'Ask to see who reported' },
  law: ['TSJB:37', 'FBZ:20'],
  from: ['any'],
  who: { of: 'holder', office: 'intake' },
  input: {
    purpose: titled(field.choice(PURPOSES), '用途', 'What for'),
    reason: titled(field.text, '理由', 'Why it is needed now'),
  },
  emits: [IdentityAsked],
  unless: ({ facts }) => facts.reporter === undefined && refuse('ERR_GUARD', { guard: 'reporter-not-named' }),
  decide: ({ purpose, reason }, _record, { actor }) =>
    tellsIdentity({ reason }) ?? IdentityAsked({ by: actor.person, purpose, reason }),
})
