import { field, firstOf, refuse, tellsIdentity } from '#kernel'
import { only, OFFICE } from '../../peers.js'
import { JointActionProposed } from '../events.js'
import { target } from '../found.js'
import { jointAction } from '../state.js'

/** A member of the joint conference proposes to act together. */
export const proposeJointAction = jointAction.step({
  name: 'ProposeJointAction',
  title: { zh: '提议联合执法', en: 'Propose a joint action' },
  law: ['SEED:cooperation', 'ZFJD:11'],
  from: ['new'],
  who: { may: 'propose-joint-action', office: 'staff' },
  input: {
    targets: field.list(target).meta({ title: '查处对象', description: 'Targets' }),
    basis: field.text.meta({ title: '法律依据', description: 'Legal basis' }),
    dossier: field.dossier.optional().meta({ title: '卷宗', description: 'Dossier it joins; left out: its own' }),
  },
  joins: ({ dossier }) => dossier,
  emits: [JointActionProposed],
  decide: ({ targets, basis }, _, { rules, actor }) => {
    const office = only(rules, OFFICE)?.code
    const no = firstOf(
      tellsIdentity({ basis }),
      targets.length === 0 && refuse('ERR_GUARD', { guard: 'no-target' }),
      !office && refuse('ERR_GUARD', { guard: 'no-office' }),
    )
    return no ?? JointActionProposed({ proposer: actor.agency, office: office!, targets, basis })
  },
})
