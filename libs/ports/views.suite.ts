import { expect } from '@jest/globals'
import { suiteOf, type Features } from './suite.js'
import type { Filter, FindOptions, Row, Tally, Views, ViewTable } from './views.js'

export interface ViewsFixture {
  views: Views
  /** A second look at the same tables, as after a restart. */
  reopen(): Promise<Views>
  close(): Promise<void>
}

export interface ViewsSuite {
  name: string
  make: () => Promise<ViewsFixture>
  features: Features<'survivesRestart' | 'tellsOvertaken'>
}

/** Rows that differ in every way the filter language can see. */
const ROWS: Row[] = [
  { id: 'a', agency: 'D1', due: '2026-03-01', n: 5, open: true, tags: ['x', 'y'], who: { name: '王五', level: 2 } },
  { id: 'b', agency: 'D1', due: '2026-02-01', n: 10, open: false, tags: [], who: { name: '李四' } },
  {
    id: 'c',
    agency: 'D2',
    due: null,
    n: 9,
    open: true,
    tags: ['y'],
    items: [
      { kind: 'p', n: 1 },
      { kind: 'q', n: 2 },
    ],
  },
  { id: 'd', agency: 'D2', n: 2.5, open: true, who: { name: '赵六', level: null } },
  { id: 'e', agency: ['D1', 'D3'], due: '2026-03-01', n: '5', items: [{ kind: 'q', n: 7 }] },
  { id: 'f', agency: null, due: '2026-12-31', n: -1, open: 'yes', who: 'nobody' },
]

/** A filter, and the ids that it wants in order of id: from MongoDB's manual, not from a run. */
const FILTERS: [Filter, string][] = [
  [{}, 'abcdef'],
  [{ id: 'c' }, 'c'],
  [{ id: { $in: ['f', 'a', 'none'] } }, 'af'],
  [{ agency: 'D1' }, 'abe'],
  [{ agency: 'D3' }, 'e'],
  [{ agency: { $in: ['D2', 'D3'] } }, 'cde'],
  [{ agency: { $in: [] } }, ''],
  [{ agency: null }, 'f'],
  [{ due: null }, 'cd'],
  [{ due: { $in: [null, '2026-02-01'] } }, 'bcd'],
  [{ due: { $exists: false } }, 'd'],
  [{ due: { $exists: true } }, 'abcef'],
  [{ due: { $ne: '2026-03-01' } }, 'bcdf'],
  [{ agency: { $ne: 'D1' } }, 'cdf'],
  [{ due: { $ne: null } }, 'abef'],
  [{ due: { $lt: '2026-03-01' } }, 'b'],
  [{ due: { $lte: '2026-03-01' } }, 'abe'],
  [{ due: { $gt: '2026-02-01', $lt: '2026-12-31' } }, 'ae'],
  [{ n: { $gt: 5 } }, 'bc'],
  [{ n: { $gte: 5 } }, 'abc'],
  [{ n: { $lt: 3 } }, 'df'],
  [{ n: 5 }, 'a'],
  [{ n: '5' }, 'e'],
  [{ n: { $in: [5, '5', 2.5] } }, 'ade'],
  [{ n: { $lt: '9' } }, 'e'],
  [{ n: { $gte: '' } }, 'e'],
  [{ open: true }, 'acd'],
  [{ open: false }, 'b'],
  [{ open: { $ne: true } }, 'bef'],
  [{ tags: 'y' }, 'ac'],
  [{ tags: { $in: ['x'] } }, 'a'],
  [{ tags: { $ne: 'y' } }, 'bdef'],
  [{ tags: { $nin: ['y', 'z'] } }, 'bdef'],
  [{ tags: { $nin: [] } }, 'abcdef'],
  [{ agency: { $nin: ['D2', 'D3'] } }, 'abf'],
  [{ agency: { $nin: ['D1', null] } }, 'cd'],
  [{ n: { $nin: [5, 9] } }, 'bdef'],
  [{ due: { $nin: ['2026-03-01'] } }, 'bcdf'],
  [{ tags: 'y', agency: { $nin: ['D2'] } }, 'a'],
  [{ $and: [{ tags: 'x' }, { tags: 'y' }] }, 'a'],
  [{ 'who.name': '王五' }, 'a'],
  [{ 'who.level': null }, 'bcdef'],
  [{ 'who.level': { $exists: true } }, 'ad'],
  [{ 'items.kind': 'q' }, 'ce'],
  [{ 'items.n': { $gt: 5 } }, 'e'],
  [{ agency: 'D1', open: true }, 'a'],
  [{ $and: [{ n: { $gt: 2 } }, { n: { $lt: 10 } }] }, 'acd'],
  [{ $or: [{ agency: 'D2' }, { n: -1 }] }, 'cdf'],
  [{ open: true, $or: [{ agency: 'D2' }, { $and: [{ due: { $gte: '2026' } }, { n: { $lte: 5 } }] }] }, 'acd'],
]

