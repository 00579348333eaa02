import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common'
import { Conflict, Fault } from '#kernel'
import { CONSOLE_POLICY } from './headers.js'
import { headerOf, type House, type Incoming, type Outgoing } from './house.js'
import { BODY_LIMIT } from './json-body.js'
import type { Log } from './log.js'
import { busy, problemBody, Problem } from './problem.js'
import { allowedOn } from './methods.js'

interface Thrown {
  code?: string
  statusCode?: number
}

const tooLarge = (): Problem => new Problem('TOO_LARGE', { limit: BODY_LIMIT })

/** Faults of Fastify, by their codes. */
const OF_FASTIFY: Readonly<Record<string, () => Problem>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: tooLarge,
  FST_ERR_CTP_INVALID_MEDIA_TYPE: () => new Problem('UNSUPPORTED_TYPE'),
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: () =>
    new Problem('MALFORMED', { why: { zh: 'Content-Length 与内容不符', en: 'Content-Length does not fit the body' } }),
  FST_ERR_BAD_URL: () => new Problem('MALFORMED', { why: { zh: '地址有误', en: 'the address' } }),
  FST_ERR_MAX_PARAM_LENGTH_EXCEEDED: () => new Problem('NOT_FOUND'),
}

const OF_STATUS: Readonly<Record<number, string>> = {
  400: 'MALFORMED',
  401: 'UNAUTHENTICATED',
  403: 'FORBIDDEN',
  404: 'NOT_FOUND',
  414: 'NOT_FOUND',
  415: 'UNSUPPORTED_TYPE',
  503: 'BUSY',
}

/** How soon it is worth asking whether a server is back. */
const AWAY_S = 5

/** Where programs and pages ask, not people. */
const NO_PAGES = /^\/(?:api|assets)\//

/** The kind of record an address speaks of. */
const kindOf = (url: string): string | undefined => /^\/api\/([^/?]+\/[^/?]+)/.exec(url)?.[1]

/** Any thrown thing as a problem; what is nobody's "no" is a fault. */
export const problemOf = (thrown: unknown): Problem => {
  if (thrown instanceof Problem) return thrown
  if (thrown instanceof Conflict || (thrown instanceof Fault && thrown.retry)) return busy(1)
  const { code, statusCode } = (thrown ?? {}) as Thrown
  const known = code === undefined ? undefined : OF_FASTIFY[code]
  if (known) return known()
  const status = thrown instanceof HttpException ? thrown.getStatus() : statusCode
  if (status === 413) return tooLarge()
  return new Problem((status !== undefined && OF_STATUS[status]) || 'FAULT')
}

/** Writes every error as problem+json, and logs those that are the system's own. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(
    private readonly house: House,
    private readonly log: Log,
  ) {}

  catch(thrown: unknown, host: ArgumentsHost): Outgoing {
    const http = host.switchToHttp()
    return this.write(thrown, http.getRequest<Incoming>(), http.getResponse<Outgoing>())
  }

  /** Used as well where no route was found to catch for. */
  write(thrown: unknown, request: Incoming, reply: Outgoing): Outgoing {
    const problem = this.told(this.house.away?.(thrown) ? busy(AWAY_S) : problemOf(thrown), request)
    if (problem.code === 'NOT_FOUND' && this.asksForPage(request)) return this.page(reply)
    const body = problemBody(problem, this.house.lexicon(kindOf(request.url)), request.url.split('?')[0])
    if (body.status >= 500) this.log.fault(thrown, { trace: request.id, dossier: request.dossier })
    for (const [name, value] of Object.entries(problem.extra.headers ?? {})) reply.header(name, value)
    if (body.status === 401) reply.header('www-authenticate', 'Bearer realm="liandun"')
    return reply
      .code(body.status)
      .type('application/problem+json; charset=utf-8')
      .send({ ...body, trace: request.id })
  }

  /** Somebody in a browser who mistyped an address, or followed a link that is old. */
  private asksForPage(request: Incoming): boolean {
    const open = this.house.web !== undefined && !request.routeOptions?.url && !NO_PAGES.test(request.url)
    return open && request.method === 'GET' && (headerOf(request, 'accept')?.includes('text/html') ?? false)
  }

  /** The console says that there is no such page, and leads on. */
  private page(reply: Outgoing): Outgoing {
    return reply
      .code(404)
      .type('text/html; charset=utf-8')
      .header('content-security-policy', CONSOLE_POLICY)
      .send(readFileSync(join(this.house.web!, 'index.html'), 'utf8'))
  }

  /** An address that exists with another method says so. */
  private told(problem: Problem, request: Incoming): Problem {
    if (problem.code !== 'NOT_FOUND' || request.routeOptions?.url) return problem
    const allow = allowedOn(request.url)
    if (!allow.length || allow.includes(request.method)) return problem
    return new Problem(
      'METHOD_NOT_ALLOWED',
      { method: request.method, allow },
      { headers: { allow: allow.join(', ') } },
    )
  }
}
