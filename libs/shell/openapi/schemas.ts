import { REFUSALS } from '../refusals.js'

export type Node = Record<string, unknown>

/** An object whose fields the record or the rules decide. */
export const any: Node = { type: 'object' }
const text: Node = { type: 'string' }
const title: Node = { type: 'object', properties: { zh: text, en: text } }

/** What the answers are made of. */
export const SCHEMAS: Node = {
  Answer: {
    type: 'object',
    properties: {
      id: text,
      kind: text,
      version: { type: 'integer' },
      state: text,
      message: text,
      repeated: { type: 'boolean' },
      opened: { type: 'object', description: 'an identity, for whoever may see it, once' },
      events: {
        type: 'array',
        items: { type: 'object', properties: { id: text, type: text, data: any, lateBy: any } },
      },
      papers: {
        type: 'array',
        items: { type: 'object', properties: { title: text, number: text, agency: text, on: text, fields: any } },
      },
      warnings: {
        type: 'array',
        items: { type: 'object', properties: { warning: text, facts: any, zh: text, en: text, todo: title } },
      },
    },
  },
  Problem: {
    type: 'object',
    description: 'RFC 9457',
    required: ['type', 'title', 'status', 'detail', 'code', 'zh', 'en', 'todo', 'facts'],
    properties: {
      type: text,
      title: text,
      status: { type: 'integer' },
      detail: text,
      instance: text,
      code: { type: 'string', enum: Object.keys(REFUSALS) },
      zh: text,
      en: text,
      todo: title,
      facts: any,
      issues: {
        type: 'array',
        maxItems: 20,
        items: { type: 'object', properties: { path: text, zh: text, en: text } },
      },
      more: { type: 'integer', description: 'How many further issues there are' },
      trace: text,
    },
  },
  Record: {
    type: 'object',
    properties: {
      id: text,
      kind: text,
      dossier: text,
      version: { type: 'integer' },
      state: text,
      stateTitle: title,
      overlays: { type: 'array', items: text },
      since: text,
      label: text,
      facts: any,
      roles: { type: 'object', additionalProperties: { type: 'array', items: text } },
      papers: { type: 'array', items: any },
      clocks: { type: 'array', items: any },
      chain: { type: 'object', properties: { seq: { type: 'integer' }, head: text } },
      by: any,
      may: { type: 'array', items: { type: 'object', properties: { step: text, title } } },
      mayNot: {
        type: 'array',
        items: {
          type: 'object',
          properties: { step: text, title, code: text, facts: any, zh: text, en: text, todo: title },
        },
      },
      entries: { type: 'array', items: any },
    },
  },
  SignIn: {
    oneOf: [
      {
        type: 'object',
        required: ['user', 'password'],
        additionalProperties: false,
        properties: { user: text, password: text, office: text },
      },
      {
        type: 'object',
        required: ['dev'],
        additionalProperties: false,
        properties: {
          dev: {
            type: 'object',
            required: ['agency', 'office', 'person'],
            properties: { agency: text, office: text, person: text, name: text, subject: text },
          },
        },
      },
    ],
  },
}
