import { field, isRefusal, servedDay } from '#kernel'
import { publicNoticeRuns, serviceOf } from '../decision.js'
import { DecisionServed } from '../events.js'
import { administrativeCase } from '../state.js'
import { officers } from '../who.js'

export const serveDecision = administrativeCase.step({
  name: 'ServeDecision',
  title: { zh: '送达决定书', en: 'Serve the decision' },
  law: ['PROC:81', 'CFF:61'],
  from: ['DECIDED'],
  who: officers,
  makes: '送达回证',
  input: { servedOn: field.servedOn },
  emits: [DecisionServed],
  decide: (input, { facts, since }, context) => {
    const running = publicNoticeRuns(facts)
    if (running) return running
    const servedOn = servedDay({ servedOn: input.servedOn }, context, since)
    return isRefusal(servedOn) ? servedOn : DecisionServed({ ...serviceOf(facts.decision!), servedOn })
  },
})
