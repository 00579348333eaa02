import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { manualTime, openEmbedded, type Embedded } from '#embedded'
import { readInstant, type Actor } from '#kernel'
import { createWorld, type World } from '#kernel/world'
import { policy } from '#policy'
import { sampleRules } from './city.sample.js'
import { intake } from './service.js'

const rules = sampleRules()
const at = (text: string) => readInstant(text)!
const FIRST = 'SAMR-411002'
const SECOND = 'SAMR-411003'
const HUB = 'HUB-411000'
const actor = (office: string, agency = FIRST): Actor => ({ agency, office, person: `${agency}-${office}` })
const FIRM = { name: '某电力器材公司（虚构）', uscc: '91411003MA9FK20288' }
const REPORTER = { name: '王某（虚构）', contact: '000-0000' }

let dir: string
let store: Embedded
let world: World
let keys = 0

beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'intake-'))
  const time = manualTime(at('2026-06-01T09:00'))
  store = await openEmbedded({ dir, time })
  const ports = { ...store, time }
  world = createWorld({ name: 'intake', services: [intake], ports, rules, policy, key: 'secret' })
  await world.start()
})
afterEach(async () => {
  await world.stop()
  await store.close()
  rmSync(dir, { recursive: true })
})

const act = async (step: string, by: Actor, input: object, id?: string) => {
  const answer = await world.handle({ kind: 'intake/lead', step, actor: by, input, id, key: `k${keys++}` })
  await world.quiet()
  return answer
}
const done = async (step: string, by: Actor, input: object, id?: string): Promise<string> => {
  const answer = await act(step, by, input, id)
  if (answer.outcome !== 'done') throw new Error(`${step}: ${JSON.stringify(answer)}`)
  return answer.id
}
const shown = async (id: string, agency = FIRST) => {
  const found = await world.show('intake/lead', id, actor('officer', agency))
  return found && { state: found.state, facts: found.facts as Record<string, unknown> }
}

const report = (agency: string, more: object = {}) =>
  done('RegisterLead', actor('intake', agency), {
    ...{
      channel: 'SRC-12315-JB',
      subject: FIRM,
      handler: true,
      clue: '销售假冒注册商标的接线端子',
      reporter: REPORTER,
    },
    ...more,
  })
const verifying = async (agency: string, more: object = {}) => {
  const id = await report(agency, more)
  await done('ClassifyLead', actor('officer', agency), { ip: 'trademark' }, id)
  await done('StartVerification', actor('officer', agency), {}, id)
  return id
}
const evaluate = (id: string, agency: string, yuan: number) =>
  done(
    'EvaluateThreshold',
    actor('officer', agency),
    { metrics: { illegal_business: yuan * 100 }, evidence: ['账册一'], suspicion: false },
    id,
  )

describe('two bureaus, one subject', () => {
  it('both are told when their amounts reach a threshold together, and linked before', async () => {
    const first = await verifying(FIRST)
    const second = await verifying(SECOND)
    expect((await shown(first))!.facts.linked).toEqual([{ id: second, kind: 'intake/lead', agency: SECOND }])
    await evaluate(first, FIRST, 30_000)
    await evaluate(second, SECOND, 30_000)
    const met = { counterfeit_mark_goods: 'serious' }
    expect([(await shown(first))!.facts.met, (await shown(second, SECOND))!.facts.met]).toEqual([met, met])
  })

  it('also when both evaluate in the same instant', async () => {
    const [first, second] = [await verifying(FIRST), await verifying(SECOND)]
    await Promise.all([evaluate(first, FIRST, 30_000), evaluate(second, SECOND, 30_000)])
    expect([(await shown(first))!.facts.met, (await shown(second, SECOND))!.facts.met]).toEqual([
      { counterfeit_mark_goods: 'serious' },
      { counterfeit_mark_goods: 'serious' },
    ])
  })

  it('also where the person hides behind a shop', async () => {
    const first = await verifying(FIRST, { subject: { name: '某网店（虚构）', shop: 's-1' } })
    const second = await verifying(SECOND)
    await evaluate(first, FIRST, 30_000)
    await evaluate(second, SECOND, 30_000)
    expect((await shown(first))!.facts.met).toEqual({})
    await verifying('SAMR-411081', { subject: { ...FIRM, shop: 's-1' } })
    expect([(await shown(first))!.facts.met, (await shown(second, SECOND))!.facts.met]).toEqual([
      { counterfeit_mark_goods: 'serious' },
      { counterfeit_mark_goods: 'serious' },
    ])
  })

  it('neither sees the other’s lead', async () => {
    const first = await verifying(FIRST)
    expect(await shown(first, SECOND)).toBeUndefined()
  })
})

