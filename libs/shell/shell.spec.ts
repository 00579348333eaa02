import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { House } from './house.js'
import { metricsText } from './metrics.js'
import { ROUTES } from './methods.js'
import { Requests } from './requests.js'
import { openSample, OPERATOR_TOKEN, type Sample } from './shell.sample.js'

let sample: Sample
let officer: string
let leader: string
let stranger: string
let keys = 0

beforeAll(async () => {
  sample = await openSample()
  officer = await sample.as('A-1', 'officer', 'p1')
  leader = await sample.as('A-1', 'leader', 'p2')
  stranger = await sample.as('B-1', 'officer', 'p9')
})
afterAll(() => sample.close())

interface Asked {
  by?: string
  headers?: Record<string, string>
  raw?: string | Buffer
}
const send = async (
  method: 'GET' | 'POST' | 'DELETE' | 'PUT',
  url: string,
  body?: unknown,
  { by, headers, raw }: Asked = {},
) => {
  const reply = await sample.app.inject({
    method,
    url,
    headers: {
      ...(body === undefined && raw === undefined ? {} : { 'content-type': 'application/json' }),
      ...(by ? { authorization: by } : {}),
      ...headers,
    },
    payload: raw ?? (body === undefined ? undefined : JSON.stringify(body)),
  })
  const json = /json/.test(String(reply.headers['content-type']))
    ? (JSON.parse(reply.body) as Record<string, unknown>)
    : {}
  return { status: reply.statusCode, headers: reply.headers, body: json, text: reply.body }
}
const get = (url: string, by = officer, headers?: Record<string, string>) =>
  send('GET', url, undefined, { by, headers })
const post = (url: string, body: unknown, by = officer, headers?: Record<string, string>) =>
  send('POST', url, body, { by, headers })
const input = (to: string) => ({ servedOn: '2026-03-02', to, officers: ['p1'] })
const serve = (to = `P-${keys++}`, headers?: Record<string, string>) =>
  post('/api/alpha/notice/Serve', { input: input(to) }, officer, headers)
const made = async () => (await serve()).body as { id: string; message: string }
const operate = (method: 'GET' | 'POST' | 'DELETE', path: string, body?: unknown) =>
  send(method, `/api/operator${path}`, body, { headers: { 'x-operator-token': OPERATOR_TOKEN } })

describe('what a person may begin', () => {
  it('is asked of the right and the office', async () => {
    const serveStep = { kind: 'alpha/notice', step: 'Serve' }
    expect((await get('/api/steps/mine')).body.begin).toMatchObject([serveStep])
    expect((await get('/api/steps/mine', leader)).body.begin).toEqual([])
    expect((await get('/api/steps/mine', stranger)).body.begin).toEqual([])
    expect((await send('GET', '/api/steps/mine')).status).toBe(401)
  })
})

describe('a step that is only rehearsed', () => {
  it('answers 200 with what it would bring, and makes no record', async () => {
    const asked = { rehearse: true, input: input('R-1') }
    const { status, headers, body } = await post('/api/alpha/notice/Serve', asked)
    expect(status).toBe(200)
    expect(headers.location).toBeUndefined()
    expect(body).toMatchObject({ possible: true, state: 'SERVED', papers: ['告知书'], warnings: [] })
    expect(body.clocks).toMatchObject([
      { id: 'CLK-CASE', due: '2026-03-12' },
      { id: 'CLK-DEFENCE', due: '2026-03-09' },
    ])
    expect((await post('/api/alpha/notice/Serve', asked)).body).toEqual(body)
    expect((await serve('R-1')).status).toBe(201)
  })

  it('says why it would be refused in the words of the refusal, and keeps nothing of it', async () => {
    const { id } = await made()
    const early = { rehearse: true, input: { outcome: 'fine' } }
    const { status, body } = await post(`/api/alpha/notice/${id}/Decide`, early, leader)
    expect([status, body.possible, body.code]).toEqual([200, false, 'ERR_TOO_EARLY'])
    const refused = await post(`/api/alpha/notice/${id}/Decide`, { input: { outcome: 'fine' } }, leader)
    expect(body).toMatchObject({ zh: refused.body.zh, todo: refused.body.todo })
    expect((await get(`/api/alpha/notice/${id}`)).body.entries).toHaveLength(2)
  })

  it('of a wrong input, or by whoever may not, answers like the step itself', async () => {
    const { id } = await made()
    const { status, body } = await post(`/api/alpha/notice/${id}/Answer`, { rehearse: true, input: {} })
    expect([status, body.code]).toEqual([400, 'INVALID_INPUT'])
    expect(
      (await post(`/api/alpha/notice/${id}/Answer`, { rehearse: true, input: { answer: 'x' } }, stranger)).status,
    ).toBe(404)
  })
})

