import { describe, expect, it } from '@jest/globals'
import * as c from './case.sample.js'
import { close } from './steps/close.js'
import { pay } from './steps/pay.js'
import { publish } from './steps/publish.js'

const due = (id: string, pasts: Parameters<typeof c.record>[0], now: string) => c.clock(id, pasts, now)?.due

describe('scenario 1: an ordinary trade-mark case', () => {
  it('2026-06-12 filed: ninety days', () => {
    expect(due('CLK-CASE', c.filed, '2026-06-12')).toBe('2026-09-10')
  })

  it('07-06 to review: ten working days', () => {
    expect(due('CLK-REVIEW', c.underReview, '2026-07-06T10:00')).toBe('2026-07-20')
    expect(c.clock('CLK-REVIEW', c.reviewed, '2026-07-10T10:00')?.state).toBe('satisfied')
  })

  it('07-13 notice: defence until 07-20, silence is a waiver on 07-21', () => {
    expect(due('CLK-DEFENCE', c.notified, '2026-07-13T11:00')).toBe('2026-07-20')
    expect(c.record(c.notified, '2026-07-20T23:59').facts.waived).toBe(false)
    const { state, facts } = c.record(c.notified, '2026-07-21')
    expect([state, facts.waived]).toEqual(['NOTICE_SERVED', true])
  })

  it('07-22 decision, served the same day', () => {
    const now = '2026-07-22T16:00'
    expect(due('CLK-PUB-20', c.served, now)).toBe('2026-08-19')
    expect(due('CLK-PUB-7', c.served, now)).toBe('2026-07-31')
    expect(due('CLK-PAY', c.served, now)).toBe('2026-08-06')
    expect(due('CLK-REMEDY-RECON', c.served, now)).toBe('2026-09-20')
    expect(c.clock('CLK-SERVE', c.served, now)?.state).toBe('satisfied')
    expect(c.clock('CLK-CASE', c.served, now)?.state).toBe('satisfied')
  })

  it('07-29 published in both places', () => {
    const published = c.on(
      c.served,
      { step: publish, by: c.publicity, at: '2026-07-29T09:00', input: { where: '国家企业信用信息公示系统' } },
      { step: publish, by: c.publicity, at: '2026-07-29T09:30', input: { where: '信用中国' } },
    )
    expect(c.clock('CLK-PUB-20', published, '2026-07-29T10:00')?.state).toBe('satisfied')
    expect(c.clock('CLK-PUB-7', published, '2026-07-29T10:00')?.state).toBe('satisfied')
  })

  it('08-04 paid: closed by 08-25, and closed on 08-20', () => {
    const paid = c.on(c.served, { step: pay, by: c.party, at: '2026-08-04T09:00', input: { amount: 2_000_000 } })
    expect(due('CLK-CLOSE', paid, '2026-08-04T10:00')).toBe('2026-08-25')
    const told = c.told(paid, { step: close, by: c.leader, at: '2026-08-20T09:00' })
    expect([told.after.state, told.papers]).toEqual(['CLOSED', ['结案审批表']])
  })
})
