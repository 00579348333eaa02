import { describe, expect, it } from '@jest/globals'
import * as c from './case.sample.js'
import { acknowledgeNotice } from './steps/acknowledge-notice.js'
import { endHearing } from './steps/end-hearing.js'
import { holdHearing } from './steps/hold-hearing.js'
import { reopenInvestigation } from './steps/reopen-investigation.js'
import { requestHearing } from './steps/request-hearing.js'
import { reviewAfterHearing } from './steps/review-after-hearing.js'
import { scheduleHearing } from './steps/schedule-hearing.js'
import { serveHearingNotice } from './steps/serve-hearing-notice.js'
import { submitDefence } from './steps/submit-defence.js'
import { submitHearingReport } from './steps/submit-hearing-report.js'

const act = (step: c.Act['step'], by: c.Act['by'], at: string, input: Record<string, unknown> = {}): c.Act => ({
  step,
  by,
  at,
  input,
})

const asked = c.on(c.notified, act(requestHearing, c.party, '2026-07-15T09:00'))
const scheduled = c.on(asked, act(scheduleHearing, c.host, '2026-07-16T09:00', { day: '2026-07-31' }))
const told = c.on(scheduled, act(serveHearingNotice, c.host, '2026-07-17T09:00'))
const heard = c.on(told, act(holdHearing, c.host, '2026-07-31T09:00'))
const reported = c.on(heard, act(submitHearingReport, c.host, '2026-08-03T09:00'))
const reviewed = c.on(reported, act(reviewAfterHearing, c.reviewer, '2026-08-04T09:00'))

describe('ReopenInvestigation', () => {
  it('makes a notice that was never served moot: only the new one counts', () => {
    const reopened = c.on(
      c.reviewed,
      c.notifying({ servedOn: null }),
      act(submitDefence, c.officer, '2026-07-14T09:00', { statement: '另有授权' }),
      act(reopenInvestigation, c.leader, '2026-07-15T09:00', { newFacts: '另有授权' }),
    )
    const old = act(acknowledgeNotice, c.party, '2026-07-16T09:00', { of: 'PenaltyNoticeServed', on: '2026-07-16' })
    expect(c.refused(reopened, old)).toBe('ERR_GUARD')
  })
})

describe('RequestHearing', () => {
  it('also after a statement, up to the last day', () => {
    const stated = c.on(c.notified, act(submitDefence, c.party, '2026-07-14T09:00', { statement: '不服' }))
    expect(c.told(stated, act(requestHearing, c.party, '2026-07-20T23:00')).after.state).toBe('HEARING_PENDING')
    expect(c.refused(c.notified, act(requestHearing, c.party, '2026-07-21T00:00'))).toBe('ERR_LATE')
    expect(c.refused(c.decided, act(requestHearing, c.party, '2026-07-23T09:00'))).toBe('ERR_LATE')
  })

  it('only where a hearing is in scope', () => {
    const light = c.on(c.reviewed, c.notifying({ fine: 100_000, confiscation: 0, hearingOffered: false }))
    expect(c.refused(light, act(requestHearing, c.party, '2026-07-14T09:00'))).toBe('ERR_GUARD')
    expect(c.refused(c.reviewed, act(requestHearing, c.party, '2026-07-14T09:00'))).toBe('ERR_STATE')
  })
})

