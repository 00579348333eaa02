import type { Service, Step } from '#kernel'
import type { Rules } from '#rules'

type Entry = Service['records'][number]

interface Arrow {
  from: string
  to: string
  label: string
}

/** States that an event of the record may lead to; undefined where the state stays. */
const leads = (entry: Entry, type: string): readonly string[] | undefined => {
  const rule = (entry.record.evolve as Record<string, string | { to?: string | readonly string[] } | undefined>)[type]
  if (rule === undefined) return undefined
  const to = typeof rule === 'string' ? rule : rule.to
  return to === undefined ? undefined : [to].flat()
}

const open = (entry: Entry): string[] =>
  Object.entries(entry.record.states).flatMap(([state, title]) => ((title as { final?: true }).final ? [] : [state]))

const sources = (entry: Entry, step: Step): string[] =>
  step.from.flatMap((from) => (from === 'new' ? ['[*]'] : from === 'open' ? open(entry) : [from]))

const arrowsOf = (entry: Entry, step: Step): Arrow[] =>
  step.emits.flatMap((made) =>
    (leads(entry, made.type) ?? []).flatMap((to) => sources(entry, step).map((from) => ({ from, to, label: step.name }))),
  )

const lapseArrows = (entry: Entry, rules: Rules): Arrow[] =>
  rules.clockRows(entry.record.kind).flatMap((row) => (row.lapse.event ? (leads(entry, row.lapse.event) ?? []).map((to) => ({ from: '*', to, label: `${row.id} ${row.lapse.event}` })) : []))

/** One arrow per pair of states, its steps gathered. */
const gathered = (arrows: readonly Arrow[]): Arrow[] => {
  const labels = new Map<string, Set<string>>()
  for (const { from, to, label } of arrows) labels.set(`${from} ${to}`, (labels.get(`${from} ${to}`) ?? new Set()).add(label))
  return [...labels].map(([pair, set]) => ({ from: pair.split(' ')[0]!, to: pair.split(' ')[1]!, label: [...set].join(', ') }))
}

const stateLine = ([state, title]: [string, unknown]): string => `  ${state}: ${(title as { zh: string }).zh} ${state}`

/** A record's states and what leads from one to the other, as Mermaid: from the tables, without running any code. */
export const stateDiagram = (entry: Entry, rules: Rules): string => {
  const finals = Object.entries(entry.record.states).flatMap(([state, title]) => ((title as { final?: true }).final ? [`  ${state} --> [*]`] : []))
  const arrows = gathered(entry.steps.flatMap((step) => arrowsOf(entry, step))).map(({ from, to, label }) => `  ${from} --> ${to}: ${label}`)
  const notes = gathered(lapseArrows(entry, rules)).map(({ to, label }) => `  note right of ${to}: 期限届满 on lapse: ${label}`)
  return ['```mermaid', 'stateDiagram-v2', ...Object.entries(entry.record.states).map(stateLine), ...arrows, ...finals, ...notes, '```'].join('\n')
}
