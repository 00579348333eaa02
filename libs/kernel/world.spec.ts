import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { manualTime, openEmbedded, type Embedded } from '#embedded'
import { brokenAt } from './commit.js'
import { readInstant } from './instant.js'
import { leader, officer, services, stranger, toyPolicy, toyRules } from './toy.js'
import { createWorld, type World } from './world.js'
import type { Answer } from './answer.js'

const at = (text: string) => readInstant(text)!
let dir: string
let store: Embedded
let world: World
let time: ReturnType<typeof manualTime>
let keys = 0

const open = async (start: string) => {
  time = manualTime(at(start))
  store = await openEmbedded({ dir, time })
  world = createWorld({
    name: 'toy',
    services,
    ports: { ...store, time },
    rules: toyRules(),
    policy: toyPolicy,
    key: 'secret',
  })
  await world.start()
}

const shut = async () => {
  await world.stop()
  await store.close()
}

beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'toy-'))
  await open('2026-03-02T09:00')
})
afterEach(async () => {
  await shut()
  rmSync(dir, { recursive: true })
})

const act = (step: string, input: unknown, more: object = {}): Promise<Answer> =>
  world.handle({ kind: 'alpha/notice', step, actor: officer, input, key: `k${keys++}`, ...more })
const serve = (to = 'B-1', more: object = {}) => act('Serve', { servedOn: '2026-03-02', to, officers: ['p1'] }, more)
const done = async (answer: Promise<Answer>) => {
  const got = await answer
  if (got.outcome !== 'done') throw new Error(JSON.stringify(got))
  return got
}
const clocks = async (id: string) =>
  Object.fromEntries((await world.show('alpha/notice', id, officer))!.clocks.map((clock) => [clock.id, clock]))

describe('a world of two services', () => {
  it('makes a record, numbers its paper, starts its clocks', async () => {
    const made = await done(serve())
    expect(made).toMatchObject({ state: 'SERVED', version: 1, repeated: false })
    expect(made.papers).toEqual([
      { title: '告知书', number: '甲告〔2026〕1号', agency: 'A-1', on: '2026-03-02', fields: {} },
    ])
    expect((await clocks(made.id))['CLK-DEFENCE']).toMatchObject({ state: 'running', due: '2026-03-09' })
  })

  it('answers a repeat as before and another body under the same key with a mismatch', async () => {
    const first = await done(serve('B-1', { key: 'same' }))
    const again = await done(serve('B-1', { key: 'same' }))
    expect(again).toEqual({ ...first, repeated: true })
    expect(await serve('C-1', { key: 'same' })).toEqual({ outcome: 'mismatch' })
  })

  it('refuses a strange agency, a wrong office, a wrong person, an early decision, a wrong state', async () => {
    const { id } = await done(serve())
    expect(await act('Answer', { answer: 'x' }, { id, actor: stranger })).toEqual({
      outcome: 'denied',
      why: 'forbidden',
    })
    expect(await act('Answer', { answer: 'x' }, { id, actor: { ...stranger, agency: 'Z-1' } })).toEqual({
      outcome: 'denied',
      why: 'hidden',
    })
    expect(await act('Decide', { outcome: 'x' }, { id })).toMatchObject({
      outcome: 'refused',
      code: 'ERR_WRONG_APPROVER',
      version: 1,
    })
    expect(await act('Decide', { outcome: 'x' }, { id, actor: { ...leader, person: 'p1' } })).toMatchObject({
      code: 'ERR_SOD',
    })
    expect(await act('Decide', { outcome: 'x' }, { id, actor: leader })).toMatchObject({ code: 'ERR_TOO_EARLY' })
    expect(await act('Close', {}, { id, actor: leader })).toMatchObject({
      code: 'ERR_STATE',
      facts: { state: 'SERVED' },
    })
    expect(await act('Close', { extra: 1 }, { id, actor: leader })).toMatchObject({ outcome: 'invalid' })
    expect(await act('Answer', { answer: 'x' }, { id, at: '2026-04-01' })).toMatchObject({ code: 'ERR_DATE' })
  })

  it('names the record that holds a claim to those who may know it, and the claim to nobody', async () => {
    const { id } = await done(serve())
    const mine = await serve('B-1', { key: 'mine' })
    expect(mine).toMatchObject({ code: 'ERR_GUARD' })
    expect('facts' in mine && mine.facts).toEqual({ guard: 'claim-taken', of: 'alpha/notice', record: id })
    const theirs = await serve('B-1', { key: 'theirs', actor: { ...officer, agency: 'A-2' } })
    expect('facts' in theirs && theirs.facts).toEqual({ guard: 'claim-taken' })
  })

  it('lapses at its own instant and tells the other service', async () => {
    const { id } = await done(serve())
    await world.advance(at('2026-03-13T10:00'))
    await world.quiet()
    const shown = (await world.show('alpha/notice', id, officer))!
    expect(shown.facts).toMatchObject({ waived: true })
    expect(shown.entries.map((entry) => [entry.step, entry.at])).toEqual([
      ['Serve', at('2026-03-02T09:00')],
      ['Lapse', at('2026-03-10')],
      ['Lapse', at('2026-03-13')],
    ])
    expect((await clocks(id))['CLK-CASE']).toMatchObject({ state: 'breached', due: '2026-03-12' })
    const [file] = world.caused(shown.entries[0]!.hash) // nothing is caused by a hash
    expect(file).toBeUndefined()
    const late = await done(act('Decide', { outcome: 'fine' }, { id, actor: leader }))
    expect(late.events).toMatchObject([{ type: 'Decided', lateBy: { clock: 'CLK-CASE', n: 1, unit: 'CD' } }])
  })

  it('takes a lapse back when a timely fact is recorded late, and not when something was built on it', async () => {
    const { id } = await done(serve())
    const other = (await done(serve('C-1'))).id
    await world.advance(at('2026-03-11T10:00'))
    await done(act('Decide', { outcome: 'fine' }, { id: other, actor: leader }))
    await done(act('Answer', { answer: 'in time' }, { id, at: '2026-03-09T16:00' }))
    const shown = (await world.show('alpha/notice', id, officer))!
    expect(shown).toMatchObject({ state: 'ANSWERED', facts: { waived: false, answer: 'in time' } })
    expect(shown.clocks[0]!.id).toBe('CLK-CASE')
    expect(shown.entries.at(-1)!.events.map((one) => one.type)).toEqual(['Answered', 'LapseTakenBack'])
    expect(await act('Answer', { answer: 'in time' }, { id: other, at: '2026-03-09T16:00' })).toMatchObject({
      outcome: 'refused',
      code: 'ERR_GUARD',
      facts: { guard: 'built-on-lapse', step: 'Decide' },
    })
  })

  it('makes one file for two notices of the same name, and the same after a restart', async () => {
    const first = await done(serve('B-1'))
    await world.quiet()
    expect(world.caused(first.message)).toHaveLength(2)
    expect(await serve('B-1')).toMatchObject({ outcome: 'refused', code: 'ERR_GUARD' })
    await shut()
    await open('2026-03-20T09:00')
    await world.lapseDue()
    await world.quiet()
    const shown = (await world.show('alpha/notice', first.id, officer))!
    expect(shown.entries.map((entry) => entry.step)).toEqual(['Serve', 'Lapse', 'Lapse'])
    expect(shown.entries.map((entry) => entry.recordedAt)).toEqual([
      at('2026-03-02T09:00'),
      at('2026-03-20T09:00'),
      at('2026-03-20T09:00'),
    ])
    const chain = (await world.chain('alpha/notice', first.id, officer))!
    expect(brokenAt(chain, 'secret')).toBeUndefined()
    expect(
      brokenAt(
        chain.map((one) => ({ ...one, events: one.events.replace('B-1', 'C-1') })),
        'secret',
      ),
    ).toEqual({ seq: 1, why: 'content' })
  })

  it('writes one refusal per version, person, step and code, and stops counting at twenty an hour', async () => {
    const { id } = await done(serve())
    await act('Close', {}, { id, actor: leader })
    await act('Close', {}, { id, actor: leader })
    expect((await world.show('alpha/notice', id, officer))!.chain.seq).toBe(2)
    for (let n = 0; n < 25; n++) await act('Decide', { outcome: 'x' }, { id, actor: { ...officer, person: 'flood' } })
    expect((await world.show('alpha/notice', id, officer))!.chain.seq).toBe(3)
  })

  it('says what a person may do now and why not the rest', async () => {
    const { id } = await done(serve())
    const shown = (await world.show('alpha/notice', id, leader))!
    expect(shown.may).toEqual([])
    expect(shown.mayNot.map(({ step, code }) => [step, code])).toEqual([
      ['Answer', 'ERR_WRONG_APPROVER'],
      ['Decide', 'ERR_TOO_EARLY'],
      ['Close', 'ERR_STATE'],
    ])
  })
})

