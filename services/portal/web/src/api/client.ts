import type { ProblemBody } from './types.js'
import { apiWords } from './words.js'

/** A "no" of the API: says what, why and what can be done, in both languages. */
export class ApiProblem extends Error {
  constructor(readonly body: ProblemBody) {
    super(body.zh)
    this.name = 'ApiProblem'
  }
}

/** No answer came: the line or the server is away. */
export class Offline extends Error {
  override name = 'Offline'
}

export interface Ask {
  method?: 'GET' | 'POST'
  body?: unknown
  /** Sent again after a lost answer, it is done once. */
  key?: string
  /** The version that was looked at; an act on a newer one is refused. */
  version?: number
  signal?: AbortSignal
  headers?: Readonly<Record<string, string>>
}

let bearer: string | undefined
let expired: () => void = () => {}

/** Whose token goes with every request, and what happens when it is no longer taken. */
export const signAs = (token: string | undefined, whenExpired: () => void): void => {
  bearer = token
  expired = whenExpired
}

const headersOf = ({ body, key, version, headers }: Ask): Record<string, string> => ({
  ...(bearer !== undefined && { authorization: `Bearer ${bearer}` }),
  ...(body !== undefined && { 'content-type': 'application/json' }),
  ...(key !== undefined && { 'idempotency-key': key }),
  ...(version !== undefined && { 'if-match': `"${version}"` }),
  ...headers,
})

const send = (path: string, ask: Ask): Promise<Response> =>
  fetch(path, {
    method: ask.method ?? (ask.body === undefined ? 'GET' : 'POST'),
    headers: headersOf(ask),
    body: ask.body === undefined ? undefined : JSON.stringify(ask.body),
    signal: ask.signal,
  }).catch((error: unknown) => {
    throw (error as Error).name === 'AbortError' ? error : new Offline()
  })

const NO_ANSWER: Omit<ProblemBody, 'status'> = {
  code: 'FAULT',
  ...apiWords.noAnswer,
  todo: apiWords.later,
  facts: {},
}

/**
 * The reply, where it says yes.
 * @throws ApiProblem what the API answered · Offline when nothing came
 */
export const reply = async (path: string, ask: Ask = {}): Promise<Response> => {
  const by = bearer
  const response = await send(path, ask)
  if (response.ok) return response
  // A late no to an earlier token says nothing of the one that is held now.
  if (response.status === 401 && by !== undefined && by === bearer) expired()
  const body = (await response.json().catch(() => ({ ...NO_ANSWER, status: response.status }))) as ProblemBody
  throw new ApiProblem(body)
}

/** The JSON of the reply. @throws as `reply` */
export const api = async <T>(path: string, ask: Ask = {}): Promise<T> => (await reply(path, ask)).json() as Promise<T>
