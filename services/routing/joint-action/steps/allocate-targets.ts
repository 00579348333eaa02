import { firstOf, refuse, type Refusal } from '#kernel'
import type { Rules } from '#rules'
import { covers, POLICE } from '../../peers.js'
import { TargetsAllocated } from '../events.js'
import { jointAction, keyOf, nameOf, sameTarget, type JointActionFacts } from '../state.js'

type Allocation = ReturnType<typeof TargetsAllocated>['data']['allocations'][number]

/** One act of one target goes to one agency: a second would mean a second fine (CFF:29). */
const doubled = (allocations: readonly Allocation[]): Refusal | undefined => {
  for (const [i, { target, act, agency }] of allocations.entries()) {
    const first = allocations.slice(0, i).find((one) => one.act === act && sameTarget(one.target, target))
    if (first) return refuse('ERR_DOUBLE_FINE', { target: nameOf(target), act, agencies: [first.agency, agency] })
  }
  return undefined
}

const leftOut = ({ targets }: JointActionFacts, allocations: readonly Allocation[]): Refusal | undefined => {
  const missing = targets
    .filter(({ subject }) => !allocations.some(({ target }) => sameTarget(target, subject)))
    .map(({ subject }) => keyOf(subject))
  return missing.length ? refuse('ERR_GUARD', { guard: 'targets', missing }) : undefined
}

/** Who decides is the one that the plan says decides, or an agency of a place of the action; police take crimes as planned (R-COOP-07). */
const fromElsewhere = (
  rules: Rules,
  { parts, places }: JointActionFacts,
  allocations: readonly Allocation[],
): Refusal | false => {
  const planned = parts.filter((one) => one.decides || rules.may(one.agency, POLICE)).map((one) => one.agency)
  const atHome = (code: string): boolean => {
    const agency = rules.agency(code)
    return agency !== undefined && places.some(({ region }) => covers(rules, agency, region))
  }
  const stranger = allocations.find(({ agency }) => !planned.includes(agency) && !atHome(agency))
  return (
    stranger !== undefined && refuse('ERR_OUT_OF_REGION', { agency: stranger.agency, region: places[0]?.region ?? '' })
  )
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
  law: ['CFF:29', 'ZFJD:11', 'SEED:cooperation'],
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
    firstOf(
      doubled(allocations),
      leftOut(facts, allocations),
      notCompetent(rules, allocations),
      fromElsewhere(rules, facts, allocations),
    ) ?? TargetsAllocated({ allocations }),
})
