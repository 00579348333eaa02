import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { intake } from '#intake'
import { portal } from '#portal'
import { loadRules } from '#rules'
import { openSample, type Sample } from '../shell.sample.js'

/** Fictitious, like all persons here. */
const REPORTER = { name: '虚构的钱二', contact: '13800000001' }
const WHY = { purpose: 'feedback', reason: '依法告知处理结果，需要联系方式' }

let sample: Sample
let id: string

beforeAll(async () => {
  sample = await openSample({ services: [intake, portal], rules: loadRules() })
}, 60_000)
afterAll(() => sample.close())

const post = async (
  path: string,
  [agency, office, person]: readonly string[],
  input: object = {},
  more: object = {},
) => {
  const authorization = await sample.as(agency!, office!, person!)
  const headers = { 'content-type': 'application/json', authorization, ...more }
  const answer = await sample.app.inject({ method: 'POST', url: path, headers, payload: JSON.stringify({ input }) })
  return { status: answer.statusCode, body: JSON.parse(answer.body), text: answer.body, headers: answer.headers }
}
const act = (step: string, by: readonly string[], input?: object, more?: object) =>
  post(`/api/intake/lead/${id}/${step}`, by, input, more)

const CLERK = ['SAMR-411002', 'intake', 'clerk'] as const
const OTHER_CLERK = ['SAMR-411002', 'intake', 'clerk-2'] as const
const LEADER = ['SAMR-411002', 'leader', 'chief'] as const

const register = async (more: object = { reporter: REPORTER }) => {
  const input = { channel: 'SRC-12315-JB', subject: { name: '某店（虚构）' }, clue: '售假', handler: true, ...more }
  id = (await post('/api/intake/lead/RegisterLead', CLERK, input)).body.id
}

/** Everything that is kept and sent about the lead. */
const everything = async (): Promise<string> => {
  const shown = await sample.worlds.main.show('intake/lead', id, { agency: CLERK[0], office: 'intake', person: 'p' })
  const rows = await sample.worlds.main.view('portal', 'records')!.find({})
  return JSON.stringify([shown, rows, await sample.ports.records('intake').chain(id)])
}
const pseudonym = async () =>
  (
    (await sample.worlds.main.show('intake/lead', id, { agency: CLERK[0], office: 'intake', person: 'p' }))!.facts as {
      reporter: string
    }
  ).reporter

