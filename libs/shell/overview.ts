import { canonical, dayNumber, dayOf, plusDays, weekday, type Actor, type Day, type Service } from '#kernel'
import type { Tally, ViewTable } from '#ports'
import type { Rules } from '#rules'
import { nameOf } from './held.js'
import { knownTo } from './known-cells.js'
import { titlesOf } from './titles.js'

/** Weeks that the trend goes back. */
const WEEKS = 26

/** So many records of one kind in one place, with other values by which they were counted. */
interface Cell {
  kind: string
  circle: string
  n: number
  [field: string]: string | number
}

/** In one order, whatever store counted them. */
const cellsOf = (tallies: readonly Tally[], fields: readonly string[]): Cell[] =>
  tallies
    .toSorted((a, b) => (canonical(a.values) < canonical(b.values) ? -1 : 1))
    .map(
      ({ values, n }) =>
        ({ ...Object.fromEntries(fields.map((field, at) => [field, String(values[at] ?? '')])), n }) as Cell,
    )

const adding = <T extends object>(names: readonly (keyof T & string)[]) => {
  const sums = new Map<string, T & { n: number }>()
  return {
    add: (one: T, n: number): void => {
      const name = names.map((field) => String(one[field])).join('|')
      const sum = sums.get(name)
      if (sum) sum.n += n
      else sums.set(name, { ...one, n })
    },
    all: (): (T & { n: number })[] => [...sums.values()],
  }
}

const mondayOf = (day: Day): Day => plusDays(day, 1 - weekday(day))

/** Whole weeks since the one in the middle. */
const medianWeeks = (weeks: readonly { week: string; n: number }[], today: Day): number => {
  const sorted = weeks.toSorted((a, b) => (a.week < b.week ? -1 : 1))
  let left = sorted.reduce((sum, { n }) => sum + n, 0) / 2
  const middle = sorted.find(({ n }) => (left -= n) <= 0)?.week ?? today
  return Math.max(0, (dayNumber(mondayOf(today)) - dayNumber(middle)) / 7)
}

const FIELDS = {
  places: ['kind', 'state', 'hand', 'circle', 'sinceWeek'],
  begun: ['circle', 'kind', 'beganWeek'],
  clocks: ['circle', 'kind', 'hand', 'marks'],
} as const

/** What a head looks at, counted over what the reader may know. Each figure carries the filter of the list that it counts. */
export const overviewOf = (services: readonly Service[]) => {
  const records = services.flatMap((one) => one.records.map(({ record }) => record))
  const titles = titlesOf(services)
  const finals = new Set(
    records.flatMap(({ kind, states }) =>
      Object.keys(states).flatMap((state) => (states[state]!.final ? [`${kind} ${state}`] : [])),
    ),
  )
  /** A record of one state is a ledger and waits for nothing. */
  const cases = new Set(records.flatMap(({ kind, states }) => (Object.keys(states).length > 1 ? [kind] : [])))
  const isFinal = (cell: Cell): boolean => finals.has(`${cell.kind} ${cell.state}`)

  const waiting = (cells: readonly Cell[], today: Day, rules: Rules) => {
    const places = new Map<string, { cell: Cell; weeks: { week: string; n: number }[] }>()
    for (const cell of cells) {
      const name = `${cell.hand}|${cell.kind}|${cell.state}`
      const place = places.get(name) ?? { cell, weeks: [] }
      place.weeks.push({ week: String(cell.sinceWeek), n: cell.n })
      places.set(name, place)
    }
    return [...places.values()]
      .map(({ cell: { kind, state, hand }, weeks }) => ({
        ...holders(String(hand), rules),
        ...{ kind, kindTitle: titles.kind(kind), state: String(state), stateTitle: titles.state(kind, String(state)) },
        n: weeks.reduce((sum, { n }) => sum + n, 0),
        medianWeeks: medianWeeks(weeks, today),
        list: { kind, state, ...(first(String(hand)) && { holder: first(String(hand)) }) },
      }))
      .sort((a, b) => b.n - a.n)
  }

  const trend = (begun: readonly Cell[], ended: readonly Cell[], today: Day) => {
    const [opened, closed] = [sums(begun, 'beganWeek'), sums(ended, 'sinceWeek')]
    const last = mondayOf(today)
    return Array.from({ length: WEEKS }, (_, n) => plusDays(last, 7 * (n + 1 - WEEKS))).map((week) => ({
      week,
      opened: opened.get(week) ?? 0,
      closed: closed.get(week) ?? 0,
      lists: { opened: { from: week, to: plusDays(week, 6) }, closed: { is: 'closed', week } },
    }))
  }

  const clocks = (cells: readonly Cell[], rules: Rules) => {
    const marks = adding<{ hand: string; clock: string; mark: string; kind: string }>(['hand', 'clock', 'mark'])
    for (const { hand, kind, marks: all, n } of cells)
      for (const one of String(all).split(',').filter(Boolean)) {
        const [clock, mark] = one.split(' ') as [string, string]
        marks.add({ hand: String(hand), clock, mark, kind }, n)
      }
    const rows = new Map<string, ReturnType<typeof clockRow>>()
    for (const { hand, clock, mark, kind, n } of marks.all()) {
      const row = rows.get(`${hand}|${clock}`) ?? clockRow(hand, clock, kind, rules)
      row[mark as Mark] = n
      rows.set(`${hand}|${clock}`, row)
    }
    return [...rows.values()].sort((a, b) => b.breached - a.breached || b.running - a.running)
  }

  return async (table: ViewTable, actor: Actor, rules: Rules, now: string) => {
    const known = knownTo(actor, rules)
    const counted = async (name: keyof typeof FIELDS): Promise<Cell[]> =>
      cellsOf(await table.tally({}, FIELDS[name]), FIELDS[name]).filter((cell) => cases.has(cell.kind) && known(cell))
    const [places, begun, running] = [await counted('places'), await counted('begun'), await counted('clocks')]
    const [ended, open] = [places.filter(isFinal), places.filter((cell) => !isFinal(cell))]
    const byClock = clocks(running, rules)
    const total = (cells: readonly { n: number }[]) => cells.reduce((sum, { n }) => sum + n, 0)
    return {
      totals: {
        ...{ open: total(open), closed: total(ended) },
        ...{ breached: marked(byClock, 'breached'), lapsed: marked(byClock, 'lapsed') },
      },
      clocks: byClock,
      waiting: waiting(open, dayOf(now), rules),
      trend: trend(begun, ended, dayOf(now)),
    }
  }
}

const first = (hand: string): string => hand.split(' ')[0] ?? ''

const holders = (hand: string, rules: Rules) => ({
  holder: hand
    .split(' ')
    .filter(Boolean)
    .map((agency) => ({ agency, name: nameOf(rules, agency) })),
})

type Mark = 'running' | 'paused' | 'breached' | 'late' | 'lapsed'

const clockRow = (hand: string, clock: string, kind: string, rules: Rules) => ({
  ...holders(hand, rules),
  ...{ clock, title: rules.clockRows(kind).find(({ id }) => id === clock)?.title },
  ...{ running: 0, paused: 0, breached: 0, late: 0, lapsed: 0 },
  list: { clock, ...(first(hand) && { holder: first(hand) }) },
})

const marked = (rows: readonly ReturnType<typeof clockRow>[], mark: Mark): number =>
  rows.reduce((sum, row) => sum + row[mark], 0)

const sums = (cells: readonly Cell[], field: string): Map<string, number> => {
  const found = new Map<string, number>()
  for (const cell of cells) found.set(String(cell[field]), (found.get(String(cell[field])) ?? 0) + cell.n)
  return found
}
