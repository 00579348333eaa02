import type { Envelope, Parked } from '#ports'
import type { Store } from './store.js'

interface ParkedRow {
  grp: string
  record: string
  waiting: number
  error: string
  since: string
  envelope: string
}

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS bus_parked (
    grp TEXT NOT NULL, record TEXT NOT NULL, seq INTEGER NOT NULL, since TEXT NOT NULL, error TEXT NOT NULL, envelope TEXT NOT NULL,
    PRIMARY KEY (grp, record, seq)) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS bus_groups (
    grp TEXT NOT NULL, topic TEXT NOT NULL, behind INTEGER NOT NULL, PRIMARY KEY (grp, topic)) WITHOUT ROWID;
`

const prepare = ({ database, writer }: Store) => ({
  put: writer.statement(
    `INSERT INTO bus_parked (grp, record, seq, since, error, envelope) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
  ),
  has: database.prepare('SELECT 1 FROM bus_parked WHERE grp = ? AND record = ? AND seq = ?'),
  drop: writer.statement('DELETE FROM bus_parked WHERE grp = ? AND record = ? AND seq = ?'),
  blame: writer.statement('UPDATE bus_parked SET error = ? WHERE grp = ? AND record = ? AND seq = ?'),
  waiting: database.prepare('SELECT envelope FROM bus_parked WHERE grp = ? AND record = ? ORDER BY seq'),
  counts: database.prepare('SELECT record, count(*) AS waiting FROM bus_parked WHERE grp = ? GROUP BY record'),
  heads: database.prepare(`
    SELECT p.grp, p.record, n.waiting, p.error, n.since, p.envelope
    FROM (SELECT grp, record, count(*) AS waiting, min(seq) AS first, min(since) AS since FROM bus_parked GROUP BY grp, record) n
    JOIN bus_parked p ON p.grp = n.grp AND p.record = n.record AND p.seq = n.first
    ORDER BY n.since, p.grp, p.record`),
  dropAll: writer.statement('DELETE FROM bus_parked WHERE grp = ?'),
  dropGroup: writer.statement('DELETE FROM bus_groups WHERE grp = ?'),
  groups: database.prepare('SELECT grp, topic, behind FROM bus_groups'),
  putGroup: writer.statement(
    'INSERT INTO bus_groups (grp, topic, behind) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET behind = excluded.behind',
  ),
})

/** Envelopes that wait behind one that failed, and which groups there have ever been; both outlive the process. */
export class Parking {
  readonly #store: Store
  readonly #sql: ReturnType<typeof prepare>
  /** Topic → group → whether it has missed something and needs the history again. */
  readonly #known = new Map<string, Map<string, boolean>>()

  constructor(store: Store) {
    store.database.exec(SCHEMA)
    this.#store = store
    this.#sql = prepare(store)
    for (const row of this.#sql.groups.all() as { grp: string; topic: string; behind: number }[])
      this.#remember(row.grp, row.topic, row.behind === 1)
  }

  async put(group: string, envelope: Envelope, since: string, error: string): Promise<boolean> {
    const { record, seq } = envelope
    if (this.#sql.has.get(group, record, seq)) return false
    await this.#store.writer.submit([this.#sql.put(group, record, seq, since, error, JSON.stringify(envelope))])
    return true
  }

  async drop(group: string, { record, seq }: Envelope): Promise<void> {
    await this.#store.writer.submit([this.#sql.drop(group, record, seq)])
  }

  async blame(group: string, { record, seq }: Envelope, error: string): Promise<void> {
    await this.#store.writer.submit([this.#sql.blame(error, group, record, seq)])
  }

  waiting(group: string, record: string): Envelope[] {
    return (this.#sql.waiting.all(group, record) as { envelope: string }[]).map(
      (row) => JSON.parse(row.envelope) as Envelope,
    )
  }

  counts(group: string): Map<string, number> {
    const rows = this.#sql.counts.all(group) as { record: string; waiting: number }[]
    return new Map(rows.map((row) => [row.record, row.waiting]))
  }

  all(): Parked[] {
    return (this.#sql.heads.all() as ParkedRow[]).map(({ grp, envelope, ...rest }) => ({
      group: grp,
      ...rest,
      envelope: JSON.parse(envelope) as Envelope,
    }))
  }

  /** Whether a group has to be given the history of a topic: it is new, or was away while there was something for it. */
  needsHistory(group: string, topic: string): boolean {
    return this.#known.get(topic)?.get(group) ?? true
  }

  /** Groups of a topic that exist, are not among `present`, and have not been noted as behind. */
  missing(topic: string, present: (group: string) => boolean): string[] {
    const known = this.#known.get(topic)
    return known ? [...known].filter(([group, behind]) => !behind && !present(group)).map(([group]) => group) : []
  }

  async note(group: string, topics: readonly string[], behind: boolean): Promise<void> {
    for (const topic of topics) this.#remember(group, topic, behind)
    await this.#store.writer.submit(topics.map((topic) => this.#sql.putGroup(group, topic, behind ? 1 : 0)))
  }

  async forget(group: string): Promise<void> {
    for (const groups of this.#known.values()) groups.delete(group)
    await this.#store.writer.submit([this.#sql.dropAll(group), this.#sql.dropGroup(group)])
  }

  #remember(group: string, topic: string, behind: boolean): void {
    const groups = this.#known.get(topic) ?? new Map<string, boolean>()
    this.#known.set(topic, groups.set(group, behind))
  }
}