describe('an act that is only rehearsed', () => {
  const rehearse = (step: string, input: unknown, more: object = {}) =>
    world.rehearse({ kind: 'alpha/notice', step, actor: officer, input, key: 'never', ...more })
  const served = { servedOn: '2026-03-02', to: 'B-1', officers: ['p1'] }

  it('tells the state, the papers and the clocks that it would bring, and makes nothing', async () => {
    expect(await rehearse('Serve', served)).toMatchObject({
      outcome: 'possible',
      state: 'SERVED',
      papers: ['告知书'],
      warnings: [],
      clocks: [
        { id: 'CLK-CASE', due: '2026-03-12' },
        { id: 'CLK-DEFENCE', state: 'running', due: '2026-03-09' },
      ],
    })
    const made = await done(serve())
    expect(made.papers[0]!.number).toBe('甲告〔2026〕1号')
    expect(await rehearse('Answer', { answer: 'x' }, { id: made.id })).toMatchObject({ outcome: 'possible' })
    expect(await world.show('alpha/notice', made.id, officer)).toMatchObject({ state: 'SERVED', version: 1 })
  })

  it('is refused as the act itself would be, and no refusal is kept', async () => {
    const { id } = await done(serve())
    const early = await rehearse('Decide', { outcome: 'fine' }, { id, actor: leader })
    expect(early).toMatchObject({ outcome: 'refused', code: 'ERR_TOO_EARLY', id, version: 1 })
    expect(await rehearse('Serve', served)).toMatchObject({ outcome: 'refused' })
    expect(await rehearse('Answer', { answer: 'x' }, { id, actor: stranger })).toEqual({
      outcome: 'denied',
      why: 'forbidden',
    })
    expect(await rehearse('Answer', {}, { id })).toMatchObject({ outcome: 'invalid' })
    expect((await world.show('alpha/notice', id, officer))!.entries).toHaveLength(1)
  })
})
