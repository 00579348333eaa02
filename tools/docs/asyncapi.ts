import { z } from 'zod'
import { LAPSE_EVENTS, type AnyMaker, type Reaction, type Service } from '#kernel'

type Node = Record<string, unknown>

interface Message {
  service: string
  name: string
  body: Node
}

const nameOf = (kind: string, type: string): string => `${kind.replace('/', '.')}.${type}`
const serviceOf = (kind: string): string => kind.split('/')[0]!
const ref = (path: string): Node => ({ $ref: `#/${path}` })
const table = <T>(rows: readonly (readonly [string, T])[]): Record<string, T> => Object.fromEntries(rows)

const bodyOf = (kind: string, { type, title, version, schema }: AnyMaker): Node => ({
  name: nameOf(kind, type),
  title: `${title.zh} ${title.en}`,
  contentType: 'application/json',
  bindings: { kafka: { key: { type: 'string', description: '卷宗编号 id of the dossier' } } },
  payload: { ...z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }), $schema: undefined },
  'x-version': version,
})

const messagesOf = (service: Service): Message[] =>
  service.records.flatMap(({ record: { kind, events } }) =>
    [...LAPSE_EVENTS, ...events]
      .filter((made: AnyMaker) => made.version !== undefined)
      .map((made: AnyMaker) => ({ service: service.name, name: nameOf(kind, made.type), body: bodyOf(kind, made) })),
  )

const channelOf = (service: Service, messages: readonly Message[]): Node => ({
  address: `liandun.${service.name}`,
  description: `${service.title.zh} ${service.title.en}`,
  messages: table(messages.map(({ name }) => [name, ref(`components/messages/${name}`)])),
})

const sending = ({ name }: Service): [string, Node] => [
  `${name}.send`,
  { action: 'send', channel: ref(`channels/${name}`) },
]

const receiving = ({ name, on, step }: Reaction, service: Service): [string, Node] => [
  `${service.name}.${name}`,
  {
    action: 'receive',
    channel: ref(`channels/${serviceOf(on.kind)}`),
    summary: `→ ${step.kind}/${step.name}`,
    messages: [ref(`channels/${serviceOf(on.kind)}/messages/${nameOf(on.kind, on.type)}`)],
  },
]

/** The events that cross services as AsyncAPI 3: a channel per service, the dossier as key; each reaction is an operation. */
export const asyncApi = (services: readonly Service[]): unknown => {
  const all = services.map((service) => ({ service, messages: messagesOf(service) }))
  const speaking = all.filter(({ messages }) => messages.length > 0)
  return {
    asyncapi: '3.0.0',
    info: {
      title: '联盾 Liandun events',
      version: '1.0.0',
      description:
        '跨服务事件（契约）。键为卷宗编号。只有这些事件带着内容离开一个服务。Events that cross services; the key is the dossier. No other event leaves a service with its data.',
      license: { name: 'Apache-2.0' },
    },
    channels: table(speaking.map(({ service, messages }) => [service.name, channelOf(service, messages)])),
    operations: table([
      ...speaking.map(({ service }) => sending(service)),
      ...services.flatMap((service) => service.reactions.map((one) => receiving(one, service))),
    ]),
    components: { messages: table(speaking.flatMap(({ messages }) => messages.map(({ name, body }) => [name, body]))) },
  }
}
