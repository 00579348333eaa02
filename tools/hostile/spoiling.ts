import type { Actor } from '#kernel'
import { Client, type Reply } from '#story'
import type { Told } from './door.js'

type Options = { actor?: Actor; body?: unknown; key?: string }
type Body = { input?: Record<string, unknown> }
type Spoil = (kind: string, step: string, input: Record<string, unknown>) => Record<string, unknown>

const STEP = /^\/api\/([a-z-]+\/[a-z-]+)\/(?:[a-z2-7]{26}\/)?([A-Z]\w*)$/

/** Plays as any client does, but puts something else into the inputs on their way. */
export class Spoiling extends Client {
  constructor(
    baseUrl: string,
    token: string,
    private readonly spoil: Spoil,
    private readonly answers: Told[],
  ) {
    super(baseUrl, token)
  }

  override async request(method: string, path: string, options: Options = {}): Promise<Reply> {
    const [, kind, step] = (method === 'POST' && STEP.exec(path)) || []
    if (!kind || !step) return super.request(method, path, options)
    const sent = options.body as Body
    const body = { ...sent, input: this.spoil(kind, step, sent.input ?? {}) }
    const reply = await super.request(method, path, { ...options, body })
    this.answers.push(toldOf(method, path, body, reply))
    return reply
  }
}

const toldOf = (method: string, path: string, body: unknown, { status, body: answer }: Reply): Told => ({
  ask: { method, path, body: JSON.stringify(body), why: 'a story with junk' },
  status,
  type: status < 300 ? 'application/json' : 'application/problem+json',
  headers: {},
  text: JSON.stringify(answer),
  body: answer,
})
