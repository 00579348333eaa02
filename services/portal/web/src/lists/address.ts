import { useSearchParams } from 'wouter'

export const PAGE_SIZE = 20

/** What a list is narrowed by stands in the address, and so does its page: back works, and a link shows the same. */
export const useAddress = <N extends string>(names: readonly N[]) => {
  const [params, setParams] = useSearchParams()
  const values = Object.fromEntries(
    names.flatMap((name) => (params.get(name) ? [[name, params.get(name)!]] : [])),
  ) as Partial<Record<N, string>>
  const page = Math.max(1, Math.floor(Number(params.get('page') ?? '1')) || 1)
  /** Any other filter begins at its first page. */
  const change = (next: Partial<Record<N | 'page', string | undefined>>): void =>
    setParams((before) => {
      const after = new URLSearchParams(before)
      if (!('page' in next)) after.delete('page')
      for (const [name, value] of Object.entries<string | undefined>(next))
        if (value) after.set(name, value)
        else after.delete(name)
      return after
    })
  return {
    values,
    page,
    skip: (page - 1) * PAGE_SIZE,
    change,
    query: new URLSearchParams(values as Record<string, string>),
  }
}
