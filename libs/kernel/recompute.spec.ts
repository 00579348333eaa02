import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { manualTime, openEmbedded } from '#embedded'
import { calendarOf, type CalendarData } from './calendar.js'
import { brokenAt } from './commit.js'
import { readInstant } from './instant.js'
import { officer, services, toyPolicy, toyRules } from './toy.js'
import { createWorld, type World } from './world.js'

const at = (text: string) => readInstant(text)!
let dir: string
beforeEach(() => void (dir = mkdtempSync(join(tmpdir(), 'recompute-'))))
afterEach(() => rmSync(dir, { recursive: true }))

/** Opens the kept world under a calendar; a calendar of its own is rules of their own. */
const under = async (start: string, calendar: Partial<CalendarData>, work: (world: World) => Promise<void>) => {
  const time = manualTime(at(start))
  const store = await openEmbedded({ dir, time })
  const data: CalendarData = { from: '2026-01-01', to: '2026-12-31', off: [], work: [], ...calendar }
  const rules = { ...toyRules(), version: JSON.stringify(data), calendar: calendarOf(data) }
  const world = createWorld({
    name: 'toy',
    services,
    ports: { ...store, time },
    rules,
    policy: toyPolicy,
    key: 'secret',
  })
  try {
    await world.start()
    await work(world)
  } finally {
    await world.stop()
    await store.close()
  }
}

let id = ''
const serve = async (world: World) => {
  const made = await world.handle({
    kind: 'alpha/notice',
    step: 'Serve',
    actor: officer,
    key: 'k',
    input: { servedOn: '2026-03-02', to: 'B-1', officers: ['p1'] },
  })
  if (made.outcome === 'done') id = made.id
}
const look = async (world: World) => (await world.show('alpha/notice', id, officer))!
const defence = async (world: World) => (await look(world)).clocks.find((clock) => clock.id === 'CLK-DEFENCE')

describe('a calendar that is published', () => {
  it('moves an open clock, and the record says from where to where', async () => {
    await under('2026-03-02T09:00', {}, async (world) => {
      await serve(world)
      expect(await defence(world)).toMatchObject({ due: '2026-03-09', state: 'running' })
    })
    await under('2026-03-03T09:00', { off: ['2026-03-09'] }, async (world) => {
      const shown = await look(world)
      expect(shown.entries.at(-1)).toMatchObject({ step: 'Recompute', events: [{ type: 'DeadlineRecomputed' }] })
      expect(await defence(world)).toMatchObject({ due: '2026-03-10', state: 'running' })
      expect(brokenAt((await world.chain('alpha/notice', id, officer))!, 'secret')).toBeUndefined()
      await world.advance(at('2026-03-11T00:00'))
      expect((await look(world)).entries.map((entry) => entry.at)).toContain(at('2026-03-11'))
    })
  })

  it('never breaches in the past: who had time yesterday has today', async () => {
    await under('2026-03-02T09:00', { off: ['2026-03-09'] }, async (world) => {
      await serve(world)
      expect(await defence(world)).toMatchObject({ due: '2026-03-10' })
    })
    await under('2026-03-10T15:00', {}, async (world) => {
      await world.lapseDue()
      expect(await defence(world)).toMatchObject({ due: '2026-03-09', state: 'running', lapseAt: at('2026-03-11') })
      await world.advance(at('2026-03-11T00:00'))
      expect(await defence(world)).toMatchObject({ state: 'lapsed' })
    })
  })

  it('makes no second lapse of one that was written', async () => {
    await under('2026-03-02T09:00', {}, async (world) => {
      await serve(world)
      await world.advance(at('2026-03-11T09:00'))
      expect((await look(world)).entries).toHaveLength(2)
    })
    await under('2026-03-11T10:00', { off: ['2026-03-05'] }, async (world) => {
      await world.lapseDue()
      expect((await look(world)).entries.filter((entry) => entry.step === 'Lapse')).toHaveLength(1)
    })
  })
})
