import type { Service } from '#kernel'
import type { StepForm } from '../forms.js'
import { both, errors, ERRORS, get, ID, json, path, query, READ_ERRORS, ref, STEP_HEADERS, WORLD } from './parts.js'
import { any, type Node } from './schemas.js'

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

export const stepPaths = (forms: readonly StepForm[]): Node =>
  Object.fromEntries(
    forms.flatMap((form) => form.paths.map((address) => [address, { post: stepOperation(form, address) }])),
  )

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

export const recordPaths = (services: readonly Service[]): Node =>
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
