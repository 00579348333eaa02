import { describe, expect, it } from '@jest/globals'
import { at, type Past } from '#kernel/spec'
import { AUTHORITY, authority, both, holder, mediator, nursery, ORG, shop, stranger, no } from '../cast.sample.js'
import { NotFiled, OpinionNoticeServed } from './events.js'
import { accepted, consented, noticeServed, patentRequested, requested, spec } from './history.sample.js'
import { acceptMediation } from './steps/accept-mediation.js'
import { acknowledgeNotice } from './steps/acknowledge-notice.js'
import { openAgain } from './steps/open-again.js'
import { recordOpinion } from './steps/record-opinion.js'
import { requestMediation } from './steps/request-mediation.js'
import { serveOpinionNotice } from './steps/serve-opinion-notice.js'

const people = {
  organisation: ORG,
  track: 'people',
  ip: 'trademark',
  dispute: 'infringement',
  requester: nursery,
  respondent: shop,
}
const patent = { ...people, organisation: AUTHORITY, track: 'administrative', ip: 'invention' }
const ask = (input: Record<string, unknown>, by = holder) =>
  spec.given().when(requestMediation, { by, at: '2026-04-07', input })

describe('a request', () => {
  it('begins a mediation', () => {
    const { events, papers, after } = ask(people).told()
    expect(events).toEqual([{ type: 'MediationRequested', data: { ...people, patent: false } }])
    expect(papers).toEqual(['调解请求书'])
    expect(after.state).toBe('REQUESTED')
    expect(after.clocks).toEqual([])
  })

  it('of a patent starts the five working days of service', () => {
    const { events, after } = ask(patent).told()
    expect(events).toEqual([{ type: 'MediationRequested', data: { ...patent, patent: true } }])
    expect(after.clocks.map(({ id, due }) => [id, due])).toEqual([['CLK-MED-SERVE', '2026-04-14']])
  })

  it.each(['crime', 'penalty', 'validity', 'title-decision', 'public-interest'])(
    'about %s cannot be mediated',
    (dispute) => {
      expect(ask({ ...people, dispute }).refusal()).toEqual({
        refused: 'ERR_NOT_MEDIABLE',
        facts: { dispute, track: 'people', rule: 'R-MED-14' },
      })
    },
  )

  it.each(['consumer', 'labour'])('about a %s matter is no commercial mediation', (dispute) => {
    expect(ask({ ...people, track: 'commercial', dispute }).refused()).toBe('ERR_NOT_MEDIABLE')
    expect(ask({ ...people, dispute }).refused()).toBeUndefined()
  })

  it('about patent damages alone needs the decision on infringement', () => {
    const damages = { ...patent, dispute: 'damages' }
    expect(ask(damages).refusal()).toEqual({ refused: 'ERR_DOC_MISSING', facts: { missing: ['行政裁决书'] } })
    expect(ask({ ...damages, enclosures: { 行政裁决书: ['e1'] } }).refused()).toBeUndefined()
  })

  it('about the provisional fee needs the grant', () => {
    const fee = { ...patent, dispute: 'provisional-fee' }
    expect(no(ask(fee).refusal())).toEqual({ code: 'ERR_GUARD', guard: 'patent-not-granted' })
    expect(ask({ ...fee, granted: true }).refused()).toBeUndefined()
  })

  it.each([
    ['an unknown kind of right', { ...people, ip: 'smell' }, 'unknown-ip'],
    ['one party on both sides', { ...people, respondent: nursery }, 'two-parties'],
    ['an authority on the people’s track', { ...people, organisation: AUTHORITY }, 'mediation-body'],
    ['a mediation body on the administrative track', { ...people, track: 'administrative' }, 'mediation-body'],
    ['a county for a patent', { ...patent, organisation: 'SAMR-411002' }, 'mediation-body'],
  ])('is refused for %s', (_, input, guard) => {
    expect(ask(input).refusal()).toMatchObject({ refused: 'ERR_GUARD', facts: { guard } })
  })

  it('is made by the requester, or entered by the body', () => {
    expect(ask(people, stranger).refusal()).toEqual({ refused: 'ERR_GUARD', facts: { guard: 'requester' } })
    expect(ask(people, mediator).refused()).toBeUndefined()
    expect(ask(people, authority).refusal()).toEqual({ refused: 'ERR_GUARD', facts: { guard: 'requester' } })
    expect(ask(people, { ...mediator, office: 'leader' }).refused()).toBe('ERR_WRONG_APPROVER')
  })

  it('comes again from a confirmation that was refused', () => {
    const previous = 'aaaaaaaaaaaaaaaaaaaaaaaaab'
    const told = spec
      .given()
      .when(openAgain, { by: mediator, at: '2026-06-01', input: { ...people, previous } })
      .told()
    expect(told.events).toEqual([{ type: 'MediationRequested', data: { ...people, patent: false, previous } }])
  })
})

