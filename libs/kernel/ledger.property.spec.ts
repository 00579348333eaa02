import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import type { NormalRow } from './clock-row.js'
import { count } from './days.js'
import { type Instant, plusDays, plusMs, startOf } from './instant.js'
import { check, type Clock, type Fact, reckon, stateAt } from './ledger.js'
import { basis, CASE, DEFENCE, RECON_BARE, row, SEAL, VERIFY } from './ledger.sample.js'

/* What holds for every history of a clock. */

const SEND = row({
  ...RECON_BARE,
  length: { n: 24, unit: 'H' },
  starts: ['Approved', { event: 'Told', at: 'on' }],
  stops: ['Sent'],
  pauses: [{ from: 'Held', to: 'Freed' }],
  extensions: [{ by: 'Prolonged', add: { n: 12, unit: 'H' }, times: 2 }],
  lapse: { kind: 'breach' },
})
const HEAR = row({
  ...RECON_BARE,
  kind: 'before',
  length: { n: 7, unit: 'WD' },
  again: 'restart',
  starts: [{ event: 'Scheduled', at: 'on' }],
  stops: ['Notified'],
  moot: ['Dropped'],
})
const GATE = row({
  ...RECON_BARE,
  kind: 'gate',
  length: { n: 1, unit: 'M' },
  again: 'restart',
  starts: [{ event: 'Listed', at: 'on' }, 'Restored'],
  stops: [],
  moot: ['Revoked'],
  pauses: [{ from: 'Held', to: 'Freed' }],
  lapse: { kind: 'gate' },
})
const EACH = row({
  ...RECON_BARE,
  each: 'test',
  length: { n: 5, unit: 'WD' },
  starts: [{ event: 'Told', at: 'on' }, 'Allocated'],
  stops: ['Reported'],
  pauses: [{ from: 'Held', to: ['Freed', 'Dropped'], pair: 'test' }],
  extensions: [{ by: 'Prolonged', add: { until: 'until' }, times: 2 }],
  lapse: { kind: 'auto', event: 'Reported' },
})
const ROWS: readonly NormalRow[] = [CASE, SEAL, DEFENCE, VERIFY, SEND, HEAR, GATE, EACH]

const eventsIn = (one: NormalRow): string[] =>
  [
    ...new Set([
      ...[
        ...one.starts,
        ...one.starts,
        ...one.stops,
        ...one.moot,
        ...one.pauses.flatMap(({ from, to }) => [from, ...to]),
      ],
      ...one.extensions.map(({ by }) => by),
    ]),
  ].map((trigger) => trigger.event)

const day = fc.integer({ min: 0, max: 120 }).map((n) => plusDays('2026-03-01', n))
/** Few instants and many bare days, so that much falls together. */
const instant: fc.Arbitrary<Instant> = fc
  .tuple(day, fc.constantFrom(0, 0, 9, 15))
  .map(([on, hour]) => plusMs(startOf(on), hour * 3_600_000))
const date = fc.oneof(day, fc.constant(null), instant)
const data = fc.record({
  ...{ receivedOn: date, servedOn: date, on: date, until: day, days: fc.constantFrom(10, 20), months: fc.constant(1) },
  ...{ handler: fc.constant(true), complaint: fc.constant(false), kind: fc.constantFrom('test', 'identification') },
  test: fc.constantFrom('a', 'b'),
})

const history = (one: NormalRow): fc.Arbitrary<Fact[]> => {
  const waiting = one.starts.filter((start) => start.at !== undefined).map((start) => start.event)
  const types = [...eventsIn(one), ...(waiting.length ? ['NoticeReceived'] : [])]
  const fact = fc.record({ type: fc.constantFrom(...types), at: instant, data, of: fc.constantFrom('', ...waiting) })
  return fc
    .array(fact, { maxLength: 14 })
    .map((all) =>
      all.map(({ of, ...rest }, i) => ({ ...rest, id: `f${i}`, data: of ? { ...rest.data, of } : rest.data })),
    )
}
const aHistory = fc.constantFrom(...ROWS).chain((one) => fc.record({ one: fc.constant(one), facts: history(one) }))

const everyRun = (clock: Clock) => ({
  ...clock,
  extensions: clock.extensions.map(({ add }) => add),
  stoppedBy: undefined,
})
const runs = { numRuns: Number(process.env.RUNS ?? 500) }

