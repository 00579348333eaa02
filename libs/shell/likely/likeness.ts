import { bigramsIn, type Title } from '#kernel'

/** What is known of a target while a lead is typed in, or of an earlier one. */
export interface Target {
  name?: string | undefined
  uscc?: string | undefined
  shop?: string | undefined
  address?: string | undefined
}

export type Reason = 'same-uscc' | 'same-shop' | 'same-name' | 'similar-name' | 'similar-shop' | 'same-address'

/** Why two targets may be one, the strongest reason first. */
export const REASONS: Readonly<Record<Reason, { weight: number; says: Title }>> = {
  'same-uscc': { weight: 1, says: { zh: '统一社会信用代码相同', en: 'the same unified social credit code' } },
  'same-shop': { weight: 0.95, says: { zh: '网店相同', en: 'the same shop' } },
  'same-name': { weight: 0.9, says: { zh: '名称相同', en: 'the same name' } },
  'similar-name': { weight: 0.6, says: { zh: '名称相近', en: 'a similar name' } },
  'similar-shop': { weight: 0.5, says: { zh: '网店相近', en: 'a similar shop' } },
  'same-address': { weight: 0.4, says: { zh: '地址相同', en: 'the same address' } },
}

const NOTE = /[（(][^）)]*[）)]/g
/** What many names have in common: places, and forms of business. */
const COMMON =
  /河南省?|许昌市?|魏都区?|建安区?|禹州市?|长葛市?|鄢陵县?|襄城县?|有限责任公司|股份有限公司|有限公司|公司|个体工商户/g

const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{P}]/gu, '')

/** What tells a name from others; the whole of it where nothing is left. */
export const coreOf = (name: string): string => {
  const whole = plain(name.replace(NOTE, ''))
  return whole.replace(COMMON, '') || whole
}

/** Signs to be put in, taken out or changed to make one of the other (Levenshtein). */
export const distance = (one: string, other: string): number => {
  const [a, b] = [[...one], [...other]]
  let row = b.map((_, n) => n + 1)
  row.unshift(0)
  for (const [i, sign] of a.entries()) {
    const next = [i + 1]
    for (const [j, like] of b.entries())
      next.push(Math.min(next[j]! + 1, row[j + 1]! + 1, row[j]! + (sign === like ? 0 : 1)))
    row = next
  }
  return row.at(-1)!
}

const shared = (one: readonly string[], other: readonly string[]): number => {
  const both = one.filter((gram) => other.includes(gram)).length
  return one.length + other.length ? (2 * both) / (one.length + other.length) : 0
}

/** From 0 to 1: by the bigrams that two names share, and by how few signs differ. */
export const likeness = (one: string, other: string): number => {
  const [a, b] = [coreOf(one), coreOf(other)]
  const longest = Math.max([...a].length, [...b].length)
  return Math.max(shared(bigramsIn(a), bigramsIn(b)), longest > 1 ? 1 - distance(a, b) / longest : Number(a === b))
}

const SIMILAR = 0.6

const nameReason = (one: string, other: string): Reason | undefined => {
  if (coreOf(one) === coreOf(other)) return 'same-name'
  return likeness(one, other) >= SIMILAR ? 'similar-name' : undefined
}

const shopReason = (one: string, other: string): Reason | undefined => {
  if (plain(one) === plain(other)) return 'same-shop'
  return likeness(one, other) >= SIMILAR ? 'similar-shop' : undefined
}

const both = <T>(
  one: string | undefined,
  other: string | undefined,
  ask: (a: string, b: string) => T,
): T | undefined => (one !== undefined && other !== undefined ? ask(one, other) : undefined)

/** Every reason to think that two targets are one; none: no reason. */
export const reasonsFor = (asked: Target, earlier: Target): Reason[] =>
  [
    both(asked.uscc, earlier.uscc, (a, b): Reason | undefined => (plain(a) === plain(b) ? 'same-uscc' : undefined)),
    both(asked.shop, earlier.shop, shopReason),
    both(asked.name, earlier.name, nameReason),
    both(asked.address, earlier.address, (a, b): Reason | undefined =>
      plain(a) === plain(b) ? 'same-address' : undefined,
    ),
  ]
    .flatMap((one) => one ?? [])
    .sort((a, b) => REASONS[b].weight - REASONS[a].weight)
