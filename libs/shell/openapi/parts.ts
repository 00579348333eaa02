import type { Title } from '#kernel'
import { BODY_LIMIT } from '../json-body.js'
import { any, type Node } from './schemas.js'

export const both = ({ zh, en }: Title): string => `${zh} · ${en}`
export const ref = (name: string): Node => ({ $ref: `#/components/schemas/${name}` })
export const json = (schema: Node): Node => ({ 'application/json': { schema } })
const problem = (description: string): Node => ({
  description,
  content: { 'application/problem+json': { schema: ref('Problem') } },
})
export const path = (name: string, description: string): Node => ({
  name,
  in: 'path',
  required: true,
  description,
  schema: { type: 'string' },
})
export const query = (name: string, description: string, required = false): Node => ({
  name,
  in: 'query',
  required,
  description,
  schema: { type: 'string' },
})
export const header = (name: string, description: string): Node => ({
  name,
  in: 'header',
  required: false,
  description,
  schema: { type: 'string' },
})

export const PARAMETERS: Node = {
  id: path('id', '记录编号 · id of the record'),
  world: header('Liandun-World', '世界（仅测试用）· world, for tests only'),
  key: header(
    'Idempotency-Key',
    '同一键同一内容只办一次；不给则代为生成并返回 · the same key and body is done once; made and returned when missing',
  ),
  version: header('If-Match', '所依据的版本（ETag）；不符答 412 · the version acted on; another one is answered 412'),
}
export const parameter = (name: string): Node => ({ $ref: `#/components/parameters/${name}` })
export const ID = parameter('id')
export const WORLD = parameter('world')
export const STEP_HEADERS = [parameter('key'), parameter('version'), WORLD]

export const RESPONSES: Node = {
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

export const error = (status: string): Node => ({ $ref: `#/components/responses/${status}` })
export const errors = (...statuses: string[]): Node =>
  Object.fromEntries(statuses.map((status) => [status, error(status)]))
export const ERRORS: Node = errors(...Object.keys(RESPONSES))
export const READ_ERRORS: Node = errors('401', '404')

export const get = (tag: string, title: Title, parameters: Node[], schema: Node, open = false): Node => ({
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

export const post = (tag: string, title: Title, body: Node): Node => ({
  post: {
    tags: [tag],
    summary: both(title),
    requestBody: { required: true, content: json(body) },
    responses: { '200': { description: 'ok', content: json(any) }, ...errors('400', '401', '403') },
  },
})

export const fields = (properties: Node, ...required: string[]): Node => ({
  type: 'object',
  additionalProperties: false,
  properties,
  required,
})
