import type { View } from '#kernel'
import { TOPICS } from './topics.js'

/** One row per published commit: what was done when, by which agency and office; for an officer's eyes also by whom. */
export const timeline: View = {
  name: 'timeline',
  format: 1,
  topics: TOPICS,
  index: ['dossier', 'record', 'recordedAt'],
  ids: (envelope) => [`${envelope.record}:${String(envelope.seq).padStart(9, '0')}`],
  once: true,
  fold: (_row, envelope, id) => ({
    id,
    dossier: envelope.dossier,
    record: envelope.record,
    kind: envelope.kind,
    seq: envelope.seq,
    at: envelope.occurredAt,
    recordedAt: envelope.recordedAt,
    agency: envelope.actor.agency,
    office: envelope.actor.office,
    person: envelope.actor.person,
    step: envelope.step,
    events: envelope.events.map((event) => event.type),
    root: envelope.root,
    /** What was done comes before what came of it, at one instant. */
    order: envelope.message === envelope.root ? 0 : 1,
  }),
}
