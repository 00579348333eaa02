import { field, firstOf, isRefusal, refuse, servedDay } from '#kernel'
import { NoticeReceived } from '../events.js'
import { confirmation } from '../state.js'

/** The paper that led into a state; into all others it was the confirmation. */
const PAPER: Readonly<Record<string, string>> = { REJECTED: 'Rejected', REFUSED: 'Refused' }

/** A party, or the court on the return slip, says when a ruling arrived. */
export const acknowledgeNotice = confirmation.step({
  name: 'AcknowledgeNotice',
  title: { zh: '签收裁定书', en: 'Acknowledge a ruling' },
  law: ['MSF:206'],
  from: ['CONFIRMED', 'PERFORMING', 'ENFORCING', 'REJECTED', 'REFUSED'],
  who: { of: ['parties', 'holder'], office: ['party', 'judges'] },
  input: {
    of: field.oneOf('Confirmed', 'Rejected', 'Refused').meta({ title: '文书', description: 'Which paper' }),
    on: field.acknowledgedOn,
  },
  emits: [NoticeReceived],
  decide: ({ of, on: given }, { facts, state }, context) => {
    const made = PAPER[state] ?? 'Confirmed'
    const no = firstOf(
      of !== made && refuse('ERR_GUARD', { guard: 'paper', of, made }),
      facts.servedOn !== null && refuse('ERR_GUARD', { guard: 'already-served', servedOn: facts.servedOn }),
    )
    if (no) return no
    const on = servedDay({ on: given }, context, facts.ruledOn ?? facts.receivedOn)
    return isRefusal(on) ? on : NoticeReceived({ of, on })
  },
})
