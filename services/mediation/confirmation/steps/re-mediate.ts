import { oneRecord, refuse } from '#kernel'
import { mediation } from '../../mediation/state.js'
import { NewMediationOpened } from '../events.js'
import { confirmation } from '../state.js'

/** A new mediation with a new agreement and a new period to apply; the old period never restarts (R-JC-15). */
export const reMediate = confirmation.step({
  name: 'ReMediate',
  title: { zh: '另行调解', en: 'Mediate again' },
  law: ['MSF:206'],
  from: ['REFUSED', 'REJECTED'],
  who: { of: 'parties', office: 'party' },
  needs: { mediation: (_, { facts }) => oneRecord(mediation, facts.mediation) },
  emits: [NewMediationOpened],
  decide: (_, { facts }, { needs }) => {
    if (facts.reopened || !needs.mediation)
      return refuse('ERR_GUARD', { guard: facts.reopened ? 'already-reopened' : 'mediation' })
    const { track, dispute } = needs.mediation.facts
    return NewMediationOpened({ ...facts, parties: [...facts.parties], track, dispute })
  },
})
