import { describe, expect, it } from '@jest/globals'
import type { Received } from '#kernel'
import { BUREAU, CASE, kiln, OTHER } from './cast.sample.js'
import { reactions } from './reactions.js'
import { cases } from './views/cases.js'

const received = (type: string, data: object): Received<never> =>
  ({
    id: 'e',
    type,
    data,
    at: '2026-05-14T10:00:00.000+08:00',
    record: CASE,
    kind: 'intake/administrative-case',
    dossier: CASE,
    actor: {},
    summary: {},
  }) as never

/** What an event of a case becomes: reaction and input. */
const becomes = (type: string, data: object) =>
  reactions
    .filter((one) => one.on.type === type)
    .flatMap((one) => one.to(received(type, data)).map(({ target, input }) => [one.name, target, input]))

const key = { key: CASE }
const decision = { agency: BUREAU, subject: kiln, outcome: 'penalise', heavy: true, decider: 'p1' }

describe('the credit service', () => {
  it.each([
    [
      'PenaltyNoticeServed',
      { agency: BUREAU, listing: true },
      [['listing-in-penalty-notice', key, { agency: BUREAU, listing: true }]],
    ],
    [
      'PublicNoticeEnded',
      { of: 'notice', agency: BUREAU, listing: true },
      [['listing-in-public-notice', key, { agency: BUREAU, listing: true }]],
    ],
    ['PublicNoticeEnded', { of: 'decision', agency: BUREAU }, []],
    ['DefenceReceived', { noIntentProven: true }, [['listing-learns-of-defence', key, { noIntentProven: true }]]],
    ['HearingHeld', { noIntentProven: false }, [['listing-learns-of-hearing', key, { noIntentProven: false }]]],
    [
      'DecisionMade',
      decision,
      [['listing-learns-of-decision', key, { outcome: 'heavy', on: '2026-05-14', decider: 'p1' }]],
    ],
    [
      'DecisionMade',
      { ...decision, heavy: false },
      [['listing-learns-of-decision', key, { outcome: 'light-penalty', on: '2026-05-14', decider: 'p1' }]],
    ],
    [
      'DecisionMade',
      { ...decision, outcome: 'transfer-judicial' },
      [['listing-learns-of-decision', key, { outcome: 'transfer', on: '2026-05-14', decider: 'p1' }]],
    ],
    [
      'DecisionMade',
      { ...decision, outcome: 'not-established' },
      [['listing-learns-of-decision', key, { outcome: 'no-penalty', on: '2026-05-14', decider: 'p1' }]],
    ],
    ['CaseTerminated', {}, [['listing-learns-of-termination', key, { outcome: 'no-penalty', on: '2026-05-14' }]]],
    ['CaseTransferred', {}, [['listing-learns-of-other-jurisdiction', key, { outcome: 'transfer', on: '2026-05-14' }]]],
    [
      'AdminClosedAfterConviction',
      {},
      [['listing-learns-of-conviction', key, { outcome: 'transfer', on: '2026-05-14' }]],
    ],
    [
      'DecisionPerformed',
      {},
      [
        ['listing-learns-of-performance', key, {}],
        ['publicity-learns-of-performance', key, {}],
      ],
    ],
    [
      'DecisionRevoked',
      { ground: 'suit' },
      [
        ['listing-falls-with-penalty', key, { ground: 'suit' }],
        ['publicity-falls-with-penalty', key, {}],
      ],
    ],
  ])('hears of %s', (type, data, expected) => expect(becomes(type, data)).toEqual(expected))

  it('begins a publicity when a penalty is published', () => {
    const published = {
      where: '信用中国',
      on: '2026-05-20',
      agency: BUREAU,
      subject: kiln,
      decidedOn: '2026-05-14',
      heavy: true,
    }
    expect(becomes('Published', published)).toEqual([['publicity-begins', key, { case: CASE, ...published }]])
  })
})

describe('cases as the credit service knows them', () => {
  const envelope = (seq: number, type: string, data: object, record = CASE) =>
    ({
      kind: 'intake/administrative-case',
      record,
      dossier: OTHER,
      seq,
      occurredAt: '2026-05-14T10:00:00.000+08:00',
      events: [{ id: 'e', type, data }],
    }) as never

  it('carry agency, party, dossier and the heavier penalty while it stands', () => {
    const filed = cases.fold(undefined, envelope(1, 'CaseFiled', { agency: BUREAU, subject: kiln }), CASE)
    expect(filed).toEqual({
      id: CASE,
      dossier: OTHER,
      agency: BUREAU,
      subject: kiln,
      heavy: false,
      decidedOn: null,
      performed: false,
      noIntent: false,
      seq: 1,
    })
    const decided = cases.fold(filed, envelope(7, 'DecisionMade', decision), CASE)
    expect(decided).toEqual({ ...filed, heavy: true, decidedOn: '2026-05-14', seq: 7 })
    expect(cases.fold(decided, envelope(7, 'DecisionMade', { ...decision, heavy: false }), CASE)).toBe(decided)
    expect(cases.fold(decided, envelope(8, 'DecisionPerformed', {}), CASE)).toEqual({
      ...decided,
      performed: true,
      seq: 8,
    })
    const heard = (noIntentProven: boolean) =>
      cases.fold(decided, envelope(8, 'HearingHeld', { present: [], noIntentProven }), CASE)
    expect(heard(true)).toEqual({ ...decided, noIntent: true, seq: 8 })
    expect(heard(false)).toEqual({ ...decided, seq: 8 })
    const defended = cases.fold(decided, envelope(8, 'DefenceReceived', { noIntentProven: true }), CASE)
    expect(cases.fold(defended, envelope(9, 'DefenceReceived', { noIntentProven: false }), CASE)).toMatchObject({
      noIntent: true,
    })
    expect(cases.fold(decided, envelope(9, 'DecisionRevoked', {}), CASE)).toEqual({ ...decided, heavy: false, seq: 9 })
  })

  it('are touched by these events alone', () => {
    expect(cases.ids(envelope(1, 'CaseFiled', {}))).toEqual([CASE])
    expect(cases.ids(envelope(2, 'CaseSuspended', {}))).toEqual([])
    expect(cases.ids({ kind: 'intake/lead', record: OTHER, events: [] } as never)).toEqual([])
  })
})