describe('a step', () => {
  it('makes a record: 201, its address, its version, the key it was done under', async () => {
    const { status, headers, body } = await serve('B-7', { 'idempotency-key': 'first' })
    expect(status).toBe(201)
    expect(headers).toMatchObject({
      etag: '"1"',
      location: `/api/alpha/notice/${String(body.id)}`,
      'idempotency-key': 'first',
    })
    expect(body).toMatchObject({ kind: 'alpha/notice', version: 1, state: 'SERVED', repeated: false, warnings: [] })
    expect(body).not.toHaveProperty('outcome')
  })

  it('makes a key when none is sent, and answers a repeat as before', async () => {
    const { headers } = await serve()
    expect(headers['idempotency-key']).toMatch(/^[0-9a-f-]{36}$/)
    const first = await serve('B-8', { 'idempotency-key': 'twice' })
    const again = await serve('B-8', { 'idempotency-key': 'twice' })
    expect(again).toMatchObject({
      status: 201,
      body: { ...first.body, repeated: true },
      headers: { 'idempotent-replayed': 'true' },
    })
    expect(await serve('B-9', { 'idempotency-key': 'twice' })).toMatchObject({
      status: 422,
      body: { code: 'KEY_REUSED' },
    })
  })

  it('follows on a record: 200 and the next version', async () => {
    const { id } = await made()
    const reply = await post(`/api/alpha/notice/${id}/Answer`, { input: { answer: '有理由' }, reason: '电话记录' })
    expect(reply).toMatchObject({ status: 200, headers: { etag: '"2"' }, body: { state: 'ANSWERED', version: 2 } })
  })

  it('tells a warning and does not stop for it', async () => {
    const { id } = await made()
    expect(await post(`/api/alpha/notice/${id}/Answer`, { input: { answer: '?' } })).toMatchObject({
      status: 200,
      body: { warnings: [{ warning: 'UNCLEAR', facts: {}, zh: expect.any(String), todo: { zh: expect.any(String) } }] },
    })
  })

  it('is taken on the version that If-Match names, repeats aside', async () => {
    const { id } = await made()
    const answer = (key: string, version: string) =>
      post(`/api/alpha/notice/${id}/Answer`, { input: { answer: 'x' } }, officer, {
        'if-match': version,
        'idempotency-key': key,
      })
    expect(await answer('k', '"9"')).toMatchObject({
      status: 412,
      body: { code: 'STALE_VERSION', facts: { version: 1, expected: 9 } },
    })
    expect(await answer('k', '"1"')).toMatchObject({ status: 200, body: { version: 2 } })
    expect(await answer('k', '"1"')).toMatchObject({ status: 200, body: { version: 2, repeated: true } })
    expect(await answer('l', 'seven')).toMatchObject({ status: 400, body: { code: 'INVALID_INPUT' } })
  })
})

describe('a refusal', () => {
  it('has status, code, sentence in both languages, facts and what to do', async () => {
    const { id } = await made()
    const { status, headers, body } = await post(`/api/alpha/notice/${id}/Decide`, { input: { outcome: 'fine' } })
    expect(status).toBe(403)
    expect(headers['content-type']).toBe('application/problem+json; charset=utf-8')
    expect(body).toMatchObject({
      type: '/api/problems/ERR_WRONG_APPROVER',
      status: 403,
      code: 'ERR_WRONG_APPROVER',
      instance: `/api/alpha/notice/${id}/Decide`,
      zh: '您的职务不能办理此步骤：须由部门负责人、正职负责人办理，您的职务是办案人员',
      en: 'your office may not take this step: it is for Responsible deputy, Head; you act as Case officer',
      facts: { office: 'officer', needed: ['leader', 'head'] },
      todo: { zh: '提请有该职务的人员办理', en: 'ask somebody who holds that office' },
      record: id,
      version: 1,
    })
  })

  it.each([
    ['another time', 'Decide', 409, 'ERR_TOO_EARLY'],
    ['another state', 'Close', 409, 'ERR_STATE'],
  ])('is 409 when %s would do', async (_why, step, status, code) => {
    const { id } = await made()
    expect(
      await post(`/api/alpha/notice/${id}/${step}`, { input: step === 'Decide' ? { outcome: 'x' } : {} }, leader),
    ).toMatchObject({
      status,
      body: { code },
    })
  })

  it('is 422 when the input is at fault', async () => {
    const { id } = await made()
    expect(await post(`/api/alpha/notice/${id}/Answer`, { at: '2030-01-01', input: { answer: 'x' } })).toMatchObject({
      status: 422,
      body: { code: 'ERR_DATE' },
    })
  })

  it('says that the id is missing where a later step is asked for without one', async () => {
    expect(await post('/api/alpha/notice/Decide', { input: { outcome: 'x' } }, leader)).toMatchObject({
      status: 400,
      body: { code: 'ID_MISSING', todo: { en: 'use POST /api/alpha/notice/<id of the record>/Decide' } },
    })
    expect(await post('/api/alpha/notice/Decidde', {}, leader)).toMatchObject({ status: 404 })
  })

  it('stands in the record with its sentence', async () => {
    const { id } = await made()
    const { body } = await post(`/api/alpha/notice/${id}/Answer`, { at: '2030-01-01', input: { answer: 'x' } })
    const { code, facts, zh, en, todo } = body as Record<string, unknown>
    const record = (await get(`/api/alpha/notice/${id}`)).body
    expect((record.entries as { refused?: unknown }[])[1]!.refused).toEqual({ code, facts, zh, en, todo })
    expect(zh).toMatch(/^日期不成立：办理时间 2030-01-01 00:00，不得晚于 /)
  })
})