const SORTS: [FindOptions, string][] = [
  [{}, 'abcdef'],
  [{ sort: { id: -1 } }, 'fedcba'],
  [{ sort: { due: 1 } }, 'cdbaef'],
  [{ sort: { due: -1 } }, 'faebcd'],
  [{ sort: { n: 1 } }, 'fdacbe'],
  [{ sort: { due: 1, n: -1 } }, 'cdbeaf'],
  [{ sort: { open: 1 } }, 'efbacd'],
  [{ sort: { 'who.name': 1 } }, 'cefbad'],
  [{ sort: { 'items.n': -1 } }, 'ecabdf'],
  [{ sort: { tags: 1 } }, 'bdefac'],
  [{ sort: { tags: -1 } }, 'acdefb'],
  [{ sort: { due: 1 }, limit: 2 }, 'cd'],
  [{ sort: { due: 1 }, skip: 2, limit: 3 }, 'bae'],
  [{ skip: 5 }, 'f'],
]

const REFUSED: Filter[] = [
  { $where: 'true' },
  { $nor: [{ n: 1 }] },
  { n: { $regex: '.*' } },
  { n: { $expr: { $gt: ['$n', 1] } } },
  { n: { $not: { $gt: 1 } } },
  { n: { $gt: { $gt: 1 } } },
  { n: { $in: 'abc' } },
  { n: { $nin: 'abc' } },
  { n: { $in: [{ $gt: 1 }] } },
  { n: { $exists: 1 } },
  { n: {} },
  { n: [1] },
  { n: undefined },
  { $or: [] },
  { $and: { n: 1 } },
]

/** Answers must not depend on which fields are indexed. */
const INDEXES = {
  'no index': [],
  'every field indexed': ['agency', 'due', 'n', 'open', 'tags', 'who.name', 'who.level', 'items.n', 'items.kind'],
  'some indexed together': [['agency', 'due'], 'n'],
}

const ids = (rows: readonly Row[]): string => rows.map((row) => row.id).join('')

