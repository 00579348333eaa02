/** Who asked to see an identity, with whom, and why. */
export type Opening = { by: string; with: string; reason: string; at: string }

/** Without order of fields, without differences of width, case or spaces: so that one person is found again. */
export const normalized = (value: unknown): unknown => {
  if (typeof value === 'string') return value.normalize('NFKC').replace(/\s+/gu, ' ').trim().toLowerCase()
  if (Array.isArray(value)) return value.map(normalized)
  if (typeof value !== 'object' || value === null) return value
  const fields = Object.entries(value).filter(([, inner]) => inner !== undefined)
  return fields.sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, inner]) => [name, normalized(inner)])
}

const samePerson = (a: string, b: string): boolean => normalized(a) === normalized(b)

/** @throws when it is not asked by two persons, or for no reason */
export const checkOpening = ({ by, with: other, reason }: Opening): void => {
  if (by.trim() === '' || other.trim() === '' || samePerson(by, other))
    throw new Error('the informant vault opens for two different persons only')
  if (reason.trim() === '') throw new Error('the informant vault opens only for a reason')
}

export const numbered = (year: string, n: number): string => `INF-${year}-${String(n).padStart(4, '0')}`