describe('who may not', () => {
  it('is told nothing about a record that is not theirs', async () => {
    const { id } = await made()
    for (const reply of [
      await get(`/api/alpha/notice/${id}`, stranger),
      await get(`/api/alpha/notice/${id}/chain`, stranger),
      await get(`/api/alpha/notice/${id}/clocks/CLK-CASE/explain`, stranger),
      await post(`/api/alpha/notice/${id}/Answer`, { input: { answer: 'x' } }, stranger),
      await get(`/api/alpha/notice/${'a'.repeat(26)}`),
    ])
      expect([reply.status, reply.body.code]).toEqual([404, 'NOT_FOUND'])
  })

  it('is told 403 where the step is not their agency’s', async () => {
    expect(await post('/api/alpha/notice/Serve', { input: input('X') }, stranger)).toMatchObject({
      status: 403,
      body: { code: 'FORBIDDEN' },
    })
    const { id } = await made()
    const city = await sample.as('CITY', 'leader', 'p7')
    expect(await get(`/api/alpha/notice/${id}`, city)).toMatchObject({ status: 200 })
    expect(await post(`/api/alpha/notice/${id}/Close`, {}, city)).toMatchObject({
      status: 403,
      body: { code: 'FORBIDDEN' },
    })
  })

  it('has to be signed in', async () => {
    for (const by of [undefined, 'Bearer x.y.z', 'Basic dTpw', officer.slice(0, -4)])
      expect(await send('GET', `/api/alpha/notice/${'a'.repeat(26)}`, undefined, { by })).toMatchObject({
        status: 401,
        body: { code: 'UNAUTHENTICATED' },
        headers: { 'www-authenticate': 'Bearer realm="liandun"' },
      })
  })
})

describe('a record', () => {
  it('shows state, clocks with their explanation, papers, chain, who acted last, what may be done and why not the rest', async () => {
    const { id } = await made()
    const { status, headers, body } = await get(`/api/alpha/notice/${id}`)
    expect([status, headers.etag]).toEqual([200, '"1"'])
    expect(body).toMatchObject({
      id,
      state: 'SERVED',
      version: 1,
      chain: { seq: 1 },
      by: { agency: 'A-1', office: 'officer', person: 'p1', step: 'Serve' },
    })
    expect(body).toMatchObject({
      ...{ kindTitle: { zh: '告知', en: 'Notice' }, by: { stepTitle: { zh: '送达', en: 'Serve' } } },
      names: {
        agencies: { 'A-1': { zh: 'A-1', en: 'A-1' } },
        offices: { officer: { zh: '办案人员', en: 'Case officer' } },
        people: { p1: '王一（虚构）' },
      },
    })
    expect(body.papers).toMatchObject([{ title: '告知书' }])
    expect((body.clocks as { id: string }[]).find((one) => one.id === 'CLK-DEFENCE')).toMatchObject({
      due: '2026-03-09',
      law: 'TOY',
      explanation: {
        zh: '5个工作日，自 2026-03-02 起算（当日不计），截止 2026-03-09',
        en: '5 working days from 2026-03-02 (not counted), due 2026-03-09',
        href: `/api/alpha/notice/${id}/clocks/CLK-DEFENCE/explain`,
      },
      waitsFor: [{ step: 'Answer', agencies: ['A-1'], offices: ['officer'] }],
    })
    expect(body.may).toEqual([{ step: 'Answer', title: { zh: '答复', en: 'Answer' } }])
    expect(body.mayNot).toMatchObject([
      {
        step: 'Decide',
        code: 'ERR_WRONG_APPROVER',
        en: 'your office may not take this step: it is for Responsible deputy, Head; you act as Case officer',
      },
      { step: 'Close', code: 'ERR_WRONG_APPROVER' },
    ])
  })

  it('explains a clock day by day', async () => {
    const { id } = await made()
    const { body } = await get(`/api/alpha/notice/${id}/clocks/CLK-DEFENCE/explain`)
    expect(body).toMatchObject({ due: '2026-03-09', law: 'TOY' })
    expect((body.days as { day: string; counted: boolean }[]).map(({ day, counted }) => [day, counted])).toEqual([
      ['2026-03-02', false],
      ['2026-03-03', true],
      ['2026-03-04', true],
      ['2026-03-05', true],
      ['2026-03-06', true],
      ['2026-03-07', false],
      ['2026-03-08', false],
      ['2026-03-09', true],
    ])
    expect(await get(`/api/alpha/notice/${id}/clocks/CLK-NONE/explain`)).toMatchObject({ status: 404 })
  })

  it('shows a chain that anyone can check', async () => {
    const { createHash } = await import('node:crypto')
    const sm3 = (text: string) => createHash('sm3').update(text).digest('hex')
    const { id } = await made()
    await post(`/api/alpha/notice/${id}/Answer`, { input: { answer: 'x' } })
    const { body } = await get(`/api/alpha/notice/${id}/chain`)
    const { order, commits, head, genesis } = body as unknown as {
      order: string[]
      genesis: string
      head: string
      commits: {
        seq: number
        content: string
        hash: string
        digests: Record<string, string>
        sections: Record<string, { text: string; salt: string }>
      }[]
    }
    let previous = genesis
    for (const { seq, content, hash, digests, sections } of commits) {
      for (const [name, { text, salt }] of Object.entries(sections)) expect(digests[name]).toBe(sm3(salt + text))
      expect(content).toBe(sm3(order.map((name) => digests[name]).join('')))
      expect(hash).toBe(sm3(previous + seq + content))
      previous = hash
    }
    expect(previous).toBe(head)
    expect(Object.keys(commits[0]!.sections)).toEqual(['header', 'input', 'events', 'papers'])
  })
})

