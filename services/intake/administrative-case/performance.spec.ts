import { describe, expect, it } from '@jest/globals'
import * as c from './case.sample.js'
import { acknowledgeNotice } from './steps/acknowledge-notice.js'
import { applyEnforcement } from './steps/apply-enforcement.js'
import { challengeRegistered } from './steps/challenge-registered.js'
import { close } from './steps/close.js'
import { defer } from './steps/defer.js'
import { endChallenge } from './steps/end-challenge.js'
import { instalment } from './steps/instalment.js'
import { pay } from './steps/pay.js'
import { publish } from './steps/publish.js'
import { recordEnforcement } from './steps/record-enforcement.js'
import { recordPerformance } from './steps/record-performance.js'
import { revokeDecision } from './steps/revoke-decision.js'
import { serveByPublicNotice } from './steps/serve-by-public-notice.js'
import { urge } from './steps/urge.js'
import { withdrawPublicity } from './steps/withdraw-publicity.js'

const act = (step: c.Act['step'], by: c.Act['by'], at: string, input: Record<string, unknown> = {}): c.Act => ({
  step,
  by,
  at,
  input,
})
const paying = (amount: number, at = '2026-08-04T09:00') => act(pay, c.party, at, { amount })
const closing = (at = '2026-08-20T09:00') => act(close, c.leader, at)

describe('Pay', () => {
  it('all at once: performed', () => {
    const told = c.told(c.served, paying(2_000_000))
    expect(told.events).toEqual([
      { type: 'FinePaid', data: { amount: 2_000_000, surcharge: 0, remaining: 0 } },
      { type: 'DecisionPerformed', data: {} },
    ])
    expect(told.after.state).toBe('PERFORMING')
    expect(told.after.clocks.find(({ id }) => id === 'CLK-PAY')?.state).toBe('satisfied')
  })

  it('in parts: performed with the last', () => {
    const part = c.on(c.served, paying(500_000))
    expect(part.at(-1)!.events).toEqual([
      { type: 'FinePaid', data: { amount: 500_000, surcharge: 0, remaining: 1_500_000 } },
    ])
    expect(c.told(part, paying(1_500_000, '2026-08-05T09:00')).events).toHaveLength(2)
    expect(c.refused(part, paying(1_500_001, '2026-08-05T09:00'))).toBe('ERR_GUARD')
  })

  it('ten days late: three per cent a day more', () => {
    const told = c.told(c.served, paying(2_000_000, '2026-08-16T09:00'))
    expect(told.events).toEqual([
      { type: 'FinePaid', data: { amount: 2_000_000, surcharge: 600_000, remaining: 600_000 } },
    ])
    expect(c.told(c.served, paying(2_600_000, '2026-08-16T09:00')).events).toHaveLength(2)
  })

  it('only when served', () => {
    expect(c.refused(c.decided, paying(2_000_000, '2026-07-22T11:00'))).toBe('ERR_STATE')
    expect(c.refused(c.served, { ...paying(2_000_000), by: c.leader })).toBe('ERR_WRONG_APPROVER')
  })

  it('posted: the days begin with the receipt', () => {
    const posted = c.on(c.decided, c.serving({ servedOn: null }))
    const signed = act(acknowledgeNotice, c.party, '2026-07-27T09:00', { of: 'DecisionServed', on: '2026-07-27' })
    expect(c.clock('CLK-PAY', posted, '2026-07-23')).toBeUndefined()
    expect(c.told(posted, signed).events[0]!.data).toEqual({
      of: 'DecisionServed',
      on: '2026-07-27',
      fine: 2_000_000,
      fined: true,
      toPerform: true,
      measures: [c.ID('m')],
      returned: [],
    })
    expect(c.clock('CLK-PAY', c.on(posted, signed), '2026-07-28')?.due).toBe('2026-08-11')
  })
})

