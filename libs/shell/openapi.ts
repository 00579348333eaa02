import type { Service, Title } from '#kernel'
import { stepForms, type StepForm, type Titled } from './forms.js'
import type { House } from './house.js'
import { BODY_LIMIT, DEPTH_LIMIT } from './json-body.js'
import { oncePer } from './once.js'
import { any, SCHEMAS, type Node } from './openapi-schemas.js'

const both = ({ zh, en }: Title): string => `${zh} · ${en}`
const ref = (name: string): Node => ({ $ref: `#/components/schemas/${name}` })
const json = (schema: Node): Node => ({ 'application/json': { schema } })
const problem = (description: string): Node => ({
  description,
  content: { 'application/problem+json': { schema: ref('Problem') } },
})
const path = (name: string, description: string): Node => ({
  name,
  in: 'path',
  required: true,
  description,
  schema: { type: 'string' },
})
const query = (name: string, description: string, required = false): Node => ({
  name,
  in: 'query',
  required,
  description,
  schema: { type: 'string' },
})
const header = (name: string, description: string): Node => ({
  name,
  in: 'header',
  required: false,
  description,
  schema: { type: 'string' },
})

const PARAMETERS: Node = {
  id: path('id', '记录编号 · id of the record'),
  world: header('Liandun-World', '世界（仅测试用）· world, for tests only'),
  key: header(
    'Idempotency-Key',
    '同一键同一内容只办一次；不给则代为生成并返回 · the same key and body is done once; made and returned when missing',
  ),
  version: header('If-Match', '所依据的版本（ETag）；不符答 412 · the version acted on; another one is answered 412'),
}
const parameter = (name: string): Node => ({ $ref: `#/components/parameters/${name}` })
const ID = parameter('id')
const WORLD = parameter('world')
const STEP_HEADERS = [parameter('key'), parameter('version'), WORLD]

const RESPONSES: Node = {
  '400': problem('无法读取或不合表单 · cannot be read, or does not fit the form'),
  '401': problem('未登录 · not signed in'),
  '403': problem('无权办理，或职务、人员不符 · not this agency, office or person'),
  '404': problem('没有，或无权知悉 · none, or not yours to know'),
  '409': problem('换个时间或状态可办 · right at another time or in another state'),
  '412': problem('记录已有新进展 · the record has moved on'),
  '413': problem(`超过 ${BODY_LIMIT} 字节 · more than ${BODY_LIMIT} bytes`),
  '415': problem('只接受 JSON · JSON only'),
  '422': problem('填写内容有误 · the input is at fault'),
  '429': problem('尝试过多 · too many attempts'),
  '503': problem('稍后重试 · try again'),
}

const error = (status: string): Node => ({ $ref: `#/components/responses/${status}` })
const errors = (...statuses: string[]): Node => Object.fromEntries(statuses.map((status) => [status, error(status)]))
const ERRORS: Node = errors(...Object.keys(RESPONSES))
const READ_ERRORS: Node = errors('401', '404')

const stepDescription = (form: StepForm): string =>
  [
    `依据 · law: ${form.law.join(', ') || '–'}`,
    `可办状态 · from: ${form.from.join(', ')}`,
    `办理人 · who: ${[...(form.who.of ?? []), ...(form.who.may ? [`〔${form.who.may}〕`] : [])].join(', ') || '–'} / ${form.who.office.join(', ')}`,
    `事件 · events: ${form.events.join(', ')}`,
    ...(form.makes?.length ? [`文书 · papers: ${form.makes.join('、')}`] : []),
    ...(form.given.length ? [`须附 · given: ${form.given.join('、')}`] : []),
    ...(form.sealed.length ? [`密封 · sealed: ${form.sealed.join(', ')}`] : []),
  ].join('\n\n')

const stepBody = (form: StepForm): Node => ({
  type: 'object',
  additionalProperties: false,
  properties: {
    at: {
      type: 'string',
      title: '何时发生',
      description: 'when it happened in law; now when left out',
      examples: ['2026-03-07T16:00'],
    },
    reason: { type: 'string', title: '理由', maxLength: 4000 },
    rehearse: {
      type: 'boolean',
      title: '只试算',
      description: 'told what it would bring (state, papers, clocks, warnings, or the refusal); nothing is written',
    },
    input: form.input,
  },
})

const stepOperation = (form: StepForm, address: string): Node => ({
  tags: [form.kind],
  operationId: `${form.kind.replace(/[/-]/g, '_')}_${form.step}${address.includes('{id}') && form.first ? '_again' : ''}`,
  summary: both(form.title),
  description: stepDescription(form),
  parameters: [...(address.includes('{id}') ? [ID] : []), ...STEP_HEADERS],
  requestBody: { required: false, content: json(stepBody(form)) },
  responses: {
    [address.includes('{id}') ? '200' : '201']: {
      description: '办成 · done',
      headers: { ETag: { schema: { type: 'string' } } },
      content: json(ref('Answer')),
    },
    ...ERRORS,
  },
})

