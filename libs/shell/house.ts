import type { Instant, Service, Title } from '#kernel'
import type { World } from '#kernel/world'
import type { Fonts } from '#papers'
import type { Rules, Staff } from '#rules'
import type { Accounts } from './accounts/accounts.js'
import type { SignedIn, Tokens } from './accounts/tokens.js'
import type { LexiconOf } from './lexicon.js'
import type { LogSettings } from './log.js'
import type { Tracing } from './tracing/tracing.js'

/** What the door needs of a world; specs stand in for it. */
export type WorldFace = Pick<
  World,
  | 'name'
  | 'rules'
  | 'time'
  | 'handle'
  | 'rehearse'
  | 'show'
  | 'chain'
  | 'told'
  | 'papers'
  | 'view'
  | 'rowsOf'
  | 'views'
  | 'quiet'
  | 'advance'
  | 'part'
  | 'parked'
  | 'redrive'
  | 'counters'
> & {
  caused(root: string): ReturnType<World['caused']> | Promise<ReturnType<World['caused']>>
}

export interface WorldWish {
  name: string
  /** Where its clock begins. @default where the main world's began */
  at?: Instant
  /** Policy switches that differ. */
  switches?: Readonly<Record<string, string | number | boolean>>
  /** Whom its directory has beside the seeds' people: the cast of a story. */
  people?: readonly Staff[]
  /** Goes on with a world of that name that an earlier process kept. */
  resume?: boolean
}

/** The worlds of this process: one that it serves, and those that an operator opened. */
export interface Worlds {
  readonly main: WorldFace
  /** Undefined when there is none of that name. Without a name: the current one. */
  named(name: string | undefined): WorldFace | undefined
  /** The one that requests reach which name none: the main one, or the last that an operator opened. */
  readonly current: WorldFace
  /** Opens a world of its own (store, bus, clock, ids), which requests then reach. A name that was used is given a number. */
  open(wish: WorldWish): Promise<WorldFace>
  /** Ends a world that an operator opened; false when there is none. */
  close(name: string): Promise<boolean>
  names(): string[]
}

/** Everything that the routes are made from. */
export interface House {
  /** All there are: what documents, forms and titles are made from. */
  services: readonly Service[]
  /** Names of those that run in this process. @default all */
  runs?: readonly string[]
  /** Those that run in processes of their own: requests about them are handed on to these addresses. */
  elsewhere?: ReadonlyMap<string, string>
  rules: Rules
  worlds: Worlds
  accounts: Accounts
  tokens: Tokens
  /** AUTH=dev: anyone may sign in as anyone. */
  dev: boolean
  /** Secret of the services, for the salts of the chain. */
  key: string
  /** Whoever has the token may repair what stands still; `open`: and move time, which no live city allows. Undefined: nobody. */
  operator?: { token: string; open: () => boolean }
  /** Said on every answer and page when the world is not the real one. */
  demonstration?: Title
  /** The matter that a demonstration has played. */
  firstDossier?: () => string | undefined
  /** Addresses of the reverse proxies before this door: from them, and from nobody else, it takes whose request it is. @default none */
  proxies?: readonly string[]
  /** Folder with the reports of stories that were played. */
  reports?: string
  /** Folder with the built console; undefined where none was built. */
  web?: string
  lexicon: LexiconOf
  /** What papers are set in. @default the shipped fonts */
  fonts?: Fonts
  /** Which servers answer, where the house stands on any. */
  servers?: () => Promise<Readonly<Record<string, boolean>>>
  /** Whether a server is away: what failed is answered 503, and may be asked again. */
  away?: (error: unknown) => boolean
  /** Whether requests are taken; false while starting and stopping. */
  ready: () => boolean
  log: LogSettings
  /** Who watches requests and what comes of them. */
  tracing?: Tracing
}

export const HOUSE = Symbol('house')

/** A request, as far as the routes look at it. */
export interface Incoming {
  readonly id: string
  readonly method: string
  readonly url: string
  readonly ip: string
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly query: Readonly<Record<string, unknown>>
  readonly socket: { readonly remoteAddress?: string }
  readonly routeOptions?: { readonly url?: string }
  who?: SignedIn
  /** The answer is for somebody who reads numbers of natural persons in full; else they leave masked. */
  identifies?: boolean
  /** The matter that the answer is about, for the log. */
  dossier?: string
}

/** A reply, as far as the routes write on it. */
export interface Outgoing {
  readonly elapsedTime: number
  readonly statusCode: number
  code(status: number): Outgoing
  header(name: string, value: string): Outgoing
  type(contentType: string): Outgoing
  send(body: unknown): Outgoing
}

/** One header as text, undefined when it is absent or given twice. */
export const headerOf = (request: Pick<Incoming, 'headers'>, name: string): string | undefined => {
  const value = request.headers[name]
  return typeof value === 'string' ? value : undefined
}
