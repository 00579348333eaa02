import { useQuery } from '@tanstack/react-query'
import { api } from './client.js'
import type { Title } from './types.js'
import type { Agency } from './work.js'

/** A record in a list; of a party's own only what it may know. */
export interface ListedRecord {
  id: string
  dossier: string
  kind: string
  kindTitle?: Title
  state: string
  stateTitle?: Title
  label: string
  holder?: readonly Agency[]
  numbers?: readonly string[]
  began?: string
  since?: string
  at?: string
  open?: number
  breached?: number
  matched?: readonly { field: string; text: string; title?: Title }[]
}

/** `GET /api/portal/records`, `POST /api/portal/search`. */
export interface Listed {
  now: string
  total: number
  /** More were found than were looked at. */
  more?: boolean
  rows: readonly ListedRecord[]
}

/** `GET /api/portal/choices`. */
export interface Choices {
  kinds: readonly {
    kind: string
    title: Title
    states: readonly { state: string; title?: Title }[]
    clocks: readonly { clock: string; title: Title }[]
  }[]
  agencies: readonly Agency[]
}

export const useChoices = () =>
  useQuery({ queryKey: ['choices'], queryFn: () => api<Choices>('/api/portal/choices'), staleTime: 'static' })

export const FILTERS = ['kind', 'state', 'holder', 'clock', 'mark', 'is', 'from', 'to', 'week'] as const
export type FilterName = (typeof FILTERS)[number]
export type Filters = Partial<Record<FilterName, string>>

/** A list, or with words a search: the words go in a body and stand in no address. */
export const readList = (
  { sort, ...filters }: Filters & { sort?: string },
  words: string,
  { limit, skip }: { limit: number; skip: number },
  signal?: AbortSignal,
): Promise<Listed> =>
  words
    ? api<Listed>('/api/portal/search', { body: { ...filters, text: words, limit, skip }, signal })
    : api<Listed>(
        `/api/portal/records?${new URLSearchParams({ ...filters, ...(sort && { sort }), limit: `${limit}`, skip: `${skip}` })}`,
        { signal },
      )