describe('the identity of a reporter', () => {
  it('is seen by two persons for a reason, once, and the record and the vault tell of it', async () => {
    await register()
    expect((await act('AskIdentity', CLERK, WHY)).status).toBe(200)
    expect((await act('AgreeIdentity', LEADER)).status).toBe(200)
    const key = { 'idempotency-key': 'look' }
    const seen = await act('OpenIdentity', CLERK, {}, key)
    expect([seen.status, seen.body.opened, seen.headers['cache-control']]).toEqual([200, REPORTER, 'no-store'])
    const again = await act('OpenIdentity', CLERK, {}, key)
    expect([again.status, again.body.repeated, again.body.opened]).toEqual([200, true, undefined])
    expect((await act('OpenIdentity', CLERK)).body.facts.guard).toBe('identity-not-asked')
    expect(await sample.ports.vault.openings(await pseudonym())).toEqual([
      { by: 'clerk', with: 'chief', reason: WHY.reason, at: '2026-03-02T09:00:00.000+08:00' },
    ])
    await sample.worlds.main.quiet()
    expect(await everything()).not.toMatch(/虚构的钱二|13800000001/)
  })

  it('is seen by nobody alone', async () => {
    await register()
    expect((await act('OpenIdentity', CLERK)).body.facts.guard).toBe('identity-not-asked')
    await act('AskIdentity', CLERK, WHY)
    expect((await act('OpenIdentity', CLERK)).body.facts.guard).toBe('identity-not-agreed')
    expect((await act('AgreeIdentity', ['SAMR-411002', 'leader', 'clerk'])).body.code).toBe('ERR_SOD')
    expect(await sample.ports.vault.openings(await pseudonym())).toEqual([])
  })

  it('is not agreed to by an intake officer, another agency, its superior or whoever reads', async () => {
    await register()
    await act('AskIdentity', CLERK, WHY)
    expect((await act('AgreeIdentity', OTHER_CLERK)).body.code).toBe('ERR_WRONG_APPROVER')
    for (const [agency, status] of [
      ['SAMR-411003', 404],
      ['SAMR-411000', 403],
      ['JC-OFFICE-411000', 404],
      ['PROC-411002', 404],
    ] as const)
      for (const step of ['AskIdentity', 'AgreeIdentity', 'OpenIdentity'])
        expect([
          agency,
          step,
          (await act(step, [agency, 'head', 'x'], step === 'AskIdentity' ? WHY : {})).status,
        ]).toEqual([agency, step, status])
  })

  it('is seen by nobody but the one who asked', async () => {
    await register()
    await act('AskIdentity', CLERK, WHY)
    await act('AgreeIdentity', LEADER)
    expect((await act('OpenIdentity', OTHER_CLERK)).body.facts.guard).toBe('identity-asked-by-another')
    expect((await act('OpenIdentity', ['SAMR-411002', 'leader', 'chief'])).body.code).toBe('ERR_WRONG_APPROVER')
  })

  it('is not agreed to for one and seen for another: a new request needs a new word', async () => {
    await register()
    await act('AskIdentity', CLERK, WHY)
    await act('AgreeIdentity', LEADER)
    await act('AskIdentity', OTHER_CLERK, WHY)
    expect((await act('OpenIdentity', OTHER_CLERK)).body.facts.guard).toBe('identity-not-agreed')
    expect((await act('OpenIdentity', CLERK)).body.facts.guard).toBe('identity-asked-by-another')
  })

  it('is asked for with a purpose and a reason, which tells nobody who it is', async () => {
    await register()
    for (const input of [{}, { purpose: 'feedback' }, { ...WHY, reason: ' ' }, { ...WHY, purpose: 'curiosity' }])
      expect((await act('AskIdentity', CLERK, input)).status).toBe(400)
    expect((await act('AskIdentity', CLERK, { ...WHY, reason: '举报人周某的电话' })).body.code).toBe('ERR_IDENTITY')
  })

  it('is not there where nobody gave one', async () => {
    await register({ anonymous: true })
    expect((await act('AskIdentity', CLERK, WHY)).body.facts.guard).toBe('reporter-not-named')
  })

  it('is shown to one of two who look at the same moment', async () => {
    await register()
    await act('AskIdentity', CLERK, WHY)
    await act('AgreeIdentity', LEADER)
    const both = await Promise.all([act('OpenIdentity', CLERK), act('OpenIdentity', CLERK)])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
    expect(both.filter(({ text }) => text.includes(REPORTER.name)).length).toBe(1)
  })

  it('is not seen in a rehearsal', async () => {
    await register()
    await act('AskIdentity', CLERK, WHY)
    await act('AgreeIdentity', LEADER)
    const rehearsed = await sample.worlds.main.rehearse({
      ...{ kind: 'intake/lead', step: 'OpenIdentity', id, input: {}, key: 'try' },
      actor: { agency: CLERK[0], office: 'intake', person: 'clerk' },
    })
    expect(JSON.stringify(rehearsed)).not.toContain(REPORTER.name)
    expect((await act('OpenIdentity', CLERK)).body.opened).toEqual(REPORTER)
  })

  it('is not seen half an hour after it was agreed to, whatever date the look bears', async () => {
    await register()
    await act('AskIdentity', CLERK, WHY)
    await act('AgreeIdentity', LEADER)
    await sample.worlds.main.advance('2026-03-02T09:30:00.001+08:00')
    const authorization = await sample.as(...CLERK)
    const { body } = await sample.app.inject({
      ...{ method: 'POST', url: `/api/intake/lead/${id}/OpenIdentity` },
      headers: { 'content-type': 'application/json', authorization },
      payload: JSON.stringify({ at: '2026-03-02T09:10', input: {} }),
    })
    expect(JSON.parse(body).facts.guard).toBe('identity-agreed-long-ago')
    expect((await act('OpenIdentity', CLERK)).body.facts.guard).toBe('identity-agreed-long-ago')
  })
})
