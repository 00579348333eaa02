import { field, firstOf, isRefusal, refuse, servedDay } from '#kernel'
import { receivedOn, titled } from '../../form.js'
import { unknownAgency } from '../../lead/guards.js'
import { laterRound } from '../../round.js'
import { CaseTransferred } from '../events.js'
import { administrativeCase } from '../state.js'
import { responsible } from '../who.js'

/** Sends a filed case to the bureau that has jurisdiction. Who got it this way may not send it on (ERR_NO_RETRANSFER). */
export const transferJurisdiction = administrativeCase.step({
  name: 'TransferJurisdiction',
  title: { zh: '移送管辖', en: 'Transfer jurisdiction' },
  law: ['PROC:14', 'CFF:22'],
  from: ['FILED', 'INVESTIGATING'],
  who: responsible,
  makes: '案件移送函',
  input: { to: titled(field.agency, '受移送机关', 'To'), receivedOn },
  emits: [CaseTransferred],
  unless: ({ facts }) => facts.transferred && refuse('ERR_NO_RETRANSFER', { agency: facts.agency }),
  decide: (input, { facts, since }, context) => {
    const { agency, subject, ip, act } = facts
    const { to } = input
    const no = firstOf(
      to === agency && refuse('ERR_GUARD', { guard: 'own-jurisdiction', to }),
      unknownAgency(context.rules, to),
    )
    if (no) return no
    const received = servedDay({ receivedOn: input.receivedOn }, context, since)
    if (isRefusal(received)) return received
    return CaseTransferred({ agency, to, receivedOn: received, subject, ip, act, round: laterRound(facts) })
  },
})
