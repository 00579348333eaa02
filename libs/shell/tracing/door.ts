import { randomBytes } from 'node:crypto'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { headerOf, type Incoming } from '../house.js'
import { SpanKind, type Opened, type Tracing } from './tracing.js'

/** Asked every few seconds by machines. */
const UNWATCHED = new Set(['/healthz', '/readyz', '/health/live', '/health/ready', '/metrics'])

/** A `traceparent` that nobody asked to keep: it only lets the other process log under the same id. */
const unkept = (trace: string): string => `00-${trace}-${randomBytes(8).toString('hex')}-00`

/** What a request that is handed on takes along. */
export const passedOn = (tracing: Tracing, { id }: { id: string }): string => tracing.current() ?? unkept(id)

/** Each request is a span; what is done for it stands below. */
export const watchDoor = (instance: FastifyInstance, tracing: Tracing, service: string): void => {
  const open = new WeakMap<FastifyRequest, Opened>()
  instance.addHook('onRequest', async (request) => {
    if (UNWATCHED.has(request.routeOptions.url ?? '')) return
    const what = { service, name: request.method, kind: SpanKind.SERVER }
    const opened = tracing.open(what, headerOf(request as unknown as Incoming, 'traceparent'))
    if (!opened) return
    open.set(request, opened)
    request.id = opened.traceparent.split('-')[1]!
  })
  // After the body has come: what reads it from the connection knows no context.
  instance.addHook('preValidation', (request, _reply, done) => {
    const opened = open.get(request)
    if (opened) tracing.within(opened.traceparent, done)
    else done()
  })
  instance.addHook('onResponse', async (request, { statusCode }) => {
    const route = request.routeOptions.url ?? 'none'
    const attributes = {
      'http.request.method': request.method,
      'http.route': route,
      'http.response.status_code': statusCode,
    }
    const failed = statusCode >= 500 ? String(statusCode) : undefined
    open.get(request)?.end({ name: `${request.method} ${route}`, attributes, failed })
  })
}
