import { Cache } from '#kernel/cache'
import type { StoredCommit } from '#ports'
import type { Statements } from './records-tables.js'
import type { Op } from './writer.js'

/** What has to be known of a record to accept its next commit. */
export interface Head {
  id: number
  kind: string
  dossier: string
  /** Message id to the position in the chain. */
  messages: Map<string, number>
  seq: number
  /** `clock\0key` to its instant; undefined until first asked for. */
  clocks: Map<string, string> | undefined
  /** Commits on their way to the disk. */
  underWay: number
}

/** A record that is not there. */
const NONE = Symbol('none')

/**
 * Heads of the records written last, at most `most` and those with commits under way; the rest are read again when they come back.
 * A name that was asked for in vain is remembered too: most records are looked for before they are made.
 */
export class Heads {
  readonly #recent: Cache<Head | typeof NONE>
  #last: number

  constructor(
    readonly sql: Statements,
    last: number,
    readonly most = 20_000,
  ) {
    this.#last = last
    this.#recent = new Cache(most, (head) => head !== NONE && head.underWay > 0)
  }

  find(record: string): Head | undefined {
    const known = this.#recent.get(record)
    if (known !== undefined) return known === NONE ? undefined : known
    const head = this.#read(record)
    this.#recent.set(record, head ?? NONE)
    return head
  }

  /** The record itself; its first commit comes next. */
  create({ record, kind, dossier }: StoredCommit): { head: Head; op: Op } {
    this.#last += 1
    const head = { id: this.#last, kind, dossier, messages: new Map(), seq: 0, clocks: new Map(), underWay: 0 }
    this.#recent.set(record, head)
    return { head, op: this.sql.addRecord(head.id, record, kind, dossier) }
  }

  clocks(head: Head): Map<string, string> {
    head.clocks ??= new Map(
      (this.sql.clocks.all(head.id) as { clock: string; key: string; at: string }[]).map((row) => [
        `${row.clock}\0${row.key}`,
        row.at,
      ]),
    )
    return head.clocks
  }

  #read(record: string): Head | undefined {
    const row = this.sql.record.get(record) as { id: number; kind: string; dossier: string } | undefined
    if (!row) return undefined
    const chain = this.sql.heads.all(row.id) as { seq: number; message: string }[]
    const messages = new Map(chain.map((commit) => [commit.message, commit.seq]))
    return { ...row, messages, seq: chain.length, clocks: undefined, underWay: 0 }
  }
}
