import {
  isSpanContextValid,
  ROOT_CONTEXT,
  SpanKind,
  SpanStatusCode,
  trace,
  TraceFlags,
  type Attributes,
  type Context,
  type Span,
  type SpanContext,
  type Tracer,
} from '@opentelemetry/api'
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks'
import { parseTraceParent } from '@opentelemetry/core'

export { SpanKind }

/** Where spans go. */
export interface Exporting {
  tracerOf(service: string): Tracer
  /** Sends what waits. */
  close(): Promise<void>
}

export interface What {
  service: string
  name: string
  kind?: SpanKind
  /** Names and ids only: nothing of a person, no content. */
  attributes?: Attributes
}

/** Something under way. */
export interface Opened {
  /** What it passes on. */
  traceparent: string
  end(how?: { name?: string; attributes?: Attributes; failed?: string }): void
}

const textOf = ({ traceId, spanId, traceFlags }: SpanContext): string =>
  `00-${traceId}-${spanId}-${traceFlags.toString(16).padStart(2, '0')}`

const read = (traceparent: string | undefined): SpanContext | undefined => {
  const found = traceparent === undefined ? null : parseTraceParent(traceparent)
  return found && isSpanContextValid(found) ? { ...found, isRemote: true } : undefined
}

const isSampled = ({ traceFlags }: SpanContext): boolean => (traceFlags & TraceFlags.SAMPLED) !== 0

const contextOf = (parent: string | undefined): Context => {
  const found = read(parent)
  return found ? trace.setSpanContext(ROOT_CONTEXT, found) : ROOT_CONTEXT
}

const ending =
  (span: Span): Opened['end'] =>
  ({ name, attributes, failed } = {}) => {
    if (name) span.updateName(name)
    if (attributes) span.setAttributes(attributes)
    if (failed !== undefined) span.setAttribute('error.type', failed).setStatus({ code: SpanStatusCode.ERROR })
    span.end()
  }

/**
 * What is done in whose trace. Without somewhere to send spans none is made; the trace that a caller asks to keep (sampled
 * `traceparent`) is handed on all the same.
 */
export class Tracing {
  private readonly contexts = new AsyncLocalStorageContextManager()

  constructor(private readonly exporting?: Exporting) {}

  /** The `traceparent` of what is being done. */
  current(): string | undefined {
    const found = trace.getSpanContext(this.contexts.active())
    return found && textOf(found)
  }

  /** Undefined when nobody watches. */
  open({ service, name, kind = SpanKind.INTERNAL, attributes }: What, parent?: string): Opened | undefined {
    if (this.exporting) {
      const span = this.exporting.tracerOf(service).startSpan(name, { kind, attributes }, contextOf(parent))
      return { traceparent: textOf(span.spanContext()), end: ending(span) }
    }
    const found = read(parent)
    return found && isSampled(found) ? { traceparent: textOf(found), end: () => {} } : undefined
  }

  within<T>(traceparent: string, run: () => T): T {
    return this.contexts.with(contextOf(traceparent), run)
  }

  /** Runs it as a span of its own, below what is being done or below `parent`. */
  async span<T>(what: What, run: () => Promise<T>, parent = this.current()): Promise<T> {
    const opened = this.open(what, parent)
    if (!opened) return run()
    try {
      const done = await this.within(opened.traceparent, run)
      opened.end()
      return done
    } catch (error) {
      opened.end({ failed: error instanceof Error ? error.name : 'unknown' })
      throw error
    }
  }

  async close(): Promise<void> {
    await this.exporting?.close()
  }
}