/** What every store of tables that people read must prove. */
export const testViews = ({ name, make, features }: ViewsSuite): void =>
  suiteOf(`views on ${name}`, features, ({ always, promised }) => {
    const using = (run: (views: Views, fixture: ViewsFixture) => Promise<void>) => async () => {
      const fixture = await make()
      try {
        await run(fixture.views, fixture)
      } finally {
        await fixture.close()
      }
    }
    const put = (table: ViewTable, rows: readonly Row[]) => table.apply(rows.map((row) => ({ id: row.id, row })))
    const filled = async (views: Views, index: readonly (string | readonly string[])[] = []): Promise<ViewTable> => {
      const table = views.table('worklist', { index })
      await put(table, ROWS)
      return table
    }

    always(
      'keeps rows as they are',
      using(async (views) => {
        const table = await filled(views)
        expect(await table.get('a')).toEqual(ROWS[0])
        expect(await table.get('none')).toBeUndefined()
        expect(await table.find({})).toEqual(ROWS)
        const strange: Row = { id: '“𠮷”\'";--', text: '\u0000\n汉', nested: [[{ $gt: 1 }], []], zero: 0, none: null }
        await put(table, [strange])
        expect(await table.get(strange.id)).toEqual(strange)
        expect(await table.find({ id: strange.id })).toEqual([strange])
      }),
    )

    always(
      'is not changed by what its writer or its reader does later',
      using(async (views) => {
        const table = views.table('worklist')
        const row: Row = { id: 'a', list: [1] }
        const applying = put(table, [row])
        ;(row.list as number[]).push(2)
        await applying
        const read = (await table.get('a')) as Row
        ;(read.list as number[]).push(3)
        expect(await table.get('a')).toEqual({ id: 'a', list: [1] })
      }),
    )

    for (const [title, index] of Object.entries(INDEXES)) {
      always(
        `finds and counts by every filter, ${title}`,
        using(async (views) => {
          const table = await filled(views, index)
          for (const [filter, wanted] of FILTERS) {
            expect([filter, ids(await table.find(filter))]).toEqual([filter, wanted])
            expect([filter, await table.count(filter)]).toEqual([filter, wanted.length])
          }
        }),
      )

      always(
        `adds up the numbers of a field, ${title}`,
        using(async (views) => {
          const table = await filled(views, index)
          const sums = [{}, { agency: 'D1' }, { n: { $gt: 5 } }, { 'who.name': '王五' }, { id: 'e' }]
          expect(await Promise.all(sums.map((filter) => table.sum(filter, 'n')))).toEqual([25.5, 15, 19, 5, 0])
          expect(await table.sum({}, 'agency')).toBe(0)
          await expect(table.sum({ n: { $regex: 5 } }, 'n')).rejects.toThrow(TypeError)
        }),
      )

      always(
        `counts rows by their values, ${title}`,
        using(async (views) => {
          const table = await filled(views, index)
          const one = (values: Tally['values'], n: number): Tally => ({ values, n })
          const tallied = async (filter: Filter, fields: readonly string[]) =>
            (await table.tally(filter, fields)).sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
          expect(await tallied({ id: { $ne: 'e' } }, ['due'])).toEqual([
            one(['2026-02-01'], 1),
            one(['2026-03-01'], 1),
            one(['2026-12-31'], 1),
            one([null], 2),
          ])
          expect(await tallied({ agency: { $in: ['D1', 'D2'] }, id: { $ne: 'e' } }, ['open', 'agency'])).toEqual([
            one([false, 'D1'], 1),
            one([true, 'D1'], 1),
            one([true, 'D2'], 2),
          ])
          expect(await tallied({ tags: 'y' }, ['n'])).toEqual([one([5], 1), one([9], 1)])
          expect(await tallied({ id: 'none' }, ['n'])).toEqual([])
          await expect(table.tally({ n: { $regex: 5 } }, ['n'])).rejects.toThrow(TypeError)
        }),
      )

      always(
        `sorts, ties by id, and gives pages, ${title}`,
        using(async (views) => {
          const table = await filled(views, index)
          for (const [options, wanted] of SORTS)
            expect([options, ids(await table.find({}, options))]).toEqual([options, wanted])
        }),
      )
    }

    always(
      'refuses a filter that not every store answers alike',
      using(async (views) => {
        const table = await filled(views)
        for (const filter of REFUSED) {
          await expect(table.find(filter)).rejects.toThrow(TypeError)
          await expect(table.count(filter)).rejects.toThrow(TypeError)
        }
      }),
    )

    always(
      'takes the same changes twice',
      using(async (views) => {
        const table = await filled(views)
        await put(table, ROWS)
        await table.apply([{ id: 'b', row: undefined }])
        await table.apply([{ id: 'b', row: undefined }])
        expect(await table.find({})).toEqual(ROWS.filter((row) => row.id !== 'b'))
      }),
    )

    always(
      'changes all or nothing, in order',
      using(async (views) => {
        const table = await filled(views, ['n'])
        await table.apply([
          { id: 'a', row: { id: 'a', n: 1 } },
          { id: 'b', row: undefined },
          { id: 'a', row: { id: 'a', n: 2 } },
        ])
        expect(await table.get('a')).toEqual({ id: 'a', n: 2 })
        const wrong = [
          { id: 'c', row: { id: 'c', n: 77 } },
          { id: 'd', row: { id: 'other', n: 78 } },
        ]
        await expect(table.apply(wrong)).rejects.toThrow('other')
        expect(await table.get('c')).toEqual(ROWS[2])
        expect(ids(await table.find({ n: { $in: [1, 2, 77, 78] } }))).toBe('a')
      }),
    )

    always(
      'keeps tables apart, and clears one',
      using(async (views) => {
        const one = await filled(views)
        const other = views.table('other-list')
        await put(other, [{ id: 'a', of: 'other' }])
        await one.clear()
        expect(await one.find({})).toEqual([])
        expect(await one.count({})).toBe(0)
        expect(await other.find({})).toEqual([{ id: 'a', of: 'other' }])
        await put(one, [{ id: 'z' }])
        expect(await one.find({})).toEqual([{ id: 'z' }])
      }),
    )

    always(
      'keeps the rows of one format apart from those of another, and drops one format',
      using(async (views) => {
        const [plain, second, tenth] = [undefined, 2, 10].map((format) =>
          views.table('worklist', { index: ['n'], format }),
        )
        for (const [n, table] of [plain!, second!, tenth!].entries()) await put(table, [{ id: 'a', n }])
        await put(views.table('worklist-other', { format: 3 }), [{ id: 'a' }])
        expect(await Promise.all([plain!, second!, tenth!].map((table) => table.find({ n: { $gte: 0 } })))).toEqual([
          [{ id: 'a', n: 0 }],
          [{ id: 'a', n: 1 }],
          [{ id: 'a', n: 2 }],
        ])
        expect(await views.formats('worklist')).toEqual([0, 2, 10])
        await views.drop('worklist', 2)
        await views.drop('worklist', 7)
        expect(await views.formats('worklist')).toEqual([0, 10])
        expect(await plain!.get('a')).toEqual({ id: 'a', n: 0 })
        const anew = views.table('worklist', { index: ['n'], format: 2 })
        expect(await anew.find({})).toEqual([])
        await put(anew, [{ id: 'b', n: 7 }])
        expect(await anew.find({ n: 7 })).toEqual([{ id: 'b', n: 7 }])
        expect(await views.formats('worklist-other')).toEqual([3])
      }),
    )

    always(
      'gives a hundred rows unless told, never more than a thousand',
      using(async (views) => {
        const table = views.table('many', { index: ['n'] })
        await put(
          table,
          Array.from({ length: 1200 }, (_, n) => ({ id: String(n).padStart(4, '0'), n })),
        )
        expect((await table.find({})).length).toBe(100)
        expect((await table.find({}, { limit: 5000 })).length).toBe(1000)
        expect((await table.find({ n: { $gte: 0 } }, { limit: 1000, skip: 900 })).map((row) => row.n)).toEqual(
          Array.from({ length: 300 }, (_, n) => 900 + n),
        )
        expect(await table.count({})).toBe(1200)
      }),
    )

    always(
      'takes rows from many writers at once',
      using(async (views) => {
        const table = views.table('worklist', { index: ['n'] })
        await Promise.all(Array.from({ length: 200 }, (_, n) => put(table, [{ id: `r${n % 50}`, n: n % 50 }])))
        expect(await table.count({})).toBe(50)
        expect(await table.find({ n: 7 })).toEqual([{ id: 'r7', n: 7 }])
      }),
    )

    promised(
      'survivesRestart',
      'has its rows after a restart, also when it is indexed otherwise',
      using(async (views, fixture) => {
        await filled(views, ['agency'])
        const again = await fixture.reopen()
        expect(await again.table('worklist').find({})).toEqual(ROWS)
        const table = again.table('worklist', { index: ['due', 'n'] })
        expect(ids(await table.find({ agency: 'D1' }))).toBe('abe')
        expect(ids(await table.find({ due: { $gte: '2026-03' } }, { sort: { n: 1 } }))).toBe('fae')
        await table.apply([{ id: 'b', row: undefined }])
        expect(ids(await again.table('worklist').find({}))).toBe('acdef')
      }),
    )

    promised(
      'survivesRestart',
      'knows after a restart which formats there are',
      using(async (views, fixture) => {
        for (const format of [2, 1, 0]) await put(views.table('worklist', { format }), [{ id: 'a', format }])
        await views.drop('worklist', 1)
        const again = await fixture.reopen()
        expect(await again.formats('worklist')).toEqual([0, 2])
        expect(await again.table('worklist', { format: 2 }).find({})).toEqual([{ id: 'a', format: 2 }])
        await again.drop('worklist', 0)
        expect(await again.formats('worklist')).toEqual([2])
      }),
    )

    promised(
      'tellsOvertaken',
      'does not put a row made from an old one over what somebody else has written since',
      using(async (views, fixture) => {
        const mine = views.table('worklist')
        const theirs = (await fixture.reopen()).table('worklist')
        const first = { id: 'a', n: 1 }
        await mine.apply([{ id: 'a', row: first, was: undefined }])
        await expect(theirs.apply([{ id: 'a', row: { id: 'a', n: 7 }, was: undefined }])).rejects.toThrow('a')
        const [was, seen] = [await mine.get('a'), await theirs.get('a')]
        await theirs.apply([{ id: 'a', row: { id: 'a', n: 2 }, was: seen }])
        const late = [
          { id: 'a', row: { id: 'a', n: 3 }, was },
          { id: 'b', row: { id: 'b', n: 1 }, was: undefined },
        ]
        await expect(mine.apply(late)).rejects.toThrow('a')
        expect(await mine.find({})).toEqual([
          { id: 'a', n: 2 },
          { id: 'b', n: 1 },
        ])
        await mine.apply([{ id: 'a', row: { id: 'a', n: 3 }, was: await mine.get('a') }])
        await mine.apply([{ id: 'a', row: { id: 'a', n: 4 } }])
        expect(await theirs.get('a')).toEqual({ id: 'a', n: 4 })
      }),
    )
  })
