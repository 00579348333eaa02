import { field } from '#kernel'
import { SupervisionRequested } from '../events.js'
import { awaits } from '../guards.js'
import { transfer } from '../state.js'

/** The agency suggests that the procuratorate supervise the filing: after the refusal, or after the reconsideration. */
export const requestSupervision = transfer.step({
  name: 'RequestSupervision',
  title: { zh: '建议立案监督', en: 'Request filing supervision' },
  law: ['GWY310:9', 'JCGZ:557'],
  from: ['REFUSED', 'RECON_UPHELD'],
  who: { of: 'agency', office: 'staff' },
  makes: '建议立案监督函',
  input: { reasons: field.text.meta({ title: '理由', description: 'Why the police should file' }) },
  emits: [SupervisionRequested],
  decide: (input, { facts, state }) =>
    awaits(facts, state === 'REFUSED' ? 'PoliceRefused' : 'ReconDecided') ?? SupervisionRequested(input),
})
