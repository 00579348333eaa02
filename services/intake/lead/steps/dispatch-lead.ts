import { field, firstOf, isRefusal, refuse, servedDay } from '#kernel'
import { receivedOn, titled } from '../../form.js'
import { LeadDispatched } from '../events.js'
import { cameTransferred, dispatched, incompetent, isReport } from '../guards.js'
import { lead } from '../state.js'

/** The intake unit sends it to the bureau that is competent; nobody else may (TSJB 41). */
export const dispatchLead = lead.step({
  name: 'DispatchLead',
  title: { zh: '分送线索', en: 'Dispatch the lead' },
  law: ['TSJB:13', 'TSJB:29', 'TSJB:41'],
  from: ['CLASSIFIED', 'RETURNED'],
  who: { of: ['registrar', 'holder'], office: 'desk' },
  makes: '投诉/举报分送通知书',
  input: {
    to: titled(field.agencyThat('verify-lead'), '分送机关', 'To'),
    receivedOn,
  },
  emits: [LeadDispatched],
  unlessBy: (record, { actor, rules }) =>
    firstOf(
      cameTransferred(record) && refuse('ERR_NO_RETRANSFER', { source: record.facts.source?.kind }),
      dispatched(record) &&
        actor.agency === record.facts.holder &&
        refuse('ERR_NO_SELF_TRANSFER', { registrar: record.facts.registrar }),
      record.facts.handler && isReport(record, rules) && refuse('ERR_USE_REDIRECT', { channel: record.facts.channel }),
      record.facts.handler && refuse('ERR_GUARD', { guard: 'handler-itself' }),
    ),
  decide: (input, { facts }, context) => {
    const { rules } = context
    const no = firstOf(
      input.to === facts.registrar && refuse('ERR_GUARD', { guard: 'same-agency', agency: input.to }),
      incompetent(rules, input.to, facts.ip),
      facts.complaint &&
        rules.agency(input.to)?.level !== 'county' &&
        refuse('ERR_GUARD', { guard: 'county-level', agency: input.to }),
    )
    if (no) return no
    const received = servedDay({ receivedOn: input.receivedOn }, context)
    if (isRefusal(received)) return received
    return LeadDispatched({ ...facts, agency: facts.registrar, to: input.to, receivedOn: received })
  },
})
