import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { credit } from '#credit'
import { intake } from '#intake'
import { mediation } from '#mediation'
import { portal } from '#portal'
import { routing } from '#routing'
import { loadRules } from '#rules'
import { stepForms, type StepForm } from './forms.js'
import { openSample, type Sample } from './shell.sample.js'

/** Every step of the city, every field of its form: what no form allows is a 4xx, never a 5xx, and nothing is written. */

const services = [intake, routing, mediation, credit, portal]
const forms = stepForms(services, { ipTypes: [] })

const VALUES: readonly unknown[] = [
  null,
  -1,
  0.5,
  1e300,
  '',
  'x'.repeat(5000),
  '2026-02-30',
  '\u0007',
  [],
  [null],
  [[]],
  {},
  { $gt: '' },
  { toString: 1 },
]

let sample: Sample
let tokens: Map<string, string>

const officeOf = (form: StepForm): string => {
  const known = sample.house.rules.officesIn(form.who.office[0]!)
  return known[0]!
}

/** Someone whose agency has the right, where the step asks for one. */
const agencyFor = (form: StepForm): string => {
  const { agencies, may } = sample.house.rules
  return agencies.find(({ code }) => form.who.may === undefined || may(code, form.who.may))!.code
}

const tokenFor = async (form: StepForm): Promise<string> => {
  const [agency, office] = [agencyFor(form), officeOf(form)]
  const name = `${agency} ${office}`
  const token = tokens.get(name) ?? (await sample.as(agency, office, 'p1', office === 'party' ? 'u1' : undefined))
  tokens.set(name, token)
  return token
}

const post = async (form: StepForm, path: string, payload: string) => {
  const headers = { 'content-type': 'application/json', authorization: await tokenFor(form) }
  const { statusCode, headers: answered } = await sample.app.inject({
    method: 'POST',
    url: path.replace('{id}', 'a'.repeat(26)),
    headers,
    payload,
  })
  return { status: statusCode, type: answered['content-type'] }
}

const written = async (): Promise<number> => {
  const all = services.flatMap(({ name, records }) =>
    records.map(({ record }) => sample.ports.records(name).list(record.kind, undefined, 10)),
  )
  return (await Promise.all(all)).flat().length
}

beforeAll(async () => {
  sample = await openSample({ services, rules: loadRules() })
  tokens = new Map()
}, 60_000)
afterAll(() => sample.close())

describe('every route of every step', () => {
  it.each(forms.map((form) => [`${form.kind}/${form.step}`, form] as const))('%s', async (_name, form) => {
    const fields = Object.keys((form.input as { properties?: object }).properties ?? {})
    const bodies = fields.flatMap((field) => VALUES.map((value) => JSON.stringify({ input: { [field]: value } })))
    const shapes = [
      '{',
      '[]',
      '7',
      '{"input":[]}',
      '{"input":{"unknown":1}}',
      '{"at":7}',
      '{"reason":""}',
      '{"also":1}',
    ]
    for (const path of form.paths)
      for (const payload of [...shapes, ...bodies]) {
        const { status, type } = await post(form, path, payload)
        if (status < 400 || status > 499 || type !== 'application/problem+json; charset=utf-8')
          expect({ path, payload, status, type }).toEqual('4xx problem+json')
      }
  })

  it('takes a well-formed input of nobody’s record as a 404', async () => {
    const next = forms.filter((form) => !form.first && !((form.input as { required?: string[] }).required ?? []).length)
    expect(next.length).toBeGreaterThan(5)
    for (const form of next)
      expect([form.step, (await post(form, form.paths[0]!, '{}')).status]).toEqual([form.step, 404])
  })

  it('has written nothing', async () => {
    expect(await written()).toBe(0)
  })
})
