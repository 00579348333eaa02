import type { Rules } from '#rules'

/** The letter itself: without it nothing is sent. */
export const LETTER = '涉嫌犯罪案件移送书'

/** What goes with the letter (GWY310:6), each under the titles it may bear; further material is free. */
const ENCLOSURES: readonly (readonly string[])[] = [
  ['调查报告', '案件调查终结报告', '涉嫌犯罪案件情况的调查报告', '关于移送涉嫌犯罪案件的报告'],
  ['涉案物品清单'],
  ['检验报告', '检验报告/鉴定意见', '鉴定意见', '鉴定结论', '有关检验报告或者鉴定结论'],
]

export interface Enclosed {
  /** Neither given nor named as missing. */
  silent: readonly string[]
  /** Named as missing. */
  missing: readonly string[]
}

const sameTitle = (rules: Rules, title: string, names: readonly string[]): boolean =>
  names.includes(title) || names.includes(rules.document(title)?.title.zh ?? '')

/** How the enclosures stand. */
export const enclosed = (
  rules: Rules,
  given: Readonly<Record<string, readonly string[]>>,
  named: Readonly<Record<string, string>>,
): Enclosed => {
  const present = Object.keys(given).filter((title) => given[title]?.length)
  const lacking = ENCLOSURES.filter((names) => !present.some((title) => sameTitle(rules, title, names)))
  const missing = Object.keys(named).filter((title) => !present.includes(title))
  const silent = lacking
    .filter((names) => !missing.some((title) => sameTitle(rules, title, names)))
    .map((names) => names[0]!)
  return { silent, missing }
}
