import { randomUUID } from 'node:crypto'
import type { Socket } from 'node:net'
import { join } from 'node:path'
import proxy, { type FastifyHttpProxyOptions } from '@fastify/http-proxy'
import files from '@fastify/static'
import { Module, type DynamicModule } from '@nestjs/common'
import { APP_GUARD, NestFactory } from '@nestjs/core'
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify'
import { SwaggerModule } from '@nestjs/swagger'
import type { FastifyInstance, FastifyReply, FastifyServerOptions } from 'fastify'
import { showNumbers } from '#kernel'
import { AT_INTAKE, CONTROLLERS } from './controllers.js'
import { Guard } from './guard.js'
import { answerHeaders, bannerCss, DOCS_POLICY } from './headers.js'
import { HOUSE, type House, type Incoming, type Outgoing } from './house.js'
import { BODY_LIMIT, readJson } from './json-body.js'
import { Log } from './log.js'
import { keepDoor } from './outside/doorkeeper.js'
import { passedOn, watchDoor } from './tracing/door.js'
import { Tracing } from './tracing/tracing.js'
import { Requests } from './requests.js'
import { documentOf } from './openapi.js'
import { busy, Problem, problemBody } from './problem.js'
import { ProblemFilter } from './problem-filter.js'

@Module({})
class Shell {}

/** Addresses of the public that belong to a service, beside its own. */
const OUTSIDE: Readonly<Record<string, readonly string[]>> = {
  intake: ['/api/outside/submissions', '/api/outside/status'],
}

const runsHere = ({ runs }: House, service: string): boolean => !runs || runs.includes(service)

const moduleOf = (house: House, requests: Requests): DynamicModule => ({
  module: Shell,
  controllers: [...CONTROLLERS, ...(runsHere(house, 'intake') ? AT_INTAKE : [])],
  providers: [
    { provide: HOUSE, useValue: house },
    { provide: Requests, useValue: requests },
    { provide: APP_GUARD, useClass: Guard },
  ],
})

const TRACE = /^[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}$/

/** The trace of the caller (W3C `traceparent`), else one of our own. */
const traceOf = (request: { headers: Record<string, string | string[] | undefined> }): string => {
  const { traceparent } = request.headers
  return (typeof traceparent === 'string' && TRACE.exec(traceparent)?.[1]) || randomUUID().replaceAll('-', '')
}

const readsJsonOnly = (instance: FastifyInstance): void => {
  instance.removeAllContentTypeParsers()
  instance.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, bytes, done) => {
    try {
      done(null, readJson(bytes as Buffer))
    } catch (error) {
      done(error as Error)
    }
  })
}

/** A line of events lasts as long as somebody listens. */
const isLine = (reply: FastifyReply): boolean => String(reply.getHeader('content-type')).startsWith('text/event-stream')

const watches = (instance: FastifyInstance, house: House, log: Log, requests: Requests): void => {
  const headers = answerHeaders(house)
  instance.addHook('onRequest', async (_request, reply) => void reply.headers(headers))
  instance.addHook('preSerialization', async (request, _reply, body: unknown) => {
    const { dossier } = (body ?? {}) as { dossier?: unknown }
    if (typeof dossier === 'string') (request as unknown as Incoming).dossier = dossier
  })
  instance.addHook('preSerialization', async (_request, _reply, body: unknown) =>
    house.demonstration && typeof body === 'object' && body !== null && !Array.isArray(body) && !('openapi' in body)
      ? { ...body, demonstration: house.demonstration }
      : body,
  )
  instance.addHook('onSend', async (request, _reply, payload) =>
    typeof payload === 'string'
      ? showNumbers(payload, house.key, (request as unknown as Incoming).identifies === true)
      : payload,
  )
  instance.addHook('onResponse', async (request, reply) => {
    const { routeOptions, method } = request
    if (!isLine(reply)) requests.count(method, routeOptions?.url, reply.statusCode, reply.elapsedTime)
    log.request(request as unknown as Incoming, reply.statusCode, reply.elapsedTime)
  })
}

/** While it closes, what has begun is finished and what comes is sent away with a 503. */
const closesGently = (instance: FastifyInstance): void => {
  let closing = false
  const sockets = new Set<Socket>()
  instance.server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
  })
  instance.addHook('preClose', async () => {
    closing = true
    // Browsers open connections ahead of what they ask; nobody waits on one that has said nothing.
    for (const socket of sockets) if (!socket.bytesRead) socket.destroy()
  })
  instance.addHook('onRequest', async (_request, reply) => {
    if (!closing) return
    reply.header('connection', 'close')
    throw busy(5)
  })
}

