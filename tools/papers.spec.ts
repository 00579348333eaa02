import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Actor } from '#kernel'
import { play, readStory } from '#story'
import { pdfText } from '../libs/papers/pdf-text.sample.js'
import { Checking, type Seen } from './stories/checking.js'
import { openStoryHouse, type StoryHouse } from './story-house.js'

/** The papers of the flagship matter as PDF, over HTTP: who may read which, and what stands in them. */

/** The fourteen of the path (rulebook 1.7). */
const FOURTEEN = [
  '案件来源登记表',
  '立案/不予立案审批表',
  '现场笔录',
  '实施行政强制措施决定书',
  '行政处罚告知书',
  '行政处罚决定书',
  '送达回证',
  '涉嫌犯罪案件移送书',
  '移送书回执',
  '调解协议书',
  '司法确认申请书',
  '列入严重违法失信名单决定书',
  '信用修复告知书',
  '联合执法方案',
]
const REPORTER = ['何举报', '13900000002']

interface Row {
  id: string
  title: { zh: string; en: string }
  number?: string
  printable: boolean
  href?: string
  missing?: { title: { zh: string } }[]
}

let house: StoryHouse
let client: Checking
let all: Seen[]

const begin = async (story: string) => {
  house = await openStoryHouse()
  client = new Checking(house.baseUrl, house.operatorToken, house.rules)
  const { ok } = await play(readStory(`seeds/stories/${story}.yaml`), { client, rules: house.rules })
  expect(ok).toBe(true)
  all = await client.seen()
}

const officer = (agency: string): Actor => ({ agency, office: 'officer', person: 'reader' })
const party = (agency: string, subject: string): Actor => ({ agency, office: 'party', person: 'reader', subject })
const find = (kind: string, agency: string): Seen =>
  all.find(({ shown }) => shown.kind === kind && Object.values(shown.roles).flat().includes(agency))!
/** An agency that has the record in hand. */
const readerOf = ({ shown }: Seen): Actor =>
  officer(
    Object.values(shown.roles)
      .flat()
      .find((one) => !one.startsWith('party:'))!,
  )
const address = ({ shown: { kind, id } }: Seen) => `/api/${kind}/${id}/papers`
const list = async (one: Seen, actor: Actor) => {
  const { status, body } = await client.request('GET', address(one), { actor })
  return { status, papers: (body.papers ?? []) as Row[] }
}

const tokens = new Map<Actor, string>()
const tokenOf = async (actor: Actor): Promise<string> => {
  const { body } = await client.request('POST', '/api/sign-in', { body: { dev: actor } })
  tokens.set(actor, body.token as string)
  return body.token as string
}
const fetched = async (path: string, actor: Actor) => {
  const token = tokens.get(actor) ?? (await tokenOf(actor))
  const reply = await fetch(house.baseUrl + path, { headers: { authorization: `Bearer ${token}` } })
  return { reply, bytes: Buffer.from(await reply.arrayBuffer()) }
}

describe('the flagship matter', () => {
  beforeAll(() => begin('flagship'), 180_000)
  afterAll(() => house.close())

  it('has every paper of the path, each printed, none with a trace of whoever reported', async () => {
    const printed = new Set<string>()
    for (const one of all) {
      const reader = readerOf(one)
      for (const row of (await list(one, reader)).papers.filter(({ title }) => FOURTEEN.includes(title.zh))) {
        expect([row.title.zh, row.missing ?? [], row.printable]).toEqual([row.title.zh, [], true])
        const { reply, bytes } = await fetched(row.href!, reader)
        expect([reply.status, reply.headers.get('content-type')]).toEqual([200, 'application/pdf'])
        const text = pdfText(bytes)
        expect(text).toContain(row.number ?? '第 1 页')
        for (const trace of REPORTER) expect([text.includes(trace), bytes.includes(trace)]).toEqual([false, false])
        expect(text).not.toMatch(/INF-/)
        printed.add(row.title.zh)
      }
    }
    expect([...printed].sort()).toEqual([...FOURTEEN].sort())
  }, 120_000)

  it('is the same bytes each time', async () => {
    const one = find('intake/measure', 'SAMR-411002')
    const [row] = (await list(one, officer('SAMR-411002'))).papers
    const [first, second] = await Promise.all([1, 2].map(() => fetched(row!.href!, officer('SAMR-411002'))))
    expect(first!.bytes.equals(second!.bytes)).toBe(true)
  }, 60_000)

  it('is sent with a safe name and under a policy that loads nothing', async () => {
    const one = find('intake/measure', 'SAMR-411002')
    const [row] = (await list(one, officer('SAMR-411002'))).papers
    const { reply } = await fetched(row!.href!, officer('SAMR-411002'))
    const name = encodeURIComponent('实施行政强制措施决定书_许魏市监强制〔2026〕1号.pdf')
    expect(reply.headers.get('content-disposition')).toBe(`inline; filename="${row!.id}.pdf"; filename*=UTF-8''${name}`)
    expect(reply.headers.get('content-security-policy')).toBe("default-src 'none'; frame-ancestors 'none'")
    expect(reply.headers.get('cache-control')).toBe('no-store')
  }, 60_000)

  it('is read by whoever knows the record, and by nobody else', async () => {
    const one = find('routing/transfer', 'PSB-411002')
    const letter = (await list(one, officer('PSB-411002'))).papers.find(
      ({ title }) => title.zh === '涉嫌犯罪案件移送书',
    )!
    const statuses = await Promise.all(
      [
        officer('PSB-411002'),
        officer('PROC-411002'),
        officer('PSB-411081'),
        party('RESPONDENT', '91411002MA9FK1017E'),
      ].map(async (actor) => [(await list(one, actor)).status, (await fetched(letter.href!, actor)).reply.status]),
    )
    expect(statuses).toEqual([
      [200, 200],
      [200, 200],
      [404, 404],
      [404, 404],
    ])
    expect((await fetch(house.baseUrl + letter.href!)).status).toBe(401)
    const other = address(one).replace(/\w{26}/, (id) => [...id].reverse().join(''))
    expect((await fetched(`${other}/${letter.id}.pdf`, officer('PSB-411002'))).reply.status).toBe(404)
    for (const wrong of ['x.pdf', letter.id, `${letter.id}.pdf.exe`, '%2e%2e%2fpasswords.txt'])
      expect((await fetched(`${address(one)}/${wrong}`, officer('PSB-411002'))).reply.status).toBe(404)
  }, 60_000)

  it('shows a party the papers that were served on it, and no others', async () => {
    const one = find('intake/administrative-case', 'SAMR-411081')
    const self = party('RESPONDENT', '91411081MA9FK404XQ')
    const own = await list(one, self)
    expect(own.papers.map(({ title }) => title.zh)).toEqual(['行政处罚告知书', '行政处罚决定书', '信用修复告知书'])
    expect((await fetched(own.papers[1]!.href!, self)).reply.status).toBe(200)
    const sheet = (await list(one, officer('SAMR-411081'))).papers[0]!
    expect((await fetched(sheet.href!, self)).reply.status).toBe(404)
  }, 60_000)

  it('says of a paper without a printed form that there is none', async () => {
    const one = find('intake/measure', 'SAMR-411002')
    const strip = (await list(one, officer('SAMR-411002'))).papers.find(({ title }) => title.zh === '封条')!
    expect([strip.printable, strip.href, strip.missing]).toEqual([false, undefined, undefined])
    const { status, body } = await client.request('GET', `${address(one)}/${strip.id}.pdf`, {
      actor: officer('SAMR-411002'),
    })
    expect([status, body.code, body.zh]).toEqual([422, 'PAPER_NOT_PRINTED', '《封条》没有印制格式'])
  })
})

