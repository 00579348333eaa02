import { describe, expect, it } from '@jest/globals'
import * as c from './case.sample.js'
import { acknowledgeNotice } from './steps/acknowledge-notice.js'
import { administrativeCase } from './state.js'
import { closeInvestigation } from './steps/close-investigation.js'
import { extendReview } from './steps/extend-review.js'
import { finishReview } from './steps/finish-review.js'
import { returnReview } from './steps/return-review.js'
import { serveByPublicNotice } from './steps/serve-by-public-notice.js'
import { submitDefence } from './steps/submit-defence.js'
import { submitReview } from './steps/submit-review.js'
import { waiveRights } from './steps/waive-rights.js'

const act = (step: c.Act['step'], by: c.Act['by'], at: string, input: Record<string, unknown> = {}): c.Act => ({
  step,
  by,
  at,
  input,
})

describe('review', () => {
  it('is never by who investigated, in whatever office (ERR_SOD)', () => {
    expect(c.refused(c.underReview, act(finishReview, c.asOffice('reviewer', c.second), '2026-07-10T09:00'))).toBe(
      'ERR_SOD',
    )
    expect(c.refused(c.underReview, act(returnReview, c.asOffice('reviewer', c.officer), '2026-07-10T09:00'))).toBe(
      'ERR_SOD',
    )
    expect(c.refused(c.underReview, act(finishReview, c.officer, '2026-07-10T09:00'))).toBe('ERR_WRONG_APPROVER')
    expect(c.refused(c.closed, act(finishReview, c.reviewer, '2026-07-04T09:00'))).toBe('ERR_STATE')
  })

  it('sends the case back, and begins anew when it comes again', () => {
    const back = c.on(c.underReview, act(returnReview, c.reviewer, '2026-07-08T09:00'))
    expect(c.record(back, '2026-07-08T10:00').state).toBe('REVIEW_RETURNED')
    const again = c.on(
      back,
      act(closeInvestigation, c.officer, '2026-07-09T09:00'),
      act(submitReview, c.unitHead, '2026-07-09T10:00'),
    )
    expect(c.clock('CLK-REVIEW', again, '2026-07-09T11:00')?.due).toBe('2026-07-23')
  })

  it('is extended by the responsible person while it runs', () => {
    const extended = c.on(c.underReview, act(extendReview, c.leader, '2026-07-20T09:00', { n: 5 }))
    expect(c.clock('CLK-REVIEW', extended, '2026-07-20T10:00')?.due).toBe('2026-07-27')
    expect(c.refused(c.underReview, act(extendReview, c.leader, '2026-07-21T09:00', { n: 5 }))).toBe('ERR_CLOCK_RULE')
    expect(c.refused(c.underReview, act(extendReview, c.reviewer, '2026-07-20T09:00', { n: 5 }))).toBe(
      'ERR_WRONG_APPROVER',
    )
  })
})