describe('every history', () => {
  it('gives the same clocks in any order of recording', () => {
    fc.assert(
      fc.property(
        aHistory.chain(({ one, facts }) =>
          fc.record({
            one: fc.constant(one),
            facts: fc.constant(facts),
            shuffled: fc.shuffledSubarray(facts, { minLength: facts.length }),
          }),
        ),
        ({ one, facts, shuffled }) => expect(reckon(one, shuffled, basis)).toEqual(reckon(one, facts, basis)),
      ),
      runs,
    )
  })

  it('never shows a due date and a pause together, and a lapse only with its due date', () => {
    fc.assert(
      fc.property(aHistory, instant, ({ one, facts }, now) => {
        for (const clock of reckon(one, facts, basis).flatMap((each) => [each, stateAt(each, now)])) {
          const { state, due, strict, pausedSince, remaining, lapseAt, start } = clock
          expect([due === undefined, due === undefined]).toEqual([strict === undefined, due === undefined])
          expect(pausedSince !== undefined).toBe(state === 'paused')
          expect(remaining !== undefined).toBe(state === 'paused')
          if (pausedSince !== undefined) expect([due, lapseAt]).toEqual([undefined, undefined])
          if (state === 'running') expect([due !== undefined, lapseAt !== undefined]).toEqual([true, true])
          if (lapseAt !== undefined) expect(due !== undefined && lapseAt >= start).toBe(true)
          if (due !== undefined) expect(strict! <= due).toBe(true)
        }
      }),
      runs,
    )
  })

  it('excludes the union of its pauses', () => {
    fc.assert(
      fc.property(aHistory, ({ one, facts }) => {
        for (const { excluded } of reckon(one, facts, basis))
          for (const [i, [from, to]] of excluded.entries()) {
            expect(from < to).toBe(true)
            if (i > 0) expect(excluded[i - 1]![1] < from).toBe(true)
          }
      }),
      runs,
    )
  })

  it('is not changed by a pause inside a pause', () => {
    const inside = fc.tuple(
      fc.integer({ min: 0, max: 10 }),
      fc.integer({ min: 1, max: 20 }),
      fc.integer({ min: 0, max: 10 }),
    )
    fc.assert(
      fc.property(history(CASE), day, inside, (facts, on, [before, during, after]) => {
        const at = (n: number): Instant => startOf(plusDays(on, n))
        const own = facts.filter((fact) => !/^(Criminal|Refund)/.test(fact.type))
        const outer = [
          fact('x1', 'CriminalTransferEntered', at(0)),
          fact('x2', 'CriminalTransferLeft', at(before + during + after)),
        ]
        const inner = fact('x3', 'RefundOrdered', at(before), { until: plusDays(on, before + during) })
        expect(reckon(CASE, [...own, ...outer, inner], basis).map(withoutHolds)).toEqual(
          reckon(CASE, [...own, ...outer], basis),
        )
      }),
      runs,
    )
  })

  it('goes on with what remained from the day after a pause (R-CAL-14)', () => {
    const params = fc.tuple(
      fc.constantFrom(CASE, SEAL, VERIFY),
      day,
      fc.integer({ min: 0, max: 18 }),
      fc.integer({ min: 1, max: 60 }),
    )
    fc.assert(
      fc.property(params, ([one, on, n, long]) => {
        const start = fact(
          's',
          { [CASE.id]: 'CaseFiled', [SEAL.id]: 'MeasureTaken', [VERIFY.id]: 'RepeatAbsorbed' }[one.id]!,
          startOf(on),
          { receivedOn: on },
        )
        const out = fact('p', 'TestCommissioned', startOf(plusDays(on, n)), { test: 'a', kind: 'test' })
        const back = fact('r', 'TestReceived', startOf(plusDays(on, n + long)), { test: 'a' })
        const [paused] = reckon(one, [start, out], basis)
        fc.pre(paused!.state === 'paused' && paused!.remaining!.n > 0)
        const { strict, due } = count({
          ...paused!.remaining!,
          start: back.at,
          calendar: basis.calendar,
          rolls: one.rolls,
        })
        expect(reckon(one, [start, out, back], basis)[0]).toMatchObject({ strict, due })
      }),
      runs,
    )
  })

  it('is not changed by an extension after due, and check says so', () => {
    fc.assert(
      fc.property(
        fc
          .constantFrom(CASE, SEAL, VERIFY, SEND)
          .chain((one) => fc.record({ one: fc.constant(one), facts: history(one) })),
        instant,
        ({ one, facts }, at) => {
          const type = one.extensions[0]!.by.event
          const known = facts.filter(
            (each) =>
              each.at < at && Object.values(each.data).every((value) => typeof value !== 'string' || value < at),
          )
          const [before] = reckon(one, known, basis)
          const [after] = reckon(one, [...known, fact('x', type, at)], basis)
          const refusal = check([one], known, { type, at, data: {} }, basis)
          if (before?.lapseAt !== undefined && before.lapseAt <= at) expect(everyRun(after!)).toEqual(everyRun(before))
          const applied = after?.extensions.some((one) => one.fact === 'x') ?? false
          expect(refusal?.refused).toBe(before === undefined || applied ? undefined : 'ERR_CLOCK_RULE')
        },
      ),
      runs,
    )
  })

  it('is late by check exactly when the stop would find the clock lapsed', () => {
    fc.assert(
      fc.property(history(DEFENCE), instant, (facts, at) => {
        const known = facts.filter((each) => each.at < at)
        const candidate = { type: 'HearingRequested', at, data: {} }
        const [then] = reckon(DEFENCE, known, basis)
        const lapsed = then !== undefined && stateAt(then, at).state === 'lapsed'
        const refusal = check([DEFENCE], known, candidate, basis)
        expect(refusal?.refused).toBe(lapsed ? 'ERR_LATE' : undefined)
        expect(() => check([DEFENCE], facts, candidate, basis)).not.toThrow()
      }),
      runs,
    )
  })
})

const fact = (id: string, type: string, at: Instant, data: Record<string, unknown> = {}): Fact => ({
  id,
  type,
  at,
  data,
})
const withoutHolds = ({ holds: _, ...clock }: Clock) => clock
