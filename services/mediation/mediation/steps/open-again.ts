import { field } from '#kernel'
import { DISPUTES, TRACKS } from '../disputes.js'
import { MediationRequested } from '../events.js'
import { mediation } from '../state.js'

/** The new mediation that ReMediate of 11.10 opens; it names the one whose agreement was not confirmed. */
export const openAgain = mediation.step({
  name: 'OpenAgain',
  title: { zh: '另行调解', en: 'Open a new mediation' },
  law: ['MSF:206'],
  from: ['new'],
  who: 'system',
  input: {
    organisation: field.agency,
    track: field.oneOf(...TRACKS),
    ip: field.name,
    dispute: field.choice(DISPUTES),
    requester: field.subject,
    respondent: field.subject,
    previous: field.id,
  },
  emits: [MediationRequested],
  decide: (input, _, { rules }) =>
    MediationRequested({ ...input, patent: input.track === 'administrative' && rules.ip(input.ip)?.patent === true }),
})
