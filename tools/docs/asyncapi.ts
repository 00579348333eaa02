import { z } from 'zod'
import { LAPSE_EVENTS, type AnyMaker, type Service } from '#kernel'

const schemaOf = (made: AnyMaker): unknown => z.toJSONSchema(made.schema, { io: 'input', unrepresentable: 'any' })

const message = (kind: string, made: AnyMaker) => ({
  name: `${kind.replace('/', '.')}.${made.type}`,
  title: `${made.title.zh} ${made.title.en}`,
  contentType: 'application/cloudevents+json',
  payload: schemaOf(made),
  'x-version': made.version,
})

/** The contract events as AsyncAPI 3: one channel per service, key = dossier. */
export const asyncApi = (services: readonly Service[]): unknown => {
  const contracts = services.flatMap((service) =>
    service.records.flatMap((entry) =>
      [...LAPSE_EVENTS, ...entry.record.events].filter((made: AnyMaker) => made.version !== undefined).map((made: AnyMaker) => ({ service: service.name, ...message(entry.record.kind, made) })),
    ),
  )
  const of = (name: string) => contracts.filter((one) => one.service === name)
  return {
    asyncapi: '3.0.0',
    info: { title: '联盾 Liandun events', version: '1.0.0', description: '跨服务事件（契约）。键为卷宗编号。Events that cross services; the key is the dossier.' },
    channels: Object.fromEntries(
      services.filter((service) => of(service.name).length).map((service) => [service.name, { address: `liandun.${service.name}`, messages: Object.fromEntries(of(service.name).map((one) => [one.name, { $ref: `#/components/messages/${one.name}` }])) }]),
    ),
    components: { messages: Object.fromEntries(contracts.map(({ service: _service, ...one }) => [one.name, one])) },
  }
}
