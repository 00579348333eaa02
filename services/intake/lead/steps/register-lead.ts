import { lead as contract } from '#contracts'
import { field, firstOf, isRefusal, likeKnown, refuse, servedDay, tellsIdentity } from '#kernel'
import { z } from 'zod'
import { receivedOn, titled } from '../../form.js'
import { ClueDescribed, LeadReceived } from '../events.js'
import { codes, VERIFY } from '../guards.js'
import { lead } from '../state.js'

/** Who reported it: sealed before anything else. */
export const reporter = z.strictObject({
  name: titled(field.name, '姓名', 'Name', '王某'),
  contact: titled(field.name, '联系方式或证件号', 'Telephone or number of an identity paper', '13900000000'),
})

/** The intake unit enters a report, complaint or other source; whoever reported it goes to the vault. */
export const registerLead = lead.step({
  name: 'RegisterLead',
  title: { zh: '登记线索', en: 'Register a lead' },
  law: ['TSJB:9', 'TSJB:28', 'PROC:18'],
  from: ['new'],
  who: { may: 'register-lead', office: ['intake', 'officer'] },
  makes: ({ channel }, _record, { rules }) => {
    const row = rules.channel(channel)
    if (row?.complaint) return ['投诉登记表']
    return row?.report ? ['举报登记表', '案件来源登记表'] : ['案件来源登记表']
  },
  input: {
    ...field.group('线索来源', 'Where it comes from', {
      channel: titled(field.name, '来源渠道', 'Channel').meta({ format: 'channel', examples: ['SRC-12315-JB'] }),
      receivedOn,
      dueBy: titled(field.day.optional(), '交办期限', 'End fixed by who assigned it'),
      handler: titled(field.yes, '本机关自行处理', 'The receiving agency handles it itself'),
    }),
    ...field.group('被举报人和权利类型', 'Against whom, and which right', {
      subject: titled(field.subject, '被举报人', 'Against whom'),
      ip: titled(field.ipType.optional(), '知识产权类型', 'Kind of right'),
      counterfeitPatent: titled(field.yes.optional(), '假冒专利', 'Counterfeit patent'),
    }),
    ...field.group('线索', 'What is reported', {
      clue: titled(field.text.optional(), '线索内容', 'The concrete clue'),
      earlier: titled(contract.earlier.optional(), '在先协议、处罚或者判决', 'Earlier agreement, penalty or judgment'),
    }),
    ...field.group('谁举报', 'Who reported', {
      anonymous: titled(field.yes.optional(), '匿名', 'Anonymous'),
      reporter: titled(reporter.optional(), '举报人（保密）', 'Reporter, kept secret'),
    }),
  },
  vault: ['reporter'],
  emits: [LeadReceived, ClueDescribed],
  decide: (input, _record, context) => {
    const { actor, rules } = context
    const channel = rules.channel(input.channel)
    const no = firstOf(
      !channel &&
        refuse('ERR_GUARD', {
          guard: 'unknown-channel',
          channel: input.channel,
          ...likeKnown(input.channel, codes(rules.channels)),
        }),
      channel?.report && input.clue === undefined && refuse('ERR_GUARD', { guard: 'no-concrete-clue' }),
      input.anonymous && input.reporter !== undefined && refuse('ERR_GUARD', { guard: 'anonymous-with-reporter' }),
      input.handler &&
        !rules.may(actor.agency, VERIFY) &&
        refuse('ERR_GUARD', { guard: 'may-not-verify', agency: actor.agency }),
      tellsIdentity({ clue: input.clue }),
    )
    if (no) return no
    const received = servedDay({ receivedOn: input.receivedOn }, context)
    if (isRefusal(received)) return received
    const made = LeadReceived({
      ...input,
      agency: actor.agency,
      complaint: channel!.complaint,
      receivedOn: received,
      named: input.reporter !== undefined,
    })
    return input.clue === undefined ? made : [made, ClueDescribed({ clue: input.clue })]
  },
})