describe('the hearing', () => {
  it('is hosted by nobody who investigated', () => {
    const asHost = c.asOffice('host', c.second)
    expect(c.refused(asked, act(scheduleHearing, asHost, '2026-07-16T09:00', { day: '2026-07-31' }))).toBe('ERR_SOD')
    expect(c.refused(told, act(holdHearing, asHost, '2026-07-31T09:00'))).toBe('ERR_SOD')
    expect(c.refused(told, act(holdHearing, c.officer, '2026-07-31T09:00'))).toBe('ERR_WRONG_APPROVER')
  })

  it('is not set for a day of which the party can no longer be told in time', () => {
    const setting = (day: string) => act(scheduleHearing, c.host, '2026-07-16T09:00', { day })
    expect(c.refusal(asked, setting('2026-07-24'))?.facts).toEqual({
      guard: 'hearing-day-too-near',
      day: '2026-07-24',
      due: '2026-07-15',
      today: '2026-07-16',
    })
    expect(c.told(asked, setting('2026-07-27')).events).toMatchObject([{ data: { day: '2026-07-27' } }])
  })

  it('takes place on the day that was told', () => {
    expect(c.refused(told, act(holdHearing, c.host, '2026-07-30T09:00'))).toBe('ERR_CLOCK_RULE')
    expect(c.refused(told, act(holdHearing, c.host, '2026-08-03T09:00'))).toBe('ERR_CLOCK_RULE')
    expect(c.refused(scheduled, act(holdHearing, c.host, '2026-07-31T09:00'))).toBe('ERR_CLOCK_RULE')
    const whyNot = (on: typeof told, day: string) =>
      c.refusal(on, act(holdHearing, c.host, `${day}T09:00`))?.facts.guard
    expect(whyNot(told, '2026-07-30')).toBe('hearing-on-another-day')
    expect(whyNot(scheduled, '2026-07-31')).toBe('hearing-not-notified')
    expect(whyNot(asked, '2026-07-31')).toBe('hearing-not-scheduled')
    expect(c.refused(asked, act(scheduleHearing, c.host, '2026-07-16T09:00', { day: '2026-07-16' }))).toBe('ERR_GUARD')
    expect(c.refused(asked, act(serveHearingNotice, c.host, '2026-07-16T09:00'))).toBe('ERR_GUARD')
  })

  it('another day needs another notice', () => {
    const moved = c.on(told, act(scheduleHearing, c.host, '2026-07-20T09:00', { day: '2026-08-07' }))
    expect(c.refused(moved, act(holdHearing, c.host, '2026-08-07T09:00'))).toBe('ERR_CLOCK_RULE')
    const again = c.on(moved, act(serveHearingNotice, c.host, '2026-07-21T09:00'))
    expect(c.told(again, act(holdHearing, c.host, '2026-08-07T09:00')).papers).toEqual(['听证笔录'])
  })

  it('is told, reported and reviewed once', () => {
    const twice = (given: typeof told, step: Parameters<typeof act>[0], by: c.Act['by'], at: string, input = {}) =>
      expect(c.refusal(given, act(step, by, at, input))).toEqual({
        refused: 'ERR_GUARD',
        facts: { guard: 'done-already' },
      })
    twice(told, scheduleHearing, c.host, '2026-07-20T09:00', { day: '2026-07-31' })
    twice(told, serveHearingNotice, c.host, '2026-07-20T09:00')
    twice(reported, submitHearingReport, c.host, '2026-08-03T15:00')
    twice(reviewed, reviewAfterHearing, c.reviewer, '2026-08-05T09:00')
  })

  it('report first, then the legality review, by nobody who investigated', () => {
    expect(c.refused(heard, act(reviewAfterHearing, c.reviewer, '2026-08-03T09:00'))).toBe('ERR_DOC_MISSING')
    expect(c.refused(reported, act(reviewAfterHearing, c.asOffice('reviewer', c.second), '2026-08-04T09:00'))).toBe(
      'ERR_SOD',
    )
    expect(c.refused(reviewed, c.deciding({}, '2026-08-05T09:00'))).toBeUndefined()
  })

  it('ended without being held needs neither', () => {
    const ended = c.on(asked, act(endHearing, c.host, '2026-07-22T09:00', { ground: 'withdrawn' }))
    expect(c.clock('CLK-CASE', ended, '2026-07-22T10:00')?.state).toBe('running')
    expect(c.refused(ended, act(submitHearingReport, c.host, '2026-07-23T09:00'))).toBe('ERR_GUARD')
    expect(c.refused(ended, act(reviewAfterHearing, c.reviewer, '2026-07-23T09:00'))).toBe('ERR_GUARD')
    expect(c.refused(ended, c.deciding({}, '2026-07-23T09:00'))).toBeUndefined()
  })
})

describe('ReopenInvestigation', () => {
  const reopen = (at: string) => act(reopenInvestigation, c.leader, at, { newFacts: '当事人提交进货凭证' })

  it('needs something said by the party, and the report of a hearing that was held', () => {
    expect(c.refused(c.notified, reopen('2026-07-14T09:00'))).toBe('ERR_GUARD')
    expect(c.refused(heard, reopen('2026-08-01T09:00'))).toBe('ERR_DOC_MISSING')
    expect(c.refused(reported, { ...reopen('2026-08-04T09:00'), by: c.officer })).toBe('ERR_WRONG_APPROVER')
  })

  it('ends the old notice; the next one starts the time for defence anew', () => {
    const told = c.told(reported, reopen('2026-08-04T09:00'))
    expect([told.after.state, told.after.facts.notice]).toEqual(['INVESTIGATING', undefined])
    const stated = c.on(
      c.notified,
      act(submitDefence, c.party, '2026-07-14T09:00', { statement: '不服' }),
      reopen('2026-07-15T09:00'),
    )
    expect(c.clock('CLK-DEFENCE', stated, '2026-07-15T10:00')?.state).toBe('cancelled')
  })
})
