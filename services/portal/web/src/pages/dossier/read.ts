import { useQueries, useQuery } from '@tanstack/react-query'
import { api } from '../../api/client.js'
import { readRecord, recordKey, type Named, type ShownClock } from '../../api/records.js'
import type { Title } from '../../api/types.js'

/** A record of the matter, as the reader may know it; of a party's own without roles. */
export interface DossierRecord {
  id: string
  kind: string
  kindTitle?: Title
  state: string
  stateTitle?: Title
  label: string
  numbers?: readonly string[]
  roles?: Readonly<Record<string, readonly string[]>>
}

export interface Act {
  id: string
  record: string
  kind: string
  at: string
  agency: string
  office: string
  person: string
  step: string
  stepTitle?: Title
  eventTitles: readonly (Title | undefined)[]
  /** The act that brought it about. */
  root: string
  /** 0: what was done; 1: what came of it. */
  order: number
}

/** A period that is open, with whose record it is. */
export interface OpenClock extends Omit<ShownClock, 'id'> {
  id: string
  clock: string
  record: string
  kind: string
  label: string
  kindTitle?: Title
}

/** `GET /api/portal/dossiers/:id`. */
export interface Dossier {
  dossier: string
  now: string
  records: readonly DossierRecord[]
  timeline: readonly Act[]
  clocks: readonly OpenClock[]
  names?: Named
}

export const useDossier = (id: string) =>
  useQuery({ queryKey: ['dossier', id], queryFn: () => api<Dossier>(`/api/portal/dossiers/${id}`) })

/** A period of one of the records, ended ones too, with the days that were not counted. */
export interface RecordClock extends ShownClock {
  record: string
  excluded?: readonly (readonly [from: string, to: string])[]
}

/** The periods of every record of the matter: the dossier itself tells only those that are open. */
export const useClocks = (records: readonly DossierRecord[]): readonly RecordClock[] =>
  useQueries({
    queries: records.map(({ kind, id }) => ({
      queryKey: recordKey(kind, id),
      queryFn: () => readRecord(kind, id),
    })),
    combine: (answers) =>
      answers.flatMap(({ data }) => data?.clocks.map((clock) => ({ ...clock, record: data.id }) as RecordClock) ?? []),
  })
