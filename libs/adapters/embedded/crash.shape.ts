import { createHash } from 'node:crypto'
import type { StoredCommit, Write } from '#ports'

export const RECORDS = Array.from({ length: 48 }, (_, n) => `record-${n}`)

const sm3 = (text: string): string => createHash('sm3').update(text).digest('hex')

/** A chain whose every commit follows from its record and position alone. */
const hashOf = (record: string, seq: number): string => (seq === 0 ? '' : sm3(`${record} ${seq}`))

export const expectedCommit = (record: string, seq: number): StoredCommit => ({
  record,
  kind: 'intake/lead',
  seq,
  version: seq,
  message: `m-${seq}`,
  dossier: `d-${record}`,
  hasEvents: true,
  header: `{"record":"${record}"}`,
  input: `"${'汉'.repeat((seq % 7) * 100)}"`,
  needs: '',
  events: '[{}]',
  papers: '',
  content: sm3(`content ${seq}`),
  prevHash: hashOf(record, seq - 1),
  hash: hashOf(record, seq),
})

export const expectedDue = (seq: number) => ({
  clock: `CLK-${seq % 3}`,
  key: '',
  at: `2026-0${(seq % 9) + 1}-01T00:00:00.000+08:00`,
})

/** Two claims, one clock row each time, a snapshot every fourth time. */
export const expectedWrite = (record: string, seq: number): Write => ({
  commit: expectedCommit(record, seq),
  claims: [`${record}#${seq}`, `${record}/again/${seq}`],
  due: [expectedDue(seq)],
  ...(seq % 4 === 0 ? { snapshot: `${record} ${seq}` } : {}),
})
