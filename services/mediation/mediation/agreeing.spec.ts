import { describe, expect, it } from '@jest/globals'
import { at, type Past } from '#kernel/spec'
import {
  agreement,
  AUTHORITY,
  authority,
  both,
  holder,
  mediator,
  nursery,
  ORG,
  respondent,
  shop,
  stranger,
  no,
} from '../cast.sample.js'
import { MediationAccepted, MediationExtended, MediationRequested, SessionHeld } from './events.js'
import { accepted, agreed, consented, noticeServed, patentRequested, requested, spec } from './history.sample.js'
import { extendMediation } from './steps/extend-mediation.js'
import { failMediation } from './steps/fail-mediation.js'
import { holdSession } from './steps/hold-session.js'
import { signAgreement } from './steps/sign-agreement.js'
import { splitToPenalty } from './steps/split-to-penalty.js'
import { withdrawMediation } from './steps/withdraw-mediation.js'
import { titleWordsIn } from './title-words.js'

const going = [requested, accepted] as const
const extended = [...going, at('2026-05-08', MediationExtended({}))] as const

describe('sessions', () => {
  const hold = (...past: Past[]) => spec.given(...past).when(holdSession, { by: mediator, at: '2026-05-08T15:00' })

  it('bring the matter into progress, and leave an extended one extended', () => {
    const { events, papers, after } = hold(...going).told()
    expect(events).toEqual([{ type: 'SessionHeld', data: { present: [...both] } }])
    expect(papers).toEqual(['调解笔录'])
    expect(after.state).toBe('IN_PROGRESS')
    expect(hold(...extended).told().after.state).toBe('EXTENDED')
    expect(hold(requested).refused()).toBe('ERR_STATE')
  })
})

describe('extension', () => {
  const extend = (on: string, input: object, past: readonly Past[] = [...going], by = holder) =>
    spec.given(...past).when(extendMediation, { by, at: on, input: { ...input } })

  it('adds 30 days when both agree', () => {
    const { events, papers, after } = extend('2026-05-08', { agreed: both }).told()
    expect(events).toEqual([{ type: 'MediationExtended', data: {} }])
    expect(papers).toEqual(['延长调解期限同意书'])
    expect(after.state).toBe('EXTENDED')
    expect(after.clocks.map(({ id, strict, due }) => [id, strict, due])).toEqual([
      ['CLK-MED', '2026-06-07', '2026-06-08'],
    ])
  })

  it('needs both, once, before the period is over', () => {
    expect(no(extend('2026-05-08', { agreed: ['requester'] }).refusal())).toEqual({
      code: 'ERR_GUARD',
      guard: 'both-agree',
      missing: ['respondent'],
    })
    expect(extend('2026-05-10', { agreed: both }, [...extended]).refused()).toBe('ERR_CLOCK_RULE')
    expect(extend('2026-05-09', { agreed: both }).refused()).toBe('ERR_CLOCK_RULE')
  })

  it('gives an ownership dispute one month on two', () => {
    const past = [
      at(
        '2026-04-01',
        MediationRequested({
          organisation: AUTHORITY,
          track: 'administrative',
          patent: true,
          ip: 'invention',
          dispute: 'ownership',
          requester: nursery,
          respondent: shop,
        }),
      ),
      at('2026-04-10', MediationAccepted({ organisation: AUTHORITY, ip: 'invention', ownership: true })),
    ]
    const { after } = extend('2026-06-01', { agreed: both }, past).told()
    expect(after.clocks.find((one) => one.id === 'CLK-MED-OWN')?.due).toBe('2026-07-10')
    expect(spec.given(...past).record('2026-06-11').state).toBe('ACCEPTED')
  })
})

describe('the end without agreement', () => {
  it('comes by itself when the period is over', () => {
    const record = spec.given(...going).record('2026-05-09')
    expect([record.state, record.clocks.map(({ id, state }) => [id, state])]).toEqual([
      'FAILED',
      [['CLK-MED', 'lapsed']],
    ])
  })

  it('is written by the mediator', () => {
    const told = spec
      .given(...going)
      .when(failMediation, { by: mediator, at: '2026-04-20', input: { ground: 'no-hope' } })
      .told()
    expect(told.events).toEqual([{ type: 'MediationFailed', data: { ground: 'no-hope' } }])
    expect([told.papers, told.after.state]).toEqual([['调解终止记录'], 'FAILED'])
    expect(
      spec
        .given(requested)
        .when(failMediation, { by: mediator, at: '2026-04-20', input: { ground: 'no-hope' } })
        .refused(),
    ).toBe('ERR_STATE')
  })

  it('may come in a patent track before acceptance', () => {
    for (const past of [
      [patentRequested, noticeServed],
      [patentRequested, noticeServed, consented],
    ])
      expect(
        spec
          .given(...past)
          .when(failMediation, { by: authority, at: '2026-04-13', input: { ground: 'respondent-absent' } })
          .told().after.state,
      ).toBe('FAILED')
  })

  it('is a withdrawal when the requester wishes it, or stays away', () => {
    const withdraw = (by: typeof holder, ground?: string) =>
      spec.given(...going).when(withdrawMediation, { by, at: '2026-04-20', input: ground ? { ground } : {} })
    expect(withdraw(holder).told().events).toEqual([{ type: 'MediationWithdrawn', data: { ground: 'own-wish' } }])
    expect(withdraw(holder).told().after.state).toBe('WITHDRAWN')
    expect(withdraw(mediator, 'requester-absent').told().events).toEqual([
      { type: 'MediationWithdrawn', data: { ground: 'requester-absent' } },
    ])
    expect(withdraw(mediator).refused()).toBe('ERR_WRONG_APPROVER')
    expect(withdraw(holder, 'requester-absent').refused()).toBe('ERR_WRONG_APPROVER')
    expect(
      spec
        .given(...agreed)
        .when(withdrawMediation, { by: holder, at: '2026-04-29' })
        .refused(),
    ).toBe('ERR_STATE')
  })
})

