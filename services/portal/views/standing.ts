import { dayOf, gramsOf, plusDays, weekday, type Summary, type SummaryClock } from '#kernel'

/** What can be read from a clock alone, whatever the day: what filters and counts of the portal ask for. */

/** A clock that still asks for something: it runs, stands still, or its duty is overdue and not yet done. */
export const isOpen = (clock: SummaryClock): boolean =>
  clock.stoppedAt === undefined && ['running', 'paused', 'breached'].includes(clock.state)

/** After every day: what has no date stands last. */
export const NO_DAY = '9999'

/** Sorts by due date, then by clock. */
export const sortKey = ({ due, strict, id, key }: SummaryClock): string => `${due ?? strict ?? NO_DAY} ${id} ${key}`

/** A duty that was done too late stays told apart from one that is still to be done. */
const markOf = ({ state, stoppedAt }: SummaryClock): string | undefined => {
  if (state === 'breached') return stoppedAt === undefined ? 'breached' : 'late'
  return ['running', 'paused', 'lapsed'].includes(state) ? state : undefined
}

/** `CLK-… running`: every clock that runs, stands still, was missed or has lapsed. */
export const marksOf = (clocks: readonly SummaryClock[]): string[] =>
  [...new Set(clocks.flatMap((clock) => (markOf(clock) ? [`${clock.id} ${markOf(clock)}`] : [])))].sort()

export const earliest = (times: readonly (string | undefined)[]): string | undefined =>
  times.filter((one) => one !== undefined).sort()[0]

/** The Monday. */
export const weekOf = (at: string): string => plusDays(dayOf(at), 1 - weekday(dayOf(at)))

/**
 * Who stands where while what runs, one word each, so that a desk is found by a list of words: `V role kind STATE` and, for each clock
 * that runs or is overdue, `V role kind STATE CLK-…`. Where everything stands still nobody is asked for anything: `V still`.
 */
export const deskOf = ({ kind, state, roles }: Summary, open: readonly SummaryClock[]): string[] => {
  const stands = Object.entries(roles).flatMap(([role, values]) => values.map((value) => [value, role] as const))
  const still = open.length > 0 && open.every((clock) => clock.state === 'paused')
  const all = (word: string) => stands.map(([value]) => `${value} ${word}`)
  if (still) return [...new Set(all('still'))]
  const places = stands.map(([value, role]) => `${value} ${role} ${kind} ${state}`)
  const asking = open.filter((clock) => clock.state !== 'paused').map(({ id }) => id)
  const asked = places.flatMap((place) => asking.map((id) => `${place} ${id}`))
  return [...new Set([...places, ...asked, ...(open.length ? all('open') : [])])]
}

/** What it is found by, and the pieces of all of it. */
export const soughtIn = ({
  search,
  numbers,
}: Summary): { texts: Record<string, readonly string[]>; grams: string[] } => {
  const texts: Record<string, readonly string[]> = { number: numbers, ...search }
  return { texts, grams: [...new Set(Object.values(texts).flat().flatMap(gramsOf))] }
}