/** What is no HTTP at all never reaches a route; it is answered on the bare connection. */
const answerUnreadable: NonNullable<FastifyServerOptions['clientErrorHandler']> = (error, socket) => {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy()
  const body = JSON.stringify(
    problemBody(new Problem('MALFORMED', { why: { zh: '不是 HTTP 请求', en: 'no HTTP' } }), new Map()),
  )
  const head = `HTTP/1.1 400 Bad Request\r\nconnection: close\r\ncontent-type: application/problem+json; charset=utf-8\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n`
  socket.end(head + body)
}

const documents = (app: NestFastifyApplication, instance: FastifyInstance, house: House): void => {
  instance.addHook('onRequest', async (request, reply) => {
    if (request.url.startsWith('/api/docs')) reply.header('content-security-policy', DOCS_POLICY)
  })
  const document = documentOf(house) as unknown as Parameters<typeof SwaggerModule.setup>[2]
  SwaggerModule.setup('api/docs', app, document, {
    raw: false,
    customSiteTitle: '联盾 Liandun · API',
    ...(house.demonstration && { customCss: bannerCss(house.demonstration) }),
    swaggerOptions: { docExpansion: 'none', defaultModelsExpandDepth: -1, filter: true, tagsSorter: 'alpha' },
  })
}

/** Requests about a service that runs in a process of its own, as they come. */
const handsOn = (prefix: string, upstream: string, tracing: Tracing) => async (instance: FastifyInstance) => {
  instance.removeAllContentTypeParsers()
  const replyOptions: FastifyHttpProxyOptions['replyOptions'] = {
    rewriteRequestHeaders: ({ id }, headers) => ({ ...headers, traceparent: passedOn(tracing, { id: String(id) }) }),
  }
  await instance.register(proxy, { upstream, prefix, rewritePrefix: prefix, replyOptions })
}

/** Scripts and styles of the console: named by what is in them, so they are kept for good. */
const assets = (web: string) => ({
  root: join(web, 'assets'),
  prefix: '/assets/',
  decorateReply: false,
  immutable: true,
  maxAge: '365d',
  preCompressed: true,
})

/** The service whose door this is: the portal's where it runs, else the one that runs here. */
const doorOf = (house: House): string => (runsHere(house, 'portal') ? 'portal' : house.runs![0]!)

/**
 * The HTTP door, made from the manifests: no controller per step. Listens to nothing yet.
 * Ending it (`close`) finishes the requests that have begun and takes no more.
 */
export const openShell = async (house: House): Promise<NestFastifyApplication> => {
  const requests = new Requests()
  // eslint-disable-next-line prefer-const -- the adapter answers what it cannot route before the filter exists
  let filter: ProblemFilter
  const frameworkErrors: FastifyServerOptions['frameworkErrors'] = (error, request, reply) => {
    reply.headers(answerHeaders(house))
    filter.write(error, request as unknown as Incoming, reply as unknown as Outgoing)
  }
  const adapter = new FastifyAdapter({
    logger: false,
    disableRequestLogging: true,
    bodyLimit: BODY_LIMIT,
    genReqId: traceOf,
    ...(house.proxies?.length && { trustProxy: [...house.proxies] }),
    forceCloseConnections: 'idle',
    return503OnClosing: false,
    clientErrorHandler: answerUnreadable,
    requestTimeout: 30_000,
    frameworkErrors,
  })
  const instance: FastifyInstance = adapter.getInstance()
  const log = new Log(house.log)
  const tracing = house.tracing ?? new Tracing()
  filter = new ProblemFilter(house, log)
  readsJsonOnly(instance)
  closesGently(instance)
  watches(instance, house, log, requests)
  watchDoor(instance, tracing, doorOf(house))
  if (runsHere(house, 'portal')) keepDoor(instance)
  const app = await NestFactory.create<NestFastifyApplication>(moduleOf(house, requests), adapter, {
    logger: false,
    bodyParser: false,
  })
  app.useGlobalFilters(filter)
  documents(app, instance, house)
  if (house.web !== undefined) await instance.register(files, assets(house.web))
  for (const [service, url] of house.elsewhere ?? [])
    for (const prefix of [`/api/${service}`, ...(OUTSIDE[service] ?? [])])
      await instance.register(handsOn(prefix, url, tracing))
  await app.init()
  await instance.ready()
  return app
}
