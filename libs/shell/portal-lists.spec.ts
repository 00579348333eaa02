import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { openSample, OPERATOR_TOKEN, type Sample } from './shell.sample.js'

type Body = Record<string, unknown>
interface Line {
  id: string
  label: string
  light: string
  says: { zh: string; en: string }
  may: { step: string; awaited: boolean }[]
  clock?: Record<string, unknown>
}

let sample: Sample
const ids: Record<string, string> = {}
const who: Record<'officer' | 'leader' | 'other' | 'superior' | 'party' | 'nobody', string> = {} as never

const send = async (method: 'GET' | 'POST', url: string, by: string, body?: unknown) => {
  const headers = { authorization: by, ...(body !== undefined && { 'content-type': 'application/json' }) }
  const reply = await sample.app.inject({
    method,
    url,
    headers,
    payload: body === undefined ? '' : JSON.stringify(body),
  })
  return { status: reply.statusCode, body: JSON.parse(reply.body) as Body & { rows: Line[]; total: number } }
}
const operate = (path: string, body: unknown) =>
  sample.app.inject({
    method: 'POST',
    url: `/api/operator${path}`,
    headers: { 'x-operator-token': OPERATOR_TOKEN, 'content-type': 'application/json' },
    payload: JSON.stringify(body),
  })
const work = (by: string, query = '') => send('GET', `/api/portal/work${query}`, by)
const list = (by: string, query = '') => send('GET', `/api/portal/records${query}`, by)
const search = (by: string, text: string, more: object = {}) =>
  send('POST', '/api/portal/search', by, { text, ...more })
const labels = ({ body }: { body: { rows: Line[] } }) => body.rows.map(({ label }) => label)

const serve = async (to: string) => {
  const input = { servedOn: '2026-03-02', to, officers: ['p1'] }
  ids[to] = (await send('POST', '/api/alpha/notice/Serve', who.officer, { input })).body.id as string
}

beforeAll(async () => {
  sample = await openSample()
  const as = (agency: string, office: string, subject?: string) =>
    sample.as(agency, office, `${agency}-${office}`, subject)
  who.officer = await sample.as('A-1', 'officer', 'p1')
  who.leader = await as('A-1', 'leader')
  who.other = await as('B-1', 'officer')
  who.superior = await as('CITY', 'leader')
  who.party = await as('RESPONDENT', 'party', 'u1')
  who.nobody = await as('RESPONDENT', 'party', 'u2')
  for (const to of ['魏都区锦发饰品店', '禹州锦发商行', 'party:u1']) await serve(to)
  await send('POST', `/api/alpha/notice/${ids['禹州锦发商行']}/Answer`, who.officer, { input: { answer: 'x' } })
  await operate('/quiet', {})
})
afterAll(() => sample.close())

describe('my work', () => {
  it('is what this office may do now, and apart from it what others have', async () => {
    const mine = await work(who.officer)
    expect(mine.body).toMatchObject({
      now: '2026-03-02T09:00:00.000+08:00',
      counts: { today: 0, soon: 0, others: 1, paused: 0, all: 3 },
      kinds: [{ kind: 'alpha/notice', title: { zh: '告知', en: 'Notice' } }],
      clocks: [{ clock: 'CLK-CASE' }, { clock: 'CLK-DEFENCE' }],
      total: 3,
    })
    expect(labels(await work(who.officer, '?group=others'))).toEqual(['禹州锦发商行'])
    expect((await work(who.leader)).body.counts).toEqual({ today: 0, soon: 0, others: 0, paused: 0, all: 3 })
  })

  it('says of each what is to be done and why now, in the unit of the rule', async () => {
    const { body } = await work(who.officer)
    expect(body.rows[0]).toMatchObject({
      kind: 'alpha/notice',
      light: 'green',
      lightTitle: { zh: '正常', en: 'on time' },
      says: {
        zh: '钟，还剩 5 个工作日：由A-1办理，至 3 月 9 日 星期一：答复',
        en: 'clock, 5 working days left: with A-1 until Mon 9 Mar: Answer',
      },
      clock: {
        id: 'CLK-DEFENCE',
        due: '2026-03-09',
        left: { n: 5, unit: 'WD', over: false },
        dueTitle: { zh: '3 月 9 日 星期一 24:00', en: 'Mon 9 Mar 24:00' },
        heldBy: [{ agency: 'A-1' }],
      },
      more: [{ id: 'CLK-CASE', left: { n: 10, unit: 'CD', over: false } }],
      may: [{ step: 'Answer', awaited: true }],
    })
    expect((await work(who.officer, '?group=others')).body.rows[0]).toMatchObject({
      may: [],
      clock: { id: 'CLK-CASE' },
    })
  })

  it('is filtered by kind and clock, and paged', async () => {
    expect((await work(who.officer, '?clock=CLK-DEFENCE')).body).toMatchObject({ total: 2, counts: { others: 0 } })
    expect((await work(who.officer, '?kind=beta/file')).body).toMatchObject({ total: 0, rows: [] })
    const pages = await Promise.all([0, 1, 2].map((skip) => work(who.officer, `?limit=1&skip=${skip}`)))
    expect(new Set(pages.flatMap(labels)).size).toBe(3)
    expect((await work(who.officer, '?group=mine')).status).toBe(400)
    expect((await work(who.officer, '?who=A-1')).status).toBe(400)
  })

  it('is empty for another county and for a superior whom nothing asks', async () => {
    const none = { today: 0, soon: 0, others: 0, paused: 0, all: 0 }
    for (const by of [who.other, who.superior])
      expect((await work(by)).body).toMatchObject({ counts: none, rows: [], kinds: [], clocks: [] })
  })

  it('shows a party its own matter and no clock of the agencies', async () => {
    const { body } = await work(who.party)
    expect(body).toMatchObject({ total: 1, counts: { today: 0, soon: 0, paused: 0, all: 1 }, clocks: [] })
    expect(body.rows[0]).toEqual({
      ...{ id: ids['party:u1'], dossier: ids['party:u1'], label: 'party:u1' },
      ...{ kind: 'alpha/notice', kindTitle: { zh: '告知', en: 'Notice' } },
      ...{ state: 'SERVED', stateTitle: { zh: '已送达', en: 'Served' }, says: { zh: '已送达', en: 'Served' } },
      ...{ light: 'green', lightTitle: { zh: '正常', en: 'on time' }, holder: [], more: [], may: [] },
    })
    expect((await work(who.nobody)).body).toMatchObject({ total: 0, rows: [], kinds: [] })
  })
})

