import { firstOf, refuse, type Refusal } from '#kernel'
import type { Rules } from '#rules'
import { POLICE } from '../../peers.js'
import { TargetsAllocated } from '../events.js'
import { jointAction, keyOf, type JointActionFacts } from '../state.js'

type Allocation = ReturnType<typeof TargetsAllocated>['data']['allocations'][number]

/** One act of one target goes to one agency: a second would mean a second fine (CFF:29). */
const doubled = (allocations: readonly Allocation[]): Refusal | undefined => {
  const seen = new Map<string, string>()
  for (const { target, act, agency } of allocations) {
    const name = `${keyOf(target)} ${act}`
    const first = seen.get(name)
    if (first !== undefined) return refuse('ERR_DOUBLE_FINE', { target: keyOf(target), act, agencies: [first, agency] })
    seen.set(name, agency)
  }
  return undefined
}

const leftOut = ({ targets }: JointActionFacts, allocations: readonly Allocation[]): Refusal | undefined => {
  const given = allocations.map(({ target }) => keyOf(target))
  const missing = targets.map(({ subject }) => keyOf(subject)).filter((key) => !given.includes(key))
  return missing.length ? refuse('ERR_GUARD', { guard: 'targets', missing }) : undefined
}

/** Police take crimes, everybody else the rights it enforces (rulebook 1.4). */
const notCompetent = (rules: Rules, allocations: readonly Allocation[]): Refusal | undefined => {
  const wrong = allocations.find(({ agency, ip }) => {
    const kind = rules.agency(agency)?.kind
    const works = [...rules.competent(ip, 'penalty'), ...rules.competent(ip, 'border')]
    return kind === undefined || !(rules.may(agency, POLICE) || works.includes(kind))
  })
  return wrong && refuse('ERR_GUARD', { guard: 'not-competent', agency: wrong.agency, ip: wrong.ip })
}

/** All targets at once, each act to exactly one deciding agency. */
export const allocateTargets = jointAction.step({
  name: 'AllocateTargets',
  title: { zh: '分配查处对象', en: 'Allocate the targets' },
  law: ['CFF:29', 'SEED:cooperation'],
  from: ['EXECUTING'],
  who: { of: 'office', office: 'staff' },
  makes: '会商纪要',
  input: {
    allocations: TargetsAllocated.schema.shape.allocations.meta({
      title: '分配',
      description: 'Target, act and the one deciding agency',
    }),
  },
  emits: [TargetsAllocated],
  decide: ({ allocations }, { facts }, { rules }) =>
    firstOf(doubled(allocations), leftOut(facts, allocations), notCompetent(rules, allocations)) ??
    TargetsAllocated({ allocations }),
})
