import { field, firstOf, isRefusal, refuse, servedDay, tellsIdentity } from '#kernel'
import { receivedOn, titled } from '../../form.js'
import { DesignationAsked } from '../events.js'
import { cameTransferred } from '../guards.js'
import { lead } from '../state.js'

/** Who disagrees with a transferred case does not send it on but asks the common superior. */
export const askDesignation = lead.step({
  name: 'AskDesignation',
  title: { zh: '报请指定管辖', en: 'Ask for designation' },
  law: ['PROC:14', 'PROC:16'],
  from: ['DISPATCHED', 'CLASSIFIED', 'VERIFYING'],
  who: { of: 'holder', office: 'staff' },
  makes: '报请指定管辖函',
  input: { reason: titled(field.text, '理由', 'Reason'), receivedBySuperiorOn: receivedOn },
  emits: [DesignationAsked],
  unless: (record) =>
    firstOf(
      !cameTransferred(record) && refuse('ERR_GUARD', { guard: 'not-transferred' }),
      record.facts.superior !== undefined && refuse('ERR_GUARD', { guard: 'asked-already' }),
    ),
  decide: ({ reason, receivedBySuperiorOn: given }, { facts }, context) => {
    const superior = context.rules.superiorOf(facts.holder)?.code
    if (!superior) return refuse('ERR_GUARD', { guard: 'no-superior', agency: facts.holder })
    const { holder: agency, subject, ip } = facts
    const named = tellsIdentity({ reason })
    if (named) return named
    const receivedBySuperiorOn = servedDay({ receivedBySuperiorOn: given }, context)
    if (isRefusal(receivedBySuperiorOn)) return receivedBySuperiorOn
    return DesignationAsked({ agency, subject, ip, superior, receivedBySuperiorOn, reason })
  },
})