describe('the list of records', () => {
  it('counts and shows what this person may know', async () => {
    expect((await list(who.officer, '?kind=alpha/notice')).body.total).toBe(3)
    expect((await list(who.superior)).body.total).toBe((await list(who.officer)).body.total)
    expect((await list(who.other)).body).toMatchObject({ total: 0, rows: [] })
    const own = await list(who.party)
    expect(own.body.rows).toEqual([
      {
        ...{ id: ids['party:u1'], dossier: ids['party:u1'], label: 'party:u1' },
        ...{ kind: 'alpha/notice', kindTitle: { zh: '告知', en: 'Notice' } },
        ...{ state: 'SERVED', stateTitle: { zh: '已送达', en: 'Served' } },
      },
    ])
  })

  it('is filtered by state, holder, clock, and the days on which they began', async () => {
    const asked = async (query: string) => (await list(who.officer, `?kind=alpha/notice&${query}`)).body.total
    expect(await asked('state=ANSWERED')).toBe(1)
    expect(await asked('holder=A-1')).toBe(3)
    expect(await asked('holder=B-1')).toBe(0)
    expect(await asked('clock=CLK-DEFENCE&mark=running')).toBe(2)
    expect(await asked('clock=CLK-CASE&mark=breached')).toBe(0)
    expect(await asked('is=closed')).toBe(0)
    expect(await asked('from=2026-03-02&to=2026-03-02')).toBe(3)
    expect(await asked('from=2026-03-03')).toBe(0)
    expect(await asked('week=2026-03-02')).toBe(3)
    expect((await list(who.officer, '?text=x')).status).toBe(400)
  })
})

describe('the filters of lists', () => {
  it('name kinds, states, clocks and agencies, and tell of no matter', async () => {
    const { body } = await send('GET', '/api/portal/choices', who.nobody)
    expect(body).toEqual({
      kinds: [
        {
          ...{ kind: 'alpha/notice', title: { zh: '告知', en: 'Notice' } },
          states: [
            { state: 'SERVED', title: { zh: '已送达', en: 'Served' } },
            { state: 'ANSWERED', title: { zh: '已答复', en: 'Answered' } },
            { state: 'DECIDED', title: { zh: '已决定', en: 'Decided' } },
            { state: 'CLOSED', title: { zh: '已结', en: 'Closed' } },
          ],
          clocks: ['CLK-DEFENCE', 'CLK-CASE'].map((clock) => ({ clock, title: { zh: '钟', en: 'clock' } })),
        },
        {
          ...{ kind: 'beta/file', title: { zh: '档案', en: 'File' }, clocks: [] },
          states: [{ state: 'OPEN', title: { zh: '在档', en: 'Open' } }],
        },
      ],
      agencies: ['A-1', 'B-1', 'CITY'].map((agency) => ({ agency, name: { zh: agency, en: agency } })),
    })
  })
})

