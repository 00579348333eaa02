import { field, firstOf, refuse } from '#kernel'
import { titled } from '../../form.js'
import { VerificationStarted } from '../events.js'
import { verifier, dispatched } from '../guards.js'
import { lead } from '../state.js'

/** The competent bureau begins to verify; its fifteen working days have run since receipt. */
export const startVerification = lead.step({
  name: 'StartVerification',
  title: { zh: '开始核查', en: 'Start verification' },
  law: ['PROC:18'],
  from: ['DISPATCHED', 'CLASSIFIED'],
  who: verifier,
  input: {
    officers: titled(field.list(field.officer, 1).optional(), '核查人员', 'Who verifies; the actor when left out'),
  },
  emits: [VerificationStarted],
  unless: (record) =>
    firstOf(
      record.facts.complaint && refuse('ERR_GUARD', { guard: 'complaint-is-mediated' }),
      !record.facts.handler && !dispatched(record) && refuse('ERR_GUARD', { guard: 'to-be-dispatched' }),
      record.facts.receivedOn === null && refuse('ERR_GUARD', { guard: 'receipt-not-acknowledged' }),
    ),
  decide: ({ officers }, _record, { actor }) => VerificationStarted({ officers: officers ?? [actor.person] }),
})
