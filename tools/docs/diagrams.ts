import type { Service, Step } from '#kernel'
import type { Rules } from '#rules'
import { leadsTo, startsFrom } from '#shell'

type Entry = Service['records'][number]

interface Arrow {
  from: string
  to: string
  label: string
}

const statesOf = (entry: Entry): string[] => Object.keys(entry.record.states)
const isFinal = (entry: Entry, state: string): boolean => entry.record.states[state]!.final === true

const sources = (entry: Entry, step: Step): string[] => [
  ...new Set(startsFrom(entry.record, step).map((from) => (from === 'new' ? '[*]' : from))),
]

/** A step that may come in most states is told in a note: drawn, it would hide all the others. */
const isEverywhere = (entry: Entry, step: Step): boolean =>
  statesOf(entry).length > 4 && sources(entry, step).length > statesOf(entry).length / 2

const targets = (entry: Entry, step: Step): string[] => [
  ...new Set(step.emits.flatMap((made) => leadsTo(entry.record, made.type))),
]

const arrowsOf = (entry: Entry, step: Step): Arrow[] =>
  targets(entry, step).flatMap((to) => sources(entry, step).map((from) => ({ from, to, label: step.name })))

/** One arrow per pair of states, its steps gathered. */
const gathered = (arrows: readonly Arrow[]): Arrow[] => {
  const found = new Map<string, Arrow & { labels: Set<string> }>()
  for (const arrow of arrows) {
    const key = `${arrow.from} ${arrow.to}`
    const known = found.get(key) ?? { ...arrow, labels: new Set<string>() }
    known.labels.add(arrow.label)
    found.set(key, known)
  }
  return [...found.values()].map(({ from, to, labels }) => ({ from, to, label: [...labels].join(', ') }))
}

const lapses = (entry: Entry, rules: Rules): Arrow[] =>
  rules.clockRows(entry.record.kind).flatMap(({ id, lapse }) =>
    (lapse.event ? leadsTo(entry.record, lapse.event) : []).map((to) => ({
      from: '*',
      to,
      label: `${id} 届满 lapses`,
    })),
  )

const everywhere = (entry: Entry): Arrow[] =>
  entry.steps
    .filter((step) => isEverywhere(entry, step) && !step.from.includes('new'))
    .flatMap((step) => targets(entry, step).map((to) => ({ from: '*', to, label: step.name })))

const drawn = (entry: Entry): Arrow[] =>
  entry.steps.flatMap((step) =>
    arrowsOf(entry, step).filter(({ from }) => from === '[*]' || !isEverywhere(entry, step)),
  )

/**
 * A record's states and what leads from one to the other, as Mermaid: from the tables, without running any code.
 * Notes tell what comes by the lapse of a clock or from most states. No text may hold a colon or a semicolon: Mermaid reads them.
 */
export const stateDiagram = (entry: Entry, rules: Rules): string => {
  const states = Object.entries(entry.record.states)
  return [
    '```mermaid',
    'stateDiagram-v2',
    ...states.map(([state, { zh }]) => `  ${state}: ${zh} ${state}`),
    ...gathered(drawn(entry)).map(({ from, to, label }) => `  ${from} --> ${to}: ${label}`),
    ...statesOf(entry)
      .filter((state) => isFinal(entry, state))
      .map((state) => `  ${state} --> [*]`),
    ...gathered([...lapses(entry, rules), ...everywhere(entry)]).map(
      ({ to, label }) => `  note right of ${to}: 由 by ${label}`,
    ),
    '```',
  ].join('\n')
}
