import type { Tracer } from '@opentelemetry/api'
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http'
import { resourceFromAttributes } from '@opentelemetry/resources'
import {
  BatchSpanProcessor,
  ParentBasedSampler,
  TraceIdRatioBasedSampler,
  TracerProvider,
} from '@opentelemetry/sdk-trace'
import type { Exporting } from './tracing.js'

export interface ExportSettings {
  /** Of a collector; `/v1/traces` is added. */
  endpoint: string
  /** Name of the house on the servers. */
  namespace: string
  /** Share of traces that are kept, of those that no caller has decided about. */
  share: number
}

/** OTLP over HTTP as JSON. Each service is told apart, also where all of them run in one process. */
export const exportTo = ({ endpoint, namespace, share }: ExportSettings): Exporting => {
  const exporter = new OTLPTraceExporter({ url: `${endpoint.replace(/\/+$/, '')}/v1/traces` })
  const processor = new BatchSpanProcessor({ exporter, scheduledDelayMillis: 1000, maxQueueSize: 8192 })
  const sampler = new ParentBasedSampler({ root: new TraceIdRatioBasedSampler(share) })
  const tracers = new Map<string, Tracer>()
  const make = (service: string): Tracer => {
    const resource = resourceFromAttributes({ 'service.name': service, 'service.namespace': namespace })
    return new TracerProvider({ resource, sampler, spanProcessors: [processor] }).getTracer('liandun')
  }
  const tracerOf = (service: string): Tracer => {
    const tracer = tracers.get(service) ?? make(service)
    tracers.set(service, tracer)
    return tracer
  }
  // A collector that is away keeps nobody from ending.
  return { tracerOf, close: () => processor.shutdown().catch(() => {}) }
}
