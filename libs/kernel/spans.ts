import type { NumberSpan, Table } from './calendar.js'

/** How a unit is counted along the line of days. */
export interface Steps {
  readonly between: (from: number, to: number) => number
  readonly after: (day: number, n: number) => number
}

/** Sorted and united; what excludes nothing is left out. */
export const unite = (spans: NumberSpan[]): NumberSpan[] => {
  if (spans.length < 2) return spans.filter(([from, to]) => from < to)
  const united: [number, number][] = []
  for (const [from, to] of spans.filter((span) => span[0] < span[1]).sort((a, b) => a[0] - b[0])) {
    const last = united.at(-1)
    if (last && from <= last[1]) last[1] = Math.max(last[1], to)
    else united.push([from, to])
  }
  return united
}

/** The day on which `n` units after `start` are full, spans left out. */
export const walk = (steps: Steps, start: number, n: number, spans: readonly NumberSpan[]): number => {
  if (n <= 0) return start
  let day = start
  let left = n
  for (const [from, to] of spans) {
    if (to <= day) continue
    if (from > day) {
      const free = steps.between(day, from)
      if (free >= left) break
      left -= free
    }
    day = to
  }
  return steps.after(day, left)
}

export const plainSteps: Steps = { between: (from, to) => to - from, after: (day, n) => day + n }

export const workingSteps = (table: Table): Steps => ({
  between: (from, to) => table.count(to) - table.count(from),
  after: (day, n) => table.nth(table.count(day) + n),
})

/** The line of days read backwards: day d stands at -d. */
export const backwardSteps = (table: Table): Steps => ({
  between: (from, to) => table.count(-from - 1) - table.count(-to - 1),
  after: (day, n) => -table.nth(table.count(-day - 1) - n + 1),
})

export const backwards = (spans: readonly NumberSpan[]): NumberSpan[] =>
  spans.map(([from, to]): NumberSpan => [-to - 1, -from - 1]).reverse()

/** A pause that is open on the last day leaves one more. */
export const pastPause = (day: number, spans: readonly NumberSpan[], first: (after: number) => number): number =>
  spans.reduce((last, [from, to]) => (from <= last && last <= to ? first(to + 1) : last), day)