describe('the patent track', () => {
  const serve = (input = {}) =>
    spec.given(patentRequested).when(serveOpinionNotice, { by: authority, at: '2026-04-03', input })

  it('asks the respondent, who has 15 days', () => {
    const { events, papers, after } = serve().told()
    expect(events).toEqual([{ type: 'OpinionNoticeServed', data: { servedOn: '2026-04-03' } }])
    expect(papers).toEqual(['陈述意见通知书'])
    expect(after.state).toBe('SERVED')
    expect(after.clocks.map(({ id, state, due }) => [id, state, due])).toEqual([
      ['CLK-MED-OPINION', 'running', '2026-04-20'],
      ['CLK-MED-SERVE', 'satisfied', '2026-04-09'],
    ])
  })

  it('counts from receipt when the notice was not served at once', () => {
    const sent = at('2026-04-03', OpinionNoticeServed({ servedOn: null }))
    const { after } = spec
      .given(patentRequested, sent)
      .when(acknowledgeNotice, {
        by: authority,
        at: '2026-04-09',
        input: { of: 'OpinionNoticeServed', on: '2026-04-08' },
      })
      .told()
    expect(after.clocks.find((one) => one.id === 'CLK-MED-OPINION')?.due).toBe('2026-04-23')
  })

  it('knows no paper that was served tomorrow, before it was made, or twice', () => {
    const sent = at('2026-04-03', OpinionNoticeServed({ servedOn: null }))
    const receive = (on: string, notice: Past = sent) =>
      spec
        .given(patentRequested, notice)
        .when(acknowledgeNotice, { by: authority, at: '2026-04-09', input: { of: 'OpinionNoticeServed', on } })
    expect(serve({ servedOn: '2026-04-04' }).refused()).toBe('ERR_DATE')
    expect(serve({ servedOn: '2026-03-31' }).refused()).toBe('ERR_DATE')
    expect(receive('2026-04-10').refused()).toBe('ERR_DATE')
    expect(receive('2026-04-02').refused()).toBe('ERR_DATE')
    expect(no(receive('2026-04-08', noticeServed).refusal())).toEqual({
      code: 'ERR_GUARD',
      guard: 'already-served',
      servedOn: '2026-04-03',
    })
  })

  it('is not for other disputes', () => {
    expect(spec.given(requested).when(serveOpinionNotice, { by: mediator, at: '2026-04-08' }).refused()).toBe(
      'ERR_STATE',
    )
  })

  const opinion = (on: string, consent: boolean) =>
    spec.given(patentRequested, noticeServed).when(recordOpinion, { by: authority, at: on, input: { consent } })

  it('goes on with consent, to be filed in five working days', () => {
    const { events, after } = opinion('2026-04-20', true).told()
    expect(events).toEqual([{ type: 'Consented', data: {} }])
    expect(after.state).toBe('CONSENTED')
    expect(after.clocks.find((one) => one.id === 'CLK-MED-FILE')?.due).toBe('2026-04-27')
  })

  it('ends with a refusal', () => {
    const { events, papers, after } = opinion('2026-04-10', false).told()
    expect(events).toEqual([{ type: 'NotFiled', data: { refused: true } }])
    expect(papers).toEqual(['意见陈述书', '不予立案通知书'])
    expect(after.state).toBe('NOT_FILED')
  })

  it('takes silence for refusal: consent is late, telling the requester stays possible', () => {
    const silent = spec.given(patentRequested, noticeServed).record('2026-04-21')
    expect([silent.state, (silent.facts as { silent: boolean }).silent]).toEqual(['SERVED', true])
    expect(silent.clocks.find((one) => one.id === 'CLK-MED-FILE')?.due).toBe('2026-04-27')
    expect(opinion('2026-04-21', true).refused()).toBe('ERR_LATE')
    expect(opinion('2026-04-21', false).told().events).toEqual([{ type: 'NotFiled', data: { refused: false } }])
  })

  it('accepts only after consent', () => {
    const accept = (...past: Past[]) => spec.given(...past).when(acceptMediation, { by: authority, at: '2026-04-13' })
    expect(accept(patentRequested).refused()).toBe('ERR_STATE')
    expect(accept(patentRequested, noticeServed).refused()).toBe('ERR_STATE')
    expect(accept(patentRequested, noticeServed, consented).told().after.state).toBe('ACCEPTED')
    expect(accept(patentRequested, noticeServed, at('2026-04-09', NotFiled({ refused: true }))).refused()).toBe(
      'ERR_STATE',
    )
  })
})

describe('acceptance', () => {
  const accept = (input = {}) => spec.given(requested).when(acceptMediation, { by: mediator, at: '2026-04-08', input })

  it('starts 30 days once both agree', () => {
    const { events, papers, after } = accept({ agreed: both }).told()
    expect(events).toEqual([
      { type: 'MediationAccepted', data: { organisation: ORG, ip: 'trademark', ownership: false } },
    ])
    expect(papers).toEqual(['调解受理登记表'])
    expect(after.clocks.map(({ id, due }) => [id, due])).toEqual([['CLK-MED', '2026-05-08']])
  })

  it('needs both', () => {
    expect(accept({ agreed: ['requester'] }).refusal()).toEqual({
      refused: 'ERR_GUARD',
      facts: { guard: 'both-agree', missing: ['respondent'] },
    })
    expect(no(accept().refusal())).toEqual({
      code: 'ERR_GUARD',
      guard: 'both-agree',
      missing: ['requester', 'respondent'],
    })
  })

  it('is the mediator’s', () => {
    expect(spec.given(requested).when(acceptMediation, { by: holder, at: '2026-04-08' }).refused()).toBe(
      'ERR_WRONG_APPROVER',
    )
    expect(spec.given(requested, accepted).when(acceptMediation, { by: mediator, at: '2026-04-09' }).refused()).toBe(
      'ERR_STATE',
    )
  })
})
