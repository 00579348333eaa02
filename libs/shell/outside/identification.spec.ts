import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { intake } from '#intake'
import { portal } from '#portal'
import { loadRules } from '#rules'
import { openSample, type Sample } from '../shell.sample.js'

let sample: Sample
beforeAll(async () => {
  sample = await openSample({ services: [intake, portal], rules: loadRules() })
}, 60_000)
afterAll(() => sample.close())

type Who = readonly [agency: string, office: string, person: string, subject?: string]
const OFFICER: Who = ['SAMR-411002', 'officer', 'weidu-01']
const HOLDER: Who = ['HOLDER', 'party', 'holder-01', '91411000MA9FK7072K']
const OTHER: Who = ['HOLDER', 'party', 'holder-02', '91411024MA9FK5050M']

const send = async (method: 'GET' | 'POST', url: string, by: Who, input?: object) => {
  const headers = { authorization: await sample.as(...by), ...(input && { 'content-type': 'application/json' }) }
  const answer = await sample.app.inject({ method, url, headers, payload: input && JSON.stringify({ input }) })
  return { status: answer.statusCode, body: JSON.parse(answer.body) }
}
const done = async (url: string, by: Who, input: object) => {
  const { status, body } = await send('POST', url, by, input)
  expect({ url, body, ok: status < 300 }).toEqual({ url, body, ok: true })
  await sample.worlds.main.quiet()
  return body
}

const licensed = () => {
  const people = sample.house.rules.users.filter(
    (one) => one.agency === 'SAMR-411002' && one.offices.includes('officer'),
  )
  return people.slice(0, 2).map(({ person }) => person)
}

/** A lead being verified whose goods the holder is asked to identify. */
const asked = async (test: string): Promise<string> => {
  const by: Who = ['SAMR-411002', 'officer', licensed()[0]!]
  const subject = { name: '魏都区某饰品店（虚构）' }
  const input = { channel: 'SRC-INSPECT', subject, handler: true }
  const { id } = await done('/api/intake/lead/RegisterLead', by, input)
  await done(`/api/intake/lead/${id}/ClassifyLead`, by, { ip: 'trademark' })
  await done(`/api/intake/lead/${id}/StartVerification`, by, { officers: licensed() })
  const holder = { name: '发韵公司（虚构）', uscc: HOLDER[3] }
  await done(`/api/intake/lead/${id}/CommissionTest`, by, { test, kind: 'identification', holder })
  return id
}
const list = async (by: Who) =>
  (await send('GET', '/api/outside/identifications', by)).body.requests as {
    id: string
    label: string
    state: string
  }[]

describe('a right holder that is asked to identify goods', () => {
  it('sees the question, who asks, and nothing else of the matter', async () => {
    const lead = await asked('发制品辨认')
    const found = await list(HOLDER)
    expect(found).toEqual([
      {
        ...{
          id: expect.any(String),
          label: '协助辨认：发制品辨认',
          state: 'ASKED',
          since: expect.any(String),
          at: expect.any(String),
        },
        stateTitle: { zh: '等待权利人辨认', en: 'The right holder is asked' },
        agency: { zh: '魏都区市场监督管理局', en: expect.any(String) },
      },
    ])
    expect((await send('GET', `/api/intake/lead/${lead}`, HOLDER)).status).toBe(404)
    const { body } = await send('GET', `/api/intake/identification/${found[0]!.id}`, HOLDER)
    expect([body.may, body.facts, JSON.stringify(body).includes('饰品店')]).toEqual([
      [{ step: 'SubmitStatement', title: expect.any(Object) }],
      undefined,
      false,
    ])
    expect((await send('GET', `/api/portal/dossiers/${body.dossier}`, HOLDER)).body.records.length).toBe(1)
  })

  it('answers, and the officer reads it and records the result', async () => {
    const lead = await asked('第二次辨认')
    const { id } = (await list(HOLDER)).find(({ label }) => label.includes('第二次'))!
    const statement = { finding: 'infringing', statement: '吊牌防伪码不是本公司的', signer: '孙某（虚构），法务' }
    await done(`/api/intake/identification/${id}/SubmitStatement`, HOLDER, statement)
    const { body } = await send('GET', `/api/intake/identification/${id}`, OFFICER)
    expect([body.state, body.facts]).toEqual(['ANSWERED', expect.objectContaining(statement)])
    expect((await send('GET', `/api/intake/lead/${lead}`, OFFICER)).body.state).toBe('VERIFY_PAUSED')
    const by: Who = ['SAMR-411002', 'officer', licensed()[0]!]
    await done(`/api/intake/lead/${lead}/ReceiveTestResult`, by, { test: '第二次辨认', outcome: 'infringing' })
    const late = await send('POST', `/api/intake/identification/${id}/SubmitStatement`, HOLDER, statement)
    expect([late.status, late.body.code]).toEqual([409, 'ERR_STATE'])
  })

  it('is the only one who sees and answers', async () => {
    await asked('第三次辨认')
    const { id } = (await list(HOLDER)).find(({ label }) => label.includes('第三次'))!
    const statement = { finding: 'genuine', statement: '是', signer: '某' }
    const url = `/api/intake/identification/${id}/SubmitStatement`
    expect(await list(OTHER)).toEqual([])
    expect((await send('POST', url, OTHER, statement)).status).toBe(404)
    expect((await send('POST', url, ['RESPONDENT', 'party', 'r', HOLDER[3]], statement)).status).toBe(403)
    expect((await send('POST', url, OFFICER, statement)).status).toBe(403)
    expect((await sample.app.inject({ method: 'GET', url: '/api/outside/identifications' })).statusCode).toBe(401)
  })
})