describe('the search', () => {
  it('finds a piece of a name, the closest first, and says what matched', async () => {
    const found = await search(who.officer, '锦发')
    expect(found.body).toMatchObject({ total: 2, more: false })
    expect(new Set(labels(found))).toEqual(new Set(['魏都区锦发饰品店', '禹州锦发商行']))
    const [first] = (await search(who.officer, '禹州锦发商行')).body.rows
    expect(first).toMatchObject({
      matched: [{ field: 'name', text: '禹州锦发商行', title: { zh: '名称', en: 'name' } }],
    })
    expect(labels(await search(who.officer, '锦发 饰品'))).toEqual(['魏都区锦发饰品店'])
    expect(labels(await search(who.officer, '发锦'))).toEqual([])
  })

  it('finds by the number of a paper, whatever its brackets', async () => {
    const { body } = await search(who.officer, '甲告(2026)2号')
    expect(body.rows[0]).toMatchObject({ label: '禹州锦发商行', matched: [{ field: 'number' }] })
  })

  it('is narrowed by the filters of the list', async () => {
    expect(labels(await search(who.officer, '锦发', { state: 'ANSWERED' }))).toEqual(['禹州锦发商行'])
    expect(labels(await search(who.officer, '锦发', { from: '2026-03-03' }))).toEqual([])
  })

  it('finds nothing for those who may not know it, and a party by its own name alone', async () => {
    expect((await search(who.other, '锦发')).body).toMatchObject({ total: 0, more: false, rows: [] })
    expect((await search(who.superior, '锦发')).body.total).toBe(2)
    expect((await search(who.party, '锦发')).body.total).toBe(0)
    expect(labels(await search(who.party, 'party:u1'))).toEqual(['party:u1'])
    expect((await search(who.party, '甲告')).body.total).toBe(0)
  })

  it('asks for two characters, in a body', async () => {
    expect(await search(who.officer, '锦')).toMatchObject({
      status: 400,
      body: { code: 'INVALID_INPUT', issues: [{ path: 'text', zh: '请至少写两个汉字或字母' }] },
    })
    expect((await send('GET', '/api/portal/search', who.officer)).status).toBe(405)
  })
})

describe('the overview', () => {
  it('counts what this person may know, and each figure opens its list', async () => {
    const { body } = await send('GET', '/api/portal/overview', who.leader)
    expect(body).toMatchObject({
      totals: { open: 3, closed: 0, breached: 0, lapsed: 0 },
      clocks: [
        { clock: 'CLK-CASE', running: 3, breached: 0, list: { clock: 'CLK-CASE', holder: 'A-1' } },
        { clock: 'CLK-DEFENCE', running: 2 },
      ],
      waiting: [
        { state: 'SERVED', n: 2, medianWeeks: 0, list: { kind: 'alpha/notice', state: 'SERVED', holder: 'A-1' } },
        { state: 'ANSWERED', n: 1 },
      ],
    })
    const trend = body.trend as object[]
    expect([trend.length, trend.at(-1)]).toEqual([
      26,
      {
        ...{ week: '2026-03-02', opened: 3, closed: 0 },
        lists: { opened: { from: '2026-03-02', to: '2026-03-08' }, closed: { is: 'closed', week: '2026-03-02' } },
      },
    ])
    for (const { n, list: query } of body.waiting as { n: number; list: Record<string, string> }[])
      expect((await list(who.leader, `?${new URLSearchParams(query).toString()}`)).body.total).toBe(n)
  })

  it('is empty for another county, the same for a superior, and none for a party', async () => {
    expect((await send('GET', '/api/portal/overview', who.other)).body).toMatchObject({
      ...{ totals: { open: 0, closed: 0, breached: 0, lapsed: 0 }, clocks: [], waiting: [] },
    })
    expect((await send('GET', '/api/portal/overview', who.superior)).body.totals).toMatchObject({ open: 3 })
    expect((await send('GET', '/api/portal/overview', who.party)).status).toBe(404)
  })
})

describe('as days go by', () => {
  it('what is near comes forward, then what is due, then what is overdue', async () => {
    const at = async (to: string) => {
      await operate('/time', { to })
      await operate('/quiet', {})
      const { body } = await work(who.leader)
      return [body.counts, body.rows.map((line) => line.light)]
    }
    expect(await at('2026-03-08T09:00')).toEqual([
      { today: 0, soon: 2, others: 0, paused: 0, all: 3 },
      ['amber', 'amber', 'green'],
    ])
    expect(await at('2026-03-09T09:00')).toEqual([
      { today: 2, soon: 0, others: 0, paused: 0, all: 3 },
      ['amber', 'amber', 'green'],
    ])
    expect(await at('2026-03-13T09:00')).toEqual([
      { today: 3, soon: 0, others: 0, paused: 0, all: 3 },
      ['red', 'red', 'red'],
    ])
    expect((await work(who.leader)).body.rows[0]).toMatchObject({
      lightTitle: { zh: '超期', en: 'overdue' },
      clock: { leftTitle: { zh: '已超期 1 天', en: 'overdue by 1 day' } },
    })
    expect((await list(who.leader, '?clock=CLK-CASE&mark=breached')).body.total).toBe(3)
  })
})
