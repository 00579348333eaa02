import { GUARDS, REFUSALS, type Row } from '#shell'
import { code, page, table } from './markdown.js'

const inOrder = (rows: Readonly<Record<string, Row>>): [string, Row][] =>
  Object.entries(rows).sort(([a], [b]) => (a < b ? -1 : 1))

const SAID = ['说明', 'says', '可以怎么办', 'what can be done']
const saidBy = ({ says, todo }: Row): string[] => [says.zh, says.en, todo.zh, todo.en]

/** Every code with its status and sentences, and every condition that ERR_GUARD names. */
export const refusalPage = (): string =>
  page(
    '拒绝与提示 Refusals and warnings',
    '`{…}` 处填入事实（`:fen` 为金额，`:count` 为个数，`:code` 照原样写）；`⟦…⟧` 之间的部分在缺少事实时省略。状态码：403 人不符，409 换个时间或状态可办，422 填写有误，200 只是提示。\n`{…}` is filled with facts (`:fen` money, `:count` how many, `:code` as it is typed); what stands between `⟦…⟧` is left out when a fact is missing. Status: 403 the person, 409 the time or state, 422 the input, 200 only a warning.',
    table(
      ['代码 code', '状态 status', ...SAID],
      inOrder(REFUSALS).map(([name, row]) => [code(name), String(row.status), ...saidBy(row)]),
    ),
    '## 办理条件 Conditions\n\n`ERR_GUARD` 的 `facts.guard` 写明是哪一项条件。\nThe fact `guard` of `ERR_GUARD` says which condition it is.',
    table(
      ['条件 condition', '状态 status', ...SAID],
      inOrder(GUARDS).map(([name, row]) => [code(name), String(row.status), ...saidBy(row)]),
    ),
  )
