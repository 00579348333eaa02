import type { Envelope, Row, ViewTable, Views } from '#ports'
import type { View } from './service.js'

/** An envelope on its way into a view. */
interface Folding {
  envelope: Envelope
  ids: readonly string[]
  done: () => void
  failed: (error: unknown) => void
}

type Rows = Map<string, Row | undefined>

/** Folds envelopes into a view's rows: those that came together are folded in order and written together, each row once. */
export const projector = (
  view: View,
  views: Views,
): { table: ViewTable; apply: (envelope: Envelope) => Promise<void> } => {
  const table = views.table(view.name, view.index ? { index: view.index } : undefined)
  let waiting: Folding[] = []
  let running = false

  const read = async (foldings: readonly Folding[]): Promise<Rows> => {
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
      const rows = await read(foldings)
      const changed = new Set<string>()
      const folded = foldings.filter((one) => foldInto(rows, changed, one))
      if (changed.size) await table.apply([...changed].map((id) => ({ id, row: rows.get(id) })))
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

  const apply = async (envelope: Envelope): Promise<void> => {
    const ids = view.ids(envelope)
    if (!ids.length) return
    await new Promise<void>((done, failed) => {
      waiting.push({ envelope, ids, done, failed })
      if (!running) void run()
    })
  }
  return { table, apply }
}
