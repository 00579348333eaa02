import { describe, expect, it } from '@jest/globals'
import * as c from './case.sample.js'
import { closeInvestigation } from './steps/close-investigation.js'
import { finishReview } from './steps/finish-review.js'
import { holdHearing } from './steps/hold-hearing.js'
import { publish } from './steps/publish.js'
import { requestHearing } from './steps/request-hearing.js'
import { reviewAfterHearing } from './steps/review-after-hearing.js'
import { scheduleHearing } from './steps/schedule-hearing.js'
import { serveHearingNotice } from './steps/serve-hearing-notice.js'
import { submitHearingReport } from './steps/submit-hearing-report.js'
import { submitReview } from './steps/submit-review.js'

const party = { ...c.party, subject: c.COMPANY.uscc }
const filed = c.walk({ ...c.filing({ subject: c.COMPANY, measures: [] }), at: '2026-03-02T09:00' })
const reviewed = c.on(
  filed,
  { ...c.collecting, at: '2026-03-05T09:00' },
  { step: closeInvestigation, by: c.officer, at: '2026-04-13T09:00' },
  { step: submitReview, by: c.officer, at: '2026-04-13T10:00' },
  { step: finishReview, by: c.reviewer, at: '2026-04-17T09:00' },
)
const notice = { fine: 12_000_000, confiscation: 0, listing: true }
const notified = c.on(reviewed, { ...c.notifying(notice), at: '2026-04-20T09:00' })
const asked = c.on(notified, { step: requestHearing, by: party, at: '2026-04-22T09:00' })
const told = c.on(
  asked,
  { step: scheduleHearing, by: c.host, at: '2026-04-23T09:00', input: { day: '2026-05-08' } },
  { step: serveHearingNotice, by: c.host, at: '2026-04-24T09:00' },
)
const heard = c.on(told, { step: holdHearing, by: c.host, at: '2026-05-08T09:00' })
const reported = c.on(heard, { step: submitHearingReport, by: c.host, at: '2026-05-11T09:00' })
const again = c.on(reported, { step: reviewAfterHearing, by: c.reviewer, at: '2026-05-12T09:00' })
const penalty = { fine: 12_000_000, confiscation: 0, heavy: true }
const decided = c.on(again, c.deciding(penalty, '2026-05-14T09:00'))
const served = c.on(decided, c.serving({}, '2026-05-14T10:00'))

describe('scenario 6: a penalty and a listing decided together', () => {
  it('2026-03-02 filed: strict 05-31, due 06-01', () => {
    expect(c.clock('CLK-CASE', filed, '2026-03-02T10:00')).toMatchObject({ strict: '2026-05-31', due: '2026-06-01' })
  })

  it('04-20 notice with the intended listing: defence until 04-27', () => {
    expect(c.clock('CLK-DEFENCE', notified, '2026-04-20T10:00')?.due).toBe('2026-04-27')
    expect(notified.at(-1)!.events.map(({ data }) => data)).toEqual([
      {
        agency: c.BUREAU,
        fine: 12_000_000,
        confiscation: 0,
        kinds: ['fine'],
        hearingOffered: true,
        listing: true,
        servedOn: '2026-04-20',
      },
    ])
  })

  it('04-22 hearing requested: the case stands still', () => {
    expect(c.clock('CLK-CASE', asked, '2026-04-22T10:00')).toMatchObject({ state: 'paused' })
    expect(c.clock('CLK-DEFENCE', asked, '2026-04-22T10:00')?.state).toBe('satisfied')
  })

  it('04-24 is the last day for the hearing notice', () => {
    const scheduled = told.slice(0, -1)
    const late = { step: serveHearingNotice, by: c.host, at: '2026-04-25T09:00' }
    expect(c.refused(scheduled, late)).toBe('ERR_LATE')
    expect(c.refused(c.on(scheduled), { step: holdHearing, by: c.host, at: '2026-05-08T09:00' })).toBe('ERR_CLOCK_RULE')
  })

  it('05-11 report: nineteen days are excluded, strict 06-19, due 06-22', () => {
    expect(c.clock('CLK-CASE', reported, '2026-05-11T10:00')).toMatchObject({ strict: '2026-06-19', due: '2026-06-22' })
  })

  it('no decision before report and legality review', () => {
    expect(c.refusal(heard, c.deciding(penalty, '2026-05-10T09:00'))).toEqual({
      refused: 'ERR_DOC_MISSING',
      facts: { missing: ['听证报告', '案件审核/法制审核表'] },
    })
    expect(c.refused(reported, c.deciding(penalty, '2026-05-11T15:00'))).toBe('ERR_DOC_MISSING')
  })

  it('05-14 decided and served', () => {
    const now = '2026-05-14T11:00'
    expect(c.clock('CLK-PUB-20', served, now)?.due).toBe('2026-06-11')
    expect(c.clock('CLK-PUB-7', served, now)?.due).toBe('2026-05-25')
    expect(c.clock('CLK-PAY', served, now)?.due).toBe('2026-05-29')
    expect(c.record(served, now).facts.decision?.heavy).toBe(true)
  })

  it('05-20 uploaded, 06-05 published', () => {
    const published = c.on(
      served,
      { step: publish, by: c.publicity, at: '2026-05-20T09:00', input: { where: '信用中国' } },
      { step: publish, by: c.publicity, at: '2026-06-05T09:00', input: { where: '国家企业信用信息公示系统' } },
    )
    expect(c.clock('CLK-PUB-7', published, '2026-06-05T10:00')?.state).toBe('satisfied')
    expect(c.clock('CLK-PUB-20', published, '2026-06-05T10:00')?.state).toBe('satisfied')
    expect(published.at(-1)!.events.map(({ data }) => data)).toEqual([
      {
        where: '国家企业信用信息公示系统',
        on: '2026-06-05',
        agency: c.BUREAU,
        subject: c.COMPANY,
        heavy: true,
        decidedOn: '2026-05-14',
      },
    ])
  })
})
