import type { Service } from '#kernel'
import { stepForms, type Titled } from './forms.js'
import type { House } from './house.js'
import { BODY_LIMIT, DEPTH_LIMIT } from './json-body.js'
import { oncePer } from './once.js'
import { FIXED } from './openapi/fixed.js'
import { outsidePaths } from './openapi/outside.js'
import { both, PARAMETERS, RESPONSES } from './openapi/parts.js'
import { recordPaths, stepPaths } from './openapi/records.js'
import { SCHEMAS, type Node } from './openapi/schemas.js'

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
