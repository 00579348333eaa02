import { dataOf, type Rules } from '#rules'
import { code, inForce, page, table } from './markdown.js'

type Book = NonNullable<ReturnType<typeof dataOf>>['thresholds']
type Row = Book['rows'][number]

const TIERS: Readonly<Record<Row['tier'], string>> = {
  base: '构成犯罪 base',
  serious: '情节严重 serious',
  specially_serious: '情节特别严重 specially serious',
}

const UNITS: Readonly<Record<string, string>> = {
  CNY: '元 CNY',
  piece: '件 pieces',
  copy: '份 copies',
  work: '部 works',
  count: '次 count',
  bool: '',
  ratio: '倍 ratio',
  multiple: '倍 times',
}

/** 30000000 fen → 300,000 */
const grouped = (n: number): string => String(n).replace(/\B(?=(\d{3})+$)/g, ',')
const figure = (n: number, unit: string): string =>
  `${grouped(unit === 'CNY' ? n / 100 : n)} ${UNITS[unit] ?? unit}`.trim()

const sumText = (row: Row, book: Book): string => {
  const name = (key: string) => book.metrics.find((one) => one.key === key)?.title.zh ?? key
  return row.sums.map((sum) => sum.map(name).join(' + ')).join(' 或 or ')
}

/** What must hold beside the figure. */
const besides = (row: Row, book: Book): string =>
  [
    row.flags.length ? `情节之一 any of ${row.flags.map(code).join(', ')}` : '',
    row.requires.length ? `须有 requires ${row.requires.map(code).join(', ')}` : '',
    row.onlyIf
      ? `仅当 only while ${book.metrics.find((one) => one.key === row.onlyIf!.metric)?.title.zh} < ${figure(row.onlyIf.below, row.unit)}`
      : '',
    row.composite
      ? `${row.composite.atLeast} 项 of ${row.composite.items.map((one) => `(${one.join(', ')})`).join(' ')}`
      : '',
    row.anyOf.length ? `任一 any of ${row.anyOf.join(', ')}` : '',
  ]
    .filter(Boolean)
    .join('；')

const rowOf = (row: Row, book: Book): string[] => [
  code(row.id),
  TIERS[row.tier],
  sumText(row, book),
  row.unit === 'bool' ? '' : `≥ ${figure(row.at, row.unit)}`,
  besides(row, book),
  row.article,
  row.confidence,
]

const HEAD = ['编号 row', '档次 tier', '数额 metric', '标准 at', '另须 besides', '条 article', '可信 confidence']

const offenceTable = (offence: Book['offences'][number], rows: readonly Row[], book: Book): string =>
  `### ${offence.title.zh} ${offence.title.en} · 刑法 ${offence.article}\n\n${table(
    HEAD,
    rows.map((row) => rowOf(row, book)),
  )}`

const setParts = (set: string, book: Book, rules: Rules): string[] => {
  const rows = book.rows.filter((row) => row.ruleSet === set)
  const files = [
    ...new Set(rows.map((row) => `${rules.instrument(row.source)?.name.zh ?? row.source}，${inForce(row)}`)),
  ]
  return [
    `## ${set}：${files.join('；')}`,
    ...book.offences.flatMap((offence) => {
      const own = rows.filter((row) => row.offence === offence.key)
      return own.length ? [offenceTable(offence, own, book)] : []
    }),
  ]
}

/** Every figure at which an act is a crime, by rule set and offence. */
export const thresholdPage = (rules: Rules): string => {
  const book = dataOf(rules)!.thresholds
  const sets = [...new Set(book.rows.map((row) => row.ruleSet))].sort()
  return page(
    '刑事追诉标准 Criminal thresholds',
    '按行为日选择适用的标准；新旧不同时从轻（R-THR-02）。一行达到即达到该档次。数据在 libs/rules/law，不在代码中。\nThe date of the act chooses the set; where old and new differ the milder one counts. One row met is enough for its tier. The data stand in libs/rules/law, not in code.',
    ...sets.flatMap((set) => setParts(set, book, rules)),
  )
}
