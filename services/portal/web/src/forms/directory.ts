import { useQuery } from '@tanstack/react-query'
import { api } from '../api/client.js'
import type { Title } from '../api/types.js'
import { useSession } from '../app/session.js'

export interface ListedAgency {
  code: string
  name: Title
  /** What it may do, by the rights of the rulebook. */
  rights?: readonly string[]
}
export interface ListedPerson {
  person: string
  name: string
  agency: string
  licensed?: boolean
  /** Number of the enforcement licence. */
  licence?: string
}
export interface Directory {
  agencies: readonly ListedAgency[]
  people: readonly ListedPerson[]
}

/** Agencies and their people, as far as the reader may know them; without it ids are written by hand. */
export const useDirectory = (): Directory | undefined =>
  useQuery({
    queryKey: ['directory', useSession().who?.office],
    queryFn: () => api<Directory>('/api/portal/directory'),
    staleTime: 'static',
    retry: false,
  }).data

/** A record of a matter, as the portal lists it. */
export interface ListedRecord {
  id: string
  kind: string
  label: string
  state: string
  numbers?: readonly string[]
  kindTitle?: Title
  stateTitle?: Title
}

export const useDossierRecords = (dossier: string | undefined): readonly ListedRecord[] | undefined =>
  useQuery({
    queryKey: ['dossier', dossier],
    queryFn: () => api<{ records: ListedRecord[] }>(`/api/portal/dossiers/${dossier}`),
    enabled: dossier !== undefined,
  }).data?.records
