import type { Summary, View } from '#kernel'
import { TOPICS } from './topics.js'

/** One row per record: what its own service shows of it, the newest version. */
export const records: View = {
  name: 'records',
  topics: TOPICS,
  index: ['dossier', 'kind', 'state', 'seen'],
  ids: (envelope) => [envelope.record],
  fold: (row, envelope) => {
    const { id, kind, dossier, version, state, overlays, label, roles, numbers, since, by, at } =
      envelope.summary as Summary
    if (row && (row.version as number) >= version) return row
    const seen = [...new Set(Object.values(roles).flat())].sort()
    return {
      id,
      kind,
      dossier,
      version,
      state,
      overlays,
      label,
      roles,
      seen,
      numbers,
      since,
      at,
      by: { agency: by.agency, office: by.office },
    }
  },
}