describe('other duties', () => {
  const bound = c.on(c.notified, c.deciding({ duties: ['拆除侵权招牌'] }), c.serving())
  const done = (duty: string, at = '2026-08-05T09:00') => act(recordPerformance, c.officer, at, { duty })

  it('all must be done before the decision is performed', () => {
    const paid = c.on(bound, paying(2_000_000))
    expect(paid.at(-1)!.events).toHaveLength(1)
    expect(c.refused(paid, closing('2026-08-04T10:00'))).toBe('ERR_GUARD')
    expect(c.told(paid, done('拆除侵权招牌')).events).toEqual([
      { type: 'DutyPerformed', data: { duty: '拆除侵权招牌' } },
      { type: 'DecisionPerformed', data: {} },
    ])
    expect(c.refused(paid, done('停止生产'))).toBe('ERR_GUARD')
    expect(c.told(bound, done('拆除侵权招牌')).events).toHaveLength(1)
  })
})

describe('Defer and Instalment', () => {
  const deferring = (at: string, until = '2026-09-30') => act(defer, c.leader, at, { until })
  const plan = [
    { on: '2026-08-31', amount: 1_000_000 },
    { on: '2026-09-30', amount: 1_000_000 },
  ]
  const parts = (more: Record<string, unknown>) => act(instalment, c.leader, '2026-08-03T09:00', { plan, ...more })

  it('move the last day for payment', () => {
    const deferred = c.on(c.served, deferring('2026-08-06T09:00'))
    expect(c.clock('CLK-PAY', deferred, '2026-08-07')).toMatchObject({ state: 'running', due: '2026-09-30' })
    expect(c.clock('CLK-PAY', c.on(c.served, parts({})), '2026-08-07')?.due).toBe('2026-09-30')
    expect(c.record(deferred, '2026-08-07').state).toBe('PERFORMING')
  })

  it('not after it has passed, not into the past, not by the party', () => {
    expect(c.refused(c.served, deferring('2026-08-07T09:00'))).toBe('ERR_CLOCK_RULE')
    expect(c.refused(c.served, deferring('2026-08-03T09:00', '2026-08-03'))).toBe('ERR_GUARD')
    expect(c.refused(c.served, { ...deferring('2026-08-03T09:00'), by: c.officer })).toBe('ERR_WRONG_APPROVER')
  })

  it('parts make up the whole, in order', () => {
    expect(c.refused(c.served, parts({ plan: [plan[0], { on: '2026-09-30', amount: 999_999 }] }))).toBe('ERR_GUARD')
    expect(c.refused(c.served, parts({ plan: [...plan].reverse() }))).toBe('ERR_GUARD')
  })
})

describe('enforcement', () => {
  const urging = (at: string, input: Record<string, unknown> = {}) => act(urge, c.leader, at, input)
  const applying = (at: string) => act(applyEnforcement, c.leader, at)
  const urged = c.on(c.served, urging('2027-01-25T09:00'))
  const applied = c.on(urged, applying('2027-02-24T09:00'))

  it('first the party is urged, once it is in delay', () => {
    expect(c.refused(c.served, urging('2026-08-06T09:00'))).toBe('ERR_GUARD')
    expect(c.told(c.served, urging('2026-08-07T09:00')).papers).toEqual(['履行催告书'])
    expect(c.refused(c.on(c.served, paying(2_000_000)), urging('2026-08-07T09:00'))).toBe('ERR_GUARD')
  })

  it('then ten working days, and both remedies expired', () => {
    expect(c.record(c.served, '2027-01-22T00:00').facts.remediesExpired).toBe(false)
    expect(c.record(c.served, '2027-01-23T00:00').facts.remediesExpired).toBe(true)
    expect(c.refused(urged, applying('2027-02-01T09:00'))).toBe('ERR_TOO_EARLY')
    expect(c.told(urged, applying('2027-02-24T09:00')).after.state).toBe('ENFORCING')
  })

  it('not without the reminder, nor while a remedy is open', () => {
    expect(c.refused(c.served, applying('2027-02-24T09:00'))).toBe('ERR_GUARD')
    const early = c.on(c.served, urging('2026-08-10T09:00'))
    expect(c.refused(early, applying('2026-09-10T09:00'))).toBe('ERR_GUARD')
    const posted = c.on(c.served, urging('2027-01-25T09:00', { servedOn: null }))
    expect(c.refused(posted, applying('2027-02-24T09:00'))).toBe('ERR_GUARD')
  })

  it('not later than three months after the remedies', () => {
    expect(c.refused(urged, applying('2027-05-06T09:00'))).toBe('ERR_LATE')
  })

  it('ends as the court says, with its paper', () => {
    const ended = (result: string, enclosures: object = { 裁定: ['裁定书一'] }) =>
      act(recordEnforcement, c.officer, '2027-04-01T09:00', { result, enclosures })
    expect(c.told(applied, ended('performed')).events).toEqual([{ type: 'DecisionPerformed', data: {} }])
    expect(c.told(applied, ended('ended')).events).toEqual([{ type: 'EnforcementEnded', data: {} }])
    expect(c.refused(applied, ended('ended', {}))).toBe('ERR_DOC_MISSING')
    expect(c.told(c.on(applied, ended('ended')), closing('2027-04-10T09:00')).after.state).toBe('CLOSED')
    expect(c.told(applied, paying(2_000_000, '2027-03-01T09:00')).after.state).toBe('ENFORCING')
  })
})

