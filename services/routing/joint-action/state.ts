import { accountOf, record, soughtBy, type Subject } from '#kernel'
import { FIRST_ROUND } from '../transfer/suspicion.js'
import * as happened from './events.js'
import type { Item, Target } from './found.js'
import type { Part } from './plan.js'

interface Allocation {
  target: Subject
  act: string
  agency: string
  ip: string
}

export interface JointActionFacts {
  proposer: string
  /** The joint-conference office. */
  office: string
  targets: readonly Target[]
  lead?: string
  parts: readonly Part[]
  day?: string
  places: readonly { region: string; address?: string }[]
  /** Agencies whose head has approved the draft as it stands. */
  approved: readonly string[]
  /** Who drafted it. */
  drafter?: string
  items: readonly (Item & { agency: string })[]
  allocations: readonly Allocation[]
  /** `agency target` of each crime flagged. */
  flagged: readonly string[]
  /** Whose turn it is. */
  hand: readonly string[]
}

const noFacts: JointActionFacts = {
  proposer: '',
  office: '',
  targets: [],
  parts: [],
  places: [],
  approved: [],
  items: [],
  allocations: [],
  flagged: [],
  hand: [],
}

const STATES = {
  PROPOSED: { zh: '已提议', en: 'Proposed' },
  PLAN_DRAFT: { zh: '方案拟定中', en: 'Plan in draft' },
  APPROVED: { zh: '方案已批准', en: 'Approved' },
  ANNOUNCED: { zh: '已通知（密）', en: 'Announced (sealed)' },
  EXECUTING: { zh: '行动中', en: 'Executing' },
  RESULTS_ALLOCATED: { zh: '结果已分配', en: 'Results allocated' },
  REPORTED: { zh: '已报告', en: 'Reported' },
  CLOSED: { zh: '已结束', en: 'Closed', final: true },
  CANCELLED: { zh: '已取消', en: 'Cancelled', final: true },
} as const

/** A target as a refusal names it. */
export const nameOf = ({ uscc, shop, name }: Subject): string => uscc ?? shop ?? name

/** By what amounts add up: one target is one, whatever its name is spelled like. */
export const keyOf = (subject: Subject): string => accountOf(subject) ?? subject.shop ?? subject.name

const KEYS = ['uscc', 'person', 'shop', 'controller'] as const

/** Whether two descriptions mean one target: a key in common, or, where one has no key, the same name. */
export const sameTarget = (one: Subject, other: Subject): boolean => {
  const known = (subject: Subject) => KEYS.filter((key) => subject[key] !== undefined)
  return known(one).length && known(other).length
    ? known(one).some((key) => one[key] === other[key])
    : one.name === other.name
}

/** What a flag is remembered by. */
export const flagOf = (agency: string, target: Subject, round = FIRST_ROUND): string =>
  round === FIRST_ROUND ? `${agency} ${keyOf(target)}` : `${agency} ${keyOf(target)} ${round}`

export const agenciesIn = (parts: readonly Part[]): string[] => parts.map((one) => one.agency)

/** Several agencies act on one day under one plan, each in its own competence (联合执法). */
export const jointAction = record({
  service: 'routing',
  name: 'joint-action',
  title: { zh: '联合执法', en: 'Joint action' },
  states: STATES,
  facts: noFacts,
  events: Object.values(happened),
  evolve: {
    JointActionProposed: {
      to: 'PROPOSED',
      set: ({ proposer, office, targets }) => ({ proposer, office, targets, hand: [proposer] }),
    },
    PlanDrafted: {
      to: 'PLAN_DRAFT',
      set: ({ lead, parts, day, places }, _, meta) => ({
        lead,
        parts,
        day,
        places,
        approved: [],
        drafter: meta.actor.person,
        hand: agenciesIn(parts),
      }),
    },
    PlanApprovedByAgency: {
      set: ({ agency }, { approved, parts, office }) => {
        const all = [...approved, agency]
        const waiting = agenciesIn(parts).filter((one) => !all.includes(one))
        return { approved: all, hand: waiting.length ? waiting : [office] }
      },
    },
    PlanApproved: { to: 'APPROVED', set: (_, { office }) => ({ hand: [office] }) },
    JointActionAnnounced: { to: 'ANNOUNCED', set: (_, { lead }) => ({ hand: lead ? [lead] : [] }) },
    ExecutionStarted: { to: 'EXECUTING', set: (_, { office }) => ({ hand: [office] }) },
    ItemsRecorded: {
      set: ({ agency, items }, facts) => ({ items: [...facts.items, ...items.map((one) => ({ ...one, agency }))] }),
    },
    TargetsAllocated: { to: 'RESULTS_ALLOCATED', set: ({ allocations }) => ({ allocations }) },
    CrimeFlagged: {
      set: ({ agency, target, round }, { flagged }) => ({ flagged: [...flagged, flagOf(agency, target, round)] }),
    },
    JointActionReported: 'REPORTED',
    JointActionClosed: { to: 'CLOSED', set: () => ({ hand: [] }) },
    JointActionCancelled: { to: 'CANCELLED', set: () => ({ hand: [] }) },
  },
  reads: { notice: 'CLK-JA-NOTICE' },
  roles: {
    holder: ({ hand }) => hand,
    proposer: ({ proposer }) => proposer,
    office: ({ office }) => office,
    lead: ({ lead }) => lead,
    participant: ({ parts }) => agenciesIn(parts),
    deciding: ({ allocations }) => [...new Set(allocations.map((one) => one.agency))],
  },
  label: ({ targets }) =>
    targets.length > 1
      ? `${targets[0]!.subject.name}等${targets.length}个对象联合执法`
      : `${targets[0]?.subject.name ?? ''}联合执法`,
  search: ({ targets }) => soughtBy(targets.map(({ subject }) => subject)),
})
