import { LEAD, lead } from '#contracts'
import { bigramsIn, type Subject, type View } from '#kernel'

/** Against whom a lead was received, as far as it is looked up by: no number of a natural person, nothing of whoever reported it. */
export interface Target {
  id: string
  name: string
  uscc?: string
  shop?: string
  address?: string
  /** Of the name and of the shop. */
  grams: readonly string[]
  receivedOn?: string | null
  seq: number
}

const TELLING: readonly string[] = [lead.LeadReceived.type, lead.LeadClassified.type]

/** One row per lead, with its target as the lead last said it; who may know it the row of the record says. */
export const targets: View = {
  name: 'targets',
  format: 1,
  topics: ['intake'],
  index: ['uscc', 'grams', 'receivedOn'],
  reads: { [LEAD]: lead },
  ids: ({ kind, record, events }) =>
    kind === LEAD && events.some(({ type }) => TELLING.includes(type)) ? [record] : [],
  fold: (row, { seq, events }, id) => {
    if (row && (row.seq as number) >= seq) return row
    const { subject, receivedOn } = events.find(({ type }) => TELLING.includes(type))!.data as {
      subject: Subject
      receivedOn?: string | null
    }
    const { name, uscc, shop, address } = subject
    const grams = [...new Set([name, shop ?? ''].flatMap(bigramsIn))]
    return { id, name, uscc, shop, address, grams, receivedOn, seq }
  },
}
