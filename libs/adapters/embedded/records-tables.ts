import type { DueRow, StoredCommit } from '#ports'
import type { Database } from './sqlite.js'
import type { Store } from './store.js'

/**
 * Tables of one service. Records have short numbers inside the file; a commit is found by (record, seq).
 * Message ids have no index: those of a record are read with its head.
 */
export const createTables = (database: Database, service: string): void =>
  database.exec(`
    CREATE TABLE IF NOT EXISTS ${service}_records (
      id INTEGER PRIMARY KEY, record TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, dossier TEXT NOT NULL);
    CREATE INDEX IF NOT EXISTS ${service}_records_kind ON ${service}_records (kind);
    CREATE TABLE IF NOT EXISTS ${service}_commits (
      position INTEGER PRIMARY KEY, record INTEGER NOT NULL, seq INTEGER NOT NULL, message TEXT NOT NULL,
      version INTEGER NOT NULL, events_in INTEGER NOT NULL, content TEXT NOT NULL, prev_hash TEXT NOT NULL, hash TEXT NOT NULL,
      header TEXT NOT NULL, input TEXT NOT NULL, needs TEXT NOT NULL, events TEXT NOT NULL, papers TEXT NOT NULL,
      UNIQUE (record, seq));
    CREATE TABLE IF NOT EXISTS ${service}_claims (claim TEXT PRIMARY KEY, record INTEGER NOT NULL) WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS ${service}_due (
      record INTEGER NOT NULL, clock TEXT NOT NULL, key TEXT NOT NULL, at TEXT NOT NULL,
      PRIMARY KEY (record, clock, key)) WITHOUT ROWID;
    CREATE INDEX IF NOT EXISTS ${service}_due_at ON ${service}_due (at);
    CREATE TABLE IF NOT EXISTS ${service}_snapshots (record INTEGER PRIMARY KEY, seq INTEGER NOT NULL, body TEXT NOT NULL);
    CREATE TABLE IF NOT EXISTS ${service}_relay (one INTEGER PRIMARY KEY CHECK (one = 1), cursor INTEGER NOT NULL);
    INSERT OR IGNORE INTO ${service}_relay VALUES (1, 0);
  `)

export interface CommitRow {
  position: number
  record: string
  kind: string
  dossier: string
  seq: number
  version: number
  message: string
  events_in: number
  header: string
  input: string
  needs: string
  events: string
  papers: string
  content: string
  prev_hash: string
  hash: string
}

export const toCommit = (row: CommitRow): StoredCommit => ({
  record: row.record,
  kind: row.kind,
  seq: row.seq,
  version: row.version,
  message: row.message,
  dossier: row.dossier,
  hasEvents: row.events_in === 1,
  header: row.header,
  input: row.input,
  needs: row.needs,
  events: row.events,
  papers: row.papers,
  content: row.content,
  prevHash: row.prev_hash,
  hash: row.hash,
})

const commitColumns = `c.position, r.record, r.kind, r.dossier, c.seq, c.version, c.message, c.events_in,
  c.header, c.input, c.needs, c.events, c.papers, c.content, c.prev_hash, c.hash`

export const dueRows = (rows: unknown[]): DueRow[] => rows.map((row) => ({ ...(row as DueRow) }))

/** Every statement of one service, prepared once. */
export const statements = ({ database, writer }: Store, service: string) => {
  const commits = `SELECT ${commitColumns} FROM ${service}_commits c JOIN ${service}_records r ON r.id = c.record`
  const due = `SELECT r.record, r.kind, d.clock, d.key, d.at FROM ${service}_due d JOIN ${service}_records r ON r.id = d.record`
  return {
    last: database.prepare(
      `SELECT (SELECT coalesce(max(id), 0) FROM ${service}_records) AS record, (SELECT coalesce(max(position), 0) FROM ${service}_commits) AS position`,
    ),
    record: database.prepare(`SELECT id, kind, dossier FROM ${service}_records WHERE record = ?`),
    addRecord: writer.statement(`INSERT INTO ${service}_records (id, record, kind, dossier) VALUES (?, ?, ?, ?)`),
    heads: database.prepare(`SELECT seq, message FROM ${service}_commits WHERE record = ? ORDER BY seq`),
    addCommit: writer.statement(
      `INSERT INTO ${service}_commits (position, record, seq, message, version, events_in, content, prev_hash, hash, header, input, needs, events, papers)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ),
    tail: database.prepare(`${commits} WHERE c.record = ? AND c.seq > ? ORDER BY c.seq`),
    one: database.prepare(`${commits} WHERE c.record = ? AND c.seq = ?`),
    behind: database.prepare(`${commits} WHERE c.position > ? AND c.events_in = 1 ORDER BY c.position LIMIT ?`),
    claim: database.prepare(
      `SELECT r.record FROM ${service}_claims c JOIN ${service}_records r ON r.id = c.record WHERE c.claim = ?`,
    ),
    addClaim: writer.statement(`INSERT INTO ${service}_claims (claim, record) VALUES (?, ?)`),
    claimsBetween: database.prepare(`SELECT claim FROM ${service}_claims WHERE claim >= ? AND claim < ?`),
    clocks: database.prepare(`SELECT clock, key, at FROM ${service}_due WHERE record = ?`),
    putClock: writer.statement(
      `INSERT INTO ${service}_due (record, clock, key, at) VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET at = excluded.at`,
    ),
    dropClock: writer.statement(`DELETE FROM ${service}_due WHERE record = ? AND clock = ? AND key = ?`),
    due: database.prepare(`${due} WHERE d.at <= ? ORDER BY d.at, r.record, d.clock, d.key LIMIT ?`),
    earliest: database.prepare(`${due} ORDER BY d.at, r.record, d.clock, d.key LIMIT 1`),
    snapshot: database.prepare(`SELECT seq, body FROM ${service}_snapshots WHERE record = ?`),
    putSnapshot: writer.statement(
      `INSERT INTO ${service}_snapshots (record, seq, body) VALUES (?, ?, ?)
       ON CONFLICT DO UPDATE SET seq = excluded.seq, body = excluded.body`,
    ),
    list: database.prepare(`SELECT record FROM ${service}_records WHERE kind = ? AND id > ? ORDER BY id LIMIT ?`),
    cursor: database.prepare(`SELECT cursor FROM ${service}_relay`),
    putCursor: writer.statement(`UPDATE ${service}_relay SET cursor = ?`),
  }
}

export type Statements = ReturnType<typeof statements>
