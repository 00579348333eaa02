import type { Envelope } from '#ports'
import { Fault, type Answer } from './answer.js'
import type { Desk } from './desk.js'
import { readEvent } from './event.js'
import { derive } from './hash.js'
import type { Reaction, Received, Service, Summary } from './service.js'

const receivedFrom = (envelope: Envelope, event: Envelope['events'][number], { on }: Reaction): Received => ({
  id: event.id,
  type: event.type,
  data: readEvent(on.event, event.version ?? 1, event.data),
  at: envelope.occurredAt,
  record: envelope.record,
  kind: envelope.kind,
  dossier: envelope.dossier,
  actor: envelope.actor,
  summary: envelope.summary as Summary,
})

/** The services a service listens to for its reactions. */
export const topicsOf = (service: Service): string[] => [
  ...new Set(service.reactions.map((one) => one.on.kind.split('/')[0]!)),
]

/**
 * Turns an envelope's events into inputs of one service. The message id is made from the event, the reaction and the target,
 * so that a repeated delivery finds its own commit: the inbox is the same write as the effect.
 */
export const reactor = (
  service: Service,
  desk: Desk,
): { react: (envelope: Envelope) => Promise<void>; concerns: (envelope: Envelope) => boolean } => {
  const byEvent = new Map<string, Reaction[]>()
  for (const one of service.reactions) {
    const name = `${one.on.kind}.${one.on.type}`
    byEvent.set(name, [...(byEvent.get(name) ?? []), one])
  }
  const put = async (one: Reaction, envelope: Envelope, event: Received): Promise<void> => {
    for (const { target, input, at, dossier } of one.to(event as Received<never>)) {
      const [id, key] = 'id' in target ? [target.id, undefined] : [undefined, target.key]
      const answer = await desk.react({
        kind: one.step.kind,
        step: one.step,
        id,
        key,
        message: derive(event.id, one.name, id ?? `${one.step.kind}:${key}`),
        at: at ?? event.at,
        body: input,
        cause: { event: event.id, reaction: one.name, record: envelope.record },
        root: envelope.root,
        dossier: dossier ?? envelope.dossier,
      })
      settled(answer, one)
    }
  }
  const reactions = (envelope: Envelope, type: string) => byEvent.get(`${envelope.kind}.${type}`) ?? []
  return {
    react: async (envelope) => {
      for (const event of envelope.events)
        for (const one of reactions(envelope, event.type)) await put(one, envelope, receivedFrom(envelope, event, one))
    },
    concerns: (envelope) => envelope.events.some(({ type }) => reactions(envelope, type).length > 0),
  }
}

/** A refusal of a reaction is an answer and stays in the chain; what is not an answer parks the record. */
const settled = (answer: Answer | undefined, one: Reaction): void => {
  if (!answer || answer.outcome === 'done' || answer.outcome === 'refused') return
  throw new Fault(`reaction ${one.name}: ${answer.outcome}`, { retry: false })
}
