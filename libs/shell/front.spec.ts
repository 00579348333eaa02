import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { readInstant } from '#kernel'
import { FrontWorlds, Neighbour } from './front.js'
import { OPERATOR_TOKEN, openSample, type Sample } from './shell.sample.js'

let own: Sample
let there: Sample
let front: FrontWorlds

beforeEach(async () => {
  own = await openSample()
  there = await openSample()
  await there.app.listen(0, '127.0.0.1')
  front = new FrontWorlds(own.worlds, new Map([['alpha', new Neighbour(await there.app.getUrl(), OPERATOR_TOKEN)]]))
})
afterEach(async () => {
  await own.close()
  await there.close()
})

describe('a world of several processes', () => {
  it.each([
    ['hearing-asked-in-time-entered-late', 'hearing-asked-in-time-entered'],
    ['--听证 Hearing--', 'hearing'],
    ['听证', 'world'],
  ])('opened as %s has one name in all of them', async (asked, name) => {
    const world = await front.open({ name: asked })
    expect([world.name, there.worlds.current.name]).toEqual([name, name])
    await world.advance(readInstant('2026-03-03T09:00')!)
    expect(there.worlds.current.time.now()).toBe('2026-03-03T09:00:00.000+08:00')
  })

  it('that one of them has lost is not waited for', async () => {
    const world = await front.open({ name: 'lost' })
    await there.worlds.close('lost')
    await expect(world.quiet()).rejects.toThrow('has no world lost')
  })

  it('shows and redrives what one of them keeps back itself', async () => {
    const kept = {
      ...{ group: 'clock', record: 'a'.repeat(26), kind: 'alpha/matter', step: 'CLK-A', waiting: 1 },
      ...{ error: 'no such lapse', since: '2026-03-02T09:00:00.000+08:00' },
    }
    const world = await front.open({ name: 'kept' })
    const theirs = there.worlds.current
    const asked: string[][] = []
    Object.assign(theirs, {
      parked: async () => [kept, { ...kept, group: 'alpha' }],
      redrive: async (group: string, record: string) => asked.push([group, record]),
    })
    expect(await world.parked()).toEqual([kept])
    expect(await world.redrive('clock', kept.record)).toBe(1)
    expect(asked).toEqual([['clock', kept.record]])
  })
})
