import { refuse } from '#kernel'
import { lacking, sides } from '../../parties.js'
import { MediationAccepted } from '../events.js'
import { mediation } from '../state.js'

/** Both sides agree to mediate; in a patent request the respondent's consent stands already. */
export const acceptMediation = mediation.step({
  name: 'AcceptMediation',
  title: { zh: '受理调解', en: 'Accept the mediation' },
  law: ['GZ81:66', 'TJF:17'],
  from: ['REQUESTED', 'CONSENTED'],
  who: { of: 'holder', office: 'mediators' },
  makes: '调解受理登记表',
  input: { agreed: sides.optional().meta({ title: '同意调解的一方', description: 'Sides that agree to mediate' }) },
  emits: [MediationAccepted],
  unless: ({ facts, state }) =>
    state === 'REQUESTED' && facts.patent && refuse('ERR_STATE', { state, from: ['CONSENTED'], guard: 'patent' }),
  decide: ({ agreed }, { facts, state }) => {
    const missing = state === 'CONSENTED' ? [] : lacking(agreed ?? [])
    if (missing.length) return refuse('ERR_GUARD', { guard: 'both-agree', missing })
    return MediationAccepted({
      organisation: facts.organisation,
      ip: facts.ip,
      ownership: facts.dispute === 'ownership',
    })
  },
})
