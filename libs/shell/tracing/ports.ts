import type { Bus, Envelope, Records } from '#ports'
import type { OpenPorts } from '../open-worlds.js'
import { SpanKind, type Opened, type Tracing } from './tracing.js'

/** Traces of commits on their way to the bus: in memory, because a commit says nothing of who watched. */
class Waiting {
  /** The oldest are forgotten first: they go on in a trace of nobody's. */
  private readonly most = 10_000
  private readonly traces = new Map<string, string>()

  keep(record: string, seq: number, traceparent: string): void {
    this.traces.set(`${record}/${seq}`, traceparent)
    if (this.traces.size > this.most) this.traces.delete(this.traces.keys().next().value!)
  }

  of({ record, seq }: { record: string; seq: number }): string | undefined {
    return this.traces.size ? this.traces.get(`${record}/${seq}`) : undefined
  }

  drop({ record, seq }: { record: string; seq: number }): void {
    this.traces.delete(`${record}/${seq}`)
  }
}

/** Told of an envelope that a handler could not take, at each try. */
export type Untaken = (group: string, envelope: Envelope, error: unknown) => void

/** The methods of a port, whatever class it is of, with some in the place of its own. */
const over = <T extends object>(port: T, own: Partial<T>): T => {
  const methods: Record<string, unknown> = {}
  for (let at: object = port; at !== Object.prototype; at = Object.getPrototypeOf(at) as object)
    for (const [name, { value }] of Object.entries(Object.getOwnPropertyDescriptors(at)))
      if (typeof value === 'function' && name !== 'constructor') methods[name] ??= value.bind(port) as unknown
  return { ...methods, ...own } as T
}

const idsOf = ({ dossier, record, kind }: Pick<Envelope, 'dossier' | 'record' | 'kind'>) => ({
  'liandun.dossier': dossier,
  'liandun.record': record,
  'liandun.kind': kind,
})

const watchedRecords = (records: Records, service: string, tracing: Tracing, waiting: Waiting): Records =>
  over(records, {
    shared: records.shared,
    append: (write) => {
      const { commit } = write
      return tracing.span({ service, name: `commit ${commit.kind}`, attributes: idsOf(commit) }, async () => {
        const traceparent = commit.hasEvents ? tracing.current() : undefined
        if (traceparent) waiting.keep(commit.record, commit.seq, traceparent)
        const outcome = await records.append(write)
        if (!outcome.ok) waiting.drop(commit)
        return outcome
      })
    },
  })

const messaging = (envelope: Envelope) => ({
  ...idsOf(envelope),
  'liandun.step': envelope.step,
  'messaging.destination.name': envelope.service,
})

const publishing =
  (bus: Bus, tracing: Tracing, waiting: Waiting): Bus['publish'] =>
  async (envelopes, may) => {
    const spans: Opened[] = []
    const sent = envelopes.map((envelope) => {
      const parent = waiting.of(envelope)
      const name = `relay ${envelope.kind}`
      const what = { service: envelope.service, name, kind: SpanKind.PRODUCER }
      const span = parent && tracing.open({ ...what, attributes: messaging(envelope) }, parent)
      if (!span) return envelope
      spans.push(span)
      return { ...envelope, traceparent: span.traceparent }
    })
    try {
      await bus.publish(sent, may)
      for (const envelope of sent) waiting.drop(envelope)
    } finally {
      for (const span of spans) span.end()
    }
  }

/** `routing` reacts, `portal:records` is a view, and `portal:records@2` one in its second format. */
const workOf = (group: string): { service: string; name: string } => {
  const [service = '', view] = group.split(/[:@]/)
  return { service, name: view ? `view ${view}` : 'react' }
}

const delivering =
  (tracing: Tracing, untaken: Untaken, group: string, handle: (envelope: Envelope) => Promise<void>) =>
  async (envelope: Envelope): Promise<void> => {
    const { service, name } = workOf(group)
    const attributes = { ...messaging(envelope), 'messaging.consumer.group.name': group }
    const consume = { service, name: `consume ${envelope.kind}`, kind: SpanKind.CONSUMER, attributes }
    try {
      if (envelope.traceparent === undefined) return await handle(envelope)
      await tracing.span(
        consume,
        () => tracing.span({ service, name, attributes }, () => handle(envelope)),
        envelope.traceparent,
      )
    } catch (error) {
      untaken(group, envelope, error)
      throw error
    }
  }

/** The ports of a world with everything that passes through them in its trace: commit, relay, consume, react or view. */
export const watched = <P extends OpenPorts>(ports: P, tracing: Tracing, untaken: Untaken): P => {
  const waiting = new Waiting()
  const { bus } = ports
  return {
    ...ports,
    records: (service) => watchedRecords(ports.records(service), service, tracing, waiting),
    bus: over(bus, {
      publish: publishing(bus, tracing, waiting),
      subscribe: (group, topics, handle, concerns) =>
        bus.subscribe(group, topics, delivering(tracing, untaken, group, handle), concerns),
    }),
  }
}