describe('ServeNotice', () => {
  it.each([
    ['a fine of 10,000 of an individual business', c.SHOP, { fine: 1_000_000, confiscation: 0 }],
    ['a fine of 5,000, the Henan figure', c.SHOP, { fine: 500_000, confiscation: 0 }],
    ['confiscation of the same value', c.SHOP, { fine: 0, confiscation: 500_000 }],
    ['a fine of 50,000 of a company', c.COMPANY, { fine: 5_000_000, confiscation: 0 }],
    ['revocation without any fine', c.COMPANY, { fine: 0, confiscation: 0, kinds: ['revocation'] }],
    [
      'an individual business known by its code alone',
      { name: '某店（虚构）', uscc: c.SHOP.uscc },
      { fine: 500_000, confiscation: 0 },
    ],
    ['a natural person', { name: '某人（虚构）', person: 'h-1' }, { fine: 500_000, confiscation: 0 }],
  ])('a hearing is offered: %s', (_what, subject, penalty) => {
    const reviewed = c.reviewedOf({ subject })
    expect(c.refusal(reviewed, c.notifying({ ...penalty, hearingOffered: false }))).toMatchObject({
      refused: 'ERR_NOTICE_MISSING',
      facts: { missing: 'hearing' },
    })
    expect(c.told(reviewed, c.notifying(penalty)).after.state).toBe('NOTICE_SERVED')
  })

  it.each([
    ['a fine under the figure', c.SHOP, { fine: 499_999, confiscation: 499_999 }],
    ['a company under its figure', c.COMPANY, { fine: 4_999_999, confiscation: 0 }],
    ['a warning', c.COMPANY, { fine: 0, confiscation: 0, kinds: ['warning'] }],
  ])('none need be: %s', (_what, subject, penalty) => {
    expect(c.refused(c.reviewedOf({ subject }), c.notifying({ ...penalty, hearingOffered: false }))).toBeUndefined()
  })

  it('is approved by the responsible person, served not before it was reviewed nor in the future', () => {
    expect(c.refused(c.reviewed, { ...c.notifying(), by: c.officer })).toBe('ERR_WRONG_APPROVER')
    expect(c.refused(c.reviewed, { ...c.notifying(), by: c.asOffice('leader', c.officer) })).toBe('ERR_SOD')
    expect(c.refused(c.reviewed, c.notifying({ servedOn: '2026-07-14' }))).toBe('ERR_DATE')
    expect(c.refused(c.reviewed, c.notifying({ servedOn: '2026-07-09' }))).toBe('ERR_DATE')
    const later = { ...c.notifying({ servedOn: '2026-07-14' }), now: '2026-07-15T09:00' }
    expect(c.refused(c.reviewed, later)).toBeUndefined()
    expect(c.refused(c.underReview, c.notifying())).toBe('ERR_STATE')
  })

  it.each(['facts', 'reasons', 'basis'])('does not tell the party who reported: %s (invariant 9)', (field) => {
    const told = c.notifying({ [field]: '根据周某举报（13900000001），线索INF-2026-0008' })
    const no = { refused: 'ERR_IDENTITY', facts: { field, what: 'pseudonym' } }
    expect(c.refusal(c.reviewed, told)).toEqual(no)
  })

  it('does not name a fine of nothing', () => {
    const nothing = { fine: 0, confiscation: 0, kinds: ['fine'] }
    const no = { refused: 'ERR_GUARD', facts: { guard: 'fine-of-nothing' } }
    expect(c.refusal(c.reviewed, c.notifying(nothing))).toEqual(no)
  })

  it('not yet served: the time for defence begins with the receipt', () => {
    const posted = c.on(c.reviewed, c.notifying({ servedOn: null }))
    expect(c.clock('CLK-DEFENCE', posted, '2026-07-13T12:00')).toBeUndefined()
    const receipt = { of: 'PenaltyNoticeServed', on: '2026-07-16' }
    const got = c.on(posted, act(acknowledgeNotice, c.party, '2026-07-17T09:00', receipt))
    expect(c.clock('CLK-DEFENCE', got, '2026-07-17T10:00')?.due).toBe('2026-07-23')
    expect(c.refused(got, act(acknowledgeNotice, c.party, '2026-07-17T10:00', receipt))).toBe('ERR_GUARD')
    expect(
      c.refused(posted, act(acknowledgeNotice, c.party, '2026-07-17T09:00', { ...receipt, on: '2026-07-18' })),
    ).toBe('ERR_DATE')
    expect(
      c.refused(posted, act(acknowledgeNotice, c.party, '2026-07-17T09:00', { ...receipt, on: '2026-07-12' })),
    ).toBe('ERR_DATE')
    expect(c.refused(posted, c.deciding({}, '2026-07-30T09:00'))).toBe('ERR_NOTICE_MISSING')
  })
})

