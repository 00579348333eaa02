import { VARIABLES } from '#shell'
import type { Title } from '#kernel'
import { code, page, table } from './markdown.js'

interface Variable {
  preset?: string
  about: Title
  form: Title
  secret?: true
}

const rowOf = ([name, { preset, about, form, secret }]: [string, Variable]): string[] => [
  code(name),
  preset === undefined ? '–' : code(preset),
  `${about.zh}${secret ? '（从不显示）' : ''}`,
  `${about.en}${secret ? ' (never shown)' : ''}`,
  `${form.zh} / ${form.en}`,
]

/** The environment that the house reads. */
export const configurationPage = (): string =>
  page(
    '配置 Configuration',
    '全部来自环境变量；`.env.example` 由同一张表生成。有误时不启动，并一次说清每一处。`npm start -- --live` 把 `TIME` 的默认值换成 `system`。\nAll of it comes from the environment; `.env.example` is made from the same table. What is wrong stops the start and is told at once. `npm start -- --live` turns the default of `TIME` into `system`.',
    table(
      ['变量 variable', '默认 default', '说明', 'about', '可填 form'],
      Object.entries<Variable>(VARIABLES).map(rowOf),
    ),
  )
