import { expect } from '@jest/globals'
import type { DueRow, Outcome, Records, StoredCommit, Write } from './records.js'
import { pause, suiteOf, until, type Features } from './suite.js'

export interface RecordsFixture {
  records: Records
  /** As if the process had been killed just now: a second one opens what is on disk. */
  crash(): Promise<Records>
  /** One more process on the same store, beside the first. */
  beside?(): Promise<Records>
  close(): Promise<void>
}

export interface RecordsSuite {
  name: string
  make: () => Promise<RecordsFixture>
  features: Features<'survivesCrash' | 'severalProcesses'>
}

const HASH = 'a'.repeat(64)

const commit = (record: string, seq: number, more: Partial<StoredCommit> = {}): StoredCommit => ({
  record,
  kind: 'intake/lead',
  seq,
  version: seq,
  message: `m-${record}-${seq}`,
  dossier: `d-${record}`,
  hasEvents: true,
  header: `{"seq":${seq}}`,
  input: '{}',
  needs: '',
  events: `[{"type":"LeadReceived"}]`,
  papers: '',
  content: HASH,
  prevHash: '',
  hash: HASH,
  ...more,
})

const write = (record: string, seq: number, more: Partial<Write> & { commit?: StoredCommit } = {}): Write => ({
  commit: commit(record, seq),
  claims: [],
  ...more,
})

const clock = (clockId: string, at: string, key = '') => ({ clock: clockId, key, at })
const at = (day: string) => `${day}T00:00:00.000+08:00`
const where = (commits: readonly { record: string; seq: number }[]) =>
  commits.map(({ record, seq }) => `${record}/${seq}`)
const winners = (outcomes: Outcome[]) => outcomes.filter((outcome) => outcome.ok).length
const due = (rows: DueRow[]) => rows.map((row) => `${row.at.slice(0, 10)} ${row.record} ${row.clock} ${row.key}`)
const times = <T>(n: number, make: (index: number) => T): T[] => Array.from({ length: n }, (_, index) => make(index))

/** Control characters as JSON escapes them, every plane, text that only looks like what it is not. */
const TEXTS = {
  header: '{"name":"\\u0000 \\u001f","n":1e21,"z":-0,"a":[[],{}]}',
  input: '{"店":"“福满楼”\u3000𠮷野家 e\u0301 é \u2028","emoji":"👩\u200d👩"}',
  needs: "'; DROP TABLE x; -- \\' \" $set.a",
  events: '[ 1,  2 ]\r\n\t',
  papers: '汉'.repeat(40_000),
}

