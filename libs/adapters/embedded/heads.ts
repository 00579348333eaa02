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

/**
 * Heads of the records written last, at most `most` and those with commits under way; the rest are read again when they come back.
 * A name that was asked for in vain is remembered too: most records are looked for before they are made.
 */
export class Heads {
  readonly #recent = new Map<string, Head | undefined>()
  #last: number

  constructor(
    readonly sql: Statements,
    last: number,
    readonly most = 20_000,
  ) {
    this.#last = last
  }

  find(record: string): Head | undefined {
    const head = this.#recent.has(record) ? this.#recent.get(record) : this.#read(record)
    this.#recent.delete(record)
    this.#keep(record, head)
    return head
  }

  /** The record itself; its first commit comes next. */
  create({ record, kind, dossier }: StoredCommit): { head: Head; op: Op } {
    this.#last += 1
    const head = { id: this.#last, kind, dossier, messages: new Map(), seq: 0, clocks: new Map(), underWay: 0 }
    this.#keep(record, head)
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

  #keep(record: string, head: Head | undefined): void {
    this.#recent.set(record, head)
    if (this.#recent.size <= this.most) return
    for (const [oldest, { underWay } = { underWay: 0 }] of this.#recent) {
      if (underWay > 0) continue
      this.#recent.delete(oldest)
      break
    }
  }

  #read(record: string): Head | undefined {
    const row = this.sql.record.get(record) as { id: number; kind: string; dossier: string } | undefined
    if (!row) return undefined
    const chain = this.sql.heads.all(row.id) as { seq: number; message: string }[]
    const messages = new Map(chain.map((commit) => [commit.message, commit.seq]))
    return { ...row, messages, seq: chain.length, clocks: undefined, underWay: 0 }
  }
}
