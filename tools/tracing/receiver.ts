import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A span as OTLP/HTTP JSON has it, with the service of its resource. */
export interface Span {
  service: string
  traceId: string
  spanId: string
  parentSpanId?: string
  name: string
  kind: number
  attributes: Record<string, unknown>
}

type Value = Record<string, unknown>
interface Sent {
  resourceSpans: {
    resource: { attributes: { key: string; value: Value }[] }
    scopeSpans: { spans: (Omit<Span, 'service' | 'attributes'> & { attributes: { key: string; value: Value }[] })[] }[]
  }[]
}

const read = (pairs: readonly { key: string; value: Value }[]): Record<string, unknown> =>
  Object.fromEntries(pairs.map(({ key, value }) => [key, Object.values(value)[0]]))

const spansIn = ({ resourceSpans }: Sent): Span[] =>
  resourceSpans.flatMap(({ resource, scopeSpans }) =>
    scopeSpans.flatMap(({ spans }) =>
      spans.map(({ attributes, ...span }) => ({
        ...span,
        service: String(read(resource.attributes)['service.name']),
        attributes: read(attributes),
      })),
    ),
  )

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  return Buffer.concat(parts).toString()
}

/** A collector on a free port of this machine that keeps the spans it is sent. */
export class OtlpReceiver {
  private readonly spans = new Map<string, Span>()
  /** Everything that came, as text. */
  received = ''
  private readonly server = createServer((request, reply) => {
    void bodyOf(request).then((text) => {
      this.received += text
      if (request.url === '/v1/traces' && request.headers['content-type'] === 'application/json')
        for (const span of spansIn(JSON.parse(text) as Sent)) this.spans.set(span.spanId, span)
      reply.writeHead(200, { 'content-type': 'application/json' }).end('{}')
    })
  })

  async open(): Promise<string> {
    this.server.listen(0, '127.0.0.1')
    await once(this.server, 'listening')
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`
  }

  async close(): Promise<void> {
    this.server.closeAllConnections()
    this.server.close()
    await once(this.server, 'close')
  }

  in(traceId: string): Span[] {
    return [...this.spans.values()].filter((span) => span.traceId === traceId)
  }

  has(spanId: string): boolean {
    return this.spans.has(spanId)
  }

  /** A span and what it stands below, the outermost first, each with its service. */
  pathOf({ service, name, parentSpanId = '' }: Span): string[] {
    const above = this.spans.get(parentSpanId)
    return [...(above ? this.pathOf(above) : []), `${service}: ${name}`]
  }
}
