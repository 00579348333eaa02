import { describe, expect, it } from '@jest/globals'
import { acknowledgeNotice } from './steps/acknowledge-notice.js'
import { acceptReasons } from './steps/accept-reasons.js'
import { askReasons } from './steps/ask-reasons.js'
import { explainReasons } from './steps/explain-reasons.js'
import { informAgency } from './steps/inform-agency.js'
import { orderFiling } from './steps/order-filing.js'
import { requestSupervision } from './steps/request-supervision.js'
import * as m from './matter.sample.js'

const clockOf = (clocks: readonly { id: string }[], id: string) => clocks.find((clock) => clock.id === id)
type Given = readonly (typeof m.sent)[]

describe('supervision is suggested', () => {
  const request = (given: Given, at: string) =>
    m.spec.given(...given).when(requestSupervision, { by: m.OFFICER, at, input: { reasons: '应当立案' } })

  it.each([
    ['the refusal', m.refused(), '2026-03-12T10:00'],
    ['the reconsideration', m.upheld(), '2026-03-16T10:00'],
  ])('within three days of %s', (_, given, at) => {
    const told = request(given, at).told()
    expect(told.events).toEqual([{ type: 'SupervisionRequested', data: { reasons: '应当立案' } }])
    expect([told.after.state, told.papers]).toEqual(['SUPERVISION_REQUESTED', ['建议立案监督函']])
  })

  it.each([
    ['the refusal', m.refused(), '2026-03-13T09:00'],
    ['the reconsideration', m.upheld(), '2026-03-17T09:00'],
  ])('not on the fourth day after %s', (_, given, at) => {
    expect(request(given, at).refused()).toBe('ERR_LATE')
  })

  it('not before the paper is in hand', () => {
    expect(request(m.refused(null), '2026-03-11T09:00').refusal()?.facts).toEqual({
      guard: 'not-served',
      of: 'PoliceRefused',
    })
    expect(request(m.upheld(null), '2026-03-14T09:00').refusal()?.facts).toEqual({
      guard: 'not-served',
      of: 'ReconDecided',
    })
  })

  it('not while the police reconsider', () => {
    expect(request(m.reconAsked, '2026-03-12T09:00').refused()).toBe('ERR_STATE')
  })
})

describe('the procuratorate asks for reasons', () => {
  const ask = (given: Given, at = '2026-03-12T10:00', input: Record<string, unknown> = {}) =>
    m.spec.given(...given).when(askReasons, { by: m.PROSECUTOR, at, input })

  it('on suggestion; the police have seven days', () => {
    const told = ask(m.supervised).told()
    expect(told.events).toEqual([{ type: 'ReasonsAsked', data: { exOfficio: false, servedOn: '2026-03-12' } }])
    expect([told.after.state, told.papers]).toEqual(['EXPLAINING', ['要求说明不立案理由通知书']])
    expect(clockOf(told.after.clocks, 'CLK-PSB-EXPLAIN')).toMatchObject({ state: 'running', due: '2026-03-19' })
  })

  it.each([
    ['a refusal', m.refused(), '2026-03-20T10:00'],
    ['an upheld refusal', m.upheld(), '2026-03-20T10:00'],
  ])('of its own accord after %s, however late', (_, given, at) => {
    expect(ask(given, at).told().events[0]?.data).toEqual({ exOfficio: true, servedOn: '2026-03-20' })
  })

  it.each([
    ['decide', m.untilReceived],
    ['get the rest', m.supplementing],
  ])('of its own accord once the police let three days pass to %s', (_, given) => {
    expect(ask(given, '2026-03-10T23:59').refusal()?.facts).toMatchObject({ guard: 'police-in-time' })
    expect(ask(given, '2026-03-11T00:00').told().after.state).toBe('EXPLAINING')
  })

  it('not before anything was sent', () => {
    expect(ask(m.untilSent).refused()).toBe('ERR_STATE')
  })
})

describe('the police explain', () => {
  const explain = (given: Given, at = '2026-03-18T10:00') =>
    m.spec.given(...given).when(explainReasons, { by: m.POLICE, at, input: { reasons: '情节轻微' } })

  it('in writing', () => {
    const told = explain(m.explaining).told()
    expect(told.events).toEqual([{ type: 'ReasonsExplained', data: { reasons: '情节轻微' } }])
    expect([told.after.state, told.papers]).toEqual(['EXPLAINING', ['不立案理由说明书']])
    expect(clockOf(told.after.clocks, 'CLK-PSB-EXPLAIN')).toMatchObject({ state: 'satisfied' })
  })

  it('late as well, never unasked', () => {
    expect(explain(m.explaining, '2026-03-25T10:00').refused()).toBeUndefined()
    expect(explain(m.supervised).refused()).toBe('ERR_STATE')
  })
})