describe('Close', () => {
  it('only what has ended, by the responsible person', () => {
    expect(c.refusal(c.served, closing())).toEqual({ refused: 'ERR_GUARD', facts: { guard: 'nothing-ended-yet' } })
    expect(c.refused(c.decided, closing())).toBe('ERR_STATE')
    const paid = c.on(c.served, paying(2_000_000))
    expect(c.refused(paid, { ...closing(), by: c.officer })).toBe('ERR_WRONG_APPROVER')
    expect(c.refused(c.on(paid, closing()), closing('2026-08-21T09:00'))).toBe('ERR_STATE')
  })
})

describe('challenges', () => {
  const challenge = (kind: string, at = '2026-09-01T09:00', enclosures: object = { 受理通知: ['受理通知一'] }) =>
    act(challengeRegistered, c.officer, at, { kind, enclosures })
  const end = (kind: string, result: string, at: string, paper: string) =>
    act(endChallenge, c.officer, at, { kind, result, enclosures: { [paper]: ['文书一'] } })
  const challenged = c.on(c.served, challenge('recon'))

  it('show on the case and do not stop it', () => {
    const told = c.told(c.served, challenge('recon'))
    expect([told.after.state, told.after.overlays]).toEqual(['SERVED', ['CHALLENGED']])
    expect(told.after.clocks.find(({ id }) => id === 'CLK-REMEDY-RECON')?.state).toBe('satisfied')
    expect(c.refused(challenged, challenge('recon'))).toBe('ERR_GUARD')
  })

  it('come in time and with their paper', () => {
    expect(c.refused(c.served, challenge('recon', '2026-09-21T00:00'))).toBe('ERR_LATE')
    expect(c.refused(c.served, challenge('suit', '2026-09-21T00:00'))).toBeUndefined()
    expect(c.refused(c.served, challenge('recon', '2026-09-01T09:00', {}))).toBe('ERR_DOC_MISSING')
    expect(c.refused(c.decided, challenge('recon'))).toBe('ERR_STATE')
  })

  it('end with the paper that decides them; upheld, enforcement opens', () => {
    const upheld = c.on(challenged, end('recon', 'upheld', '2026-10-20T09:00', '行政复议决定书'))
    expect(c.record(upheld, '2026-10-21').overlays).toEqual([])
    expect(c.clock('CLK-ENF-APPLY', upheld, '2026-10-21')?.due).toBe('2027-01-20')
    expect(c.refused(challenged, end('recon', 'upheld', '2026-10-20T09:00', '行政判决书'))).toBe('ERR_DOC_MISSING')
    expect(c.refused(challenged, end('suit', 'upheld', '2026-10-20T09:00', '行政判决书'))).toBe('ERR_GUARD')
    const urged = c.on(upheld, act(urge, c.leader, '2026-10-21T09:00'))
    expect(c.told(urged, act(applyEnforcement, c.leader, '2026-11-10T09:00')).after.state).toBe('ENFORCING')
  })
})

