import { Agent, request } from 'node:http'

/** A request as it goes over the wire: the body is text, since much of it is no value. */
export interface Ask {
  method: string
  path: string
  headers?: Readonly<Record<string, string | readonly string[]>>
  body?: string | Buffer
  /** What is wrong with it, for the report. */
  why: string
}

export interface Told {
  ask: Ask
  /** 0: the connection broke. */
  status: number
  type: string
  headers: Readonly<Record<string, string | string[] | undefined>>
  text: string
  body: Readonly<Record<string, unknown>>
}

const SIDE_BY_SIDE = 16

const parsed = (text: string): Record<string, unknown> => {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
  } catch {
    return {}
  }
}

/** The house over HTTP, on connections that stay open. */
export class Door {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: SIDE_BY_SIDE })
  private readonly host: string
  private readonly port: number
  asked = 0

  constructor(baseUrl: string) {
    const { hostname, port } = new URL(baseUrl)
    this.host = hostname
    this.port = Number(port)
  }

  send(ask: Ask): Promise<Told> {
    this.asked += 1
    const { method, path, body } = ask
    const length = body === undefined ? {} : { 'content-length': Buffer.byteLength(body) }
    return new Promise((resolve) => {
      const broken = (error: Error) => resolve({ ask, status: 0, type: '', headers: {}, text: error.message, body: {} })
      const sent = request(
        {
          host: this.host,
          port: this.port,
          agent: this.agent,
          method,
          path,
          headers: { ...length, ...ask.headers } as never,
        },
        (reply) => {
          const parts: Buffer[] = []
          reply.on('data', (part: Buffer) => parts.push(part))
          reply.on('error', broken)
          reply.on('end', () => {
            const text = Buffer.concat(parts).toString()
            const type = String(reply.headers['content-type'] ?? '')
            resolve({ ask, status: reply.statusCode!, type, headers: reply.headers, text, body: parsed(text) })
          })
        },
      )
      sent.on('error', broken)
      sent.end(body)
    })
  }

  /** Sixteen at a time; answers in the order of asking. */
  async all(asks: readonly Ask[]): Promise<Told[]> {
    const told = new Array<Told>(asks.length)
    let next = 0
    const work = async () => {
      for (let n = next++; n < asks.length; n = next++) told[n] = await this.send(asks[n]!)
    }
    await Promise.all(Array.from({ length: SIDE_BY_SIDE }, work))
    return told
  }

  close(): void {
    this.agent.destroy()
  }
}

const short = (text: string): string => (text.length > 160 ? `${text.slice(0, 160)}…` : text)

/** One line on an answer that should not have been. */
export const line = ({ ask, status, text }: Told, wanted: string): string =>
  `${ask.method} ${short(ask.path)} [${ask.why}] ${short(String(ask.body ?? ''))} → ${status} ${short(text)}; wanted ${wanted}`

const said = (value: unknown): boolean => typeof value === 'string' && value.length > 0

/** What no person should read: the words of the library, of the runtime, or a fact that is missing. */
const LEAKS = /Invalid (?:input|option|string)|无效(?:输入|选项|字符串)|\[object |\bundefined\b|^:0 /

/** What was sent stands between quotes and is nobody's leak. */
const own = (text: string): string => text.replace(/“[^”]*”/g, '')

const clear = (zh: unknown, en: unknown): boolean =>
  [zh, en].every((text) => said(text) && !LEAKS.test(own(text as string))) && /\p{Script=Han}/u.test(zh as string)

/** Issues are clear in both languages, and few enough to read. */
const clearIssues = (issues: unknown): boolean =>
  issues === undefined ||
  (Array.isArray(issues) &&
    issues.length > 0 &&
    issues.length <= 20 &&
    issues.every(({ path, zh, en }: Record<string, unknown>) => typeof path === 'string' && clear(zh, en)))

/** What is wrong with a refusal: it has a status below 500, a code, a sentence in both languages and what can be done. */
export const badRefusal = (told: Told): string | undefined => {
  const { status, type, body, ask } = told
  if (status < 400 || status >= 500) return line(told, '4xx')
  if (ask.method === 'HEAD') return undefined
  if (!type.startsWith('application/problem+json')) return line(told, 'problem+json')
  const todo = body.todo as { zh?: unknown; en?: unknown } | undefined
  const whole = [body.code, body.zh, body.en, todo?.zh, todo?.en].every(said) && body.status === status
  if (!whole) return line(told, 'code, zh, en and todo')
  if (!clear(body.zh, body.en)) return line(told, 'sentences for people')
  return clearIssues(body.issues) ? undefined : line(told, `issues for people: ${JSON.stringify(body.issues)}`)
}
