import { LAPSE_EVENTS, startsIn, type AnyMaker, type RecordType, type Service, type Step } from '#kernel'
import { checkAgainst, sentence, type Rules } from '#rules'
import { nearest } from '#kernel/nearest'
import { REFUSALS } from './refusals.js'

/**
 * What a person would forget, found at start: each fault is a sentence that says what to write where.
 * No step is run: `emits`, the evolve table, the rules and the refusal table are enough.
 */

type Entry = Service['records'][number]

const folder = (kind: string): string => `services/${kind}`
const quoted = (names: Iterable<string>): string => [...names].join(', ')

/** States an event may lead to; none where the state stays. */
export const leadsTo = (record: RecordType, type: string): readonly string[] => {
  const rule = (record.evolve as Record<string, string | { to?: string | readonly string[] } | undefined>)[type]
  const to = typeof rule === 'string' ? rule : rule?.to
  return to === undefined ? [] : [to].flat()
}

const lapseEvents = (record: RecordType, rules: Rules): string[] =>
  rules.clockRows(record.kind).flatMap((row) => row.lapse.event ?? [])

/** States a step may come from; 'open' and 'any' spelled out. */
export const startsFrom = (record: RecordType, step: Step): string[] =>
  ['new', ...Object.keys(record.states)].filter((state) => startsIn(record, step, state))

/** Moves from state to state; 'new' before the first event, '*' for a lapse, which may come in any state. */
export const movesOf = ({ record, steps }: Entry, rules: Rules): { from: string; to: string }[] => [
  ...steps.flatMap((step) =>
    step.emits.flatMap(({ type }) =>
      leadsTo(record, type).flatMap((to) => startsFrom(record, step).map((from) => ({ from, to }))),
    ),
  ),
  ...lapseEvents(record, rules).flatMap((type) => leadsTo(record, type).map((to) => ({ from: '*', to }))),
]

const reachable = (moves: readonly { from: string; to: string }[]): Set<string> => {
  const reached = new Set<string>(['new'])
  for (let size = 0; size < reached.size;) {
    size = reached.size
    for (const { from, to } of moves) if (reached.has(from) || (from === '*' && reached.size > 1)) reached.add(to)
  }
  return reached
}

/** A record of one state is a ledger: it goes on, and only steps that stay are asked for. */
const isLedger = ({ record, steps }: Entry, state: string): boolean =>
  Object.keys(record.states).length === 1 && steps.some((step) => startsFrom(record, step).includes(state))

const stateFaults = (entry: Entry, rules: Rules): string[] => {
  const { record } = entry
  const moves = movesOf(entry, rules)
  const reached = reachable(moves)
  return Object.entries(record.states).flatMap(([state, { final }]) => {
    if (!reached.has(state))
      return [
        `${record.kind}: no step or lapse leads to the state ${state}. Add a step whose event leads there in ${folder(record.kind)}/steps, or take the state out of state.ts.`,
      ]
    const left = moves.some(({ from, to }) => (from === state || from === '*') && to !== state)
    return final || left || isLedger(entry, state)
      ? []
      : [
          `${record.kind}: the state ${state} is not final and nothing leads out of it. Add a step with from: ['${state}'] in ${folder(record.kind)}/steps, or mark it final in state.ts.`,
        ]
  })
}

const eventFaults = ({ record, steps }: Entry, rules: Rules): string[] => {
  const made = new Set([...steps.flatMap((step) => step.emits.map(({ type }) => type)), ...lapseEvents(record, rules)])
  const anywhere = new Set<string>(LAPSE_EVENTS.map((event) => event.type))
  const own = record.events.map((event: AnyMaker) => event.type)
  const lost = own.filter((type) => !made.has(type) && !anywhere.has(type))
  return lost.map(
    (type) =>
      `${record.kind}: no step emits ${type} and no clock lapses into it. Add it to the emits of a step, or take it out of events in state.ts.`,
  )
}