describe('hostile input', () => {
  const address = '/api/alpha/notice/Serve'
  const raw = (payload: string | Buffer, headers = { 'content-type': 'application/json' }) =>
    send('POST', address, undefined, { by: officer, raw: payload, headers })

  it.each<[string, string | Buffer, number, string]>([
    ['malformed JSON', '{"input":', 400, 'MALFORMED'],
    ['an empty body', '', 400, 'MALFORMED'],
    ['a list', '[]', 400, 'INVALID_INPUT'],
    ['a text', '"x"', 400, 'INVALID_INPUT'],
    ['null', 'null', 400, 'INVALID_INPUT'],
    ['null input', '{"input":null}', 400, 'INVALID_INPUT'],
    ['a deep body', '{"input":' + '['.repeat(10_000) + ']'.repeat(10_000) + '}', 400, 'MALFORMED'],
    ['a prototype key', '{"input":{"__proto__":{}}}', 400, 'MALFORMED'],
    ['bytes that are no text', Buffer.from([0x7b, 0xff, 0x7d]), 400, 'MALFORMED'],
    ['a body over the limit', JSON.stringify({ input: { to: 'x'.repeat(300_000) } }), 413, 'TOO_LARGE'],
    ['an unknown field', '{"input":{},"also":1}', 400, 'INVALID_INPUT'],
    ['an unknown field of the form', JSON.stringify({ input: { ...input('A'), also: 1 } }), 400, 'INVALID_INPUT'],
    ['a wrong type', JSON.stringify({ input: { ...input('A'), to: 7 } }), 400, 'INVALID_INPUT'],
    [
      'a day that does not exist',
      JSON.stringify({ input: { ...input('A'), servedOn: '2026-02-30' } }),
      400,
      'INVALID_INPUT',
    ],
    ['a moment that does not exist', JSON.stringify({ at: 'yesterday', input: input('A') }), 400, 'INVALID_INPUT'],
  ])('is refused: %s', async (_what, payload, status, code) => {
    const reply = await raw(payload)
    expect([reply.status, reply.body.code]).toEqual([status, code])
    expect(reply.headers['content-type']).toBe('application/problem+json; charset=utf-8')
  })

  it('names the field at fault', async () => {
    const { body } = await raw(JSON.stringify({ input: { ...input('A'), servedOn: '2026-02-30', also: 1 } }))
    expect((body.issues as { path: string }[]).map((issue) => issue.path)).toEqual(['input.servedOn', 'input.also'])
    expect((body.issues as unknown[])[0]).toEqual({
      path: 'input.servedOn',
      zh: '应为存在的日期，如 2026-03-07',
      en: 'write a day that exists, like 2026-03-07',
    })
  })

  it('names twenty places at most, and how many more there are', async () => {
    const also = Object.fromEntries(Array.from({ length: 25 }, (_, index) => [`also${index}`, 1]))
    const { body } = await raw(JSON.stringify({ input: { ...input('A'), ...also } }))
    expect([(body.issues as unknown[]).length, body.more, body.facts]).toEqual([20, 5, { count: 25, more: 5 }])
    expect([body.zh, body.en]).toEqual([
      '填写的内容有 25 处不符合要求，见 issues；另有 5 处没有列出',
      'the input does not fit the form (places: 25); see issues … and 5 more',
    ])
  })

  it('says in each language why a body cannot be read', async () => {
    const { body } = await raw('{')
    expect([body.zh, body.en]).toEqual(['请求内容无法读取：不是 JSON', 'the request cannot be read: not JSON'])
  })

  it.each([
    ['text/plain', 415, 'UNSUPPORTED_TYPE'],
    ['application/x-www-form-urlencoded', 415, 'UNSUPPORTED_TYPE'],
    ['multipart/form-data; boundary=x', 415, 'UNSUPPORTED_TYPE'],
  ])('is refused: content of type %s', async (type, status, code) => {
    const reply = await raw('{}', { 'content-type': type })
    expect([reply.status, reply.body.code]).toEqual([status, code])
  })

  it.each<[string, string, number, string]>([
    ['GET', '/api/nothing/here/at/all/today', 404, 'NOT_FOUND'],
    ['GET', '/nothing', 404, 'NOT_FOUND'],
    ['GET', '/api/me?also=1', 400, 'INVALID_INPUT'],
    ['GET', '/api/portal/clocks?also=1', 400, 'INVALID_INPUT'],
    ['PUT', '/api/alpha/notice/Serve', 405, 'METHOD_NOT_ALLOWED'],
    ['DELETE', '/api/steps', 405, 'METHOD_NOT_ALLOWED'],
    ['POST', '/healthz', 405, 'METHOD_NOT_ALLOWED'],
    ['GET', '/api/alpha/notice/%E0%A4%A', 400, 'MALFORMED'],
    ['GET', `/api/alpha/notice/${'a'.repeat(3000)}`, 404, 'NOT_FOUND'],
    ['GET', '/api/alpha/notice/..%2f..%2fetc', 404, 'NOT_FOUND'],
  ])('is refused: %s %.40s', async (method, url, status, code) => {
    const reply = await send(method as 'GET', url, undefined, { by: officer })
    expect([reply.status, reply.body.code]).toEqual([status, code])
    expect(reply.headers['content-type']).toBe('application/problem+json; charset=utf-8')
    expect(reply.headers['x-content-type-options']).toBe('nosniff')
  })

  it('says what an address takes', async () => {
    expect((await send('PUT', '/api/alpha/notice/Serve', undefined, { by: officer })).headers.allow).toBe(
      'GET, HEAD, POST',
    )
  })

  it.each(ROUTES.map(({ method, path }) => [path.replace(/\{\w+\}|\*/g, 'x'), method]))(
    'says at %s that it takes %s',
    async (path, method) => {
      const { status, headers } = await send('PUT', path, undefined, { by: officer })
      expect([status, String(headers.allow).split(', ')]).toEqual([405, expect.arrayContaining([method])])
    },
  )

  it('names the nearest step and record', async () => {
    expect((await post('/api/alpha/notice/Srve', {})).body).toMatchObject({
      code: 'NOT_FOUND',
      facts: { asked: 'Srve', nearest: 'Serve' },
    })
    expect((await post('/api/alpha/notise/Serve', {})).body).toMatchObject({
      facts: { asked: 'alpha/notise', nearest: 'alpha/notice' },
    })
  })

  it('takes no step of the system from a person', async () => {
    expect(await post('/api/beta/file/OpenFile', { input: {} })).toMatchObject({ status: 404 })
  })

  it('is refused: an idempotency key that is none', async () => {
    expect(await serve('Q', { 'idempotency-key': 'has space' })).toMatchObject({
      status: 400,
      body: { code: 'INVALID_INPUT' },
    })
    expect(await serve('Q', { 'idempotency-key': 'x'.repeat(201) })).toMatchObject({ status: 400 })
  })
})

