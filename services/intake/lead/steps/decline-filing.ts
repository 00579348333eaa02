import { lead as contract } from '#contracts'
import { field, firstOf, tellsIdentity } from '#kernel'
import { titled } from '../../form.js'
import { FilingDeclined } from '../events.js'
import { approver, endedFrom, goodsHeld } from '../guards.js'
import { outcomeOf } from '../outcome.js'
import { lead } from '../state.js'

/** No case: minor and corrected, a first slight offence, no fault (R-ADM-03). */
export const declineFiling = lead.step({
  name: 'DeclineFiling',
  title: { zh: '不予立案', en: 'Decline to file' },
  law: ['PROC:20', 'CFF:33'],
  from: ['VERIFYING'],
  who: { ...approver, may: 'file-case' },
  makes: '立案/不予立案审批表',
  input: {
    ground: titled(field.oneOf(...contract.DECLINE_GROUNDS), '理由', 'Ground'),
    reason: titled(field.text.optional(), '说明', 'Explanation'),
  },
  emits: [FilingDeclined],
  claims: (_input, { id }) => [outcomeOf(id)],
  decide: ({ ground, reason }, record) =>
    firstOf(tellsIdentity({ reason }), goodsHeld(record)) ?? FilingDeclined({ ...endedFrom(record.facts), ground }),
})
