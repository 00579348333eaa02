import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { intake } from '#intake'
import { portal } from '#portal'
import { loadRules } from '#rules'
import { openSample, type Sample } from '../shell.sample.js'

/** Fictitious, like all persons here. */
const REPORTER = { name: '虚构的赵大', contact: '13900000000' }
const SHOP = { name: '魏都区某饰品店（虚构）', address: '八一路1号' }
const REPORT = { channel: 'SRC-12315-JB', subject: SHOP, clue: '该店销售假冒“发韵”商标的假发' }
const COMPLAINT = { ...REPORT, channel: 'SRC-12315-TS', clue: '买到的假发开线，要求退货', reporter: REPORTER }
const HUB = { zh: '许昌市12315投诉举报中心', en: 'Xuchang 12315 hub' }

let sample: Sample
let from = 0

beforeAll(async () => {
  sample = await openSample({ services: [intake, portal], rules: loadRules() })
}, 60_000)
afterAll(() => sample.close())
/** Every spec comes from an address of its own. */
beforeEach(() => void (from += 1))

const post = async (
  path: string,
  body: unknown,
  headers: Record<string, string> = {},
  remoteAddress = `10.1.0.${from}`,
) => {
  const answer = await sample.app.inject({
    method: 'POST',
    url: path,
    headers: { 'content-type': 'application/json', ...headers },
    payload: typeof body === 'string' ? body : JSON.stringify(body),
    remoteAddress,
  })
  return { status: answer.statusCode, headers: answer.headers, text: answer.body, body: JSON.parse(answer.body) }
}

const submit = (input: unknown, headers?: Record<string, string>) =>
  post('/api/outside/submissions', { input }, headers)
const ask = (code: unknown) => post('/api/outside/status', { code })
const leads = async () => (await sample.ports.records('intake').list('intake/lead', undefined, 100)).length

const act = async (by: readonly [string, string], id: string, step: string, input: object = {}) => {
  const authorization = await sample.as(by[0], by[1], `${by[0]}-${by[1]}`)
  const { status, text } = await post(`/api/intake/lead/${id}/${step}`, { input }, { authorization })
  expect({ step, status, text: status === 200 ? '' : text }).toEqual({ step, status: 200, text: '' })
}

/** The lead that the last submission made, as the hub finds it. */
const lastLead = async (): Promise<string> => {
  const rows = await sample.ports.records('intake').list('intake/lead', undefined, 100)
  const all = rows.map((one) => (typeof one === 'string' ? one : (one as { record: string }).record))
  const known = await Promise.all(
    all.map(
      async (id) =>
        (await sample.worlds.main.show('intake/lead', id, { agency: 'HUB-411000', office: 'intake', person: 'p' }))!,
    ),
  )
  return known.toSorted((a, b) => (a.papers[0]!.number! < b.papers[0]!.number! ? -1 : 1)).at(-1)!.id
}

const HUB_DESK = ['HUB-411000', 'intake'] as const
const BUREAU = ['SAMR-411002', 'officer'] as const

const dispatched = async (): Promise<string> => {
  const id = await lastLead()
  await act(HUB_DESK, id, 'ClassifyLead', { ip: 'trademark' })
  await act(HUB_DESK, id, 'DispatchLead', { to: 'SAMR-411002' })
  return id
}

