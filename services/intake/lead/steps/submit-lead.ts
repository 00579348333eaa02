import { accessName, field, firstOf, likeKnown, refuse, tellsIdentity } from '#kernel'
import type { Rules } from '#rules'
import { titled } from '../../form.js'
import { ClueDescribed, LeadReceived } from '../events.js'
import { codes } from '../guards.js'
import { lead } from '../state.js'
import { reporter } from './register-lead.js'

/** The hub that receives for the whole city whatever comes in online (TSJB 41). */
const deskOf = (rules: Rules): string | undefined =>
  rules.agencies.find(({ code }) => rules.may(code, 'receive-online'))?.code

/** What people know of a seller. */
const target = field.subject.pick({ name: true, shop: true, address: true, uscc: true })

/**
 * A complaint or report of somebody without an account, at the hub's online desk. Whoever has the access code is told of it; of the code
 * the lead holds the keyed hash as a name, and nothing else.
 */
export const submitLead = lead.step({
  name: 'SubmitLead',
  title: { zh: '网上提交投诉、举报', en: 'Submit a complaint or report online' },
  law: ['TSJB:9', 'TSJB:28', 'TSJB:37', 'TSJB:41'],
  from: ['new'],
  who: { may: 'submit-online', office: 'party' },
  makes: ({ channel }, _record, { rules }) => [
    { title: rules.channel(channel)?.complaint ? '投诉登记表' : '举报登记表', agency: deskOf(rules) },
  ],
  input: {
    channel: titled(field.name, '投诉还是举报', 'Complaint or report').meta({
      format: 'online-channel',
      examples: ['SRC-12315-JB'],
    }),
    subject: titled(target, '被投诉、举报的人', 'Against whom'),
    clue: titled(field.text, '事情经过和线索', 'What happened: who, when, where and what'),
    reporter: titled(reporter.optional(), '您的姓名和联系方式（保密）', 'Your name and how to reach you, kept secret'),
  },
  vault: ['reporter'],
  emits: [LeadReceived, ClueDescribed],
  claims: (_input, _record, { actor }) => (actor.subject ? [accessName(actor.subject)] : []),
  decide: ({ channel: code, subject, clue, reporter: pseudonym }, _record, { actor, rules, today }) => {
    const channel = rules.channel(code)
    const agency = deskOf(rules)
    const online = rules.channels.filter((one) => one.online)
    const no = firstOf(
      (!channel?.online || agency === undefined) &&
        refuse('ERR_GUARD', { guard: 'channel-not-online', channel: code, ...likeKnown(code, codes(online)) }),
      channel?.complaint && pseudonym === undefined && refuse('ERR_GUARD', { guard: 'complaint-needs-name' }),
      actor.subject === undefined && refuse('ERR_GUARD', { guard: 'no-access-code' }),
      tellsIdentity({ clue }),
    )
    if (no) return no
    return [
      LeadReceived({
        ...{ agency: agency!, subject, channel: code, handler: false, complaint: channel!.complaint },
        ...{ receivedOn: today, named: pseudonym !== undefined, reporter: pseudonym },
      }),
      ClueDescribed({ clue }),
    ]
  },
})