describe('the agreement', () => {
  const sign = (changes: Record<string, unknown> = {}, on = '2026-04-28') => {
    const input = Object.fromEntries(
      Object.entries({ ...agreement, ...changes }).filter(([, value]) => value !== undefined),
    )
    return spec
      .given(...going, at('2026-04-20', SessionHeld({ present: [...both] })))
      .when(signAgreement, { by: mediator, at: on, input })
  }

  it('is signed; 30 days to apply for confirmation begin', () => {
    const { events, papers, warnings, after } = sign().told()
    expect(events).toEqual([
      {
        type: 'AgreementSigned',
        data: {
          signedOn: '2026-04-28',
          effectiveOn: '2026-04-28',
          lastPerformanceDay: '2026-06-30',
          amount: 5_000_000,
          instalments: [{ no: 1, amount: 5_000_000, due: '2026-06-30' }],
          payee: 'requester',
          duties: [],
          titleWords: [],
        },
      },
    ])
    expect([papers, warnings, after.state]).toEqual([['调解协议书'], [], 'AGREED'])
    expect(after.clocks.map(({ id, state, due }) => [id, state, due])).toEqual([
      ['CLK-JC-APPLY', 'running', '2026-05-28'],
      ['CLK-MED', 'satisfied', '2026-05-08'],
    ])
  })

  it.each([
    'dispute',
    'facts',
    'obligations',
    'amount',
    'currency',
    'way',
    'stop',
    'stock',
    'secrecy',
    'breach',
    'knowsConfirmation',
  ])('names a missing %s', (field) => {
    const instalments = field === 'amount' ? [] : agreement.instalments
    const performBy = field === 'amount' ? '2026-06-30' : undefined
    expect(sign({ [field]: undefined, instalments, performBy }).refusal()).toEqual({
      refused: 'ERR_GUARD',
      facts: { guard: 'agreement-content', missing: [field] },
    })
  })

  it('names missing instalments, dates, signatures and seal', () => {
    const missing = (changes: object) => (sign({ ...changes }).refusal()?.facts as { missing: string[] }).missing
    expect(missing({ instalments: [] })).toEqual(['instalments', 'performBy'])
    expect(missing({ amount: 0, instalments: undefined })).toEqual(['performBy'])
    expect(missing({ signedBy: ['requester'] })).toEqual(['signature-respondent'])
    expect(missing({ sealed: false })).toEqual(['seal'])
    expect(missing({ stop: undefined, breach: undefined, knowsConfirmation: false })).toEqual([
      'stop',
      'breach',
      'knowsConfirmation',
    ])
  })

  it('names parties without identity', () => {
    const nameless = at(
      '2026-04-07',
      MediationRequested({
        organisation: ORG,
        track: 'people',
        patent: false,
        ip: 'trademark',
        dispute: 'infringement',
        requester: nursery,
        respondent: { name: '某店' },
      }),
    )
    expect(
      spec.given(nameless, accepted).when(signAgreement, { by: mediator, at: '2026-04-28', input: agreement }).refusal()
        ?.facts,
    ).toEqual({
      guard: 'agreement-content',
      missing: ['identity'],
    })
  })

  it('has instalments that add up, and its last day is the last of them', () => {
    const instalments = [
      { amount: 2_000_000, due: '2026-05-31' },
      { amount: 3_000_000, due: '2026-08-31' },
    ]
    expect(sign({ instalments }).told().events[0]?.data).toMatchObject({
      lastPerformanceDay: '2026-08-31',
      instalments: [
        { no: 1, amount: 2_000_000, due: '2026-05-31' },
        { no: 2, amount: 3_000_000, due: '2026-08-31' },
      ],
    })
    expect(no(sign({ instalments, amount: 4_000_000 }).refusal())).toEqual({
      code: 'ERR_GUARD',
      guard: 'instalments-sum',
      amount: 4_000_000,
      sum: 5_000_000,
    })
  })

  it('may be paid at once, to whom it says', () => {
    expect(
      sign({ instalments: undefined, performBy: '2026-06-30', payee: 'respondent' }).told().events[0]?.data,
    ).toMatchObject({
      lastPerformanceDay: '2026-06-30',
      instalments: [{ no: 1, amount: 5_000_000, due: '2026-06-30' }],
      payee: 'respondent',
    })
    expect(sign({ payee: undefined }).told().events[0]?.data).toMatchObject({ payee: 'requester' })
    expect(sign({ amount: 0, instalments: undefined, performBy: null }).told().events[0]?.data).toMatchObject({
      lastPerformanceDay: null,
      amount: 0,
      instalments: [],
    })
  })

  it('may have no day for performance', () => {
    expect(sign({ instalments: [{ amount: 5_000_000, due: null }] }).told().events[0]?.data).toMatchObject({
      lastPerformanceDay: null,
    })
  })

  it('takes effect on the day of signature unless it says otherwise', () => {
    const { events, after } = sign({ effectiveOn: '2026-05-06' }).told()
    expect(events[0]?.data).toMatchObject({ signedOn: '2026-04-28', effectiveOn: '2026-05-06' })
    expect(after.clocks.find((one) => one.id === 'CLK-JC-APPLY')?.due).toBe('2026-06-05')
    expect(no(sign({ effectiveOn: '2026-04-27' }).refusal())).toMatchObject({
      code: 'ERR_GUARD',
      guard: 'effective-before-signed',
    })
    expect(sign({ signedOn: '2026-04-29' }).refused()).toBe('ERR_DATE')
  })

  it('warns of 确权 words and is signed all the same', () => {
    const { events, warnings } = sign({ obligations: '双方确认商标权归甲方，乙方不再申请宣告无效' }).told()
    expect(warnings).toEqual(['TITLE_CLAUSE'])
    expect(events[0]?.data).toMatchObject({ titleWords: ['宣告无效', '确认商标权归'] })
  })

  it('is signed before the mediator only while the mediation runs', () => {
    expect(
      spec.given(requested).when(signAgreement, { by: mediator, at: '2026-04-28', input: agreement }).refused(),
    ).toBe('ERR_STATE')
    expect(
      spec
        .given(...going)
        .when(signAgreement, { by: holder, at: '2026-04-28', input: agreement })
        .refused(),
    ).toBe('ERR_WRONG_APPROVER')
  })
})