describe('a reporter', () => {
  it('is another pseudonym in every lead, so that nobody can link them, and nowhere a name', async () => {
    const [first, second] = [await report(FIRST), await report(FIRST)]
    const pseudonyms = [(await shown(first))!.facts.reporter, (await shown(second))!.facts.reporter]
    expect(pseudonyms).toEqual(['INF-2026-0001', 'INF-2026-0002'])
    const text = JSON.stringify(await world.show('intake/lead', second, actor('officer')))
    expect(text).not.toContain('王某')
    expect(text).not.toContain('INF-2026-0001')
  })

  it('stands in no other text of the same report', async () => {
    const input = { channel: 'SRC-12315-JB', subject: FIRM, handler: true, reporter: REPORTER }
    const telling = { ...input, clue: '王某（虚构）见过该厂的假商标' }
    expect(await act('RegisterLead', actor('intake'), telling)).toMatchObject({
      outcome: 'refused',
      code: 'ERR_IDENTITY',
      facts: { field: 'clue', what: 'reporter' },
    })
  })

  it('two anonymous reports are no repeat, nor are reports of two persons', async () => {
    const repeated = async (one: unknown, other: unknown) => {
      const first = await verifying(FIRST, { reporter: one })
      const again = await report(FIRST, { reporter: other })
      return act('CloseRepeat', actor('intake'), { of: first }, again)
    }
    const other = { outcome: 'refused', code: 'ERR_GUARD', facts: { guard: 'other-reporter' } }
    expect(await repeated(undefined, undefined)).toMatchObject(other)
    expect(await repeated(REPORTER, { ...REPORTER, contact: '13900000003' })).toMatchObject(other)
  })

  it('who tells more restarts the earlier lead', async () => {
    const first = await verifying(FIRST)
    const again = await report(FIRST)
    await done('MergeRepeat', actor('intake'), { into: first, newFacts: '另有一处仓库' }, again)
    expect([(await shown(first))!.state, (await shown(again))!.state]).toEqual(['VERIFYING', 'MERGED'])
    const earlier = await world.show('intake/lead', first, actor('officer'))
    expect(earlier!.entries.map(({ step }) => step)).toContain('AbsorbRepeat')
  })
})

describe('from the hub to the district', () => {
  it('a report is dispatched, returned and dispatched again', async () => {
    const id = await report(HUB, { handler: false })
    await done('ClassifyLead', actor('intake', HUB), { ip: 'trademark' }, id)
    await done('DispatchLead', actor('intake', HUB), { to: FIRST }, id)
    await done('ReturnLead', actor('intake'), { reason: '不在本辖区' }, id)
    expect(await act('ReturnLead', actor('intake'), { reason: '不在本辖区' }, id)).toMatchObject({ outcome: 'denied' })
    await done('DispatchLead', actor('intake', HUB), { to: SECOND, receivedOn: null }, id)
    expect(await act('StartVerification', actor('officer', SECOND), {}, id)).toMatchObject({ code: 'ERR_GUARD' })
    await done('AcknowledgeNotice', actor('intake', SECOND), {}, id)
    await done('StartVerification', actor('officer', SECOND), {}, id)
    expect((await shown(id, SECOND))!.state).toBe('VERIFYING')
  })

  it('mixed material becomes two leads, the complaint on its own track', async () => {
    const id = await report(FIRST)
    await done('SplitMixed', actor('intake'), {}, id)
    const rows = await world.view('intake', 'subject-matters')!.find({})
    expect(rows).toHaveLength(2)
  })

  it('another department gets a lead of its own', async () => {
    const id = await report(FIRST)
    await done('ClassifyLead', actor('officer'), { ip: 'copyright' }, id)
    await done('TransferToOtherDept', actor('leader'), { to: 'CULT-411000' }, id)
    const rows = await world.view('intake', 'subject-matters')!.find({ agency: 'CULT-411000' })
    expect(rows).toEqual([expect.objectContaining({ kind: 'intake/lead', stage: 'RECEIVED' })])
  })
})
