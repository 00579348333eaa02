import { useQuery } from '@tanstack/react-query'
import { api } from './client.js'

const FRESH_MS = 30_000

/** The world's own clock, where no other answer told it; undefined until it is known. */
export const useNow = (enabled: boolean): string | undefined =>
  useQuery({
    queryKey: ['now'],
    queryFn: () => api<{ now: string }>('/api/portal/changes').then(({ now }) => now),
    staleTime: FRESH_MS,
    enabled,
  }).data
