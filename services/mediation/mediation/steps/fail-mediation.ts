import { field } from '#kernel'
import { FAILURE_GROUNDS, MediationFailed } from '../events.js'
import { mediation } from '../state.js'

/** No agreement will come: refusal, a respondent who stays away, no hope. The lapse of the period does the same by itself. */
export const failMediation = mediation.step({
  name: 'FailMediation',
  title: { zh: '终止调解', en: 'End without agreement' },
  law: ['GZ81:67', 'TJF:26', 'SSTJ:23'],
  from: ['SERVED', 'CONSENTED', 'ACCEPTED', 'IN_PROGRESS', 'EXTENDED'],
  who: { of: 'holder', office: 'mediators' },
  makes: '调解终止记录',
  input: { ground: field.oneOf(...FAILURE_GROUNDS).meta({ title: '原因', description: 'Ground' }) },
  emits: [MediationFailed],
  decide: MediationFailed,
})
