import { afterAll, beforeAll, expect, it } from '@jest/globals'
import type { Actor } from '#kernel'
import { play, readStory } from '#story'
import { Checking, type Named } from './stories/checking.js'
import { openStoryHouse, type StoryHouse } from './story-house.js'

const NUMBER = '41100219850312001X'
const MASKED = '411002********001X'

let house: StoryHouse
let client: Checking
let all: Named[]

beforeAll(async () => {
  house = await openStoryHouse()
  client = new Checking(house.baseUrl, house.operatorToken, house.rules)
  const { ok } = await play(readStory('seeds/stories/natural-person.yaml'), { client, rules: house.rules })
  expect(ok).toBe(true)
  all = await client.everything()
}, 60_000)
afterAll(() => house.close())

const officer = (agency: string): Actor => ({ agency, office: 'officer', person: 'reader' })
const party = (subject: string): Actor => ({ agency: 'RESPONDENT', office: 'party', person: 'reader', subject })
const get = (path: string, actor: Actor) => client.request('GET', path, { actor })
const oneOf = async (kind: string, agency: string): Promise<Named> => {
  const shown = await client.shown(all.filter((one) => one.kind === kind))
  return shown.find(({ roles }) => Object.values(roles).flat().includes(agency))!
}
const personIn = async ({ kind, id }: Named, actor: Actor): Promise<unknown> => {
  const { status, body } = await get(`/api/${kind}/${id}`, actor)
  return status === 200 ? (body.facts as { subject: { person: string } }).subject.person : status
}

it('is read in full by the agency that has the matter, masked by the others that may know it', async () => {
  const one = await oneOf('intake/administrative-case', 'SAMR-411002')
  const seen = await Promise.all(
    ['SAMR-411002', 'SAMR-411000', 'JUSTICE-411000', 'SAMR-411003'].map((agency) => personIn(one, officer(agency))),
  )
  expect(seen).toEqual([NUMBER, MASKED, MASKED, 404])
})

it('goes with the file to whoever has it next', async () => {
  const transfer = await oneOf('routing/transfer', 'SAMR-411003')
  expect(await personIn(transfer, officer('SAMR-411003'))).toBe(NUMBER)
  expect(await personIn(transfer, officer('PROC-411003'))).toBe(MASKED)
})

it('lets the person in to his own record, and nobody else', async () => {
  const { kind, id } = await oneOf('intake/administrative-case', 'SAMR-411002')
  const own = await get(`/api/${kind}/${id}`, party(NUMBER.toLowerCase()))
  expect([own.status, own.body.id]).toEqual([200, id])
  const others = await Promise.all(
    ['411081199007040029', MASKED].map((number) => get(`/api/${kind}/${id}`, party(number))),
  )
  expect(others.map(({ status }) => status)).toEqual([404, 404])
})

it('lets nobody see a case of which he was told nothing yet (R-INT-14)', async () => {
  const { kind, id } = await oneOf('intake/administrative-case', 'SAMR-411003')
  expect((await get(`/api/${kind}/${id}`, party(NUMBER.toLowerCase()))).status).toBe(404)
})

it('stands in no role, commit, list or refusal', async () => {
  const texts = await Promise.all(
    all.map(async (one) => JSON.stringify([await client.chainOf(one), await client.record(one.kind, one.id)])),
  )
  const { id } = await oneOf('intake/administrative-case', 'SAMR-411002')
  const lists = await Promise.all([
    get(`/api/portal/dossiers/${id}`, officer('SAMR-411002')),
    get('/api/portal/clocks', officer('SAMR-411002')),
  ])
  expect([...texts, JSON.stringify(lists)].filter((text) => /41100219850312001x/i.test(text))).toEqual([])
})

it('finds nothing, whole or in part', async () => {
  const found = await Promise.all(
    [NUMBER, NUMBER.slice(4, 12), MASKED].map((text) =>
      client.request('POST', '/api/portal/search', { actor: officer('SAMR-411002'), body: { text } }),
    ),
  )
  expect(found.map(({ status, body }) => [status, body.total])).toEqual(found.map(() => [200, 0]))
})

it('is taken from a person as a number only', async () => {
  const { commits } = await client.chainOf(await oneOf('intake/administrative-case', 'SAMR-411002'))
  const [sealed] = /id\.[\w-]{22}\.[\w-]+/.exec(JSON.stringify(commits))!
  const input = { channel: 'SRC-PATROL', handler: true, clue: 'x', subject: { name: '某（虚构）', person: sealed } }
  const { status, body } = await client.request('POST', '/api/intake/lead/RegisterLead', {
    actor: { agency: 'SAMR-411002', office: 'intake', person: 'reader' },
    body: { input },
  })
  expect([status, (body.issues as { path: string }[]).map(({ path }) => path)]).toEqual([400, ['input.subject.person']])
})