describe('signing in', () => {
  const signIn = (body: unknown) => send('POST', '/api/sign-in', body)

  it('gives a token that the routes take', async () => {
    const { status, body } = await signIn({ dev: { agency: 'A-1', office: 'leader', person: 'p2', name: '李二' } })
    expect(status).toBe(200)
    expect(await get('/api/me', `Bearer ${String(body.token)}`)).toMatchObject({
      status: 200,
      body: { person: 'p2', name: '李二', agency: 'A-1', office: 'leader', level: 'county' },
    })
  })

  it('tells the offices there are to choose from, and goes on without the password while the token holds', async () => {
    const { tokens } = sample.house
    const wang = {
      actor: { agency: 'A-1', office: 'officer', person: 'p1' },
      name: '王一',
      level: 'county',
      user: 'wangyi',
    }
    const mine = `Bearer ${await tokens.sign(wang)}`
    const offices = [
      { code: 'officer', title: { zh: '办案人员', en: 'Case officer' } },
      { code: 'leader', title: { zh: '部门负责人', en: 'Responsible deputy' } },
    ]
    expect((await get('/api/me', mine)).body).toMatchObject({
      office: 'officer',
      offices,
      secondsLeft: expect.any(Number),
    })
    const renewed = await post('/api/sign-in/renew', {}, mine)
    expect(renewed).toMatchObject({ status: 200, body: { office: 'officer', token: expect.any(String) } })
    const leads = await post('/api/sign-in/office', { office: 'leader' }, mine)
    expect(leads).toMatchObject({ status: 200, body: { person: 'p1', office: 'leader', offices } })
    expect((await get('/api/me', `Bearer ${String(leads.body.token)}`)).body).toMatchObject({ office: 'leader' })
    expect(await post('/api/sign-in/office', { office: 'head' }, mine)).toMatchObject({
      status: 403,
      body: { code: 'OFFICE_NOT_HELD' },
    })
    expect(await post('/api/sign-in/office', {}, mine)).toMatchObject({ status: 400 })
    expect(await send('POST', '/api/sign-in/renew', {})).toMatchObject({ status: 401 })
    const next = `Bearer ${String(renewed.body.token)}`
    expect(await post('/api/sign-out', {}, next)).toMatchObject({ status: 200, body: { ended: true } })
    expect(await Promise.all([get('/api/me', mine), post('/api/sign-in/renew', {}, next)])).toMatchObject([
      { status: 401 },
      { status: 401 },
    ])
    expect(await get('/api/me', `Bearer ${await tokens.sign(wang)}`)).toMatchObject({ status: 200 })
    const old = `Bearer ${await tokens.sign({ ...wang, began: Date.now() - 36_000_000 + 5000 })}`
    expect((await get('/api/me', old)).body.secondsLeft).toBeLessThan(6)
  })

  it('refuses what is not there', async () => {
    expect(await signIn({ user: 'wangyi', password: 'wrong' })).toMatchObject({
      status: 401,
      body: { code: 'WRONG_PASSWORD' },
    })
    expect(await signIn({ dev: { agency: 'Z-1', office: 'leader', person: 'p2' } })).toMatchObject({ status: 400 })
    expect(await signIn({})).toMatchObject({ status: 400, body: { code: 'INVALID_INPUT' } })
    expect(await signIn({ user: 'a' })).toMatchObject({ status: 400 })
  })

  it('keeps dev shut where it is not switched on, the operator’s door aside', async () => {
    const strict = await openSample({ dev: false })
    const dev = { dev: { agency: 'A-1', office: 'leader', person: 'p2' } }
    const payload = JSON.stringify(dev)
    const headers = { 'content-type': 'application/json' }
    const ask = (more: Record<string, string>) =>
      strict.app.inject({ method: 'POST', url: '/api/sign-in', headers: { ...headers, ...more }, payload })
    expect((await ask({})).statusCode).toBe(403)
    expect((await ask({ 'x-operator-token': OPERATOR_TOKEN })).statusCode).toBe(200)
    await strict.close()
  })
})

