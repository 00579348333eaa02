import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { manualTime, openEmbedded, type Embedded } from '#embedded'
import { readInstant } from './instant.js'
import type { Policy } from './policy.js'
import { leader, officer, services, toyPolicy, toyRules } from './toy.js'
import { createWorld, type World } from './world.js'

let dir: string
let store: Embedded
let world: World
/** Whether anyone may know a record that exists. */
let known = true

beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'repeats-'))
  const time = manualTime(readInstant('2026-03-02T09:00')!)
  store = await openEmbedded({ dir, time })
  const policy: Policy = {
    knows: () => known,
    allows: (actor, _step, record) => (record ? known : true) && toyPolicy.allows(actor),
  }
  world = createWorld({ name: 'toy', services, ports: { ...store, time }, rules: toyRules(), policy, key: 'secret' })
  await world.start()
})
afterEach(async () => {
  known = true
  await world.stop()
  await store.close()
  rmSync(dir, { recursive: true })
})

const act = (step: string, input: unknown, key: string, more: object = {}) =>
  world.handle({ kind: 'alpha/notice', step, actor: officer, input, key, ...more })
const serve = (more: object = {}) =>
  act('Serve', { servedOn: '2026-03-02', to: 'B-1', officers: ['p1'] }, 'served', more)

describe('a request that comes again', () => {
  it('is answered with the state it led to, however far the record has gone since', async () => {
    const first = await serve()
    const { id } = first as { id: string }
    const second = await act('Answer', { answer: '有理由' }, 'answered', { id })
    await world.quiet()
    expect(second).toMatchObject({ outcome: 'done', state: 'ANSWERED' })
    expect(await serve()).toEqual({ ...first, repeated: true })
    expect(await act('Answer', { answer: '有理由' }, 'answered', { id })).toEqual({ ...second, repeated: true })
  })

  it('is answered to whoever made the record, though it has gone to others', async () => {
    const first = await serve()
    known = false
    expect(await serve()).toEqual({ ...first, repeated: true })
    expect(await serve({ actor: leader })).not.toMatchObject({ outcome: 'done', repeated: true })
  })

  it('is another one when it is dated otherwise', async () => {
    const first = await serve({ at: '2026-03-02T08:00' })
    expect(await serve({ at: '2026-03-02T08:00' })).toEqual({ ...first, repeated: true })
    expect(await serve({ at: '2026-03-02T08:01' })).toEqual({ outcome: 'mismatch' })
    expect(await serve()).toEqual({ outcome: 'mismatch' })
  })
})

describe('a moment', () => {
  it.each(['9999-12-31T23:59-14:00', '0000-01-01T00:00+14:00'])('has a local year of four digits: %s', (text) => {
    expect(readInstant(text)).toBeUndefined()
  })
})
