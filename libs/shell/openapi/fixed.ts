import { error, errors, get, header, json, path, post, query, ref, WORLD } from './parts.js'
import { any, type Node } from './schemas.js'

const PAGED = [query('limit', '1–100'), query('skip', '0–')]
const NARROWED = [
  query('kind', 'service/record'),
  query('state', '状态代码 · code of a state'),
  query('holder', '承办机构 · agency that has it in hand'),
  query('clock', 'CLK-…'),
  query('mark', 'running, paused, breached, late, lapsed'),
  query('is', 'open, closed'),
  query('from', '开始日期，自 · first day of beginning'),
  query('to', '开始日期，至 · last day of beginning'),
  query('week', '进入该状态的那一周（星期一） · Monday of the week in which it came into its state'),
]

const LISTS: Node = {
  '/api/portal/work': get(
    'portal',
    { zh: '我的待办', en: 'my work' },
    [
      query('group', 'today, soon, others, paused, all'),
      query('kind', 'service/record'),
      query('clock', 'CLK-…'),
      ...PAGED,
    ],
    any,
  ),
  '/api/portal/records': get(
    'portal',
    { zh: '事项清单', en: 'list of records' },
    [...NARROWED, query('sort', 'newest, due'), ...PAGED],
    any,
  ),
  '/api/portal/choices': get('portal', { zh: '清单可以怎样筛选', en: 'what the filters of lists may name' }, [], any),
  '/api/portal/overview': get('portal', { zh: '全局概览', en: 'overview of a head' }, [], any),
  '/api/portal/search': {
    post: {
      tags: ['portal'],
      summary: '按名称、文号、统一社会信用代码、地址、物品查找 · search by name, number, credit code, address, goods',
      description:
        '查找的内容只在正文中，筛选与清单相同 · what is looked for stands in the body alone; filters as of the list',
      parameters: [WORLD],
      requestBody: {
        required: true,
        content: json({
          type: 'object',
          required: ['text'],
          properties: {
            text: { type: 'string', maxLength: 100, examples: ['锦发饰品'] },
            ...Object.fromEntries(
              NARROWED.map(({ name, description }) => [name as string, { type: 'string', description }]),
            ),
            limit: { type: 'integer', minimum: 1, maximum: 100 },
            skip: { type: 'integer', minimum: 0 },
          },
        }),
      },
      responses: { '200': { description: 'ok', content: json(any) }, ...errors('400', '401', '413', '415') },
    },
  },
}

export const FIXED: Node = {
  ...LISTS,
  '/api/outside/identifications': get(
    'outside',
    { zh: '请本权利人辨认的事项', en: 'what this right holder is asked to identify' },
    [],
    any,
  ),
  '/api/sign-in': {
    post: {
      tags: ['sign-in'],
      summary: '登录 · sign in',
      security: [],
      requestBody: { required: true, content: json(ref('SignIn')) },
      responses: {
        '200': { description: 'token', content: json(any) },
        '400': error('400'),
        '401': error('401'),
        '429': error('429'),
      },
    },
  },
  '/api/sign-in/renew': post(
    'sign-in',
    { zh: '续期：凭证有效时换一个新的', en: 'a new token while the old one holds' },
    { type: 'object', additionalProperties: false },
  ),
  '/api/sign-in/office': post(
    'sign-in',
    { zh: '换一个自己担任的职务，不必再输密码', en: 'another office of the same account, without the password' },
    { type: 'object', required: ['office'], additionalProperties: false, properties: { office: { type: 'string' } } },
  ),
  '/api/sign-out': post(
    'sign-in',
    { zh: '退出：这次登录的凭证全部失效', en: 'ends the session: none of its tokens is taken any more' },
    { type: 'object', additionalProperties: false },
  ),
  '/api/me': get('sign-in', { zh: '我是谁', en: 'who I am' }, [], any),
  '/api/steps': get('rules', { zh: '所有步骤及其表单', en: 'every step with its form' }, [], any, true),
  '/api/steps/mine': get('rules', { zh: '我可以开办的事项', en: 'first steps that this person may take' }, [], any),
  '/api/problems': get('rules', { zh: '所有拒绝理由', en: 'every refusal code' }, [], any, true),
  '/api/rules/clocks': get(
    'rules',
    {
      zh: '所有期限：条文、原文、长度、起算、中止、效力日期、可信程度',
      en: 'every clock with its article, dates and confidence',
    },
    [query('q', '查找 · words to look for')],
    any,
    true,
  ),
  '/api/rules/thresholds': get(
    'rules',
    { zh: '所有追诉标准', en: 'every threshold of prosecution' },
    [query('q', '查找 · words to look for')],
    any,
    true,
  ),
  '/api/rules/documents': get(
    'rules',
    { zh: '文书目录与文号格式', en: 'every paper, with the pattern of its number' },
    [query('q', '查找 · words to look for')],
    any,
    true,
  ),
  '/api/rules/switches': get(
    'rules',
    { zh: '政策开关', en: 'policy switches' },
    [query('q', '查找 · words to look for')],
    any,
    true,
  ),
  '/api/rules/clocks/{clock}/explain': get(
    'rules',
    { zh: '任意期限逐日说明', en: 'any clock, day by day' },
    [
      path('clock', 'CLK-…'),
      query('start', '起算日 · the day or instant it starts', true),
      query('record', 'service/record'),
    ],
    any,
    true,
  ),
  '/api/portal/dossiers/{dossier}': get(
    'portal',
    { zh: '卷宗：一件事跨各服务的记录、经过、期限', en: 'a matter across services' },
    [path('dossier', '卷宗编号 · id of the dossier')],
    any,
  ),
  '/api/portal/directory': get(
    'portal',
    { zh: '机构，以及可以指名的人员', en: 'agencies, and people that may be named' },
    [],
    any,
  ),
  '/api/portal/likely-leads': post(
    'portal',
    { zh: '可能重复的在先线索，附理由', en: 'earlier leads that may be of the same target, with the reasons' },
    {
      type: 'object',
      additionalProperties: false,
      properties: Object.fromEntries(['name', 'uscc', 'shop', 'address'].map((name) => [name, { type: 'string' }])),
    },
  ),
  '/api/portal/live': {
    get: {
      tags: ['portal'],
      summary: '实时更新 · what changes, as it happens',
      description:
        'Server-sent events: `ready`, `change`, `again` (something was missed: look at everything again), `beat`, `end`. `Last-Event-ID` goes on from where a line broke.',
      parameters: [header('Last-Event-ID', '上次收到的编号 · id of the last event'), WORLD],
      responses: {
        '200': { description: 'events', content: { 'text/event-stream': { schema: { type: 'string' } } } },
        ...errors('401', '404', '429', '503'),
      },
    },
  },
  '/api/portal/changes': get(
    'portal',
    { zh: '自某处以来的变化', en: 'what changed since a place' },
    [query('since', '上次答复中的 cursor · cursor of the last answer')],
    any,
  ),
  '/api/portal/clocks': get(
    'portal',
    { zh: '期限清单，按截止日', en: 'open clocks by due date' },
    [query('agency', '机构；默认本机构 · agency; one’s own by default'), query('limit', '1–500'), query('skip', '0–')],
    any,
  ),
}
