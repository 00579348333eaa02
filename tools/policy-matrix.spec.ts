import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { Client, play, readStory } from '#story'
import type { Row } from '#ports'
import { ROUTES } from '#shell'
import { isParty, mayKnow, mayName, readersOf, type Known, type Reader } from './policy-matrix/readers.js'
import { openStoryHouse, type StoryHouse } from './story-house.js'

/** Every route that reads, for every agency, office and party, against rulebook 8.2: nothing is shown, found or counted beside it. */

type Body = Record<string, unknown>
interface Told {
  status: number
  body: Body
  text: string
}
type Check = (reader: Reader) => Promise<void>

const STORIES = ['flagship', 'two-bureaus-one-controller']
const OUTSIDE = ['HOLDER', 'RESPONDENT', 'AGENT', 'PLATFORM', 'INFORMANT']
const SUBJECT = /^party:([0-9A-Z]{18})$/

let house: StoryHouse
let world = ''
let rows: Row[] = []
let records: Known[] = []
const tokens = new Map<string, string>()

beforeAll(async () => {
  house = await openStoryHouse()
}, 60_000)
afterAll(() => house.close())

const ask = async (
  method: string,
  path: string,
  reader?: Reader,
  body?: unknown,
  more: Record<string, string> = {},
) => {
  const reply = await fetch(`${house.baseUrl}${path}`, {
    method,
    headers: {
      'liandun-world': world,
      ...(reader && { authorization: tokens.get(reader.name)! }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...more,
    },
    body: body === undefined ? undefined : JSON.stringify(body),
  })
  const text = await reply.text()
  const json = /json/.test(reply.headers.get('content-type') ?? '')
  return { status: reply.status, text, body: json ? (JSON.parse(text) as Body) : {} } satisfies Told
}
const get = (path: string, reader?: Reader) => ask('GET', path, reader)
const post = (path: string, reader: Reader, body: unknown) => ask('POST', path, reader, body)

const known = (reader: Reader): Known[] => records.filter((one) => mayKnow(reader, one, house.rules))
const ids = (told: readonly { id?: unknown; record?: unknown }[]): string[] =>
  [...new Set(told.map(({ id, record }) => String(record ?? id)))].sort()
const idsOf = (reader: Reader): string[] => ids(known(reader))
const outsideOf = (reader: Reader): boolean => isParty(reader, house.rules)
const only = (told: readonly string[], reader: Reader) =>
  expect(told.filter((id) => !idsOf(reader).includes(id))).toEqual([])
const list = (body: Body, name: string) => body[name] as { id?: string; record?: string }[]

/** What a party is shown of a record, and nothing else. */
const OUTLINE = 'chain clocks dossier entries id kind kindTitle label may mayNot papers state stateTitle'.split(' ')

const eachRecord =
  (path: (one: Known) => string, look?: (told: Told, reader: Reader) => void): Check =>
  async (reader) => {
    for (const one of records) {
      const told = await get(path(one), reader)
      const may = mayKnow(reader, one, house.rules)
      expect([one.kind, told.status]).toEqual([one.kind, may ? 200 : 404])
      if (!may) expect(told.body.code).toBe('NOT_FOUND')
      else look?.(told, reader)
    }
  }

const looksRight = ({ body }: Told, reader: Reader): void => {
  const shown = Object.fromEntries(Object.entries(body).filter(([name]) => name !== 'now'))
  if (outsideOf(reader)) expect(Object.keys(shown).filter((name) => !OUTLINE.includes(name))).toEqual([])
  else expect(shown).toHaveProperty('facts')
}

const chain = ({ body }: Told, reader: Reader): void =>
  outsideOf(reader) ? expect(body).not.toHaveProperty('commits') : expect(body.holds).toBe(true)

/** A clock of each record; of a party's records only its own clocks. */
const explain: Check = async (reader) => {
  for (const one of records) {
    const clock = (rows.find(({ id }) => id === one.id)!.clocks as { id: string }[])[0]?.id
    if (!clock) continue
    const { status } = await get(`/api/${one.kind}/${one.id}/clocks/${clock}/explain`, reader)
    const may = mayKnow(reader, one, house.rules)
    const shown = may ? (await get(`/api/${one.kind}/${one.id}`, reader)).body : { clocks: [] }
    const told = list(shown, 'clocks').some(({ id }) => id === clock)
    expect([one.kind, clock, told ? [200, 400].includes(status) : status]).toEqual([one.kind, clock, told || 404])
  }
}

const dossiers: Check = async (reader) => {
  for (const dossier of new Set(records.map((one) => one.dossier))) {
    const mine = known(reader).filter((one) => one.dossier === dossier)
    const { status, body } = await get(`/api/portal/dossiers/${dossier}`, reader)
    expect(status).toBe(mine.length ? 200 : 404)
    if (status !== 200) continue
    expect(ids(list(body, 'records'))).toEqual(ids(mine))
    only(ids(list(body, 'timeline')), reader)
    only(ids(list(body, 'clocks')), reader)
    if (outsideOf(reader)) expect(body.timeline).toEqual([])
  }
}

const openOf = (reader: Reader, holder: string): number =>
  rows
    .filter(({ id, holder: held }) => idsOf(reader).includes(id) && (held as string[]).includes(holder))
    .reduce((sum, { open }) => sum + Number(open), 0)

const clocks: Check = async (reader) => {
  for (const holder of [reader.agency, 'SAMR-411002']) {
    const { body } = await get(`/api/portal/clocks?agency=${holder}&limit=500`, reader)
    only(ids(list(body, 'clocks')), reader)
    if (outsideOf(reader)) expect(body.total).toBe(list(body, 'clocks').length)
    else expect(body.total).toBe(openOf(reader, holder))
  }
}

const everyRecord: Check = async (reader) => {
  const { body } = await get('/api/portal/records?limit=100', reader)
  expect([body.total, ids(list(body, 'rows'))]).toEqual([idsOf(reader).length, idsOf(reader)])
  for (const kind of new Set(records.map((one) => one.kind))) {
    const told = await get(`/api/portal/records?limit=1&kind=${kind}`, reader)
    expect([kind, told.body.total]).toEqual([kind, known(reader).filter((one) => one.kind === kind).length])
  }
}

const work: Check = async (reader) => {
  const { body } = await get('/api/portal/work?limit=100', reader)
  only(ids(list(body, 'rows')), reader)
  const counts = Object.values(body.counts as Record<string, number>)
  expect(counts.filter((n) => n > idsOf(reader).length)).toEqual([])
  expect(
    (body.kinds as { kind: string }[]).filter(({ kind }) => !known(reader).some((one) => one.kind === kind)),
  ).toEqual([])
}

/** What a party finds by: papers, places and goods are not told to it. */
const PARTY_FINDS_BY = ['name', 'uscc']

const search: Check = async (reader) => {
  for (const text of ['恒远', '9141', '市监']) {
    const { body } = await post('/api/portal/search', reader, { text, limit: 100 })
    const holds = ({ texts }: Row) =>
      Object.entries(texts as Record<string, readonly string[]>)
        .filter(([field]) => !outsideOf(reader) || PARTY_FINDS_BY.includes(field))
        .some(([, all]) => all.some((one) => one.includes(text)))
    const found = ids(rows.filter((row) => idsOf(reader).includes(row.id) && holds(row)))
    expect([text, ids(list(body, 'rows')), body.total, body.more]).toEqual([text, found, found.length, false])
  }
}

/** Of a kind of record whose every state is its first and last nothing waits. */
const statesOf = (kind: string) =>
  house.world.services.flatMap(({ records }) => records).find(({ record }) => record.kind === kind)!.record.states

const overview: Check = async (reader) => {
  const { status, body } = await get('/api/portal/overview', reader)
  expect(status).toBe(outsideOf(reader) ? 404 : 200)
  if (status !== 200) return
  const cases = rows.filter(
    ({ id, kind }) => idsOf(reader).includes(id) && Object.keys(statesOf(String(kind))).length > 1,
  )
  const ended = cases.filter(({ kind, state }) => statesOf(String(kind))[String(state)]!.final === true)
  const { open: waiting, closed } = body.totals as Record<string, number>
  expect([waiting, closed]).toEqual([cases.length - ended.length, ended.length])
  const sum = (part: unknown) => (part as { n: number }[]).reduce((all, { n }) => all + n, 0)
  expect(sum(body.waiting)).toBe(waiting)
}

const directory: Check = async (reader) => {
  const { body } = await get('/api/portal/directory', reader)
  const people = body.people as { agency: string }[]
  const named = house.rules.users.filter(({ agency }) => mayName(reader, agency, house.rules))
  expect(people.map(({ agency }) => agency).sort()).toEqual(named.map(({ agency }) => agency).sort())
  expect((body.agencies as { level: string }[]).filter(({ level }) => level === 'outside')).toEqual([])
}

const likely: Check = async (reader) => {
  for (const { label } of rows.filter(({ kind }) => kind === 'intake/lead')) {
    const name = String(label).replace('涉嫌侵权线索', '')
    const { body } = await post('/api/portal/likely-leads', reader, { name })
    const same = rows.filter((row) => row.label === label && idsOf(reader).includes(row.id))
    only(ids(list(body, 'likely')), reader)
    expect(ids(list(body, 'likely'))).toEqual(expect.arrayContaining(ids(same).slice(0, 1)))
  }
}

const steps: Check = async (reader) => {
  const { body } = await get('/api/steps/mine', reader)
  const begins = house.world.services
    .flatMap(({ records }) => records)
    .flatMap(({ record: { kind }, steps }) => steps.map((step) => ({ ...step, kind })))
    .filter(({ who, from }) => {
      if (who === 'system' || !from.includes('new') || who.may === undefined) return false
      const offices = [who.office].flat().flatMap((office) => house.rules.officesIn(office))
      const somebody = !outsideOf(reader) || reader.subject !== undefined
      return somebody && house.rules.may(reader.agency, who.may) && offices.includes(reader.office)
    })
  const told = body.begin as { kind: string; step: string }[]
  const named = ({ kind, step }: { kind: string; step: string }) => `${kind}/${step}`
  expect(told.map(named)).toEqual(begins.map(({ kind, name }) => named({ kind, step: name })))
}

/** The same words for everybody: kinds, states and agencies, no record. */
const choices: Check = async (reader) => {
  const { status, text } = await get('/api/portal/choices', reader)
  expect([status, records.filter(({ id }) => text.includes(id))]).toEqual([200, []])
}

const me: Check = async (reader) => {
  const { agency, office, person } = reader
  expect((await get('/api/me', reader)).body).toMatchObject({ agency, office, person })
}

/** A step on a record that somebody may not know is answered as one on a record that is not there. */
const acts: Check = async (reader) => {
  for (const { kind, id, roles } of records) {
    const step = house.world.services
      .flatMap((service) => service.records)
      .find(({ record }) => record.kind === kind)!
      .steps.find(({ who, from }) => who !== 'system' && !from.includes('new'))?.name
    if (!step) continue
    const take = (on: string) =>
      ask('POST', `/api/${kind}/${on}/${step}`, reader, { input: {} }, { 'if-match': '"999"' })
    const told = await take(id)
    const code = ({ body }: Told) => body.code
    if (!mayKnow(reader, { kind, roles }, house.rules)) expect(code(told)).toBe(code(await take('a'.repeat(26))))
    expect(told.status).toBeGreaterThanOrEqual(400)
    if (outsideOf(reader)) expect(told.text).not.toMatch(/"version":|meanwhile/)
  }
}

const cursors = new Map<string, string>()
const changesAsked: Check = async (reader) => {
  const { body } = await get(`/api/portal/changes?since=${cursors.get(reader.name) ?? ''}`, reader)
  expect(body.gap).toBe(false)
  only(ids(list(body, 'changes')), reader)
}

/** One who may know everything that an agency may. */
const SOMEBODY = 'JUSTICE-411000'

const papersOf = async (one: Known, reader: Reader): Promise<string[]> =>
  ids(list((await get(`/api/${one.kind}/${one.id}/papers`, reader)).body, 'papers'))

/** Papers of records by somebody of an agency that holds them. */
const allPapers = new Map<string, string[]>()

/** A party has the papers of its outline; what it has not is not there, as for whoever may not know the record. */
const papers: Check = async (reader) => {
  for (const one of records) {
    const { status, body } = await get(`/api/${one.kind}/${one.id}/papers`, reader)
    const may = mayKnow(reader, one, house.rules)
    expect([one.kind, status]).toEqual([one.kind, may ? 200 : 404])
    const shown = may ? (await get(`/api/${one.kind}/${one.id}`, reader)).body : { papers: [] }
    expect(may ? list(body, 'papers').length : 0).toBe((shown.papers as unknown[]).length)
  }
}

const paper: Check = async (reader) => {
  for (const one of records) {
    const own = mayKnow(reader, one, house.rules) ? await papersOf(one, reader) : []
    const [hidden] = (allPapers.get(one.id) ?? []).filter((id) => !own.includes(id))
    if (hidden) expect((await get(`/api/${one.kind}/${one.id}/papers/${hidden}.pdf`, reader)).status).toBe(404)
  }
}

const identifications: Check = async (reader) => {
  const { body } = await get('/api/outside/identifications', reader)
  const own = known(reader).filter(({ kind }) => kind === 'intake/identification')
  expect(ids(list(body, 'requests'))).toEqual(ids(own))
}

/** Nobody's: it says nothing of any record, signed in or not. */
const open =
  (method: string, path: string, body?: unknown): Check =>
  async (reader) => {
    if (reader.agency !== SOMEBODY) return
    for (const who of [reader, undefined]) {
      const told = await ask(method, path, who, body)
      expect([200, 404]).toContain(told.status)
      expect(records.filter(({ id }) => told.text.includes(id))).toEqual([])
    }
  }

/** The operator's: not there for anybody else. */
const shut =
  (method: string, path: string): Check =>
  async (reader) =>
    expect((await ask(method, path, reader, method === 'GET' ? undefined : {})).status).toBe(404)

const elsewhere = (): Check => async () => undefined

/** How each route is looked at. A route that stands here not fails the test: whoever adds one says who may see what of it. */
const LOOKED_AT: Readonly<Record<string, Check>> = {
  'GET /api/{service}/{record}/{id}': eachRecord(({ kind, id }) => `/api/${kind}/${id}`, looksRight),
  'GET /api/{service}/{record}/{id}/chain': eachRecord(({ kind, id }) => `/api/${kind}/${id}/chain`, chain),
  'GET /api/{service}/{record}/{id}/clocks/{clock}/explain': explain,
  'GET /api/{service}/{record}/{id}/papers': papers,
  'GET /api/{service}/{record}/{id}/papers/{file}': paper,
  'POST /api/{service}/{record}/{id}/{step}': acts,
  'POST /api/{service}/{record}/{step}': elsewhere(),
  'GET /api/portal/dossiers/{dossier}': dossiers,
  'GET /api/portal/clocks': clocks,
  'GET /api/portal/records': everyRecord,
  'GET /api/portal/work': work,
  'POST /api/portal/search': search,
  'GET /api/portal/overview': overview,
  'GET /api/portal/choices': choices,
  'GET /api/portal/directory': directory,
  'POST /api/portal/likely-leads': likely,
  'GET /api/portal/changes': changesAsked,
  /** By the same feed and the same function as changes; libs/shell/live. */
  'GET /api/portal/live': elsewhere(),
  'GET /api/steps/mine': steps,
  'GET /api/me': me,
  /** A token of one’s own; libs/shell/accounts. */
  'POST /api/sign-in': elsewhere(),
  'POST /api/sign-in/renew': elsewhere(),
  'POST /api/sign-in/office': elsewhere(),
  'POST /api/sign-out': elsewhere(),
  'POST /api/outside/submissions': elsewhere(),
  'POST /api/outside/status': elsewhere(),
  'GET /api/outside/identifications': identifications,
  'GET /api/outside/penalties': open('GET', '/api/outside/penalties'),
  'POST /api/outside/penalties': open('POST', '/api/outside/penalties', { name: '恒远' }),
  'GET /api/outside/listings': open('GET', '/api/outside/listings'),
  'POST /api/outside/listings': open('POST', '/api/outside/listings', { name: '恒远' }),
  ...Object.fromEntries(
    [
      ...['/', '/about', '/healthz', '/health/live', '/readyz', '/health/ready', '/metrics', '/api/openapi.json'],
      ...['/api/steps', '/api/problems', '/api/rules/clocks', '/api/rules/thresholds'],
      ...['/api/rules/documents', '/api/rules/switches'],
    ].map((path) => [`GET ${path}`, open('GET', path)]),
  ),
  'GET /api/problems/{code}': open('GET', '/api/problems/ERR_STATE'),
  'GET /api/rules/clocks/{clock}/explain': open('GET', '/api/rules/clocks/CLK-TF-APPROVE/explain?start=2026-04-02'),
  'GET /stories/{report}': open('GET', '/stories/none.html'),
  ...Object.fromEntries(
    ['worlds', 'time', 'part', 'part/earliest', 'parked'].map((path) => [
      `GET /api/operator/${path}`,
      shut('GET', `/api/operator/${path}`),
    ]),
  ),
  'GET /api/operator/caused/{message}': shut('GET', '/api/operator/caused/x'),
  'GET /api/operator/records/{service}/{record}/{id}': shut('GET', '/api/operator/records/intake/lead/x'),
  ...Object.fromEntries(
    ['worlds', 'time', 'quiet', 'part/set', 'part/fire', 'redrive'].map((path) => [
      `POST /api/operator/${path}`,
      shut('POST', `/api/operator/${path}`),
    ]),
  ),
  'DELETE /api/operator/worlds/{name}': shut('DELETE', '/api/operator/worlds/none'),
}
/** The pages of the console: the same files for everybody. */
const PAGE = /^GET \/[a-z-]+(\/\*)?$/

it('looks at every route that there is', () => {
  const there = [...new Set(ROUTES.map(({ method, path }) => `${method} ${path}`))]
  expect(there.length).toBeGreaterThan(50)
  expect(there.filter((one) => !LOOKED_AT[one] && !PAGE.test(one))).toEqual([])
  expect(Object.keys(LOOKED_AT).filter((one) => !there.includes(one))).toEqual([])
})

describe.each(STORIES)('of the matters of %s', (story) => {
  let readers: Reader[] = []

  beforeAll(async () => {
    world = ''
    const client = new Client(house.baseUrl, house.operatorToken)
    await play({ ...readStory(`seeds/stories/${story}.yaml`), branches: [] }, { client, rules: house.rules })
    world = (await client.operator('GET', '/worlds')).body.current as string
    await client.operator('POST', '/quiet', {})
    const records_ = async (one: Row): Promise<Known> => {
      const { body } = await client.operator('GET', `/records/${String(one.kind)}/${one.id}`)
      return { id: one.id, kind: String(one.kind), dossier: String(one.dossier), roles: body.roles as Known['roles'] }
    }
    rows = await worldRows()
    records = await Promise.all(rows.map(records_))
    const [subject] = records
      .flatMap(({ roles }) => Object.values(roles).flat())
      .flatMap((one) => SUBJECT.exec(one)?.[1] ?? [])
    readers = readersOf(house.rules, subject!)
    for (const reader of readers) await signIn(reader)
    for (const one of records) {
      const holder = readers.find(({ agency }) => one.roles.holder?.includes(agency))
      if (holder) allPapers.set(one.id, await papersOf(one, holder))
    }
  }, 120_000)

  it('has records of many kinds, known by some and not by others', () => {
    expect(new Set(records.map(({ kind }) => kind)).size).toBeGreaterThanOrEqual(story === 'flagship' ? 8 : 3)
    expect(new Set(readers.map((reader) => known(reader).length)).size).toBeGreaterThan(2)
    expect(new Set(readers.map(({ agency }) => agency)).size).toBe(
      new Set([...house.rules.users.map(({ agency }) => agency), ...OUTSIDE]).size,
    )
  })

  it.each(Object.keys(LOOKED_AT))(
    '%s',
    async (route) => {
      for (const reader of readers) {
        try {
          await LOOKED_AT[route]!(reader)
        } catch (error) {
          throw new Error(`${reader.name}: ${(error as Error).message}`, { cause: error })
        }
      }
    },
    120_000,
  )
})

const worldRows = async (): Promise<Row[]> =>
  house.worldNamed(world).view('portal', 'records')!.find({}, { limit: 1000 })

const signIn = async (reader: Reader): Promise<void> => {
  const { name, agency, office, person, subject } = reader
  const dev = { agency, office, person, ...(subject && { subject }) }
  const { status, body } = await ask('POST', '/api/sign-in', undefined, { dev })
  expect([name, status]).toEqual([name, 200])
  tokens.set(name, `Bearer ${String(body.token)}`)
  cursors.set(name, String((await get('/api/portal/changes', reader)).body.cursor))
}