describe('the reasons hold', () => {
  const accept = (given: Given) =>
    m.spec
      .given(...given)
      .when(acceptReasons, { by: m.PROSECUTOR, at: '2026-03-20T10:00', input: { opinion: '理由成立' } })
  const rejected = [...m.explained, m.at('2026-03-20T10:00', m.happened.ReasonsUpheld({ opinion: '理由成立' }))]
  const inform = (given: Given, input: Record<string, unknown> = {}) =>
    m.spec.given(...given).when(informAgency, { by: m.PROSECUTOR, at: '2026-03-27T10:00', input })

  it('and the agency is to be told within ten days', () => {
    const told = accept(m.explained).told()
    expect([told.after.state, told.papers]).toEqual(['SUPERVISION_REJECTED', ['审查意见']])
    expect(clockOf(told.after.clocks, 'CLK-PROC-TELL')).toMatchObject({ state: 'running', due: '2026-03-30' })
  })

  it('only when there are any', () => {
    expect(accept(m.explaining).refusal()).toEqual({ refused: 'ERR_GUARD', facts: { guard: 'not-explained' } })
    expect(accept(m.supervised).refused()).toBe('ERR_STATE')
  })

  it('the agency is told, once', () => {
    const told = inform(rejected).told()
    expect(told.events).toEqual([
      { type: 'AgencyInformed', data: { case: m.CASE, ...m.ABOUT, servedOn: '2026-03-27' } },
    ])
    expect([told.after.state, told.after.overlays, told.papers]).toEqual([
      'SUPERVISION_REJECTED',
      ['BACK_TO_ADMIN'],
      ['不立案理由审查意见通知书'],
    ])
    const again = [
      ...rejected,
      m.at('2026-03-25', m.happened.AgencyInformed({ ...m.MATTER, ...m.ABOUT, servedOn: '2026-03-25' })),
    ]
    expect(inform(again).refusal()?.facts).toEqual({ guard: 'already-told' })
  })

  it('a paper that reaches the agency later brings the matter back when it is acknowledged', () => {
    const onItsWay = [
      ...rejected,
      m.at('2026-03-25', m.happened.AgencyInformed({ ...m.MATTER, ...m.ABOUT, servedOn: null })),
    ]
    const told = m.spec
      .given(...onItsWay)
      .when(acknowledgeNotice, {
        by: m.OFFICER,
        at: '2026-03-27T10:00',
        input: { of: 'AgencyInformed', on: '2026-03-26' },
      })
      .told()
    expect(told.events).toEqual([
      { type: 'NoticeReceived', data: { case: m.CASE, ...m.ABOUT, of: 'AgencyInformed', on: '2026-03-26' } },
    ])
    expect(told.after.overlays).toEqual(['BACK_TO_ADMIN'])
  })

  it('the agency is not told before', () => {
    expect(inform(m.explained).refused()).toBe('ERR_STATE')
  })

  it('and where the police never decided, the matter comes back with that paper', () => {
    const overdue = [
      ...m.untilReceived,
      m.at('2026-03-12', m.happened.ReasonsAsked({ exOfficio: true, servedOn: '2026-03-12' })),
      m.at('2026-03-18', m.happened.ReasonsExplained({ reasons: '情节轻微' })),
      m.at('2026-03-20', m.happened.ReasonsUpheld({ opinion: '理由成立' })),
    ]
    expect(m.spec.given(...overdue).record('2026-03-21').overlays).toEqual([])
    expect(inform(overdue).told().after.overlays).toEqual(['BACK_TO_ADMIN'])
  })
})

describe('the procuratorate orders the filing', () => {
  const order = (given: Given, at: string) =>
    m.spec.given(...given).when(orderFiling, { by: m.PROSECUTOR, at, input: { reasons: '理由不成立' } })

  it('when the reasons do not hold; the police have fifteen days', () => {
    const told = order(m.explained, '2026-03-20T10:00').told()
    expect(told.events).toEqual([{ type: 'FilingOrdered', data: { reasons: '理由不成立', servedOn: '2026-03-20' } }])
    expect([told.after.state, told.papers]).toEqual(['ORDERED_TO_FILE', ['通知立案书']])
    expect(clockOf(told.after.clocks, 'CLK-PSB-FILE15')).toMatchObject({ strict: '2026-04-04' })
  })

  it('when none came in time, not before', () => {
    expect(order(m.explaining, '2026-03-19T23:59').refusal()).toEqual({
      refused: 'ERR_GUARD',
      facts: { guard: 'not-explained' },
    })
    expect(order(m.explaining, '2026-03-20T00:00').told().after.state).toBe('ORDERED_TO_FILE')
  })

  it('never unasked', () => {
    expect(order(m.supervised, '2026-03-20').refused()).toBe('ERR_STATE')
  })
})