describe('a submission without an account', () => {
  it('is a lead at the 12315 hub, and is answered with a code and nothing that names the lead', async () => {
    const { status, body, headers, text } = await submit({ ...REPORT, reporter: REPORTER })
    expect([status, headers.location, headers['cache-control']]).toEqual([201, undefined, 'no-store'])
    expect(body).toEqual({
      code: expect.stringMatching(/^([2-9A-HJ-NP-Z]{4}-){3}[2-9A-HJ-NP-Z]{4}$/),
      channel: 'SRC-12315-JB',
      channelTitle: { zh: '举报', en: 'Report of a violation' },
      complaint: false,
      receivedOn: '2026-03-02',
      receivedBy: HUB,
      told: [],
      periods: [],
      repeated: false,
    })
    expect(text).not.toContain(await lastLead())
  })

  it('keeps the reporter in the vault and the code nowhere', async () => {
    const { body } = await submit({ ...REPORT, reporter: REPORTER })
    const id = await lastLead()
    const shown = await sample.worlds.main.show('intake/lead', id, {
      agency: 'HUB-411000',
      office: 'intake',
      person: 'p',
    })
    const chain = await sample.ports.records('intake').chain(id)
    const kept = JSON.stringify([shown, chain])
    for (const secret of [REPORTER.name, REPORTER.contact, body.code, body.code.replaceAll('-', '')])
      expect(kept).not.toContain(secret)
    expect(shown).toMatchObject({ state: 'RECEIVED', facts: { named: true, reporter: expect.stringMatching(/^INF-/) } })
    expect(shown!.roles).toEqual({ holder: ['HUB-411000'], registrar: ['HUB-411000'] })
  })

  it('is taken once under one key, answered with the same code, and not under a key that is easily guessed', async () => {
    const before = await leads()
    const key = { 'idempotency-key': 'b6a4c1f0-2d8f-4e0c-9a51-0f1d2c3b4a59' }
    const first = await submit(REPORT, key)
    const again = await submit(REPORT, key)
    expect([again.status, again.body.code === first.body.code, again.body.repeated]).toEqual([201, true, true])
    expect([await leads(), (await submit({ ...REPORT, clue: '另一线索' }, key)).body.code]).toEqual([
      before + 1,
      'KEY_REUSED',
    ])
    const weak = await submit(REPORT, { 'idempotency-key': '1' })
    expect([weak.status, weak.body.issues[0].path]).toEqual([400, 'Idempotency-Key'])
  })

  it.each([
    ['a complaint without a name', { ...COMPLAINT, reporter: undefined }, 422, 'complaint-needs-name'],
    ['a channel of the agencies', { ...REPORT, channel: 'SRC-INSPECT' }, 422, 'channel-not-online'],
    ['a channel that is none', { ...REPORT, channel: 'x' }, 422, 'channel-not-online'],
    ['no clue', { ...REPORT, clue: undefined }, 400, undefined],
    ['no target', { ...REPORT, subject: undefined }, 400, undefined],
    ['a field of the agencies', { ...REPORT, handler: true }, 400, undefined],
    ['a clue that tells who reports', { ...REPORT, clue: '举报人周某反映该店售假' }, 422, undefined],
    ['a clue with the reporter in it', { ...REPORT, reporter: REPORTER, clue: `请打13900000000找我` }, 422, undefined],
    ['a clue that is too long', { ...REPORT, clue: 'x'.repeat(4001) }, 400, undefined],
  ])('is not: %s', async (_what, input, status, guard) => {
    const before = await leads()
    const { status: answered, body } = await submit(input)
    expect([answered, body.facts?.guard, await leads()]).toEqual([status, guard, before])
    expect(JSON.stringify(body)).not.toContain('13900000000')
  })

  it('lets nobody in elsewhere: the code is no sign-in, and the step is for nobody who has an account', async () => {
    const { body } = await submit(REPORT)
    const id = await lastLead()
    const bearer = { authorization: `Bearer ${body.code}` }
    expect((await post(`/api/intake/lead/${id}/ClassifyLead`, {}, bearer)).status).toBe(401)
    for (const [agency, office, subject] of [
      ['INFORMANT', 'party', undefined],
      ['HUB-411000', 'intake', undefined],
      ['HOLDER', 'party', '91411000MA9FK7072K'],
    ] as const) {
      const authorization = await sample.as(agency, office, 'p', subject)
      expect((await post('/api/intake/lead/SubmitLead', { input: REPORT }, { authorization })).status).toBe(403)
    }
  })
})