describe('ServeByPublicNotice', () => {
  const publicly = (input: Record<string, unknown> = { notice: c.NOTICE }, at = '2026-07-13T10:00') =>
    act(serveByPublicNotice, c.leader, at, { tried: '直接、邮寄均无法送达', ...input })
  const running = c.on(c.reviewed, publicly())

  it('thirty days later the notice counts as served; the case stands still meanwhile', () => {
    expect(c.clock('CLK-PUBLIC-NOTICE', running, '2026-07-14')?.due).toBe('2026-08-12')
    expect(c.clock('CLK-CASE', running, '2026-07-14')?.state).toBe('paused')
    expect(c.record(running, '2026-08-12T23:59').state).toBe('REVIEWED')
    const served = c.record(running, '2026-08-13')
    expect([served.state, served.facts.notice]).toEqual([
      'NOTICE_SERVED',
      {
        fine: 2_000_000,
        confiscation: 1_120_000,
        kinds: ['confiscation', 'fine'],
        hearingOffered: true,
        listing: false,
      },
    ])
    expect(c.clock('CLK-DEFENCE', running, '2026-08-13')?.due).toBe('2026-08-19')
    expect(c.clock('CLK-CASE', running, '2026-08-13')?.state).toBe('running')
  })

  it('needs the notice with the hearing, once at a time, and nothing else goes on', () => {
    expect(c.refused(c.reviewed, publicly({}))).toBe('ERR_GUARD')
    expect(c.refused(c.reviewed, publicly({ notice: { ...c.NOTICE, hearingOffered: false } }))).toBe(
      'ERR_NOTICE_MISSING',
    )
    const telling = { notice: { ...c.NOTICE, facts: '举报人周某反映' } }
    expect(c.refusal(c.reviewed, publicly(telling))).toEqual({
      refused: 'ERR_IDENTITY',
      facts: { field: 'notice.facts', what: 'reporter' },
    })
    const nothing = { notice: { ...c.NOTICE, fine: 0, kinds: ['fine'] } }
    expect(c.refusal(c.reviewed, publicly(nothing))).toMatchObject({ facts: { guard: 'fine-of-nothing' } })
    expect(c.refused(running, publicly())).toBe('ERR_GUARD')
    expect(c.refused(running, { ...c.notifying(), at: '2026-07-14T09:00' })).toBe('ERR_GUARD')
    expect(
      c.refused(running, c.deciding({ outcome: 'no-penalty', fine: 0, confiscation: 0 }, '2026-07-14T09:00')),
    ).toBe('ERR_GUARD')
    expect(c.refused(c.filed, publicly())).toBe('ERR_STATE')
  })

  it('of a decision: served by lapse, with all that service sets going', () => {
    const decision = c.on(c.decided, publicly({}, '2026-07-23T09:00'))
    expect(c.clock('CLK-SERVE', decision, '2026-07-23T10:00')?.state).toBe('satisfied')
    const now = '2026-08-25'
    const served = c.record(decision, now)
    expect([served.state, served.facts.debt.principal]).toEqual(['SERVED', 2_000_000])
    expect(c.clock('CLK-PAY', decision, now)?.state).toBe('running')
  })
})

describe('defence', () => {
  const defend = (at: string, by = c.party) =>
    act(submitDefence, by, at, { statement: '不知是假冒', noIntentProven: true })

  it('is heard until the last day and does not end it', () => {
    const told = c.told(c.notified, defend('2026-07-20T23:00'))
    expect(told.events).toEqual([{ type: 'DefenceReceived', data: { noIntentProven: true } }])
    expect([told.after.state, told.after.facts.noIntentProven]).toEqual(['NOTICE_SERVED', true])
    expect(told.after.clocks.find(({ id }) => id === 'CLK-DEFENCE')?.state).toBe('running')
  })

  it('is too late after it, whatever the state', () => {
    expect(c.refused(c.notified, defend('2026-07-21T09:00'))).toBe('ERR_LATE')
    expect(c.refused(c.served, defend('2026-07-23T09:00'))).toBe('ERR_LATE')
    expect(c.refused(c.reviewed, defend('2026-07-11T09:00'))).toBe('ERR_STATE')
  })

  it('what was not used lapses', () => {
    const lapse = { clock: 'CLK-DEFENCE', key: '', at: '2026-07-21T00:00:00.000+08:00', due: '2026-07-20' }
    const waived = (pasts: Parameters<typeof c.record>[0]) =>
      administrativeCase.auto!.RightsWaived!(c.record(pasts, '2026-07-20T23:00').facts, lapse)
    expect(waived(c.notified)).toEqual({ statement: true, hearing: true })
    expect(waived(c.on(c.notified, defend('2026-07-14T09:00')))).toEqual({ statement: false, hearing: true })
  })

  it('is waived in writing by the party alone', () => {
    const told = c.told(c.notified, act(waiveRights, c.party, '2026-07-14T09:00'))
    expect(told.events).toEqual([{ type: 'RightsWaived', data: { statement: true, hearing: true } }])
    expect(c.refused(c.notified, act(waiveRights, c.officer, '2026-07-14T09:00'))).toBe('ERR_WRONG_APPROVER')
    const waived = c.on(c.notified, act(waiveRights, c.party, '2026-07-14T09:00'))
    expect(c.refused(waived, c.deciding({}, '2026-07-15T09:00'))).toBeUndefined()
    expect(c.refused(waived, defend('2026-07-15T09:00'))).toBe('ERR_LATE')
  })
})
