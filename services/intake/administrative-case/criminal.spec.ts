import { describe, expect, it } from '@jest/globals'
import * as c from './case.sample.js'
import { barFine } from './steps/bar-fine.js'
import { closeAfterConviction } from './steps/close-after-conviction.js'
import { enterCriminalTransfer } from './steps/enter-criminal-transfer.js'
import { hearCriminalNews } from './steps/hear-criminal-news.js'
import { leaveCriminalTransfer } from './steps/leave-criminal-transfer.js'
import { requestHearing } from './steps/request-hearing.js'
import { serveByPublicNotice } from './steps/serve-by-public-notice.js'
import { settleSuspicion } from './steps/settle-suspicion.js'
import { takeCriminalPaper } from './steps/take-criminal-paper.js'

const SYSTEM = { agency: 'SYSTEM', office: 'system', person: 'SYSTEM' }
const act = (
  step: c.Act['step'],
  at: string,
  input: Record<string, unknown> = {},
  by = SYSTEM as c.Act['by'],
): c.Act => ({ step, by, at, input })

/** Scenario 2: filed 2026-03-02, sent to the police on 03-07 at 11:00. */
const filed = c.walk({ ...c.filing({ subject: c.COMPANY }), at: '2026-03-02T09:00' })
const investigating = c.on(filed, { ...c.collecting, at: '2026-03-03T09:00' })
const enter = act(enterCriminalTransfer, '2026-03-07T11:00')
const gone = c.on(investigating, enter)
const news = (of: string, at: string, more: Record<string, unknown> = {}) =>
  act(hearCriminalNews, at, { of, served: true, ...more })
const convicted = c.on(gone, news('CriminalOutcome', '2026-06-30T09:00', { outcome: 'convicted', fine: 6_000_000 }))

describe('EnterCriminalTransfer', () => {
  it('the case stands still from the day it was sent', () => {
    expect(c.record(gone, '2026-03-07T12:00').state).toBe('CRIMINAL_TRANSFERRED')
    expect(c.clock('CLK-CASE', gone, '2026-03-08')).toMatchObject({ state: 'paused', due: undefined })
    expect(c.clock('CLK-CASE', gone, '2026-03-08')?.pausedSince?.slice(0, 10)).toBe('2026-03-07')
  })

  it('what is decided stays decided, and a second time changes nothing', () => {
    expect(c.told(c.served, act(enterCriminalTransfer, '2026-08-01T09:00')).events).toEqual([])
    expect(c.told(gone, act(enterCriminalTransfer, '2026-03-09T09:00')).events).toEqual([])
  })

  it('nothing else is possible meanwhile; a decision is a double fine, whatever it says', () => {
    const deciding = c.deciding({ outcome: 'no-penalty', fine: 0, confiscation: 0 }, '2026-03-10T09:00')
    expect(c.refused(gone, deciding)).toBe('ERR_DOUBLE_FINE')
    expect(c.refusal(gone, deciding)?.facts).toEqual({ guard: 'criminal-side-pending', state: 'CRIMINAL_TRANSFERRED' })
    expect(c.refused(gone, { ...deciding, by: c.officer })).toBe('ERR_WRONG_APPROVER')
    const open = c.record(gone, '2026-03-10')
    const possible = c.possible(open).filter((name) => !c.notes.includes(name))
    expect(possible).toEqual(['EnterCriminalTransfer', 'LeaveCriminalTransfer', 'CloseAfterConviction'])
  })
})

