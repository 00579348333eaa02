import type { Envelope, Row, ViewTable, Views } from '#ports'
import type { View } from './service.js'
import { serial } from './serial.js'

/** Folds envelopes into a view's rows; several envelopes for one row are folded in turn. */
export const projector = (
  view: View,
  views: Views,
): { table: ViewTable; apply: (envelope: Envelope) => Promise<void> } => {
  const table = views.table(view.name, view.index ? { index: view.index } : undefined)
  const inTurn = serial()
  const one = (id: string, envelope: Envelope) =>
    inTurn(id, async () => {
      const before = await table.get(id)
      const row: Row | undefined = view.fold(before, envelope, id)
      if (row !== before) await table.apply([{ id, row }])
    })
  return {
    table,
    apply: async (envelope) => void (await Promise.all(view.ids(envelope).map((id) => one(id, envelope)))),
  }
}
