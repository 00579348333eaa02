import { field, refuse } from '#kernel'
import { lacking, sides } from '../../parties.js'
import { ConfirmationWithdrawn } from '../events.js'
import { confirmation } from '../state.js'

/** Before the ruling both sides may withdraw; the court notes it where what it asked for was not brought (R-JC-06, R-JC-11). */
export const withdrawApplication = confirmation.step({
  name: 'WithdrawApplication',
  title: { zh: '撤回申请', en: 'Withdraw the application' },
  law: ['MSJS:357'],
  from: ['APPLIED', 'ACCEPTED', 'REVIEWING'],
  who: { of: ['parties', 'holder'], office: ['party', 'judges'] },
  makes: '准许撤回裁定书',
  input: {
    signedBy: sides.default([]).meta({ title: '签字方', description: 'Sides that withdraw' }),
    supplementRefused: field.yes
      .default(false)
      .meta({ title: '拒不补充', description: 'What the court asked for was not brought' }),
  },
  emits: [ConfirmationWithdrawn],
  decide: ({ signedBy, supplementRefused }, { facts }, { actor, rules }) => {
    const missing = lacking(signedBy)
    if (!supplementRefused)
      return missing.length ? refuse('ERR_JOINT', { missing }) : ConfirmationWithdrawn({ ground: 'parties' })
    if (actor.office === 'party')
      return refuse('ERR_WRONG_APPROVER', { office: actor.office, needed: rules.officesIn('judges') })
    return facts.asked
      ? ConfirmationWithdrawn({ ground: 'supplement-refused' })
      : refuse('ERR_GUARD', { guard: 'nothing-asked' })
  },
})
