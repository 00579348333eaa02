/** A topic per kind of record, keyed by the record: then one record's events stay in order. */
export const TOPICS = { lead: 'naive.lead', case: 'naive.case', subject: 'naive.subject' } as const

export interface Event {
  id: string
  type: string
  kind: keyof typeof TOPICS
  record: string
  version: number
  state: string
  dossier: string
  agency: string
  person: string
  at: string
  leads?: string[]
  subject?: string
}
