import type { SummaryClock } from '#kernel'
import type { Row } from '#ports'

/** A line of the list of clocks: the clock, and whose it is. */
export type OpenClock = Omit<SummaryClock, 'id'> & {
  id: string
  clock: string
  record: string
  dossier: string
  kind: string
  label: string
  version: number
  recordState: string
  holder: readonly string[]
  roles: Readonly<Record<string, readonly string[]>>
}

const linesOf = (row: Row): OpenClock[] => {
  const {
    id: record,
    dossier,
    kind,
    label,
    version,
    state: recordState,
    holder,
    roles,
  } = row as unknown as OpenClock & { state: string }
  return (row.clocks as SummaryClock[]).map(({ id: clock, ...shown }) => ({
    id: shown.key ? `${record}:${clock}:${shown.key}` : `${record}:${clock}`,
    record,
    dossier,
    kind,
    label,
    version,
    recordState,
    holder,
    roles,
    clock,
    ...shown,
  }))
}

const sortKey = ({ due, strict, clock, key, record }: OpenClock): string =>
  `${due ?? strict ?? '9999'} ${clock} ${key} ${record}`

/** The open clocks of rows, by due date; what has no date stands last. */
export const openClocks = (rows: readonly Row[]): OpenClock[] =>
  rows.flatMap(linesOf).sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1))
