import type { Rules } from '#rules'

/** The letter itself: without it nothing is sent. */
export const LETTER = '涉嫌犯罪案件移送书'

/** What goes with the letter (GWY310:6), each under the titles it may bear. */
const ENCLOSURES: readonly (readonly string[])[] = [['调查报告', '案件调查终结报告'], ['涉案物品清单'], ['检验报告']]

/** The fifth: there may be none, but who sends says so. */
const FURTHER = '其他材料'

export interface Enclosed {
  /** Neither given nor named as missing. */
  silent: readonly string[]
  /** Named as missing. */
  missing: readonly string[]
  /** Further material that is neither given nor named as missing: nothing is held up for it. */
  further: readonly string[]
}

/** How the enclosures stand; short names of a paper count as the paper. */
export const enclosed = (
  rules: Rules,
  given: Readonly<Record<string, readonly string[]>>,
  named: Readonly<Record<string, string>>,
): Enclosed => {
  const title = (name: string): string => rules.document(name)?.title.zh ?? name
  const present = Object.keys(given)
    .filter((name) => given[name]?.length)
    .map(title)
  const missing = Object.keys(named)
    .map(title)
    .filter((name) => !present.includes(name))
  const has = (names: readonly string[]): boolean =>
    names.some((name) => present.includes(name) || missing.includes(name))
  return {
    silent: ENCLOSURES.filter((names) => !has(names)).map((names) => names[0]!),
    missing,
    further: has([FURTHER]) ? [] : [FURTHER],
  }
}