/** What every store of commits must prove before anything is kept in it. */
export const testRecords = ({ name, make, features }: RecordsSuite): void =>
  suiteOf(`records on ${name}`, features, ({ always, promised }) => {
    const using = (run: (records: Records, fixture: RecordsFixture) => Promise<void>) => async () => {
      const fixture = await make()
      try {
        await run(fixture.records, fixture)
      } finally {
        await fixture.close()
      }
    }

    always(
      'gives texts back byte for byte',
      using(async (records) => {
        const kept = commit('r', 1, { ...TEXTS, prevHash: '', hash: HASH, hasEvents: false })
        expect(await records.append({ commit: kept, claims: [] })).toEqual({ ok: true })
        expect(await records.chain('r')).toEqual([kept])
      }),
    )

    always(
      'knows nothing of a record without commits',
      using(async (records) => {
        expect(await records.load('none')).toBeUndefined()
        expect(await records.chain('none')).toEqual([])
        expect(await records.byMessage('none', 'm')).toBeUndefined()
        expect(await records.claimant('none')).toBeUndefined()
        expect(await records.earliest()).toBeUndefined()
        expect(await records.unrelayed(10)).toEqual([])
      }),
    )

    always(
      'loads the newest snapshot and the commits after it',
      using(async (records) => {
        await records.append(write('r', 1))
        expect(await records.load('r')).toEqual({ tail: [commit('r', 1)] })
        await records.append(write('r', 2, { snapshot: 'two' }))
        await records.append(write('r', 3))
        expect(await records.load('r')).toEqual({ snapshot: { seq: 2, body: 'two' }, tail: [commit('r', 3)] })
        await records.append(write('r', 4, { snapshot: 'four 四' }))
        expect(await records.load('r')).toEqual({ snapshot: { seq: 4, body: 'four 四' }, tail: [] })
        expect(where(await records.chain('r'))).toEqual(['r/1', 'r/2', 'r/3', 'r/4'])
      }),
    )

    always(
      'lets one of twenty writers have a position',
      using(async (records) => {
        await records.append(write('r', 1))
        const racers = times(20, (i) => write('r', 2, { commit: commit('r', 2, { message: `racer-${i}` }) }))
        const outcomes = await Promise.all(racers.map((racer) => records.append(racer)))
        const winner = outcomes.findIndex((outcome) => outcome.ok)
        expect(winners(outcomes)).toBe(1)
        expect(outcomes.filter((outcome) => !outcome.ok)).toEqual(times(19, () => ({ ok: false, why: 'seq' })))
        expect((await records.chain('r')).map((kept) => kept.message)).toEqual(['m-r-1', `racer-${winner}`])
      }),
    )

    always(
      'lets one of twenty claims of one name through',
      using(async (records) => {
        const racers = times(20, (i) => write(`r${i}`, 1, { claims: ['fine of act 7'] }))
        const outcomes = await Promise.all(racers.map((racer) => records.append(racer)))
        const winner = outcomes.findIndex((outcome) => outcome.ok)
        const lost = { ok: false, why: 'claim', claim: 'fine of act 7' }
        expect(outcomes).toEqual(times(20, (i) => (i === winner ? { ok: true } : lost)))
        expect(await records.claimant('fine of act 7')).toBe(`r${winner}`)
        expect(await records.list('intake/lead', undefined, 50)).toEqual([`r${winner}`])
      }),
    )

    always(
      'keeps nothing of a commit that failed',
      using(async (records) => {
        await records.append(
          write('r', 1, { claims: ['taken'], due: [clock('CLK-A', at('2026-03-01'))], snapshot: 'one' }),
        )
        await records.markRelayed([{ record: 'r', seq: 1 }])
        const traces = { due: [clock('CLK-B', at('2026-02-01'))], snapshot: 'never' }
        const late = { ...traces, commit: commit('r', 1, { message: 'late' }), claims: ['free 1'] }
        const greedy = { ...traces, commit: commit('r', 2), claims: ['free 2', 'taken', 'free 3'] }
        expect(await records.append(late)).toEqual({ ok: false, why: 'seq' })
        expect(await records.append(greedy)).toEqual({ ok: false, why: 'claim', claim: 'taken' })
        expect(await records.append({ ...greedy, commit: commit('new', 1) })).toEqual({
          ok: false,
          why: 'claim',
          claim: 'taken',
        })
        for (const claim of ['free 1', 'free 2', 'free 3']) expect(await records.claimant(claim)).toBeUndefined()
        expect(await records.load('r')).toEqual({ snapshot: { seq: 1, body: 'one' }, tail: [] })
        expect(await records.load('new')).toBeUndefined()
        expect(due(await records.due(at('2027-01-01'), 9))).toEqual(['2026-03-01 r CLK-A '])
        expect(await records.unrelayed(9)).toEqual([])
        expect(await records.append(write('r', 2, { claims: ['free 2'] }))).toEqual({ ok: true })
      }),
    )

    always(
      'takes one message of a record once',
      using(async (records) => {
        const again = (seq: number) => write('r', seq, { commit: commit('r', seq, { message: 'm-r-1' }) })
        expect(await records.append(write('r', 1))).toEqual({ ok: true })
        expect(await records.append(again(2))).toEqual({ ok: false, why: 'message' })
        expect(await records.append(write('r', 2))).toEqual({ ok: true })
        expect(await records.append(again(3))).toEqual({ ok: false, why: 'message' })
        const elsewhere = write('s', 1, { commit: commit('s', 1, { message: 'm-r-1' }) })
        expect(await records.append(elsewhere)).toEqual({ ok: true })
        expect(where(await records.chain('r'))).toEqual(['r/1', 'r/2'])
      }),
    )

    always(
      'takes one of twenty equal first messages',
      using(async (records) => {
        const outcomes = await Promise.all(times(20, () => records.append(write('r', 1))))
        expect(winners(outcomes)).toBe(1)
        expect(await records.chain('r')).toEqual([commit('r', 1)])
      }),
    )

    always(
      'answers questions that come together, each with its own',
      using(async (records) => {
        for (const seq of [1, 2]) {
          await records.append(write('plain', seq, { claims: [`plain ${seq}`] }))
          await records.append(write('snapped', seq, { ...(seq === 1 && { snapshot: 'one' }) }))
        }
        const asked = ['plain', 'none', 'snapped', 'plain'].map((record) => records.load(record))
        const plain = { tail: [commit('plain', 1), commit('plain', 2)] }
        const snapped = { snapshot: { seq: 1, body: 'one' }, tail: [commit('snapped', 2)] }
        expect(await Promise.all(asked)).toEqual([plain, undefined, snapped, plain])
        const messages = [records.byMessage('plain', 'm-snapped-1'), records.byMessage('snapped', 'm-snapped-1')]
        expect(await Promise.all(messages)).toEqual([undefined, commit('snapped', 1)])
        const claims = ['plain 2', 'plain 3', 'plain 1'].map((claim) => records.claimant(claim))
        expect(await Promise.all(claims)).toEqual(['plain', undefined, 'plain'])
      }),
    )

    always(
      'finds a commit by its message',
      using(async (records) => {
        await records.append(write('r', 1))
        await records.append(write('r', 2))
        expect(await records.byMessage('r', 'm-r-2')).toEqual(commit('r', 2))
        expect(await records.byMessage('r', 'm-s-1')).toBeUndefined()
      }),
    )

    always(
      'keeps many records side by side, each without holes',
      using(async (records) => {
        const fill = async (record: string) => {
          for (let seq = 1; seq <= 10; seq += 1)
            await records.append(write(record, seq, { claims: [`${record}#${seq}`] }))
        }
        await Promise.all(times(50, (i) => fill(`r${i}`)))
        for (const record of times(50, (i) => `r${i}`))
          expect(where(await records.chain(record))).toEqual(times(10, (i) => `${record}/${i + 1}`))
      }),
    )

    always(
      'knows the highest number of a scope',
      using(async (records) => {
        expect(await records.highest('沪市监移〔2026〕')).toBe(0)
        await records.append(write('a', 1, { claims: ['沪市监移〔2026〕#9'] }))
        await records.append(write('b', 1, { claims: ['沪市监移〔2026〕#10', '沪市监移〔2026〕#10a'] }))
        await records.append(write('c', 1, { claims: ['沪市监移〔2026〕#10', '沪市监移〔2026〕#99'] }))
        await records.append(
          write('d', 1, { claims: ['沪市监移〔2026〕2#7', '沪市监移〔2026〕#x#8', '沪市监移〔2026〕'] }),
        )
        expect(await records.highest('沪市监移〔2026〕')).toBe(10)
        expect(await records.highest('沪市监移〔2026〕2')).toBe(7)
        expect(await records.highest('沪市监移〔2026〕#x')).toBe(8)
        expect(await records.highest('沪市监移')).toBe(0)
      }),
    )

    always(
      'knows the highest number also when it is asked late',
      using(async (records) => {
        for (const n of [9, 11, 10]) await records.append(write(`r${n}`, 1, { claims: [`scope#${n}`, `scope#${n}a`] }))
        await records.append(write('s', 1, { claims: ['scope#8', 'scope#99 of another kind'] }))
        expect(await records.highest('scope')).toBe(11)
      }),
    )

    always(
      'gives due clocks in the order of instant, record, clock, key',
      using(async (records) => {
        await records.append(
          write('b', 1, { due: [clock('CLK-B', at('2026-05-02')), clock('CLK-A', at('2026-05-02'), 'k2')] }),
        )
        await records.append(
          write('a', 1, { due: [clock('CLK-Z', at('2026-05-02')), clock('CLK-A', at('2026-05-03'))] }),
        )
        await records.append(
          write('c', 1, { due: [clock('CLK-A', at('2026-05-01')), clock('CLK-A', at('2026-05-02'), 'k1')] }),
        )
        const all = [
          '2026-05-01 c CLK-A ',
          '2026-05-02 a CLK-Z ',
          '2026-05-02 b CLK-A k2',
          '2026-05-02 b CLK-B ',
          '2026-05-02 c CLK-A k1',
          '2026-05-03 a CLK-A ',
        ]
        expect(due(await records.due(at('2026-05-03'), 99))).toEqual(all)
        expect(due(await records.due('2026-05-02T23:59:59.999+08:00', 99))).toEqual(all.slice(0, 5))
        expect(due(await records.due(at('2026-05-03'), 2))).toEqual(all.slice(0, 2))
        expect(await records.due('2026-04-30T23:59:59.999+08:00', 99)).toEqual([])
        expect(await records.earliest()).toEqual({
          record: 'c',
          kind: 'intake/lead',
          ...clock('CLK-A', at('2026-05-01')),
        })
      }),
    )

    always(
      'replaces the clocks of a record only when they are given',
      using(async (records) => {
        await records.append(
          write('r', 1, { due: [clock('CLK-A', at('2026-05-01')), clock('CLK-B', at('2026-05-02'))] }),
        )
        await records.append(write('r', 2))
        expect(due(await records.due(at('2027-01-01'), 9))).toEqual(['2026-05-01 r CLK-A ', '2026-05-02 r CLK-B '])
        await records.append(
          write('r', 3, { due: [clock('CLK-B', at('2026-06-02')), clock('CLK-C', at('2026-05-09'))] }),
        )
        expect(due(await records.due(at('2027-01-01'), 9))).toEqual(['2026-05-09 r CLK-C ', '2026-06-02 r CLK-B '])
        await records.append(write('r', 4, { due: [] }))
        expect(await records.due(at('2027-01-01'), 9)).toEqual([])
        expect(await records.earliest()).toBeUndefined()
      }),
    )

    always(
      'lists the records of a kind in the order of their first commit',
      using(async (records) => {
        for (const record of ['z', 'm', 'a']) await records.append(write(record, 1))
        await records.append(write('other', 1, { commit: commit('other', 1, { kind: 'intake/measure' }) }))
        await records.append(write('m', 2))
        await records.append(write('b', 1))
        expect(await records.list('intake/lead', undefined, 3)).toEqual(['z', 'm', 'a'])
        expect(await records.list('intake/lead', 'a', 3)).toEqual(['b'])
        expect(await records.list('intake/lead', 'b', 3)).toEqual([])
        expect(await records.list('intake/measure', undefined, 3)).toEqual(['other'])
      }),
    )

    always(
      'offers what is not relayed, each record in order, until it is marked',
      using(async (records) => {
        await records.append(write('a', 1))
        await records.append(write('b', 1))
        await records.append(write('a', 2, { commit: commit('a', 2, { hasEvents: false, events: '' }) }))
        await records.append(write('a', 3))
        expect(await records.unrelayed(1)).toEqual([commit('a', 1)])
        expect(where(await records.unrelayed(9)).filter((id) => id.startsWith('a'))).toEqual(['a/1', 'a/3'])
        expect(where(await records.unrelayed(9)).sort()).toEqual(['a/1', 'a/3', 'b/1'])
        await records.markRelayed([{ record: 'a', seq: 3 }])
        expect(where(await records.unrelayed(9)).sort()).toEqual(['a/1', 'b/1'])
        await records.markRelayed([{ record: 'b', seq: 1 }])
        await records.append(write('b', 2))
        await records.markRelayed([{ record: 'a', seq: 1 }])
        expect(where(await records.unrelayed(9))).toEqual(['b/2'])
        await records.markRelayed([{ record: 'b', seq: 2 }])
        expect(await records.unrelayed(9)).toEqual([])
      }),
    )

    always(
      'says where they stand that wait, those of some records left out',
      using(async (records) => {
        for (const record of ['a', 'b', 'c']) for (const seq of [1, 2]) await records.append(write(record, seq))
        await records.markRelayed([{ record: 'b', seq: 1 }])
        expect((await records.waiting(9)).sort((x, y) => (where([x]) < where([y]) ? -1 : 1))).toEqual([
          { record: 'a', seq: 1 },
          { record: 'a', seq: 2 },
          { record: 'b', seq: 2 },
          { record: 'c', seq: 1 },
          { record: 'c', seq: 2 },
        ])
        expect(where(await records.waiting(9, ['a', 'c']))).toEqual(['b/2'])
        expect(where(await records.waiting(1, ['a', 'b']))).toEqual(['c/1'])
      }),
    )

    always(
      'reads on from a position',
      using(async (records) => {
        for (const seq of [1, 2, 3]) await records.append(write('r', seq, { snapshot: `s${seq}` }))
        expect(where(await records.after('r', 1))).toEqual(['r/2', 'r/3'])
        expect(await records.after('r', 3)).toEqual([])
        expect(await records.after('none', 0)).toEqual([])
      }),
    )

    always(
      'gives its lease to the only one there is',
      using(async (records) => {
        const lease = records.lease()
        await until(() => lease.token() !== undefined)
        expect(lease.token()).toBe(1)
        await lease.close()
      }),
    )

    promised(
      'severalProcesses',
      'gives its lease to one at a time, and to the next at once when the one gives it back',
      using(async (records, { beside }) => {
        const [one, other] = [records.lease(), (await beside!()).lease()]
        await until(() => one.token() !== undefined || other.token() !== undefined)
        const [holder, next] = one.token() === undefined ? [other, one] : [one, other]
        await pause(3000)
        expect([holder.token(), next.token()]).toEqual([1, undefined])
        await holder.close()
        await until(() => next.token() !== undefined, 3000)
        expect([holder.token(), next.token()]).toEqual([undefined, 2])
        await next.close()
      }),
    )

    promised(
      'severalProcesses',
      'has one winner of twenty writers in two processes, and both read what the other wrote',
      using(async (records, { beside }) => {
        const other = await beside!()
        for (const seq of times(10, (i) => i + 1)) {
          const racers = times(20, (i) => write('r', seq, { commit: commit('r', seq, { message: `m-${seq}-${i}` }) }))
          const outcomes = await Promise.all(racers.map((racer, i) => (i % 2 ? records : other).append(racer)))
          expect([seq, winners(outcomes)]).toEqual([seq, 1])
        }
        expect(await records.chain('r')).toEqual(await other.chain('r'))
        expect((await records.chain('r')).length).toBe(10)
      }),
    )

    always(
      'takes marks of commits that were never asked for',
      using(async (records) => {
        for (const seq of [1, 2, 3]) await records.append(write('r', seq))
        await records.markRelayed([1, 3].map((seq) => ({ record: 'r', seq })))
        expect(where(await records.unrelayed(9))).toEqual(['r/2'])
      }),
    )

    always(
      'relays everything again when told to',
      using(async (records) => {
        for (const seq of [1, 2, 3]) await records.append(write('r', seq))
        await records.markRelayed([1, 2, 3].map((seq) => ({ record: 'r', seq })))
        await records.relayAgain()
        await records.append(write('r', 4))
        expect(where(await records.unrelayed(9))).toEqual(['r/1', 'r/2', 'r/3', 'r/4'])
        await records.markRelayed([1, 2, 3].map((seq) => ({ record: 'r', seq })))
        expect(where(await records.unrelayed(9))).toEqual(['r/4'])
      }),
    )

    always(
      'offers a long backlog piece by piece',
      using(async (records) => {
        const kept = times(1200, (i) => write(`r${i % 7}`, Math.floor(i / 7) + 1))
        for (const piece of times(172, (i) => kept.slice(i * 7, i * 7 + 7)))
          await Promise.all(piece.map((w) => records.append(w)))
        const seen: string[] = []
        for (let piece = await records.unrelayed(500); piece.length > 0; piece = await records.unrelayed(500)) {
          seen.push(...where(piece))
          await records.markRelayed(piece)
        }
        expect(seen.length).toBe(1200)
        expect(seen.filter((id) => id.startsWith('r3/'))).toEqual(times(171, (i) => `r3/${i + 1}`))
      }),
    )

    promised(
      'survivesCrash',
      'has every answered commit after a crash, whole',
      using(async (records, fixture) => {
        const writes = times(20, (i) =>
          write(`r${i}`, 1, { claims: [`scope#${i + 1}`], due: [clock('CLK-A', at('2026-05-01'))], snapshot: `s${i}` }),
        )
        await Promise.all(writes.map((one) => records.append(one)))
        await records.append(write('r0', 2))
        await records.markRelayed([{ record: 'r3', seq: 1 }])
        const after = await fixture.crash()
        expect(await after.load('r0')).toEqual({ snapshot: { seq: 1, body: 's0' }, tail: [commit('r0', 2)] })
        expect(await Promise.all(writes.map((one) => after.chain(one.commit.record)))).toEqual(
          writes.map((one, i) => (i === 0 ? [commit('r0', 1), commit('r0', 2)] : [one.commit])),
        )
        expect(await after.highest('scope')).toBe(20)
        expect(await after.claimant('scope#7')).toBe('r6')
        expect((await after.due(at('2027-01-01'), 99)).length).toBe(20)
        expect(where(await after.unrelayed(99)).filter((id) => id !== 'r3/1').length).toBe(20)
      }),
    )

    promised(
      'survivesCrash',
      'offers after a crash what was not marked, also in front of a mark',
      using(async (records, fixture) => {
        for (const record of ['a', 'b', 'c']) await records.append(write(record, 1))
        await records.markRelayed(['b', 'c'].map((record) => ({ record, seq: 1 })))
        await pause(500)
        const after = await fixture.crash()
        expect(where(await after.unrelayed(9))).toContain('a/1')
        await after.markRelayed(await after.unrelayed(9))
        expect(await after.unrelayed(9)).toEqual([])
      }),
    )

    promised(
      'survivesCrash',
      'refuses after a crash what it refused before',
      using(async (records, fixture) => {
        await records.append(write('r', 1, { claims: ['name'] }))
        const after = await fixture.crash()
        const again = commit('r', 2, { message: 'm-r-1' })
        expect(await after.append(write('r', 1, { commit: commit('r', 1, { message: 'x' }) }))).toEqual({
          ok: false,
          why: 'seq',
        })
        expect(await after.append(write('r', 2, { commit: again }))).toEqual({ ok: false, why: 'message' })
        expect(await after.append(write('s', 1, { claims: ['name'] }))).toEqual({
          ok: false,
          why: 'claim',
          claim: 'name',
        })
        expect(await after.append(write('r', 2))).toEqual({ ok: true })
      }),
    )
  })
