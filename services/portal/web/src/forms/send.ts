import { api } from '../api/client.js'
import type { Paper } from '../api/records.js'
import type { Title } from '../api/types.js'
import type { StepInfo } from './schema.js'

/** What a step brought about. */
export interface Done {
  id: string
  kind: string
  version: number
  state: string
  message: string
  events: readonly { type: string }[]
  papers: readonly Paper[]
  warnings: readonly ({ warning: string } & Title & { todo?: Title })[]
  repeated: boolean
  /** Who reported, told to whoever asked, this once. */
  opened?: { name?: string; contact?: string }
}

export interface Attempt {
  key: string
  /** The text of the body, as it went. */
  body: string
}

/** A key nobody else has; works where the page is not served over TLS too. */
const newKey = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('')

/** The attempt that goes now: an answer to the same body may have been lost, so the same body keeps its key. */
export const attemptOf = (body: object, last: Attempt | undefined): Attempt => {
  const text = JSON.stringify(body)
  return last?.body === text ? last : { key: newKey(), body: text }
}

export const pathOf = ({ kind, step }: StepInfo, id: string | undefined): string =>
  id === undefined ? `/api/${kind}/${step}` : `/api/${kind}/${id}/${step}`

export const sendStep = (
  step: StepInfo,
  { id, version }: { id: string | undefined; version: number | undefined },
  { key, body }: Attempt,
): Promise<Done> =>
  api<Done>(pathOf(step, id), { body: JSON.parse(body) as unknown, key, ...(version !== undefined && { version }) })