describe('the operator’s door', () => {
  it('is not there without its token, from elsewhere, or when it is shut', async () => {
    expect(await send('GET', '/api/operator/time')).toMatchObject({ status: 404 })
    expect(
      await send('GET', '/api/operator/time', undefined, { headers: { 'x-operator-token': 'wrong' } }),
    ).toMatchObject({ status: 404 })
    const far = await sample.app.inject({
      method: 'GET',
      url: '/api/operator/time',
      headers: { 'x-operator-token': OPERATOR_TOKEN },
      remoteAddress: '10.0.0.7',
    })
    expect(far.statusCode).toBe(404)
    const shut = await openSample({ operator: { token: OPERATOR_TOKEN, open: () => false } })
    const reply = await shut.app.inject({
      method: 'GET',
      url: '/api/operator/time',
      headers: { 'x-operator-token': OPERATOR_TOKEN },
    })
    expect(reply.statusCode).toBe(404)
    await shut.close()
  })

  it('opens worlds of their own, which requests then reach; the others stay by name', async () => {
    const before = await made()
    const { status, body } = await operate('POST', '/worlds', {
      name: 'a story',
      at: '2026-05-01T09:00',
      switches: { x: 1 },
    })
    expect([status, body]).toEqual([201, { name: 'a-story', now: '2026-05-01T09:00:00.000+08:00' }])
    expect(await get(`/api/alpha/notice/${before.id}`)).toMatchObject({ status: 404 })
    expect(await get(`/api/alpha/notice/${before.id}`, officer, { 'liandun-world': 'main' })).toMatchObject({
      status: 200,
    })
    expect((await operate('POST', '/worlds', { name: 'a story' })).body).toMatchObject({ name: 'a-story-2' })
    expect((await operate('GET', '/worlds')).body).toEqual({
      current: 'a-story-2',
      worlds: ['main', 'a-story', 'a-story-2'],
    })
    expect(await operate('DELETE', '/worlds/a-story')).toMatchObject({ status: 200 })
    expect(await operate('DELETE', '/worlds/a-story-2')).toMatchObject({ status: 200 })
    expect(await operate('DELETE', '/worlds/main')).toMatchObject({ status: 404 })
    expect(await get(`/api/alpha/notice/${before.id}`)).toMatchObject({ status: 200 })
    expect(await get(`/api/alpha/notice/${before.id}`, officer, { 'liandun-world': 'none' })).toMatchObject({
      status: 404,
    })
  })

  it('moves time in steps; what lapses does so at its own instant; it never goes back', async () => {
    await operate('POST', '/worlds', { name: 'clockwork', at: '2026-03-02T09:00' })
    const { id, message } = await made()
    expect((await operate('POST', '/time', { to: '2026-03-13T10:00' })).body).toEqual({
      now: '2026-03-13T10:00:00.000+08:00',
    })
    const { body } = await operate('GET', `/records/alpha/notice/${id}`)
    expect((body.entries as { step: string; at: string }[]).map(({ step, at }) => [step, at])).toEqual([
      ['Serve', '2026-03-02T09:00:00.000+08:00'],
      ['Lapse', '2026-03-10T00:00:00.000+08:00'],
      ['Lapse', '2026-03-13T00:00:00.000+08:00'],
    ])
    expect((await operate('GET', `/caused/${message}`)).body.records).toMatchObject([
      { kind: 'alpha/notice', id },
      { kind: 'beta/file' },
    ])
    expect(await operate('POST', '/time', { to: '2026-03-01' })).toMatchObject({
      status: 400,
      body: { code: 'INVALID_INPUT' },
    })
    expect((await operate('GET', '/time')).body).toEqual({ now: '2026-03-13T10:00:00.000+08:00' })
    expect((await operate('POST', '/quiet', {})).body).toMatchObject({ quiet: true })
    expect((await operate('GET', '/parked')).body).toEqual({ parked: [] })
    expect(await operate('POST', '/redrive', { group: 'beta', record: id })).toMatchObject({
      status: 200,
      body: { delivered: 0 },
    })
    expect((await operate('POST', '/redrive', { group: 'nobody', record: id })).body).toEqual({ delivered: 0 })
    await operate('DELETE', '/worlds/clockwork')
  })
})