describe('the status by code', () => {
  it('of a complaint tells whether it is accepted, by whom, until when, and how it ended', async () => {
    const { body } = await submit(COMPLAINT)
    const id = await dispatched()
    const waiting = (await ask(body.code)).body.submissions[0]
    expect([waiting.told, waiting.periods.map((one: { clock: string; due: string }) => [one.clock, one.due])]).toEqual([
      [],
      [['CLK-TS-ACCEPT', '2026-03-11']],
    ])
    await act(BUREAU, id, 'AcceptComplaint')
    const accepted = (await ask(body.code)).body.submissions[0]
    expect(accepted.told).toEqual([
      {
        event: 'ComplaintAccepted',
        title: { zh: '受理投诉', en: 'Complaint accepted' },
        on: '2026-03-02',
        by: { zh: '魏都区市场监督管理局', en: expect.any(String) },
        law: { cited: 'TSJB:15', instrument: expect.objectContaining({ zh: expect.any(String) }), article: '15' },
      },
    ])
    expect(accepted.periods.map((one: { clock: string }) => one.clock)).toEqual(['CLK-TS-MEDIATE'])
    await act(BUREAU, id, 'TerminateMediation', { ground: 'impasse' })
    const events = async () =>
      (await ask(body.code)).body.submissions[0].told.map((one: { event: string }) => one.event)
    expect(await events()).toEqual(['ComplaintAccepted'])
    await act(BUREAU, id, 'NotifyTermination')
    expect(await events()).toEqual(['ComplaintAccepted', 'TerminationNotified'])
  })

  it('of a complaint that is not accepted tells the ground', async () => {
    const { body } = await submit(COMPLAINT)
    const id = await dispatched()
    await act(BUREAU, id, 'RejectComplaint', { ground: 'already-handled' })
    const [{ told }] = (await ask(body.code)).body.submissions
    expect(told).toMatchObject([
      {
        event: 'ComplaintRejected',
        more: { zh: '法院、仲裁机构或者其他组织已经受理或者处理', en: expect.any(String) },
      },
    ])
  })

  it('of a report tells nothing of its handling (TSJB 37)', async () => {
    const { body } = await submit({ ...REPORT, reporter: REPORTER })
    const before = (await ask(body.code)).text
    await dispatched()
    expect((await ask(body.code)).text).toBe(before)
    expect(before).not.toMatch(/CLASSIFIED|DISPATCHED|SAMR-411002|trademark|饰品店/)
  })

  it('of a report to a bureau without authority tells where to go (TSJB 34)', async () => {
    const { body } = await submit(REPORT)
    await act(HUB_DESK, await lastLead(), 'RedirectReporter', { to: 'CULT-411000' })
    expect((await ask(body.code)).body.submissions[0].told).toMatchObject([
      {
        event: 'ReporterRedirected',
        more: { zh: '许昌市文化广电和旅游局（文化市场综合行政执法支队）', en: expect.any(String) },
      },
    ])
  })

  it('of mixed material tells of both halves', async () => {
    const { body } = await submit(REPORT)
    await act(HUB_DESK, await lastLead(), 'SplitMixed')
    await sample.worlds.main.quiet()
    const { submissions } = (await ask(body.code)).body
    expect(submissions.map((one: { complaint: boolean }) => one.complaint)).toEqual([false, true])
  })

  it('answers a code that nobody holds, a wrong one and none at all alike', async () => {
    const { body } = await submit(REPORT)
    const wrong = [
      `${body.code.slice(0, -1)}${body.code.endsWith('2') ? '3' : '2'}`,
      '2222-2222-2222-2222',
      'x',
      '',
      '0'.repeat(64),
    ]
    const answers = await Promise.all(wrong.map((code) => ask(code)))
    const said = answers.map((one) => JSON.stringify({ ...one.body, trace: undefined, status: one.status }))
    expect([new Set(said).size, answers[0]!.body.code]).toEqual([1, 'NO_SUCH_CODE'])
  })

  it('takes as long for a code that nobody holds', async () => {
    const { body } = await submit(REPORT)
    for (const code of [body.code, '2222-2222-2222-2222']) {
      const before = performance.now()
      await ask(code)
      expect(performance.now() - before).toBeGreaterThanOrEqual(240)
    }
  })

  it.each([[{}], [{ code: 7 }], [{ code: 'x'.repeat(65) }], [{ code: 'x', id: 'y' }], [[]], ['null']])(
    'takes no other question: %j',
    async (body) => expect((await post('/api/outside/status', body)).status).toBe(400),
  )
})

describe('whoever asks too often', () => {
  it('is held off by address after thirty codes that nobody holds, whatever he says of his address', async () => {
    const tries = Array.from({ length: 30 }, (_, n) =>
      post('/api/outside/status', { code: `${n}` }, { 'x-forwarded-for': `192.0.2.${n}` }),
    )
    expect(new Set((await Promise.all(tries)).map(({ status }) => status))).toEqual(new Set([404]))
    const next = await post('/api/outside/status', { code: 'x' }, { 'x-forwarded-for': '192.0.2.99' })
    expect([next.status, next.body.code, Number(next.headers['retry-after']) > 800]).toEqual([
      429,
      'TOO_MANY_REQUESTS',
      true,
    ])
    expect((await post('/api/outside/status', { code: 'x' }, {}, '10.9.0.1')).status).toBe(404)
  }, 20_000)

  it('is held off after thirty submissions; what is refused does not count', async () => {
    for (let n = 0; n < 31; n++) expect((await submit({})).status).toBe(400)
    for (let n = 0; n < 30; n++) expect((await submit({ ...REPORT, clue: `线索${n}` })).status).toBe(201)
    expect((await submit(REPORT)).status).toBe(429)
  }, 20_000)
})
