import { field, firstOf, refuse, rows, tellsIdentity, type Refusal, type Subject } from '#kernel'
import { FIRST_ROUND } from '../../transfer/suspicion.js'
import { nextRound, type Matter } from '../../views/matters.js'
import { CrimeFlagged } from '../events.js'
import { flagOf, jointAction, keyOf, nameOf, type JointActionFacts } from '../state.js'

/** Before the targets are allocated an agency that decides under the plan, afterwards the one that has the target. */
const notDeciding = ({ allocations, parts }: JointActionFacts, target: Subject, agency: string): Refusal | false => {
  const own = allocations.length
    ? allocations.some((one) => one.agency === agency && keyOf(one.target) === keyOf(target))
    : parts.some((one) => one.agency === agency && one.decides)
  return !own && refuse('ERR_GUARD', { guard: 'not-deciding', agency })
}

const rightOf = ({ targets, allocations }: JointActionFacts, target: Subject): string | undefined =>
  targets.find(({ subject }) => keyOf(subject) === keyOf(target))?.ip ??
  allocations.find((one) => keyOf(one.target) === keyOf(target))?.ip

/** The deciding agency suspects a crime: its own transfer begins. */
export const flagCrime = jointAction.step({
  name: 'FlagCrime',
  title: { zh: '标记涉嫌犯罪', en: 'Flag a crime' },
  law: ['GWY310:3'],
  from: ['EXECUTING', 'RESULTS_ALLOCATED'],
  who: { of: ['participant', 'deciding'], office: 'staff' },
  input: {
    target: field.subject.meta({ title: '对象', description: 'The target' }),
    reason: field.text.meta({ title: '理由', description: 'Why a crime is suspected' }),
    ip: field.ipType.optional().meta({ title: '权利类型', description: 'Type of right; left out: that of the target' }),
    lead: field
      .recordOf('intake/lead')
      .optional()
      .meta({ title: '线索', description: 'The lead the agency has on this target' }),
  },
  emits: [CrimeFlagged],
  needs: { found: ({ lead }) => rows<Matter>('matters', { id: lead ?? '' }) },
  decide: (input, { facts }, { actor, needs }) => {
    const { agency } = actor
    const matter = needs.found[0]
    const round = matter && nextRound(matter)
    const ip = input.ip ?? rightOf(facts, input.target)
    const no = firstOf(
      tellsIdentity({ reason: input.reason }),
      notDeciding(facts, input.target, agency),
      input.lead !== undefined &&
        matter?.agency !== agency &&
        refuse('ERR_GUARD', { guard: 'unknown-matter', lead: input.lead }),
      !ip && refuse('ERR_GUARD', { guard: 'unknown-target', target: nameOf(input.target) }),
    )
    if (no) return no
    return facts.flagged.includes(flagOf(agency, input.target, round))
      ? []
      : CrimeFlagged({ ...input, ip: ip!, agency, round: round === FIRST_ROUND ? undefined : round })
  },
})