describe('the portal', () => {
  it('shows a matter across services to those who may know it, and clocks by due date', async () => {
    await operate('POST', '/worlds', { name: 'portal', at: '2026-03-02T09:00' })
    const first = (await serve('party:u1')).body as { id: string }
    const { id } = await made()
    await post(`/api/alpha/notice/${id}/Answer`, { input: { answer: 'x' } })
    await operate('POST', '/quiet', {})
    const { body } = await get(`/api/portal/dossiers/${first.id}`)
    expect((body.records as { kind: string }[]).map(({ kind }) => kind).sort()).toEqual(['alpha/notice', 'beta/file'])
    expect(body.timeline).toMatchObject([
      { step: 'Serve', agency: 'A-1', events: ['Served'] },
      { step: 'OpenFile', agency: 'SYSTEM' },
    ])
    expect(await get(`/api/portal/dossiers/${first.id}`, stranger)).toMatchObject({ status: 404 })
    const { body: due } = await get('/api/portal/clocks')
    expect(due).toMatchObject({ agency: 'A-1', total: 3 })
    expect(
      (due.clocks as { clock: string; due: string; record: string }[]).map((one) => [
        one.clock,
        one.due,
        one.record === id,
      ]),
    ).toEqual([
      ['CLK-DEFENCE', '2026-03-09', false],
      ['CLK-CASE', '2026-03-12', expect.any(Boolean)],
      ['CLK-CASE', '2026-03-12', expect.any(Boolean)],
    ])
    expect((due.clocks as object[])[0]).toMatchObject({
      ...{ holder: ['A-1'], title: { zh: '钟', en: 'clock' }, lawTitle: { zh: '玩具法', en: 'Toy Act' } },
      ...{ kindTitle: { zh: '告知', en: 'Notice' }, recordStateTitle: { zh: '已送达', en: 'Served' } },
      waitsFor: [{ step: 'Answer', title: { zh: '答复', en: 'Answer' }, agencies: ['A-1'], now: true }],
      heldBy: [{ agency: 'A-1', name: { zh: 'A-1', en: 'A-1' } }],
      until: '2026-03-09',
      says: { zh: '由A-1办理，至 2026-03-09：答复', en: 'with A-1 until 2026-03-09: Answer' },
    })
    expect((await get('/api/portal/clocks?agency=A-1', stranger)).body).toMatchObject({ total: 0, clocks: [] })
    expect((await get('/api/portal/clocks?agency=A-1', await sample.as('CITY', 'leader', 'p7'))).body).toMatchObject({
      total: 3,
    })
    expect(await get('/api/portal/clocks?agency=B-2')).toMatchObject({
      status: 400,
      body: {
        code: 'INVALID_INPUT',
        issues: [{ path: 'agency', zh: '没有 B-2；是否指 B-1？', en: 'there is no B-2; did you mean B-1?' }],
        known: ['A-1', 'B-1', 'CITY', 'RESPONDENT'],
      },
    })
    expect(await get('/api/portal/clocks?limit=zero')).toMatchObject({ status: 400 })
    expect(await get('/api/portal/clocks?where=1')).toMatchObject({ status: 400 })
    const mine = await sample.as('RESPONDENT', 'party', 'x', 'u1')
    expect((await get(`/api/portal/dossiers/${first.id}`, mine)).body).toMatchObject({
      records: [{ id: first.id, state: 'SERVED', stateTitle: { zh: '已送达', en: 'Served' } }],
      timeline: [],
      clocks: [],
    })
    expect((await get('/api/portal/clocks', mine)).body).toMatchObject({ total: 0, clocks: [] })
    const seen = await get(`/api/alpha/notice/${first.id}`, mine)
    const { head } = (await get(`/api/alpha/notice/${first.id}/chain`)).body
    expect(seen.headers.etag).toBeUndefined()
    expect(seen.body).toEqual({
      ...{ id: first.id, kind: 'alpha/notice', dossier: first.id, label: 'party:u1' },
      ...{ state: 'SERVED', stateTitle: { zh: '已送达', en: 'Served' }, kindTitle: { zh: '告知', en: 'Notice' } },
      ...{
        papers: [],
        clocks: [],
        entries: [],
        may: [],
        mayNot: [],
        chain: { head },
        now: '2026-03-02T09:00:00.000+08:00',
      },
    })
    expect((await get(`/api/alpha/notice/${first.id}/chain`, mine)).body).toEqual({
      ...{ id: first.id, kind: 'alpha/notice', head, holds: true },
    })
    await operate('DELETE', '/worlds/portal')
  })
})