describe('a natural person', () => {
  beforeAll(() => begin('natural-person'), 180_000)
  afterAll(() => house.close())

  it('is numbered in full to the agency in charge, masked to others, sealed to nobody', async () => {
    const one = find('intake/administrative-case', 'SAMR-411002')
    const texts = await Promise.all(
      ['SAMR-411002', 'SAMR-411000'].map(async (agency) => {
        const { papers } = await list(one, officer(agency))
        return pdfText((await fetched(papers[0]!.href!, officer(agency))).bytes)
      }),
    )
    expect(texts.map((text) => /411002[\d*]{11}[\dX*]/.exec(text)?.[0])).toEqual([
      '41100219850312001X',
      '411002********001X',
    ])
    expect(texts.filter((text) => /id\./.test(text))).toEqual([])
  }, 60_000)

  it('is not served with half a paper: what is missing is named, with where it is entered', async () => {
    const one = find('intake/administrative-case', 'SAMR-411002')
    const actor = officer('SAMR-411002')
    const evidence = { items: ['账'], rightsTold: true, present: ['cast-officer', 'cast-second'] }
    const act = { actor: { ...actor, person: 'cast-officer' }, body: { input: evidence } }
    expect(
      (await client.request('POST', `/api/intake/administrative-case/${one.shown.id}/CollectEvidence`, act)).status,
    ).toBe(200)
    const row = (await list(one, actor)).papers.find(({ title }) => title.zh === '现场笔录')!
    expect([row.printable, row.missing?.map(({ title }) => title.zh)]).toEqual([false, ['检查地点', '现场情况']])
    const { status, body } = await client.request('GET', `${address(one)}/${row.id}.pdf`, { actor })
    expect([status, body.code, body.zh]).toEqual([
      422,
      'PAPER_INCOMPLETE',
      '《现场笔录》还不能印制，缺少：检查地点、现场情况',
    ])
    expect((body.missing as { field: string; where: object }[])[0]).toEqual({
      field: 'place',
      title: { zh: '检查地点', en: 'Place' },
      where: { zh: '“收集证据”的地点', en: 'the place in “Collect evidence”' },
    })
  })

  it('is not printed with a character that the font has not', async () => {
    const one = find('intake/administrative-case', 'SAMR-411002')
    const actor = officer('SAMR-411002')
    const input = {
      items: ['账'],
      rightsTold: true,
      present: ['cast-officer', 'cast-second'],
      place: '𠮷祥街',
      scene: '摊位',
    }
    const act = { actor: { ...actor, person: 'cast-officer' }, body: { input } }
    await client.request('POST', `/api/intake/administrative-case/${one.shown.id}/CollectEvidence`, act)
    const row = (await list(one, actor)).papers.at(-1)!
    expect(row).toMatchObject({ title: { zh: '现场笔录' }, printable: false, characters: ['𠮷'] })
    const { status, body } = await client.request('GET', `${address(one)}/${row.id}.pdf`, { actor })
    expect([status, body.code, body.zh]).toEqual([422, 'PAPER_CHARACTERS', '《现场笔录》中有字体没有的字：𠮷'])
  })
})
