/** Texts as they are compared: full and half width, capitals and signs make no difference. */
export const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

const RUN = /[a-z0-9]+|[^a-z0-9 ]+/g
const LATIN = /^[a-z0-9]/

const pieces = (run: string, length: number): string[] => {
  const signs = [...run]
  if (signs.length <= length) return [run]
  return signs.slice(length - 1).map((_, n) => signs.slice(n, n + length).join(''))
}

/**
 * The pieces by which a text is found: pairs of neighbouring characters; of letters and digits fours, for pairs of those are everywhere.
 * Shorter runs are pieces themselves, single characters none.
 */
export const gramsOf = (text: string): string[] => {
  const runs = plain(text).match(RUN) ?? []
  const found = runs.flatMap((run) => (LATIN.test(run) ? pieces(run, 4) : pieces(run, 2)))
  return [...new Set(found.filter((one) => one.length > 1))]
}