const stepPaths = (forms: readonly StepForm[]): Node =>
  Object.fromEntries(
    forms.flatMap((form) => form.paths.map((address) => [address, { post: stepOperation(form, address) }])),
  )

const get = (tag: string, title: Title, parameters: Node[], schema: Node, open = false): Node => ({
  get: {
    tags: [tag],
    summary: both(title),
    parameters: [...parameters, ...(open ? [] : [WORLD])],
    ...(open ? { security: [] } : {}),
    responses: {
      '200': { description: 'ok', content: json(schema) },
      ...(open ? { '404': error('404') } : READ_ERRORS),
    },
  },
})

const pdf = (tag: string): Node => ({
  get: {
    tags: [tag],
    summary: '文书（PDF） · a paper as PDF',
    parameters: [ID, path('paper', '文书编号，见文书清单 · id of the paper, from the list'), WORLD],
    responses: {
      '200': { description: 'PDF', content: { 'application/pdf': { schema: { type: 'string', format: 'binary' } } } },
      ...READ_ERRORS,
      ...errors('422', '503'),
    },
  },
})

const recordPaths = (services: readonly Service[]): Node =>
  Object.fromEntries(
    services.flatMap(({ records }) =>
      records.flatMap(({ record: { kind, title } }) => [
        [
          `/api/${kind}/{id}`,
          get(
            kind,
            { zh: `${title.zh}：状态、期限、文书、可办步骤`, en: `${title.en}: state, clocks, papers, steps` },
            [ID],
            ref('Record'),
          ),
        ],
        [
          `/api/${kind}/{id}/papers`,
          get(
            kind,
            { zh: '文书清单：可否印制，缺什么', en: 'papers: which can be printed, what is missing' },
            [ID],
            any,
          ),
        ],
        [`/api/${kind}/{id}/papers/{paper}.pdf`, pdf(kind)],
        [`/api/${kind}/{id}/chain`, get(kind, { zh: '提交链', en: 'chain of commits' }, [ID], any)],
        [
          `/api/${kind}/{id}/clocks/{clock}/explain`,
          get(
            kind,
            { zh: '期限逐日说明', en: 'a clock, day by day' },
            [ID, path('clock', 'CLK-…'), query('key', '同名期限中的哪一个 · which of several')],
            any,
          ),
        ],
      ]),
    ),
  )

const post = (tag: string, title: Title, body: Node): Node => ({
  post: {
    tags: [tag],
    summary: both(title),
    requestBody: { required: true, content: json(body) },
    responses: { '200': { description: 'ok', content: json(any) }, ...errors('400', '401', '403') },
  },
})

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

const FIXED: Node = {
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

const fields = (properties: Node, ...required: string[]): Node => ({
  type: 'object',
  additionalProperties: false,
  properties,
  required,
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
const outsidePaths = (forms: readonly StepForm[]): Node => ({
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

const about = `一条线索走完受理、行政办案、行刑衔接与联合执法、调解与司法确认、信用公示的全程。
每一次拒绝都给出状态码、代码、中英文说明、事实与数字、可以怎么办（RFC 9457）。
请求正文上限 ${BODY_LIMIT} 字节，嵌套不超过 ${DEPTH_LIMIT} 层，不认识的字段是错误。

One lead goes the whole way: intake, administrative case, criminal transfer and joint enforcement, mediation and confirmation, credit.
Every refusal carries status, code, a sentence in both languages, the facts and numbers behind it and what can be done (RFC 9457).
A body holds at most ${BODY_LIMIT} bytes, ${DEPTH_LIMIT} levels; an unknown field is an error.`

/** The OpenAPI document, made from the manifests alone: the same input gives the same text. */
export const openApi = (services: readonly Service[], rules: Titled): Node => {
  const forms = stepForms(services, rules)
  return {
    openapi: '3.1.0',
    info: { title: '联盾 Liandun', version: '0.1.0', description: about, license: { name: 'Apache-2.0' } },
    tags: services.flatMap(({ records }) =>
      records.map(({ record }) => ({ name: record.kind, description: both(record.title) })),
    ),
    security: [{ bearer: [] }],
    paths: { ...FIXED, ...outsidePaths(forms), ...stepPaths(forms), ...recordPaths(services) },
    components: {
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
      schemas: SCHEMAS,
      parameters: PARAMETERS,
      responses: RESPONSES,
    },
  }
}

/** That of a house. */
export const documentOf = oncePer(({ services, rules }: House) => openApi(services, rules))
