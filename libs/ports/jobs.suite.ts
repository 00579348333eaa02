import { expect } from '@jest/globals'
import type { Job, Jobs } from './jobs.js'
import { suiteOf, until, type Features } from './suite.js'

export interface JobsFixture {
  jobs: Jobs
  /** The instant `ms` from now. */
  at(ms: number): string
  /** Lets `ms` go by, by setting the time or by waiting, and what has become due begin. */
  advance(ms: number): Promise<void>
  /** As if the process had been killed just now: a second one opens what is kept. */
  crash(): Promise<Jobs>
  close(): Promise<void>
}

export interface JobsSuite {
  name: string
  make: () => Promise<JobsFixture>
  features: Features<'survivesRestart' | 'ordersByInstant'>
}

const DAY = 86_400_000

/** A handler that remembers which jobs it was given, and fails where told. */
const worker = (fails: (job: Job) => boolean = () => false) => {
  const ran: string[] = []
  const handle = async (job: Job): Promise<void> => {
    ran.push(job.id)
    if (fails(job)) throw new Error(`cannot do ${job.id}`)
  }
  return { ran, handle }
}

/** What everything that wakes, retries and delivers later must prove. */
export const testJobs = ({ name, make, features }: JobsSuite): void =>
  suiteOf(`jobs on ${name}`, features, ({ always, promised }) => {
    const using = (run: (jobs: Jobs, fixture: JobsFixture) => Promise<void>) => async () => {
      const fixture = await make()
      try {
        await run(fixture.jobs, fixture)
      } finally {
        await fixture.close()
      }
    }

    always(
      'runs a job when it is due, once, with what it was given',
      using(async (jobs, { at, advance }) => {
        const got: Job[] = []
        await jobs.process('mail', async (job) => void got.push(job))
        const job = { queue: 'mail', id: 'j1', at: at(600), data: { to: '辖区局', n: [1] }, attempts: 3, backoffMs: 50 }
        await jobs.schedule(job)
        await advance(50)
        expect(got).toEqual([])
        await advance(600)
        await until(() => got.length > 0)
        await advance(300)
        expect(got).toEqual([job])
      }),
    )

    always(
      'does not run now what is due in 60 days',
      using(async (jobs, { at, advance }) => {
        const { ran, handle } = worker()
        await jobs.process('mail', handle)
        await jobs.schedule({ queue: 'mail', id: 'far', at: at(60 * DAY), data: null })
        await jobs.schedule({ queue: 'mail', id: 'near', at: at(0), data: null })
        await advance(100)
        await until(() => ran.length > 0)
        expect(ran).toEqual(['near'])
        expect(await jobs.failed('mail')).toEqual([])
      }),
    )

    always(
      'replaces a job of the same id that has not run',
      using(async (jobs, { at, advance }) => {
        const got: unknown[] = []
        await jobs.process('mail', async (job) => void got.push(job.data))
        await jobs.schedule({ queue: 'mail', id: 'j', at: at(500), data: 'first' })
        await jobs.schedule({ queue: 'mail', id: 'j', at: at(1200), data: 'second' })
        await advance(600)
        expect(got).toEqual([])
        await advance(600)
        await until(() => got.length > 0)
        expect(got).toEqual(['second'])
      }),
    )

    always(
      'runs again what is scheduled again after it has run',
      using(async (jobs, { at, advance }) => {
        const { ran, handle } = worker()
        await jobs.process('mail', handle)
        for (const n of [1, 2]) {
          await jobs.schedule({ queue: 'mail', id: 'j', at: at(0), data: n })
          await advance(50)
          await until(() => ran.length === n)
        }
        expect(ran).toEqual(['j', 'j'])
      }),
    )

    always(
      'does not lose a job that is scheduled again while it runs',
      using(async (jobs, { at, advance }) => {
        const got: unknown[] = []
        await jobs.process('mail', async (job) => {
          got.push(job.data)
          if (job.data === 1) await jobs.schedule({ queue: 'mail', id: 'j', at: at(100), data: 2 })
        })
        await jobs.schedule({ queue: 'mail', id: 'j', at: at(0), data: 1 })
        await advance(50)
        await advance(200)
        await until(() => got.length === 2)
        expect(got).toEqual([1, 2])
      }),
    )

    always(
      'cancels',
      using(async (jobs, { at, advance }) => {
        const { ran, handle } = worker()
        await jobs.process('mail', handle)
        await jobs.schedule({ queue: 'mail', id: 'gone', at: at(500), data: null })
        await jobs.schedule({ queue: 'mail', id: 'stays', at: at(500), data: null })
        await jobs.cancel('mail', 'gone')
        await jobs.cancel('mail', 'never was')
        await advance(700)
        await until(() => ran.length > 0)
        expect(ran).toEqual(['stays'])
      }),
    )

    always(
      'keeps queues apart',
      using(async (jobs, { at, advance }) => {
        const mail = worker()
        const print = worker()
        await jobs.process('mail', mail.handle)
        await jobs.process('print', print.handle)
        await jobs.schedule({ queue: 'mail', id: 'same', at: at(0), data: null })
        await jobs.schedule({ queue: 'print', id: 'same', at: at(0), data: null })
        await jobs.cancel('other', 'same')
        await advance(50)
        await until(() => mail.ran.length + print.ran.length === 2)
        expect([mail.ran, print.ran]).toEqual([['same'], ['same']])
      }),
    )

    promised(
      'ordersByInstant',
      'runs what is due in the order of instants',
      using(async (jobs, { at, advance }) => {
        const { ran, handle } = worker()
        const [first, second, third] = [at(10), at(20), at(30)]
        for (const [id, instant] of Object.entries({ c: third, a: second, d: third, b: first }))
          await jobs.schedule({ queue: 'mail', id, at: instant, data: null })
        await advance(100)
        await jobs.process('mail', handle)
        await advance(0)
        await until(() => ran.length === 4)
        expect(ran).toEqual(['b', 'a', 'c', 'd'])
      }),
    )

    always(
      'tries again with growing waits until it goes through',
      using(async (jobs, { at, advance }) => {
        let failures = 2
        const { ran, handle } = worker(() => failures-- > 0)
        await jobs.process('mail', handle)
        await jobs.schedule({ queue: 'mail', id: 'j', at: at(0), data: null, attempts: 5, backoffMs: 600 })
        await advance(50)
        await until(() => ran.length === 1)
        await advance(50)
        expect(ran.length).toBe(1)
        await advance(600)
        await until(() => ran.length === 2)
        await advance(750)
        expect(ran.length).toBe(2)
        await advance(600)
        await until(() => ran.length === 3)
        await advance(200)
        expect(ran.length).toBe(3)
        expect(await jobs.failed('mail')).toEqual([])
      }),
    )

    always(
      'keeps as failed what failed at its last attempt, and lets others go on',
      using(async (jobs, { at, advance }) => {
        const { ran, handle } = worker((job) => job.id === 'bad')
        await jobs.process('mail', handle)
        const bad = { queue: 'mail', id: 'bad', at: at(0), data: { why: '地址不详' }, attempts: 2, backoffMs: 20 }
        await jobs.schedule(bad)
        await jobs.schedule({ queue: 'mail', id: 'good', at: at(10), data: null })
        for (let n = 0; n < 4; n += 1) await advance(60)
        await until(async () => (await jobs.failed('mail')).length === 1)
        expect(ran.filter((id) => id === 'bad').length).toBe(2)
        expect(ran).toContain('good')
        expect(await jobs.failed('mail')).toEqual([{ ...bad, error: 'cannot do bad' }])
        expect(await jobs.failed('print')).toEqual([])
      }),
    )

    promised(
      'survivesRestart',
      'has after a crash what was scheduled; what fell due meanwhile runs once',
      using(async (jobs, fixture) => {
        const before = worker()
        await jobs.process('mail', before.handle)
        await jobs.schedule({ queue: 'mail', id: 'done', at: fixture.at(0), data: null })
        await fixture.advance(50)
        await until(() => before.ran.length === 1)
        await fixture.advance(20)
        await jobs.schedule({ queue: 'mail', id: 'soon', at: fixture.at(600), data: 1 })
        await jobs.schedule({ queue: 'mail', id: 'later', at: fixture.at(60 * DAY), data: 2 })
        const after = await fixture.crash()
        await fixture.advance(700)
        const late = worker()
        await after.process('mail', late.handle)
        await fixture.advance(10)
        await until(() => late.ran.length > 0)
        await fixture.advance(100)
        expect(late.ran).toEqual(['soon'])
      }),
    )

    promised(
      'survivesRestart',
      'goes on counting attempts after a crash',
      using(async (jobs, fixture) => {
        const before = worker(() => true)
        await jobs.process('mail', before.handle)
        await jobs.schedule({ queue: 'mail', id: 'bad', at: fixture.at(0), data: null, attempts: 2, backoffMs: 600 })
        await fixture.advance(20)
        await until(() => before.ran.length === 1)
        await fixture.advance(5)
        const after = await fixture.crash()
        const late = worker(() => true)
        await after.process('mail', late.handle)
        await fixture.advance(800)
        await until(async () => (await after.failed('mail')).length === 1)
        expect((await after.failed('mail')).map((job) => job.id)).toEqual(['bad'])
        expect(late.ran).toEqual(['bad'])
      }),
    )

    always(
      'finishes on closing what has begun and begins nothing more',
      using(async (jobs, { at, advance }) => {
        const begun: string[] = []
        const ended: string[] = []
        let finish = (): void => {}
        const held = new Promise<void>((resolve) => (finish = resolve))
        await jobs.process('mail', async (job) => {
          begun.push(job.id)
          await held
          ended.push(job.id)
        })
        await jobs.schedule({ queue: 'mail', id: 'a', at: at(0), data: null })
        await jobs.schedule({ queue: 'mail', id: 'b', at: at(1), data: null })
        void advance(20)
        await until(() => begun.length === 1)
        const closing = jobs.close()
        finish()
        await closing
        expect(begun).toEqual(['a'])
        expect(ended).toEqual(['a'])
      }),
    )
  })