const twice = (names: readonly string[]): string[] => names.filter((name, index) => names.indexOf(name) !== index)

const namesTwice = ({ record, steps }: Entry): string[] =>
  twice(steps.map((step) => step.name)).map(
    (name) => `${record.kind}: two steps are named ${name}. Rename one of them.`,
  )

const knowsRight = (rules: Rules, right: string): boolean => {
  try {
    return rules.right(right).length > 0
  } catch {
    return false
  }
}

const whoFaults = (record: RecordType, step: Step, rules: Rules): string[] => {
  if (step.who === 'system') return []
  const { who, from } = step
  const where = `${record.kind}/${step.name}`
  const offices = new Set(rules.offices.flatMap((office) => [office.code, ...office.groups]))
  const strange = [who.office].flat().filter((office) => !offices.has(office))
  const roles = [who.of ?? []].flat().filter((role) => role !== 'superior' && !(role in record.roles))
  return [
    ...strange.map(
      (office) =>
        `${where}: there is no office ${office}; did you mean ${nearest(office, [...offices])}? Offices stand in libs/rules/offices.yaml.`,
    ),
    ...roles.map(
      (role) =>
        `${where}: the record has no role ${role}; it has ${quoted(Object.keys(record.roles))}. Add it to roles in state.ts.`,
    ),
    ...(who.may === undefined || knowsRight(rules, who.may)
      ? []
      : [
          `${where}: there is no right ${who.may}; did you mean ${nearest(
            who.may,
            rules.rights.map((one) => one.name),
          )}? Rights stand in libs/rules/rights.yaml.`,
        ]),
    ...(from.includes('new') && who.may === undefined
      ? [`${where}: a step that makes a record says by which right of libs/rules/rights.yaml: who: { may: … }.`]
      : []),
  ]
}

