import { field, firstOf, isRefusal, refuse, servedDay, tellsIdentity, type RecordView, type Refusal } from '#kernel'
import type { Rules } from '#rules'
import { enclosures, receivedOn, titled } from '../../form.js'
import { LeadTransferred } from '../events.js'
import type { LeadFacts } from '../facts.js'
import { approver, cameTransferred, dispatched, endedFrom, goodsHeld, incompetent, isReport } from '../guards.js'
import { outcomeOf } from '../outcome.js'
import { lead } from '../state.js'

/** The paper that names another bureau. */
const NAMING = ['指定管辖通知书']

interface Wanted {
  to: string
  ground: 'other-department' | 'designation'
  enclosures: Record<string, readonly string[]>
}

/** Another bureau of the same field gets it by the intake unit, by the reporter or by designation, never from a colleague. */
const colleague = (record: RecordView<string, LeadFacts>, rules: Rules, wanted: Wanted): Refusal | false => {
  const field = rules.agency(record.facts.holder)?.kind.split('-')[0]
  if (wanted.ground === 'designation' || rules.agency(wanted.to)?.kind.split('-')[0] !== field) return false
  if (dispatched(record)) return refuse('ERR_NO_SELF_TRANSFER', { registrar: record.facts.registrar, to: wanted.to })
  if (isReport(record, rules)) return refuse('ERR_USE_REDIRECT', { channel: record.facts.channel, to: wanted.to })
  return refuse('ERR_GUARD', { guard: 'same-field', to: wanted.to })
}

const unnamed = ({ ground, enclosures: given }: Wanted): Refusal | false =>
  ground === 'designation' &&
  !NAMING.some((title) => given[title]?.length) &&
  refuse('ERR_DOC_MISSING', { missing: NAMING })

/** To the department whose matter it is, or to the bureau that agreement or designation names. */
export const transferToOtherDept = lead.step({
  name: 'TransferToOtherDept',
  title: { zh: '移送其他部门', en: 'Transfer to another department' },
  law: ['PROC:14', 'PROC:17', 'TSJB:34', 'TSJB:41'],
  from: ['CLASSIFIED', 'VERIFYING'],
  who: approver,
  makes: '线索移送函',
  input: {
    to: titled(field.agency, '移送机关', 'To'),
    ground: titled(field.oneOf('other-department', 'designation'), '依据', 'Ground').default('other-department'),
    reason: titled(field.text.optional(), '理由', 'Reason'),
    receivedOn,
    enclosures,
  },
  emits: [LeadTransferred],
  claims: (_input, { id }) => [outcomeOf(id)],
  unless: (record) =>
    cameTransferred(record) &&
    record.facts.superior === undefined &&
    refuse('ERR_NO_RETRANSFER', { from: record.facts.source?.from }),
  decide: (input, record, context) => {
    const { facts } = record
    const { rules } = context
    const no = firstOf(
      cameTransferred(record) &&
        input.ground !== 'designation' &&
        refuse('ERR_NO_RETRANSFER', { from: facts.source?.from }),
      input.to === facts.holder && refuse('ERR_GUARD', { guard: 'same-agency', agency: input.to }),
      colleague(record, rules, input),
      incompetent(rules, input.to, facts.ip),
      unnamed(input),
      tellsIdentity({ reason: input.reason }),
      goodsHeld(record),
    )
    if (no) return no
    const received = servedDay({ receivedOn: input.receivedOn }, context)
    if (isRefusal(received)) return received
    return LeadTransferred({ ...endedFrom(facts), to: input.to, ground: input.ground, receivedOn: received })
  },
})
