import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { openSample, OPERATOR_TOKEN, type Sample } from '../shell.sample.js'
import { agoOf } from './meanwhile.js'

let sample: Sample
beforeAll(async () => {
  sample = await openSample()
})
afterAll(() => sample.close())

const post = async (path: string, body: unknown, by: string, headers: Record<string, string> = {}) => {
  const reply = await sample.app.inject({
    method: 'POST',
    url: path,
    headers: { 'content-type': 'application/json', authorization: by, ...headers },
    payload: JSON.stringify(body),
  })
  return { status: reply.statusCode, headers: reply.headers, body: JSON.parse(reply.body) as Record<string, unknown> }
}
const AT = { 'x-operator-token': OPERATOR_TOKEN }
const served = async (to: string, by: string) =>
  (await post('/api/alpha/notice/Serve', { input: { servedOn: '2026-03-02', to, officers: ['p1'] } }, by)).body
    .id as string

describe('a step on an older version', () => {
  it('is answered who acted meanwhile, how long ago and by which step', async () => {
    const [wang, li] = [await sample.as('A-1', 'officer', 'p1'), await sample.as('A-1', 'officer', 'p3')]
    const id = await served('M-1', wang)
    await post(`/api/alpha/notice/${id}/Answer`, { input: { answer: 'x' } }, wang)
    await post('/api/operator/time', { to: '2026-03-02T09:02' }, wang, AT)
    const late = await post(`/api/alpha/notice/${id}/Answer`, { input: { answer: 'y' } }, li, { 'if-match': '"1"' })
    expect([late.status, late.headers.etag]).toEqual([412, '"2"'])
    expect(late.body).toMatchObject({
      code: 'STALE_VERSION',
      zh: '记录已有新的进展：2 分钟前，王一（虚构）（A-1，办案人员），“答复”（当前版本 2，您依据的是 1）',
      en: 'the record has moved on: 王一（虚构） (A-1, Case officer), 2 minutes ago: “Answer” (it is at version 2, you acted on 1)',
      todo: { zh: '先看清新的进展，再决定是否继续', en: 'look at what is new, then decide' },
      facts: { version: 2, expected: 1, by: 'person' },
      meanwhile: [
        {
          ...{ version: 2, step: 'Answer', title: { zh: '答复', en: 'Answer' } },
          ago: { zh: '2 分钟前', en: '2 minutes ago' },
          by: { kind: 'person', agency: 'A-1', office: 'officer' },
        },
      ],
    })
  })

  it('tells a clock from a person', async () => {
    const wang = await sample.as('A-1', 'officer', 'p1')
    const id = await served('M-2', wang)
    await post('/api/operator/time', { to: '2026-03-10T00:00' }, wang, AT)
    const late = await post(`/api/alpha/notice/${id}/Answer`, { input: { answer: 'y' } }, wang, { 'if-match': '"1"' })
    expect(late.body).toMatchObject({
      facts: { by: 'clock' },
      meanwhile: [
        {
          step: 'Lapse',
          title: { zh: '视为放弃', en: 'Waived' },
          by: { kind: 'clock', who: { zh: '期限届满（系统时钟）', en: 'a clock that ran out' } },
        },
      ],
    })
  })

  it('tells a party only that something is new', async () => {
    const id = await served('party:u7', await sample.as('A-1', 'officer', 'p1'))
    const party = await sample.as('RESPONDENT', 'party', 'x', 'u7')
    const late = await post(`/api/alpha/notice/${id}/Answer`, { input: { answer: 'y' } }, party, { 'if-match': '"7"' })
    expect(late.body).not.toHaveProperty('meanwhile')
    expect(late.headers.etag).toBeUndefined()
    expect(JSON.stringify(late.body)).not.toMatch(/版本|version/)
  })
})

it.each([
  ['2026-03-02T09:00:59.999+08:00', '刚刚', 'just now'],
  ['2026-03-02T09:01:00.000+08:00', '1 分钟前', '1 minute ago'],
  ['2026-03-02T10:59:00.000+08:00', '1 小时前', '1 hour ago'],
  ['2026-03-05T09:00:00.000+08:00', '3 天前', '3 days ago'],
])('says at %s how long ago nine o’clock was', (now, zh, en) => {
  expect(agoOf('2026-03-02T09:00:00.000+08:00', now)).toEqual({ zh, en })
})
