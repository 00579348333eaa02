import { describe, expect, it } from '@jest/globals'
import type { NormalRow, Service, Step } from '#kernel'
import { one, type Written } from '#kernel/ledger.sample'
import { loadRules } from '#rules'
import { leadsTo, startsFrom } from '#shell'
import { services } from './services.js'

/**
 * A duty that runs can be fulfilled or be ended by something that may still happen: no breach is written of a matter that
 * is over. Read from the tables, `emits`, `evolve` and the clock rows, without running a step.
 */

type Entry = Service['records'][number]
type Place = readonly [state: string, running: readonly string[]]

const rules = loadRules()
const key = ([state, running]: Place): string => `${state} ${running.join()}`

/** Held by a guard that the tables do not show. */
const GUARDED = [
  // NotePerformance and RecordPerformance say nothing before the ruling
  ...['CLK-JC-ACCEPT', 'CLK-JC-DECIDE', 'CLK-JC-OUTER'],
  // FileLead and TransferToPolice leave a closed lead closed
  'CLK-TS-TERM-NOTE',
]

/** What an event makes of a clock; both where it depends on a field. */
const after = (row: NormalRow, type: string, running: boolean): boolean[] => {
  const ends = [...row.stops, ...row.moot].filter((one) => one.event === type)
  if (ends.length > 0) return ends.some((one) => one.when.length === 0) ? [false] : [false, running]
  const starts = row.starts.filter((one) => one.event === type)
  if (starts.length > 0) return starts.some((one) => one.when.length === 0 && !one.at) ? [true] : [true, running]
  return [running]
}

/** The clocks that matter for a row: it and those whose lapse starts it. */
type Watched = readonly NormalRow[]

const runningAfter = (watched: Watched, type: string, running: readonly string[]): string[][] =>
  watched.reduce<string[][]>(
    (all, row) =>
      all.flatMap((so) => after(row, type, running.includes(row.id)).map((on) => (on ? [...so, row.id] : so))),
    [[]],
  )

const isFinal = ({ record }: Entry, state: string): boolean => record.states[state]?.final === true

/** Where an event may lead. */
const moved = (entry: Entry, watched: Watched, type: string, [state, running]: Place): Place[] => {
  const to = leadsTo(entry.record, type)
  return (to.length ? to : [state]).flatMap((next) =>
    runningAfter(watched, type, running).map((on): Place => [next, on]),
  )
}

/** Where the events of one step may lead: any of them in their order. */
const taken = (entry: Entry, watched: Watched, { emits }: Step, from: Place): Place[] =>
  emits.reduce<Place[]>(
    (places, { type }) => [...places, ...places.flatMap((place) => moved(entry, watched, type, place))],
    [from],
  )

/** The lapses that may come: those of watched clocks that run, any other while the record is open. */
const lapsing = (entry: Entry, watched: Watched, [state, running]: Place): string[] =>
  rules
    .clockRows(entry.record.kind)
    .filter(({ id }) =>
      watched.some((one) => one.id === id) ? running.includes(id) : state !== 'new' && !isFinal(entry, state),
    )
    .flatMap(({ lapse }) => lapse.event ?? [])

const nextOf = (entry: Entry, watched: Watched, place: Place): Place[] => [
  ...entry.steps
    .filter((step) => startsFrom(entry.record, step).includes(place[0]))
    .flatMap((step) => taken(entry, watched, step, place)),
  ...lapsing(entry, watched, place).flatMap((type) => moved(entry, watched, type, place)),
]

/** Every place that can be reached, and where it leads in one move. */
const graph = (entry: Entry, watched: Watched): Map<string, { place: Place; next: string[] }> => {
  const found = new Map<string, { place: Place; next: string[] }>()
  const todo: Place[] = [['new', []]]
  for (let place = todo.pop(); place; place = todo.pop()) {
    if (found.has(key(place))) continue
    const next = nextOf(entry, watched, place)
    found.set(key(place), { place, next: next.map(key) })
    todo.push(...next)
  }
  return found
}