describe('coming back', () => {
  it.each([
    ['PoliceRefused', {}, 'refused', 1],
    ['CaseWithdrawn', {}, 'withdrawn', 2],
    ['AgencyInformed', {}, 'refused', 2],
    ['OpinionReceived', {}, 'opinion', 1],
    ['CriminalOutcome', { outcome: 'acquitted', fine: 0 }, 'acquitted', 2],
    ['CriminalOutcome', { outcome: 'exempted', fine: 0 }, 'exempted', 2],
  ])('%s %j: the state that it left, the clock from the next day', (of, more, ground, round) => {
    const told = c.told(gone, news(of, '2026-03-17T09:00', more))
    expect(told.events.at(-1)).toEqual({ type: 'CriminalTransferLeft', data: { ground } })
    expect([told.after.state, told.after.facts.round]).toEqual(['INVESTIGATING', round])
    const back = c.on(gone, news(of, '2026-03-17T09:00', more))
    expect(c.clock('CLK-CASE', back, '2026-03-18')).toMatchObject({ state: 'running', strict: '2026-06-10' })
  })

  it('not before the paper has arrived', () => {
    const awaited = c.on(gone, act(hearCriminalNews, '2026-03-10T09:00', { of: 'PoliceRefused', served: false }))
    expect(c.record(awaited, '2026-03-11').state).toBe('CRIMINAL_TRANSFERRED')
    const told = c.told(awaited, act(takeCriminalPaper, '2026-03-12T09:00', { of: 'PoliceRefused' }))
    expect([told.after.state, told.after.facts.criminal.awaited]).toEqual(['INVESTIGATING', {}])
    expect(c.told(awaited, act(takeCriminalPaper, '2026-03-12T09:00', { of: 'CaseWithdrawn' })).events).toEqual([])
  })

  it('and gone again when the police file after all', () => {
    const refused = c.on(gone, news('PoliceRefused', '2026-03-10T09:00'))
    expect(c.told(refused, act(enterCriminalTransfer, '2026-03-15T09:00')).after.state).toBe('CRIMINAL_TRANSFERRED')
  })

  it('after a non-prosecution with the opinion; after a conviction only by the responsible person', () => {
    const free = c.on(gone, news('CriminalOutcome', '2026-06-30T09:00', { outcome: 'non-prosecution', fine: 0 }))
    const leave = (by = c.leader) => act(leaveCriminalTransfer, '2026-07-06T09:00', { penalty: '吊销许可证件' }, by)
    expect(c.record(free, '2026-07-01').state).toBe('CRIMINAL_TRANSFERRED')
    expect(c.refused(free, leave())).toBe('ERR_GUARD')
    expect(c.told(free, news('OpinionReceived', '2026-07-06T09:00')).after.state).toBe('INVESTIGATING')
    expect(c.told(convicted, leave()).events).toEqual([
      { type: 'CriminalTransferLeft', data: { ground: 'conviction' } },
    ])
    expect(c.told(convicted, leave()).after.state).toBe('INVESTIGATING')
    expect(c.refused(convicted, leave(c.officer))).toBe('ERR_WRONG_APPROVER')
    expect(c.refused(gone, leave())).toBe('ERR_GUARD')
  })
})

describe('after a conviction', () => {
  it('scenario 2: closed, the clock never resumed', () => {
    const told = c.told(convicted, act(closeAfterConviction, '2026-07-06T09:00', {}, c.leader))
    expect([told.after.state, told.papers]).toEqual(['CLOSED_AFTER_CONVICTION', ['结案审批表']])
    expect(told.after.clocks.find(({ id }) => id === 'CLK-CASE')?.state).toBe('cancelled')
    expect(c.refused(gone, act(closeAfterConviction, '2026-07-06T09:00', {}, c.leader))).toBe('ERR_GUARD')
    expect(c.refused(convicted, act(closeAfterConviction, '2026-07-06T09:00', {}, c.officer))).toBe(
      'ERR_WRONG_APPROVER',
    )
  })

  it('there is no administrative fine any more, only what a court cannot impose', () => {
    const back = c.on(
      c.notified,
      act(enterCriminalTransfer, '2026-07-14T09:00'),
      news('CriminalOutcome', '2026-08-03T09:00', { outcome: 'convicted', fine: 6_000_000 }),
      act(leaveCriminalTransfer, '2026-08-04T09:00', { penalty: '警告' }, c.leader),
    )
    expect(c.refused(back, c.deciding({}, '2026-08-11T09:00'))).toBe('ERR_DOUBLE_FINE')
    expect(c.refused(back, c.deciding({ fine: 0 }, '2026-08-11T09:00'))).toBeUndefined()
  })

  it('nobody else fines the act either: the court’s fine takes its name', () => {
    const bar = act(barFine, '2026-06-30T09:00', { fine: 6_000_000 })
    expect(c.told(gone, bar)).toMatchObject({
      events: [{ type: 'FineBarred', data: {} }],
      claims: ['fine:uscc:91411002MA9FK404XB:销售假冒发制品'],
    })
    expect(c.told(gone, act(barFine, '2026-06-30T09:00', { fine: 0 })).events).toEqual([])
    expect(c.told(c.served, act(barFine, '2026-08-30T09:00', { fine: 6_000_000 })).events).toEqual([])
    expect(barFine.claimed).toBe('ERR_DOUBLE_FINE')
  })
})

