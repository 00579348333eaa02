import { randomUUID } from 'node:crypto'
import { plusMs } from '#kernel/instant'
import { testJobs } from '../../ports/jobs.suite.js'
import { pause } from '../../ports/suite.js'
import { systemTime } from '../embedded/time.js'
import { onServer } from './fixture.js'
import { BullJobs } from './jobs.js'

const url = process.env.REDIS_URL!

const make = async () => {
  const time = systemTime()
  const prefix = `test-${randomUUID()}`
  const opened: BullJobs[] = []
  const open = () => {
    const jobs = new BullJobs({ url, prefix, time })
    opened.push(jobs)
    return jobs
  }
  return {
    jobs: open(),
    at: (ms: number) => plusMs(time.now(), ms),
    advance: (ms: number) => pause(ms),
    crash: async () => {
      await opened[0]!.kill()
      return open()
    },
    close: async () => {
      for (const jobs of opened) await jobs.close()
    },
  }
}

onServer('REDIS_URL', () =>
  testJobs({
    name: 'BullMQ',
    make,
    features: { survivesRestart: true, ordersByInstant: 'BullMQ begins what is due as it comes' },
  }),
)