describe('what everybody may read', () => {
  it('tells that it lives, that it is ready, and how it does', async () => {
    expect(await send('GET', '/healthz')).toMatchObject({ status: 200, body: { status: 'ok' } })
    expect(await send('GET', '/readyz')).toMatchObject({
      status: 200,
      body: { status: 'ready', services: ['alpha', 'beta', 'portal'] },
    })
    const { text, headers } = await send('GET', '/metrics')
    expect(headers['content-type']).toBe('text/plain; version=0.0.4; charset=utf-8')
    expect(text).toMatch(/^liandun_http_requests_total\{method="GET",route="\/healthz",status="200"\} 1$/m)
    expect(text).toMatch(/^liandun_relay_lag_commits\{world="main",service="alpha"\} 0$/m)
    expect(text).toMatch(/^liandun_consumer_lag_envelopes\{world="main",group="portal:records",topic="alpha"\} 0$/m)
    expect(text).toMatch(/^liandun_parked_records\{world="main",group="beta"\} 0$/m)
    expect(text).toMatch(/^liandun_world_up\{world="main"\} 1$/m)
    expect(text).toMatch(/^liandun_clocks_open\{world="main",service="alpha"\} \d+$/m)
  })

  it('tells the rest while a world cannot be asked', async () => {
    const world = { name: 'main', counters: () => Promise.reject(new Error('no broker')), view: () => undefined }
    const worlds = { names: () => ['main'], named: () => world } as unknown as House['worlds']
    const text = await metricsText(new Requests(), { ...sample.house, worlds })
    expect(text).toMatch(/^liandun_world_up\{world="main"\} 0$/m)
    expect(text).toMatch(/^process_resident_memory_bytes \d+$/m)
    expect(text).not.toContain('liandun_relay_lag_commits')
  })

  it('lists every step with its form', async () => {
    const { body } = await send('GET', '/api/steps')
    const steps = body.steps as { step: string }[]
    expect(steps.map((one) => one.step)).toEqual(['Serve', 'Answer', 'Decide', 'Close'])
    expect(steps[0]).toMatchObject({
      kind: 'alpha/notice',
      first: true,
      paths: ['/api/alpha/notice/Serve'],
      input: { type: 'object', required: ['servedOn', 'to', 'officers'], additionalProperties: false },
    })
  })

  it('has an OpenAPI document of the manifests and readable pages', async () => {
    const { body } = await send('GET', '/api/openapi.json')
    expect(Object.keys(body.paths as object)).toEqual(
      expect.arrayContaining([
        '/api/alpha/notice/Serve',
        '/api/alpha/notice/{id}/Answer',
        '/api/alpha/notice/{id}',
        '/api/sign-in',
      ]),
    )
    const page = await send('GET', '/api/docs')
    expect([page.status, page.text.includes('swagger-ui')]).toEqual([200, true])
    expect((await send('GET', '/api/docs/swagger-ui-bundle.js')).status).toBe(200)
    expect((await send('GET', '/api/docs/swagger-ui-init.js')).text).toContain('/api/alpha/notice/Serve')
    const home = await send('GET', '/')
    expect([home.status, home.text.includes('<html lang="zh-CN">'), home.text.includes('class="banner"')]).toEqual([
      200,
      true,
      false,
    ])
  })

  it('explains any clock of the rules', async () => {
    expect(await send('GET', '/api/rules/clocks/CLK-CASE/explain?start=2026-03-02')).toMatchObject({
      status: 200,
      body: { clock: 'CLK-CASE' },
    })
    expect(await send('GET', '/api/rules/clocks/CLK-CASS/explain?start=2026-03-02')).toMatchObject({
      status: 404,
      body: { facts: { nearest: 'CLK-CASE' } },
    })
    expect(await send('GET', '/api/rules/clocks/CLK-CASE/explain?start=soon')).toMatchObject({ status: 400 })
    expect(await send('GET', '/api/rules/clocks/CLK-CASE/explain')).toMatchObject({ status: 400 })
    const elsewhere = '/api/rules/clocks/CLK-CASE/explain?start=2026-03-02&record=alpha/notise'
    expect(await send('GET', elsewhere)).toMatchObject({
      status: 400,
      body: { issues: [{ path: 'record', en: 'there is no alpha/notise; did you mean alpha/notice?' }] },
    })
  })

  it('explains every refusal', async () => {
    expect(await send('GET', '/api/problems/ERR_LATE')).toMatchObject({
      status: 200,
      body: { code: 'ERR_LATE', status: 409 },
    })
    const { conditions } = (await send('GET', '/api/problems/ERR_GUARD')).body
    expect(conditions).toContainEqual({
      guard: 'no-target',
      status: 422,
      says: { zh: '没有写明查处对象', en: 'no target is named' },
      todo: { zh: '至少写明一个查处对象', en: 'name at least one target' },
    })
    expect(await send('GET', '/api/problems/ERR_LAT')).toMatchObject({
      status: 404,
      body: { facts: { nearest: 'ERR_LATE' } },
    })
    expect(await send('GET', '/api/problems/constructor')).toMatchObject({ status: 404 })
  })
})

describe('on the wire', () => {
  it('answers what is no HTTP, and sends away what comes while it closes', async () => {
    const { connect } = await import('node:net')
    const own = await openSample()
    await own.app.listen(0, '127.0.0.1')
    const { port } = own.app.getHttpServer().address() as { port: number }
    const talk = (text: string) =>
      new Promise<string>((done) => {
        let heard = ''
        const socket = connect(port, '127.0.0.1', () => socket.write(text))
        socket.on('data', (bytes) => (heard += String(bytes)))
        socket.on('close', () => done(heard))
      })
    expect(await talk('HELLO\r\n\r\n')).toMatch(
      /^HTTP\/1\.1 400 Bad Request[\s\S]*application\/problem\+json[\s\S]*"MALFORMED"/,
    )
    const kept = connect(port, '127.0.0.1')
    const heard: string[] = []
    kept.on('data', (bytes) => heard.push(String(bytes)))
    const body = JSON.stringify({ user: 'a', password: 'b' })
    kept.write(
      `POST /api/sign-in HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n`,
    )
    await new Promise((done) => setTimeout(done, 50))
    const closed = own.close()
    kept.write(`${body}GET /healthz HTTP/1.1\r\nhost: x\r\n\r\n`)
    await Promise.all([closed, new Promise((done) => kept.once('close', done))])
    expect(heard.join('')).toMatch(/^HTTP\/1\.1 401 /)
    expect(heard.join('')).toMatch(/HTTP\/1\.1 503 [\s\S]*"BUSY"/)
  }, 20_000)
})

describe('a demonstration', () => {
  it('says so on every answer, error and page', async () => {
    const demo = await openSample({ demonstration: { zh: '演示世界', en: 'a demonstration' } })
    const ask = (url: string) => demo.app.inject({ method: 'GET', url })
    for (const url of [
      '/healthz',
      '/api/steps',
      '/nothing',
      '/',
      '/metrics',
      '/api/docs',
      '/api/alpha/notice/%E0%A4%A',
    ])
      expect([url, (await ask(url)).headers['liandun-demonstration']]).toEqual([url, 'yes'])
    expect((await ask('/healthz')).json()).toEqual({
      status: 'ok',
      demonstration: { zh: '演示世界', en: 'a demonstration' },
    })
    expect((await ask('/nothing')).json()).toMatchObject({ code: 'NOT_FOUND', demonstration: { zh: '演示世界' } })
    expect((await ask('/')).body).toContain('演示世界')
    expect((await ask('/api/docs')).body).toContain('演示世界')
    await demo.close()
  })
})