describe('确权 words', () => {
  it.each([
    ['宣告专利权无效', ['无效']],
    ['宣告无效', ['宣告无效']],
    ['权属确认后归属甲方', ['权属确认', '归属']],
    ['撤销专利权', ['撤销专利权']],
    ['停止侵权并赔偿', []],
  ])('in %s', (text, words) => expect(titleWordsIn(text)).toEqual(words))
})

describe('a clue of a violation', () => {
  const split = (input: object, by = mediator) =>
    spec
      .given(...agreed)
      .when(splitToPenalty, { by, at: '2026-05-06', input: { to: 'SAMR-411002', act: '库存中另有假冒商品', ...input } })

  it('goes to the bureau that punishes it; the mediation stays as it is', () => {
    const { events, papers, after } = split({}).told()
    expect(events).toEqual([
      {
        type: 'ClueFound',
        data: {
          agency: 'SAMR-411002',
          subject: shop,
          ip: 'trademark',
          act: '库存中另有假冒商品',
          receivedOn: '2026-05-06',
        },
      },
    ])
    expect([papers, after.state]).toEqual([['线索移送函'], 'AGREED'])
  })

  it('does not go to somebody who cannot punish it, nor into the future, nor by a party', () => {
    expect(no(split({ to: 'COURT-411002' }).refusal())).toMatchObject({ code: 'ERR_GUARD', guard: 'competent-bureau' })
    expect(split({ receivedOn: '2026-05-07' }).refused()).toBe('ERR_DATE')
    expect(split({}, respondent).refused()).toBe('ERR_WRONG_APPROVER')
    expect(split({}, stranger).refused()).toBe('ERR_WRONG_APPROVER')
  })
})

describe('days at the edges of the calendar', () => {
  const sign = (changes: object) =>
    spec.given(...going).when(signAgreement, { by: mediator, at: '2026-04-28', input: { ...agreement, ...changes } })

  it('are counted or refused, never lost', () => {
    expect(sign({ signedOn: '2026-04-07' }).refused()).toBe('ERR_DATE')
    expect(sign({ signedOn: '2026-04-08' }).refused()).toBeUndefined()
    expect(sign({ effectiveOn: '9999-12-31' }).told().after.state).toBe('AGREED')
  })
})
