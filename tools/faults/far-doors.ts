import { setTimeout as pause } from 'node:timers/promises'
import type { Actor, Answer, Command } from '#kernel'
import type { ViewTable } from '#ports'
import type { Doors } from './load.js'

/** A client that hears nothing for so long asks again, with the same key. */
const PATIENCE_MS = 5000
const AGAIN_MS = 200

interface Reply {
  status: number
  body: Record<string, unknown>
}

/** What a person's program does: sends each act until it is answered, always under the same key. */
export class FarDoors implements Doors {
  private readonly tokens = new Map<string, string>()
  /** Times an act was sent again. */
  again = 0
  /** Acts are sent in vain until then; later, nobody's patience lasts. */
  until = Infinity

  constructor(
    private readonly baseUrl: string,
    private readonly operatorToken: string,
    private readonly table: () => ViewTable,
  ) {}

  async handle({ kind, step, id, actor, input, key }: Command): Promise<Answer> {
    const path = `/api/${kind}/${id === undefined ? '' : `${id}/`}${step}`
    const send = async () => {
      const headers = { authorization: `Bearer ${await this.tokenOf(actor)}`, 'idempotency-key': key }
      return this.post(path, headers, { input })
    }
    const { status, body } = await this.answered(send, `${kind}/${step}`)
    if (status < 300) return { outcome: 'done', ...body } as unknown as Answer
    if (status === 409 || status === 422) return { outcome: 'refused', ...body } as unknown as Answer
    throw new Error(`${kind}/${step}: ${status} ${JSON.stringify(body)}`)
  }

  view(): Pick<ViewTable, 'find'> {
    return {
      find: (filter) =>
        this.table()
          .find(filter)
          .catch(() => []),
    }
  }

  /** @throws Error when there is no quiet, or nobody says so */
  async quiet(): Promise<void> {
    const reply = await this.post('/api/operator/quiet', { 'x-operator-token': this.operatorToken }, {})
    if (reply.status !== 200) throw new Error(`${reply.status} ${JSON.stringify(reply.body)}`)
  }

  /** A 5xx is nobody's answer, nor is silence. */
  private async answered(send: () => Promise<Reply>, what: string): Promise<Reply> {
    for (;;) {
      const reply = await send().catch((error: Error) => error)
      if (!(reply instanceof Error) && reply.status < 500 && reply.status !== 429) return reply
      if (Date.now() > this.until) {
        const why = reply instanceof Error ? reply.message : `${reply.status} ${JSON.stringify(reply.body)}`
        throw new Error(`${what} is not answered after the fault: ${why}`)
      }
      this.again += 1
      await pause(AGAIN_MS)
    }
  }

  private async post(path: string, headers: Record<string, string>, body: unknown): Promise<Reply> {
    const response = await fetch(this.baseUrl + path, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(PATIENCE_MS),
    })
    return { status: response.status, body: (await response.json()) as Record<string, unknown> }
  }

  private async tokenOf(actor: Actor): Promise<string> {
    const name = JSON.stringify(actor)
    const known = this.tokens.get(name)
    if (known !== undefined) return known
    const { status, body } = await this.post('/api/sign-in', {}, { dev: actor })
    if (status !== 200) throw new Error(`sign-in: ${status}`)
    this.tokens.set(name, body.token as string)
    return body.token as string
  }
}
