import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { Query } from 'mingo'
import type { Filter, Row } from '#ports'
import { testViews } from '../../ports/views.suite.js'
import { Scratch } from './fixture.js'
import { sorted } from './sorting.js'
import { EmbeddedViews } from './views.js'

const make = async () => {
  const scratch = new Scratch()
  const store = scratch.store()
  return {
    views: new EmbeddedViews(store, 'portal'),
    reopen: async () => {
      await store.writer.drained()
      return new EmbeddedViews(scratch.storeAfterCrash(), 'portal')
    },
    close: () => scratch.close(),
  }
}

testViews({
  name: 'embedded',
  make,
  features: { survivesRestart: true, tellsOvertaken: 'the file belongs to one process' },
})

const scalar = fc.oneof(
  fc.constantFrom('', 'a', 'b', '2026-03-01'),
  fc.constantFrom(-1, 0, 2.5, 9),
  fc.boolean(),
  fc.constant(null),
)
const field = fc.constantFrom('p', 'q', 'r.s')
const ranges = fc.record(
  {
    $gt: fc.constantFrom('', 'a', 0, 2.5),
    $gte: fc.constantFrom('', 'a', 0, 2.5),
    $lt: fc.constantFrom('b', 9, 0),
    $lte: fc.constantFrom('b', 9, 0),
    $ne: scalar,
    $in: fc.array(scalar, { maxLength: 3 }),
    $nin: fc.array(scalar, { maxLength: 3 }),
    $exists: fc.boolean(),
  },
  { requiredKeys: [] },
)
const few = (one: object): boolean => Object.keys(one).length > 0 && Object.keys(one).length < 3
const condition = fc.oneof(scalar, ranges.filter(few))
const { filter } = fc.letrec<{ filter: Filter; leaf: Filter }>((tie) => ({
  leaf: fc.dictionary(field, condition, { maxKeys: 2 }) as fc.Arbitrary<Filter>,
  filter: fc.oneof(
    { maxDepth: 2 },
    tie('leaf'),
    fc.record({ $or: fc.array(tie('filter'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ $and: fc.array(tie('filter'), { minLength: 1, maxLength: 3 }) }),
  ),
}))
const rowsOf = (value: fc.Arbitrary<unknown>) =>
  fc.array(fc.record({ p: value, q: value, r: fc.oneof(fc.record({ s: value }), scalar) }, { requiredKeys: [] }), {
    maxLength: 12,
  })
const lists = fc.array(scalar, { maxLength: 2 })
const rows = fc.oneof(
  rowsOf(scalar),
  rowsOf(fc.oneof({ weight: 6, arbitrary: scalar }, { weight: 1, arbitrary: lists })),
)
const order = fc.dictionary(field, fc.constantFrom<1 | -1>(1, -1), { maxKeys: 2 })

describe('embedded views', () => {
  it('answer with indexes what mingo answers without', async () => {
    const scratch = new Scratch()
    const store = scratch.store()
    store.database.exec('PRAGMA synchronous = OFF')
    const views = new EmbeddedViews(store, 'portal')
    const table = views.table('some', { index: ['p', 'q', 'r.s', ['q', 'p']] })
    const plain = views.table('plain', { index: ['p'] })
    await fc.assert(
      fc.asyncProperty(rows, filter, order, async (made, asked, sort) => {
        const all: Row[] = made.map((row, n) => ({ id: `r${n}`, ...row }))
        for (const one of [table, plain]) {
          await one.clear()
          await one.apply(all.map((row) => ({ id: row.id, row })))
          const query = new Query<Row>(asked)
          const wanted = sorted(
            all.filter((row) => query.test(row)),
            sort,
          )
          expect(await one.find(asked, { sort })).toEqual(wanted)
          expect(await one.count(asked)).toBe(wanted.length)
        }
      }),
      { numRuns: 300 },
    )
    await scratch.close()
  }, 60_000)

  it('replace a row that nobody looked at before', async () => {
    const scratch = new Scratch()
    const store = scratch.store()
    const open = () => new EmbeddedViews(store, 'portal').table('some', { index: ['p'] })
    await open().apply([{ id: 'a', row: { id: 'a', p: 1 } }])
    await store.writer.drained()
    await open().apply([{ id: 'a', row: { id: 'a', p: 2 } }])
    await store.writer.drained()
    expect([await open().find({ p: 1 }), await open().find({ p: 2 })]).toEqual([[], [{ id: 'a', p: 2 }]])
    await scratch.close()
  })

  it('find the same whether few rows hold a value in their list or many', async () => {
    const scratch = new Scratch()
    const store = scratch.store()
    store.database.exec('PRAGMA synchronous = OFF')
    const table = new EmbeddedViews(store, 'portal').table('some', { index: ['tags', 'n'] })
    const rows = Array.from({ length: 4200 }, (_, n) => ({
      id: `r${n}`,
      n,
      tags: n % 2100 ? ['many'] : ['many', 'few'],
    }))
    await table.apply(rows.map((row) => ({ id: row.id, row })))
    const found = async (filter: Filter) => (await table.find(filter, { sort: { n: 1 }, limit: 3 })).map(({ n }) => n)
    expect(await found({ $and: [{ tags: 'many' }, { tags: 'few' }] })).toEqual([0, 2100])
    expect(await found({ tags: 'many' })).toEqual([0, 1, 2])
    expect(await found({ tags: { $in: ['many', 'none'] }, n: { $gt: 4197 } })).toEqual([4198, 4199])
    expect(await found({ tags: { $nin: ['few'] } })).toEqual([1, 2, 3])
    expect([await table.count({ tags: 'many' }), await table.count({ tags: { $nin: ['many'] } })]).toEqual([4200, 0])
    await scratch.close()
  })

  it('find by an index without looking at every row', async () => {
    const scratch = new Scratch()
    const store = scratch.store()
    const table = new EmbeddedViews(store, 'portal').table('clocks', { index: [['agency', 'due'], 'id'] })
    await table.apply([{ id: 'a', row: { id: 'a', agency: 'D1', due: '2026-03-01' } }])
    const plan = store.database
      .prepare('EXPLAIN QUERY PLAN SELECT row FROM portal_view_clocks WHERE f0 = ? ORDER BY f1, id LIMIT 9')
      .all('D1') as { detail: string }[]
    expect(plan.map((step) => step.detail)).toEqual([
      'SEARCH portal_view_clocks USING INDEX portal_view_clocks_0 (f0=?)',
    ])
    await scratch.close()
  })
})