describe('RevokeDecision', () => {
  const revoke = (by = c.leader, at = '2026-08-10T09:00') =>
    act(revokeDecision, by, at, { ground: 'own', reason: '主体认定错误' })
  const published = c.on(c.served, act(publish, c.publicity, '2026-07-29T09:00', { where: '信用中国' }))

  it('takes what was published down with it', () => {
    const told = c.told(published, revoke())
    expect(told.events).toEqual([
      {
        type: 'DecisionRevoked',
        data: {
          agency: c.BUREAU,
          subject: c.SHOP,
          ip: 'trademark',
          act: '销售假冒发制品',
          ground: 'own',
          published: true,
        },
      },
    ])
    expect([told.after.state, told.papers]).toEqual(['REVOKED', ['撤销行政处罚决定书']])
    expect(told.after.clocks.find(({ id }) => id === 'CLK-PUB-WITHDRAW')?.due).toBe('2026-08-13')
    expect(told.after.clocks.find(({ id }) => id === 'CLK-PUB-20')?.state).toBe('cancelled')
  })

  it('the publicity is withdrawn once', () => {
    const withdrawing = act(withdrawPublicity, c.publicity, '2026-08-12T09:00')
    const withdrawn = c.on(published, revoke(), withdrawing)
    expect(c.clock('CLK-PUB-WITHDRAW', withdrawn, '2026-08-12T10:00')?.state).toBe('satisfied')
    expect(c.refused(withdrawn, withdrawing)).toBe('ERR_GUARD')
    expect(c.refused(c.on(c.served, revoke()), withdrawing)).toBe('ERR_GUARD')
    expect(c.refused(published, withdrawing)).toBe('ERR_STATE')
  })

  it('is possible from the decision to the closed case, and only for one', () => {
    const closed = c.on(c.served, paying(2_000_000), closing())
    expect(c.told(closed, revoke(c.leader, '2026-09-01T09:00')).after.state).toBe('REVOKED')
    expect(c.refused(c.notified, revoke(c.leader, '2026-07-14T09:00'))).toBe('ERR_STATE')
    expect(c.refused(c.served, revoke(c.officer))).toBe('ERR_WRONG_APPROVER')
  })

  it('leaves nothing to be served, challenged or enforced', () => {
    const state = (id: string, pasts: Parameters<typeof c.clock>[1]) => c.clock(id, pasts, '2027-03-01')?.state
    expect(state('CLK-SERVE', c.on(c.decided, revoke(c.leader, '2026-07-23T09:00')))).toBe('cancelled')
    const revoked = c.on(c.served, revoke())
    expect(['CLK-REMEDY-RECON', 'CLK-REMEDY-SUIT'].map((id) => state(id, revoked))).toEqual(['cancelled', 'cancelled'])
    const unserved = c.on(c.decided, c.serving({ servedOn: null }), revoke())
    const late = act(acknowledgeNotice, c.party, '2026-08-11T09:00', { of: 'DecisionServed', on: '2026-08-11' })
    expect(c.refused(unserved, late)).toBe('ERR_GUARD')
  })

  it('ends a public notice that runs, and the time for payment', () => {
    const noticed = c.on(c.decided, act(serveByPublicNotice, c.leader, '2026-07-23T09:00', { tried: '无法送达' }))
    const revoked = c.on(noticed, revoke())
    expect(c.record(revoked, '2026-09-30').state).toBe('REVOKED')
    expect(c.clock('CLK-PUBLIC-NOTICE', revoked, '2026-09-30')?.state).toBe('cancelled')
    expect(c.clock('CLK-PAY', c.on(c.served, revoke(c.leader, '2026-08-05T09:00')), '2026-08-06')?.state).toBe(
      'cancelled',
    )
  })
})