/** Codes that a step names: those it declares, and those that stand in its own functions. */
const codesOf = (step: Step): string[] => {
  const written = [step.decide, step.unless, step.unlessBy].map((work) =>
    work ? Function.prototype.toString.call(work) : '',
  )
  const named = written.flatMap((text) => [...text.matchAll(/["'](ERR_[A-Z_]+)["']/g)].map((match) => match[1]!))
  const declared = [step.claimed, step.who === 'system' ? undefined : step.who.else]
  return [...new Set([...named, ...declared.flatMap((code) => code ?? [])])]
}

const codeFaults = (step: Step): string[] =>
  codesOf(step)
    .filter((code) => !(code in REFUSALS))
    .map(
      (code) =>
        `${step.kind}/${step.name}: the code ${code} has no sentence. Add a row for it to libs/shell/refusals-law.ts.`,
    )

const papersOf = (step: Step): string[] => [
  ...(typeof step.makes === 'function' ? [] : [step.makes ?? []].flat()),
  ...(step.given ?? []),
]

const paperFaults = (where: string, titles: readonly string[], rules: Rules): string[] =>
  titles
    .filter((title) => !rules.document(title))
    .map((title) => {
      const near = nearest(
        title,
        rules.documents.map((one) => one.title.zh),
      )
      return `${where}: there is no paper 《${title}》${near ? `; did you mean 《${near}》?` : '.'} Papers stand in libs/rules/documents.yaml.`
    })

const readFaults = ({ kind, reads }: RecordType, rules: Rules): string[] => {
  const known = [...new Set(rules.allClocks.filter(({ on }) => on === kind).map(({ id }) => id))]
  return Object.values(reads)
    .filter((id) => !known.includes(id))
    .map((id) => {
      const near = nearest(id, known)
      return `${kind}: its steps look at the clock ${id}, which it does not have${near ? `; did you mean ${near}?` : '.'} Write it right in reads in ${folder(kind)}/state.ts, or add its row to libs/rules/law.`
    })
}

const recordFaults = (service: Service, entry: Entry, rules: Rules): string[] => [
  ...(entry.record.service === service.name
    ? []
    : [`${entry.record.kind} is listed by ${service.name}. Move it to services/${entry.record.service}/service.ts.`]),
  ...namesTwice(entry),
  ...stateFaults(entry, rules),
  ...eventFaults(entry, rules),
  ...readFaults(entry.record, rules),
  ...paperFaults(
    `autoMakes in ${folder(entry.record.kind)}/state.ts`,
    Object.values<string | undefined>(entry.record.autoMakes ?? {}).flatMap((title) => title ?? []),
    rules,
  ),
  ...entry.steps.flatMap((step) => [
    ...whoFaults(entry.record, step, rules),
    ...codeFaults(step),
    ...paperFaults(`${step.kind}/${step.name}`, papersOf(step), rules),
  ]),
]

const contractsOf = (services: readonly Service[]): Map<string, Set<string>> =>
  new Map(
    services.flatMap(({ records }) =>
      records.map(({ record }) => [
        record.kind,
        new Set(
          [...LAPSE_EVENTS, ...record.events]
            .filter((made: AnyMaker) => made.version !== undefined)
            .map((made: AnyMaker) => made.type),
        ),
      ]),
    ),
  )

const reactionFaults = (service: Service, contracts: Map<string, Set<string>>): string[] => {
  const steps = new Set(service.records.flatMap((entry) => entry.steps))
  const file = `services/${service.name}/reactions.ts`
  return service.reactions.flatMap(({ name, on, step }) => {
    const events = contracts.get(on.kind)
    return [
      ...(events?.has(on.type)
        ? []
        : [
            `${file}: the reaction ${name} waits for ${on.kind}.${on.type}, which no contract has. Declare it with contract(1, '${on.type}', …) in libs/contracts/${on.kind}.ts and list it in the record's events.`,
          ]),
      ...(steps.has(step)
        ? []
        : [
            `${file}: the reaction ${name} takes the step ${step.name}, which services/${service.name}/service.ts does not list.`,
          ]),
      ...(step.who === 'system'
        ? []
        : [
            `${file}: the reaction ${name} takes the step ${step.name}; a step that reactions take says who: 'system'.`,
          ]),
    ]
  })
}

const namesOf = (services: readonly Service[]): string[] => [
  ...twice(services.map((service) => service.name)).map((name) => `two services are named ${name}.`),
  ...services.flatMap((service) =>
    twice(service.reactions.map((one) => one.name)).map(
      (name) =>
        `services/${service.name}/reactions.ts: two reactions are named ${name}; their inputs could not be told apart.`,
    ),
  ),
  ...services.flatMap((service) =>
    twice(service.views.map((one) => one.name)).map((name) => `services/${service.name}: two views are named ${name}.`),
  ),
]

const topicFaults = (services: readonly Service[]): string[] => {
  const known = services.map((service) => service.name)
  return services.flatMap((service) =>
    service.views.flatMap((view) =>
      view.topics
        .filter((topic) => !known.includes(topic))
        .map(
          (topic) =>
            `services/${service.name}: the view ${view.name} listens to ${topic}, which is no service; did you mean ${nearest(topic, known)}?`,
        ),
    ),
  )
}

const clockFaults = (services: readonly Service[], rules: Rules): string[] => {
  const events = services.flatMap(({ records }) =>
    records.map(({ record }) => [record.kind, record.events.map((made: AnyMaker) => made.type)] as const),
  )
  return checkAgainst(rules, Object.fromEntries(events)).faults.map((fault) => sentence(fault))
}

/** Every fault of the manifests, with the rules and the refusal table, at once; empty when the house may open. */
export const checkHouse = (services: readonly Service[], rules: Rules): string[] => {
  const contracts = contractsOf(services)
  return [
    ...namesOf(services),
    ...topicFaults(services),
    ...services.flatMap((service) => [
      ...service.records.flatMap((entry) => recordFaults(service, entry, rules)),
      ...reactionFaults(service, contracts),
    ]),
    ...clockFaults(services, rules),
  ]
}
