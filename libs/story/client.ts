import type { Actor, Instant, Shown, Title } from '#kernel'
import type { Staff } from '#rules'

/** An answer of the server: status and body, whatever it is. */
export interface Reply {
  status: number
  body: Record<string, unknown>
}

export interface StepInfo {
  kind: string
  step: string
  title: Title
  /** What its kind of record is called. */
  recordTitle: Title
  first: boolean
  system?: boolean
  input: unknown
}

/** The server cannot be reached, or does not do what playing a story needs. */
export class ServerError extends Error {
  constructor(zh: string, en: string, options?: { cause?: unknown }) {
    super(`${zh}\n  ${en}`, options)
    this.name = 'ServerError'
  }
}

const answered = (what: string, { status, body }: Reply): ServerError => {
  const why = `${status} ${JSON.stringify(body)}`
  return new ServerError(`服务没有办理 ${what}：${why}`, `the server did not do ${what}: ${why}`)
}

const unreachable = (baseUrl: string, error: Error): ServerError => {
  const why = (error.cause as NodeJS.ErrnoException | undefined)?.code ?? error.message
  return new ServerError(`服务 ${baseUrl} 没有回应（${why}）`, `there is no answer from ${baseUrl} (${why})`, {
    cause: error,
  })
}

/** What is no JSON is kept as text: a page of something that is no Liandun. */
const bodyOf = (text: string): Record<string, unknown> => {
  try {
    return text ? (JSON.parse(text) as Record<string, unknown>) : {}
  } catch {
    return { text: text.slice(0, 200) }
  }
}

/** A world of its own: when it begins, what is decided otherwise in it, who is in it beside the seeds' people. */
export interface World {
  name: string
  at: Instant
  switches: Record<string, unknown>
  people: readonly Staff[]
}

/** The server as a person and as the operator sees it. */
export class Client {
  private readonly tokens = new Map<string, string>()

  constructor(
    readonly baseUrl: string,
    private readonly operatorToken: string,
    /** On every request. */
    private readonly always: Readonly<Record<string, string>> = {},
  ) {}

  /** @param actor absent: without an account */
  async request(
    method: string,
    path: string,
    options: { actor?: Actor; body?: unknown; key?: string } = {},
  ): Promise<Reply> {
    const headers: Record<string, string> = { accept: 'application/json' }
    if (options.body !== undefined) headers['content-type'] = 'application/json'
    if (options.key) headers['idempotency-key'] = options.key
    if (options.actor) headers.authorization = `Bearer ${await this.tokenOf(options.actor)}`
    return this.send(method, path, headers, options.body)
  }

  async operator(method: string, path: string, body?: unknown): Promise<Reply> {
    const headers: Record<string, string> = { 'x-operator-token': this.operatorToken }
    if (body !== undefined) headers['content-type'] = 'application/json'
    const reply = await this.send(method, `/api/operator${path}`, headers, body)
    if (reply.status >= 300) throw answered(`operator ${method} ${path}`, reply)
    return reply
  }

  private async send(method: string, path: string, own: Record<string, string>, body?: unknown): Promise<Reply> {
    const headers = { ...own, ...this.always }
    const sent = body === undefined ? undefined : JSON.stringify(body)
    const response = await fetch(this.baseUrl + path, { method, headers, body: sent }).catch((cause: Error) => {
      throw unreachable(this.baseUrl, cause)
    })
    return { status: response.status, body: bodyOf(await response.text()) }
  }

  private async tokenOf(actor: Actor & { name?: string }): Promise<string> {
    const name = JSON.stringify(actor)
    const known = this.tokens.get(name)
    if (known) return known
    const headers = { 'content-type': 'application/json', 'x-operator-token': this.operatorToken }
    const reply = await this.send('POST', '/api/sign-in', headers, { dev: actor })
    if (reply.status >= 300) throw answered(`sign-in ${name}`, reply)
    const token = reply.body.token as string
    this.tokens.set(name, token)
    return token
  }

  async openWorld(world: World): Promise<void> {
    this.tokens.clear()
    await this.operator('POST', '/worlds', { ...world })
  }

  /** Moves the world's time in steps; every lapse on the way happens at its own instant. */
  advance(to: Instant): Promise<Reply> {
    return this.operator('POST', '/time', { to })
  }

  quiet(): Promise<Reply> {
    return this.operator('POST', '/quiet', {})
  }

  async now(): Promise<Instant> {
    return (await this.operator('GET', '/time')).body.now as Instant
  }

  /** Any record, whoever may know it. */
  async record(kind: string, id: string): Promise<Shown> {
    return (await this.operator('GET', `/records/${kind}/${id}`)).body as unknown as Shown
  }

  async caused(message: string): Promise<{ kind: string; id: string }[]> {
    return (await this.operator('GET', `/caused/${message}`)).body.records as { kind: string; id: string }[]
  }

  async steps(): Promise<StepInfo[]> {
    const reply = await this.request('GET', '/api/steps')
    if (!Array.isArray(reply.body.steps)) throw answered('GET /api/steps', reply)
    return reply.body.steps as StepInfo[]
  }
}
