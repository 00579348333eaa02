import { describe, expect, it } from '@jest/globals'
import { plusMs } from '#kernel/instant'
import type { Time } from '#ports'
import { testJobs } from '../../ports/jobs.suite.js'
import { pause, until } from '../../ports/suite.js'
import { Scratch } from './fixture.js'
import { EmbeddedJobs } from './jobs.js'
import type { Store } from './store.js'
import { manualTime, systemTime } from './time.js'

const opener = (scratch: Scratch, time: Time, opened: EmbeddedJobs[]) => (store: Store) => {
  const jobs = new EmbeddedJobs(store, time)
  opened.push(jobs)
  scratch.onClose(() => jobs.close())
  return jobs
}

const makeManual = async () => {
  const scratch = new Scratch()
  const time = manualTime('2026-03-07T16:00:00.000+08:00')
  const opened: EmbeddedJobs[] = []
  const open = opener(scratch, time, opened)
  return {
    jobs: open(scratch.store()),
    at: (ms: number) => plusMs(time.now(), ms),
    advance: async (ms: number) => {
      time.set(plusMs(time.now(), ms))
      await opened.at(-1)?.runDue()
    },
    crash: async () => open(scratch.storeAfterCrash()),
    close: () => scratch.close(),
  }
}

/** The same suite in real time, where nobody calls `runDue`. */
const makeSystem = async () => {
  const scratch = new Scratch()
  const time = systemTime()
  const open = opener(scratch, time, [])
  return {
    jobs: open(scratch.store()),
    at: (ms: number) => plusMs(time.now(), ms),
    advance: (ms: number) => pause(ms),
    crash: async () => open(scratch.storeAfterCrash()),
    close: () => scratch.close(),
  }
}

const features = { survivesRestart: true, ordersByInstant: true } as const
testJobs({ name: 'embedded, manual time', make: makeManual, features })
testJobs({ name: 'embedded, system time', make: makeSystem, features })

describe('embedded jobs', () => {
  it('run nothing by themselves when the time is set by hand', async () => {
    const scratch = new Scratch()
    const time = manualTime('2026-03-07T16:00:00.000+08:00')
    const jobs = new EmbeddedJobs(scratch.store(), time)
    const ran: string[] = []
    await jobs.process('mail', async (job) => void ran.push(job.id))
    await jobs.schedule({ queue: 'mail', id: 'a', at: time.now(), data: null })
    await jobs.schedule({ queue: 'mail', id: 'b', at: '2026-05-06T00:00:00.000+08:00', data: null })
    time.set('2026-05-06T00:00:00.000+08:00')
    await pause(60)
    expect(ran).toEqual([])
    expect(await jobs.runDue()).toBe(2)
    expect(await jobs.runDue()).toBe(0)
    await until(() => ran.length === 2)
    expect(ran).toEqual(['a', 'b'])
    await jobs.close()
    await scratch.close()
  })

  it('look seldom for what is far away, also farther than timers reach', async () => {
    const scratch = new Scratch()
    let looks = 0
    const { now } = systemTime()
    const time = { now: () => (looks++, now()) }
    const jobs = new EmbeddedJobs(scratch.store(), time)
    await jobs.process('mail', async () => {})
    await jobs.schedule({ queue: 'mail', id: 'far', at: plusMs(now(), 60 * 86_400_000), data: null })
    await pause(200)
    expect(looks).toBeLessThan(5)
    await jobs.close()
    await scratch.close()
  })

  it('run a job once when two look at the same time', async () => {
    const scratch = new Scratch()
    const time = manualTime('2026-03-07T16:00:00.000+08:00')
    const jobs = new EmbeddedJobs(scratch.store(), time)
    const ran: string[] = []
    await jobs.process('mail', async (job) => {
      await pause(5)
      ran.push(job.id)
    })
    await jobs.schedule({ queue: 'mail', id: 'a', at: time.now(), data: null })
    expect((await Promise.all([jobs.runDue(), jobs.runDue(), jobs.runDue()])).sort()).toEqual([0, 0, 1])
    expect(ran).toEqual(['a'])
    await jobs.close()
    await scratch.close()
  })
})
