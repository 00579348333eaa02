import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { intake } from '#intake'
import { portal } from '#portal'
import { loadRules } from '#rules'
import { openSample, type Sample } from './shell.sample.js'

const HUB = ['HUB-411000', 'intake'] as const
const BUREAU = ['SAMR-411002', 'officer'] as const
/** Fictitious, like all persons here. */
const SHOP = { name: '魏都区某饰品店（虚构）' }
const REPORTER = { name: '虚构的赵大', contact: '13900000000' }

let sample: Sample
beforeAll(async () => {
  sample = await openSample({ services: [intake, portal], rules: loadRules() })
}, 60_000)
afterAll(() => sample.close())

const asked = async (by: readonly [string, string], url: string, input?: object) => {
  const authorization = await sample.as(by[0], by[1], `${by[0]}-${by[1]}`)
  const answer = await sample.app.inject({
    method: input ? 'POST' : 'GET',
    url,
    headers: { authorization, 'content-type': 'application/json' },
    payload: input && JSON.stringify({ input }),
  })
  expect(answer.statusCode).toBeLessThan(300)
  return JSON.parse(answer.body)
}

const dispatched = async (channel: string): Promise<string> => {
  const lead = { channel, handler: false, subject: SHOP, clue: '疑为假冒', reporter: REPORTER }
  const { id } = await asked(HUB, '/api/intake/lead/RegisterLead', lead)
  await asked(HUB, `/api/intake/lead/${id}/ClassifyLead`, { ip: 'trademark' })
  await asked(HUB, `/api/intake/lead/${id}/DispatchLead`, { to: 'SAMR-411002', receivedOn: '2026-03-02' })
  await sample.worlds.main.quiet()
  return id
}

const offered = async (id: string): Promise<string[]> => {
  const { rows } = await asked(BUREAU, '/api/portal/work')
  return rows.find((row: { id: string }) => row.id === id).may.map(({ step }: { step: string }) => step)
}

describe('the steps of a line', () => {
  it('of a report are those of reports, the one that brings it on first', async () => {
    const steps = await offered(await dispatched('SRC-12315-JB'))
    expect(steps[0]).toBe('StartVerification')
    expect(steps).not.toContain('AcceptComplaint')
    expect(steps).not.toContain('RejectComplaint')
  })

  it('of a complaint are those of complaints', async () => {
    const steps = await offered(await dispatched('SRC-12315-TS'))
    expect(steps).toEqual(expect.arrayContaining(['AcceptComplaint', 'RejectComplaint']))
    expect(steps).not.toContain('StartVerification')
  })
})