describe('what stands still meanwhile', () => {
  const refusedTo = (pasts: typeof c.notified, since: string) =>
    c.on(pasts, act(enterCriminalTransfer, since), news('PoliceRefused', '2026-08-03T09:00'))

  it('the party keeps the rest of its five days: notified 07-13, away from 07-14 to 08-03', () => {
    const back = refusedTo(c.notified, '2026-07-14T09:00')
    const away = c.on(c.notified, act(enterCriminalTransfer, '2026-07-14T09:00'))
    const hear = (at: string) => act(requestHearing, at, {}, c.party)
    expect(c.clock('CLK-DEFENCE', away, '2026-07-30')?.state).toBe('paused')
    expect(c.clock('CLK-DEFENCE', back, '2026-08-04')).toMatchObject({ state: 'running', due: '2026-08-07' })
    expect(c.refused(back, c.deciding({}, '2026-08-07T09:00'))).toBe('ERR_TOO_EARLY')
    expect(c.told(back, hear('2026-08-07T16:00')).after.state).toBe('HEARING_PENDING')
    expect(c.refused(back, hear('2026-08-10T09:00'))).toBe('ERR_LATE')
    expect(c.refused(back, c.deciding({}, '2026-08-10T09:00'))).toBeUndefined()
  })

  it('the reviewers keep the rest of their ten days: submitted 07-06, away from 07-10 to 08-03', () => {
    const back = refusedTo(c.underReview, '2026-07-10T09:00')
    expect(c.clock('CLK-REVIEW', back, '2026-08-04')).toMatchObject({ state: 'running', due: '2026-08-11' })
    const convicting = c.on(
      c.underReview,
      act(enterCriminalTransfer, '2026-07-10T09:00'),
      news('CriminalOutcome', '2026-08-03T09:00', { outcome: 'convicted', fine: 6_000_000 }),
    )
    const closed = c.on(convicting, act(closeAfterConviction, '2026-08-04T09:00', {}, c.leader))
    expect(c.clock('CLK-REVIEW', closed, '2026-09-01')?.state).toBe('cancelled')
  })
})

describe('what runs on meanwhile', () => {
  it('a public notice that ends changes the state the case comes back to', () => {
    const notice = act(serveByPublicNotice, '2026-07-13T10:00', { tried: '无法送达', notice: c.NOTICE }, c.leader)
    const away = c.on(c.reviewed, notice, act(enterCriminalTransfer, '2026-07-20T09:00'))
    expect(c.record(away, '2026-08-14').state).toBe('CRIMINAL_TRANSFERRED')
    expect(c.told(away, news('PoliceRefused', '2026-08-17T09:00')).after.state).toBe('NOTICE_SERVED')
  })

  it('a transfer that was not approved: the next suspicion opens another', () => {
    expect(c.told(investigating, act(settleSuspicion, '2026-03-06T09:00')).after.facts.round).toBe(2)
  })
})