/** States in which the clock runs and no event could stop it or make it moot. */
const stuck = (entry: Entry, row: NormalRow): string[] => {
  const feeds = ({ lapse }: NormalRow) => row.starts.some(({ event }) => event === lapse.event)
  const places = graph(entry, [row, ...rules.clockRows(entry.record.kind).filter((one) => one !== row && feeds(one))])
  const runs = ({ place }: { place: Place }): boolean => place[1].includes(row.id)
  const ends = new Set([...places].filter(([, one]) => !runs(one)).map(([name]) => name))
  for (let size = -1; size < ends.size;) {
    size = ends.size
    for (const [name, { next }] of places) if (next.some((one) => ends.has(one))) ends.add(name)
  }
  return [...places.values()]
    .filter(({ place }) => !ends.has(key(place)))
    .map(({ place }) => `${row.id} of ${entry.record.kind} runs on in ${place[0]}`)
}

const duties = services.flatMap(({ records }) =>
  records.flatMap((entry) =>
    rules
      .clockRows(entry.record.kind)
      .filter(({ id, lapse }) => lapse.kind === 'breach' && !GUARDED.includes(id))
      .map((row) => ({ entry, row })),
  ),
)

describe('a duty', () => {
  it('never runs where nothing can end it any more', () => {
    expect(duties.flatMap(({ entry, row }) => stuck(entry, row))).toEqual([])
  })
})

describe('what ends a matter', () => {
  const day = (n: number): string => `2026-06-0${n}T09:00`
  const ended = (kind: string, clock: string, start: Written, ...later: [string, Record<string, unknown>?][]) => {
    const row = rules.clockRows(kind).findLast(({ id }) => id === clock)!
    const events = later.map(([type, data], i): Written => [day(i + 2), type, data])
    return one(row, [day(1), start[1], start[2]], ...events).state
  }
  const started = (type: string, data?: Record<string, unknown>): Written => ['', type, data]
  const served = { servedOn: '2026-06-01' }

  it.each([
    ['mediation/mediation', 'CLK-MED-SERVE', started('MediationRequested', { patent: true }), 'MediationWithdrawn'],
    ['mediation/mediation', 'CLK-MED-OPINION', started('OpinionNoticeServed', served), 'MediationWithdrawn'],
    ['mediation/mediation', 'CLK-MED-OPINION', started('OpinionNoticeServed', served), 'MediationFailed'],
    ['mediation/mediation', 'CLK-MED-FILE', started('Consented'), 'MediationFailed'],
    ['mediation/mediation', 'CLK-MED-FILE', started('Consented'), 'MediationWithdrawn'],
    ['routing/transfer', 'CLK-PSB-FORWARD', started('TransferReceived', { ownField: false }), 'PoliceFiled'],
    ['routing/transfer', 'CLK-PSB-FORWARD', started('TransferReceived', { ownField: false }), 'PoliceRefused'],
    ['credit/listing', 'CLK-REP-STOP', started('EarlyDecided', { approved: true }), 'ListingRestored'],
    ['credit/listing', 'CLK-REP-STOP', started('EarlyDecided', { approved: true }), 'ListingRevoked'],
    ['credit/listing', 'CLK-OBJ-PROVIDER', started('ProviderAsked'), 'ObjectionResolved'],
    [
      'intake/lead',
      'CLK-TS-ACCEPT',
      started('LeadDispatched', { complaint: true, receivedOn: '2026-06-01' }),
      'LeadTransferred',
    ],
    ['intake/administrative-case', 'CLK-DEFENCE', started('PenaltyNoticeServed', served), 'AdminClosedAfterConviction'],
    ['intake/administrative-case', 'CLK-REVIEW', started('ReviewSubmitted'), 'AdminClosedAfterConviction'],
  ] as const)('of %s cancels %s: %j, %s', (kind, clock, start, end) => {
    expect(ended(kind, clock, start as Written, [end])).toBe('cancelled')
  })

  it('an urgent measure that the head lifts within the day is not reported too late', () => {
    const [row] = rules.clockRows('intake/measure').filter(({ id }) => id === 'CLK-URGENT-REPORT')
    const taken: Written = ['2026-06-01T09:00', 'MeasureTaken', { urgent: true }]
    expect(one(row!, taken, ['2026-06-01T14:00', 'MeasureLifted']).state).toBe('cancelled')
    expect(one(row!, taken, ['2026-06-02T10:00', 'MeasureLifted']).state).toBe('breached')
  })
})
