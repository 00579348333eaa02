import type { StoredCommit } from '#ports'
import type { Statements } from './records-tables.js'

/** What the writer has to know of a record to accept its next commit. */
export interface Head {
  id: number
  kind: string
  dossier: string
  /** Message id to the position in the chain. */
  messages: Map<string, number>
  seq: number
  /** `clock\0key` to its instant; undefined until first asked for. */
  clocks: Map<string, string> | undefined
}

/** Heads of the records written last, at most `most`; the rest are read again when they come back. */
export class Heads {
  #recent = new Map<string, Head>()

  constructor(
    readonly sql: Statements,
    readonly most = 20_000,
  ) {}

  find(record: string): Head | undefined {
    const known = this.#recent.get(record)
    const head = known ?? this.#read(record)
    if (!head) return undefined
    if (known) this.#recent.delete(record)
    this.#keep(record, head)
    return head
  }

  /** Adds the record itself; its first commit comes next. */
  create(commit: StoredCommit): Head {
    const { lastInsertRowid } = this.sql.addRecord.run(commit.record, commit.kind, commit.dossier)
    const { kind, dossier } = commit
    const head = { id: Number(lastInsertRowid), kind, dossier, messages: new Map(), seq: 0, clocks: new Map() }
    this.#keep(commit.record, head)
    return head
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

  clear(): void {
    this.#recent.clear()
  }

  #keep(record: string, head: Head): void {
    this.#recent.set(record, head)
    if (this.#recent.size <= this.most) return
    for (const oldest of this.#recent.keys()) {
      this.#recent.delete(oldest)
      break
    }
  }

  #read(record: string): Head | undefined {
    const row = this.sql.record.get(record) as { id: number; kind: string; dossier: string } | undefined
    if (!row) return undefined
    const chain = this.sql.heads.all(row.id) as { seq: number; message: string }[]
    const messages = new Map(chain.map((commit) => [commit.message, commit.seq]))
    return { ...row, messages, seq: chain.length, clocks: undefined }
  }
}
