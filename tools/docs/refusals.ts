import { REFUSALS } from '#shell'
import { code, page, table } from './markdown.js'

/** Every code with its status and sentences. */
export const refusalPage = (): string =>
  page(
    '拒绝与提示 Refusals and warnings',
    '`{…}` 处填入事实；`⟦…⟧` 之间的部分在缺少事实时省略。状态码：403 人不符，409 换个时间或状态可办，422 填写有误，200 只是提示。\n`{…}` is filled with facts; what stands between `⟦…⟧` is left out when a fact is missing. Status: 403 the person, 409 the time or state, 422 the input, 200 only a warning.',
    table(
      ['代码 code', '状态 status', '说明', 'says', '可以怎么办', 'what can be done'],
      Object.entries(REFUSALS)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([name, { status, says, todo }]) => [code(name), String(status), says.zh, says.en, todo.zh, todo.en]),
    ),
  )
