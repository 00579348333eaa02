import type { Change, Envelope, Row, ViewTable, Views } from '#ports'
import { readEvent, type AnyMaker } from './event.js'
import type { View } from './service.js'

/** An envelope on its way into a view. */
interface Folding {
  envelope: Envelope
  ids: readonly string[]
  done: () => void
  failed: (error: unknown) => void
}

type Rows = Map<string, Row | undefined>

type Reads = NonNullable<View['reads']>

const makersIn = (reads: Reads): ReadonlyMap<string, AnyMaker> =>
  new Map(
    Object.entries(reads).flatMap(([kind, contracts]) =>
      (Object.values(contracts) as AnyMaker[])
        .filter(({ version }) => version !== undefined)
        .map((made) => [`${kind}.${made.type}`, made] as const),
    ),
  )

/** Reads the events of an envelope as this program has them. */
const reader = (reads: Reads) => {
  const makers = makersIn(reads)
  return (envelope: Envelope): Envelope => {
    const strange = ({ type, version }: Envelope['events'][number]) => {
      const known = makers.get(`${envelope.kind}.${type}`)
      return known && version !== known.version ? known : undefined
    }
    if (!envelope.events.some(strange)) return envelope
    const events = envelope.events.map((event) => {
      const known = strange(event)
      return known ? { ...event, data: readEvent(known, event.version ?? 1, event.data) } : event
    })
    return { ...envelope, events }
  }
}

/** Rows that were not read first are written as they are. */
const changeOf = (id: string, row: Row | undefined, read: Rows): Change =>
  read.has(id) ? { id, row, was: read.get(id) } : { id, row }

/** Folds envelopes into a view's rows: those that came together are folded in order and written together, each row once. */
export const projector = (
  view: View,
  views: Views,
): {
  table: ViewTable
  apply: (envelope: Envelope) => Promise<void>
  concerns: (envelope: Envelope) => boolean
} => {
  const { name, format, index } = view
  const table = views.table(name, { format, ...(index && { index }) })
  let waiting: Folding[] = []
  let running = false

  const rowsOf = async (foldings: readonly Folding[]): Promise<Rows> => {
    if (view.once) return new Map()
    const ids = [...new Set(foldings.flatMap((one) => one.ids))]
    const rows = await Promise.all(ids.map((id) => table.get(id)))
    return new Map(ids.map((id, n) => [id, rows[n]]))
  }

  /** All rows of an envelope, or none when one cannot be folded. */
  const foldInto = (rows: Rows, changed: Set<string>, { envelope, ids, failed }: Folding): boolean => {
    try {
      const after = ids.map((id) => view.fold(rows.get(id), envelope, id))
      for (const [n, id] of ids.entries()) {
        if (after[n] === rows.get(id)) continue
        rows.set(id, after[n])
        changed.add(id)
      }
      return true
    } catch (error) {
      failed(error)
      return false
    }
  }

  const together = async (foldings: readonly Folding[]): Promise<void> => {
    try {
      const read = await rowsOf(foldings)
      const rows = new Map(read)
      const changed = new Set<string>()
      const folded = foldings.filter((one) => foldInto(rows, changed, one))
      if (changed.size) await table.apply([...changed].map((id) => changeOf(id, rows.get(id), read)))
      for (const { done } of folded) done()
    } catch (error) {
      for (const { failed } of foldings) failed(error)
    }
  }

  const run = async (): Promise<void> => {
    running = true
    await undefined
    while (waiting.length) {
      const foldings = waiting
      waiting = []
      await together(foldings)
    }
    running = false
  }

  const read = reader(view.reads ?? {})

  const apply = async (came: Envelope): Promise<void> => {
    const envelope = read(came)
    const ids = view.ids(envelope)
    if (!ids.length) return
    await new Promise<void>((done, failed) => {
      waiting.push({ envelope, ids, done, failed })
      if (!running) void run()
    })
  }
  /** What cannot be read concerns it: the reason is told where it is parked. */
  const concerns = (came: Envelope): boolean => {
    try {
      return view.ids(read(came)).length > 0
    } catch {
      return true
    }
  }
  return { table, apply, concerns }
}
