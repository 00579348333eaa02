import { field, refuse } from '#kernel'
import { enclosures, titled } from '../../form.js'
import { Challenged } from '../events.js'
import { administrativeCase } from '../state.js'
import { bureau } from '../who.js'

/** A reconsideration or lawsuit was accepted, as its paper says. Execution is not stayed by it. */
export const challengeRegistered = administrativeCase.step({
  name: 'ChallengeRegistered',
  title: { zh: '登记复议诉讼', en: 'Register a challenge' },
  law: ['FYF:20', 'XSF:46', 'CFF:73'],
  from: ['SERVED', 'PERFORMING', 'ENFORCING', 'CLOSED'],
  who: bureau,
  given: ['受理通知'],
  input: { kind: titled(field.oneOf('recon', 'suit'), '复议或者诉讼', 'Reconsideration or lawsuit'), enclosures },
  emits: [Challenged],
  decide: ({ kind }, { facts }) =>
    facts.challenges.some((one) => one.kind === kind && one.to === undefined)
      ? refuse('ERR_GUARD', { guard: 'already-challenged', kind })
      : Challenged({ kind }),
})
