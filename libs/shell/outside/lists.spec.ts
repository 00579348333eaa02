import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { credit } from '#credit'
import { intake } from '#intake'
import { portal } from '#portal'
import type { Row } from '#ports'
import { loadRules } from '#rules'
import { openSample, type Sample } from '../shell.sample.js'

let sample: Sample

const grams = (text: string) => [...text].slice(1).map((sign, n) => `${[...text][n]!}${sign}`)
const penalty = (n: number, more: object = {}): Row => ({
  ...{ id: `p${String(n).padStart(5, '0')}`, case: `c${n}`, agency: 'SAMR-411081', class: 'ordinary', seq: 1 },
  ...{ party: { name: `某第${n}饰品店` }, grams: grams(`某第${n}饰品店`), decidedOn: '2026-05-14' },
  ...{
    on: `2026-05-${String(1 + (n % 28)).padStart(2, '0')}`,
    dues: { 'CLK-PUBLIC-END': '2027-05-14' },
    contested: false,
    open: true,
    ...more,
  },
})
const decision = (n: number): Row => ({
  ...{ id: `c${n}`, number: `禹市监处罚〔2026〕${n}号`, ip: 'trademark', kinds: ['fine', 'confiscation', 'shutdown'] },
  ...{ fine: 150_000, confiscation: 5, seq: 3 },
})

beforeAll(async () => {
  sample = await openSample({ services: [intake, credit, portal], rules: loadRules() })
  const table = (name: string) => sample.worlds.main.view('portal', name)!
  const hidden = penalty(900, { open: false, party: { name: '隐去有限公司' }, grams: grams('隐去有限公司') })
  const withdrawn = penalty(901, {
    ...{ on: '2026-06-30', party: { name: '撤回有限公司' }, grams: grams('撤回有限公司') },
    ended: { on: '2026-07-01', ground: 'penalty-revoked' },
  })
  const rows = [...Array.from({ length: 60 }, (_, n) => penalty(n)), hidden, withdrawn]
  await table('public-penalties').apply(rows.map((row) => ({ id: row.id, row })))
  const made = [decision(27), decision(900), decision(901)]
  await table('public-decisions').apply(made.map((row) => ({ id: row.id, row })))
  const listing: Row = {
    ...{ id: 'l1', agency: 'SAMR-411081', party: { name: '名单有限公司', uscc: '91411081MA9FK404XQ' }, seq: 2 },
    ...{
      conduct: 'intentional-infringement',
      listedOn: '2026-05-14',
      on: '2026-05-20',
      dues: { 'CLK-LIST-EARLY': '2027-05-14', 'CLK-LIST-END': '2029-05-14' },
    },
    ...{
      contested: true,
      open: true,
      published: true,
      grams: [...grams('名单有限公司'), ...grams('91411081MA9FK404XQ')],
    },
  }
  await table('public-listings').apply([{ id: 'l1', row: listing }])
}, 60_000)
afterAll(() => sample.close())

const get = async (path: string) => {
  const { statusCode, body } = await sample.app.inject({ method: 'GET', url: `/api/outside/${path}` })
  return { status: statusCode, body: JSON.parse(body) }
}
const post = async (path: string, payload: unknown) => {
  const { statusCode, body } = await sample.app.inject({
    ...{ method: 'POST', url: `/api/outside/${path}`, headers: { 'content-type': 'application/json' } },
    payload: JSON.stringify(payload),
  })
  return { status: statusCode, body: JSON.parse(body) }
}
const names = ({ body }: { body: { entries: { party: { name: string } }[] } }) =>
  body.entries.map(({ party }) => party.name)

describe('the public list of penalties', () => {
  it('is for anyone, newest first, page by page, and counts no more than it shows', async () => {
    const first = await get('penalties?limit=2')
    expect([first.status, first.body.total, names(first)]).toEqual([200, 61, ['撤回有限公司', '某第27饰品店']])
    expect((await get('penalties?limit=50&skip=50')).body.entries.length).toBe(11)
  })

  it('says of a penalty what the law publishes', async () => {
    const { body } = await get('penalties?limit=1&skip=1')
    expect(body.entries[0]).toEqual({
      party: { name: '某第27饰品店' },
      agency: { zh: '禹州市市场监督管理局', en: expect.any(String) },
      ...{ decidedOn: '2026-05-14', on: '2026-05-28', until: '2027-05-14', contested: false, class: 'ordinary' },
      ...{ number: '禹市监处罚〔2026〕27号', ip: { zh: expect.any(String), en: expect.any(String) } },
      kinds: ['fine', 'confiscation', 'shutdown'].map((code) => ({
        code,
        title: { zh: expect.any(String), en: expect.any(String) },
      })),
      ...{ fine: 150_000, confiscation: 5 },
    })
  })

  it('says of one that was taken back only that it was, and why', async () => {
    const { body } = await get('penalties?limit=1')
    expect(body.entries[0]).toEqual({
      party: { name: '撤回有限公司' },
      agency: expect.any(Object),
      ...{ decidedOn: '2026-05-14', on: '2026-06-30', ended: { on: '2026-07-01', ground: 'penalty-revoked' } },
    })
  })

  it('is searched by what stands in it, and never tells of what it does not show', async () => {
    expect(names(await post('penalties', { name: '第 ２７' }))).toEqual(['某第27饰品店'])
    for (const name of ['隐去', '隐去有限公司', '没有这家', 'c9', '禹市监'])
      expect([name, (await post('penalties', { name })).body.total]).toEqual([name, 0])
  })

  it.each([
    [{}],
    [{ name: 'x' }],
    [{ name: ' ' }],
    [{ name: 'x'.repeat(61) }],
    [{ name: { $ne: '' } }],
    [{ name: 'xy', open: false }],
    [{ name: 'xy', limit: 51 }],
  ])('takes no other question: %j', async (body) => expect((await post('penalties', body)).status).toBe(400))

  it.each(['?limit=51', '?limit=0', '?skip=-1', '?name=x', '?open=false'])(
    'takes nothing else behind the question mark: %s',
    async (query) => {
      expect((await get(`penalties${query}`)).status).toBe(400)
    },
  )
})

describe('the public list of serious dishonesty', () => {
  it('says whose, for what conduct, since when and until when', async () => {
    const entry = {
      party: { name: '名单有限公司', uscc: '91411081MA9FK404XQ' },
      agency: { zh: '禹州市市场监督管理局', en: expect.any(String) },
      conduct: { zh: '故意侵犯知识产权', en: 'Intentional infringement' },
      ...{ listedOn: '2026-05-14', on: '2026-05-20', until: '2029-05-14', contested: true },
    }
    expect((await get('listings')).body).toEqual({ total: 1, now: expect.any(String), entries: [entry] })
    expect((await post('listings', { name: 'ma9fk404xq' })).body.entries).toEqual([entry])
  })
})
