import type { Title } from '#kernel'
import type { StepForm } from '../forms.js'
import { both, errors, fields, get, json, parameter, query, WORLD } from './parts.js'
import { any, type Node } from './schemas.js'

const outside = (title: Title, schema: Node, ok: string, more: Node, parameters: Node[] = []): Node => ({
  post: {
    tags: ['outside'],
    summary: both(title),
    security: [],
    parameters: [...parameters, WORLD],
    requestBody: { required: true, content: json(schema) },
    responses: { [ok]: { description: 'ok', content: json(any) }, ...errors('400', '413', '415', '429'), ...more },
  },
})

const PAGE = [query('limit', '1–50'), query('skip', '0–10000')]

/** A public list, and its search: what is looked for stands in the body. */
const publicList = (list: string, title: Title): Node => ({
  [`/api/outside/${list}`]: {
    ...get('outside', title, PAGE, any, true),
    ...outside(
      { zh: `${title.zh}：按名称或统一社会信用代码查找`, en: `${title.en}: search by name or code` },
      fields(
        {
          name: { type: 'string', minLength: 2, maxLength: 60 },
          limit: { type: 'integer', minimum: 1, maximum: 50 },
          skip: { type: 'integer', minimum: 0, maximum: 10_000 },
        },
        'name',
      ),
      '200',
      errors('404'),
    ),
  },
})

/** What people without an account reach. */
export const outsidePaths = (forms: readonly StepForm[]): Node => ({
  '/api/outside/submissions': outside(
    { zh: '提交投诉、举报，答复查询码（只此一次）', en: 'submit a complaint or report; answers its access code once' },
    fields({ input: forms.find(({ step }) => step === 'SubmitLead')?.input ?? any }, 'input'),
    '201',
    errors('404', '422', '503'),
    [parameter('key')],
  ),
  '/api/outside/status': outside(
    { zh: '凭查询码查询办理情况', en: 'what became of it, by the access code' },
    fields({ code: { type: 'string', maxLength: 64, examples: ['K7QD-92MF-XTRA-5HJW'] } }, 'code'),
    '200',
    errors('404'),
  ),
  ...publicList('penalties', { zh: '处罚信息公示', en: 'penalties in public' }),
  ...publicList('listings', { zh: '严重违法失信名单', en: 'list of serious dishonesty' }),
})
