import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import type { Summary, SummaryClock, View } from '#kernel'
import type { Envelope, Row } from '#ports'
import { records } from './records.js'
import { timeline } from './timeline.js'

const AT = '2026-03-02T09:00:00.000+08:00'
const clock = (id: string, more: Partial<SummaryClock> = {}): SummaryClock => ({
  id,
  key: '',
  state: 'running',
  due: '2026-03-09',
  strict: '2026-03-09',
  lastSafeDay: '2026-03-09',
  provisional: false,
  start: AT,
  ...more,
})

const envelope = (version: number, running: readonly SummaryClock[] = [], more: Partial<Summary> = {}): Envelope => {
  const summary: Summary = {
    id: 'r1',
    kind: 'intake/lead',
    dossier: 'd1',
    version,
    state: `S${version}`,
    overlays: [],
    label: '许昌某某（虚构）',
    search: { name: ['某某（虚构）'] },
    roles: { holder: ['SAMR-411003'], hub: ['HUB-411000', 'SAMR-411003'] },
    numbers: [],
    clocks: running,
    since: AT,
    by: { agency: 'SAMR-411003', office: 'officer', person: 'p1' },
    at: AT,
    ...more,
  }
  return {
    service: 'intake',
    dossier: 'd1',
    record: 'r1',
    kind: 'intake/lead',
    seq: version,
    after: version - 1,
    message: `m${version}`,
    occurredAt: AT,
    recordedAt: AT,
    actor: { agency: 'SAMR-411003', office: 'officer', person: 'p1' },
    events: [{ id: 'e1', type: 'LeadReceived', version: 1, data: {} }],
    summary,
    root: 'm1',
    step: 'RegisterLead',
  }
}

const folded = (view: View, envelopes: readonly Envelope[]): Record<string, Row> => {
  const rows: Record<string, Row> = {}
  for (const one of envelopes)
    for (const id of view.ids(one)) {
      const row = view.fold(rows[id], one, id)
      if (row) rows[id] = row
      else delete rows[id]
    }
  return rows
}

describe('records', () => {
  it('shows what the service shows, without persons, and everyone who stands anywhere once', () => {
    expect(folded(records, [envelope(1)])).toEqual({
      r1: {
        id: 'r1',
        kind: 'intake/lead',
        dossier: 'd1',
        version: 1,
        state: 'S1',
        overlays: [],
        label: '许昌某某（虚构）',
        roles: { holder: ['SAMR-411003'], hub: ['HUB-411000', 'SAMR-411003'] },
        seen: ['HUB-411000', 'SAMR-411003'],
        numbers: [],
        since: AT,
        at: AT,
        by: { agency: 'SAMR-411003', office: 'officer' },
        holder: ['SAMR-411003'],
        clocks: [],
        open: 0,
        breached: 0,
        next: '9999',
        alarm: undefined,
        runs: [],
        desk: ['SAMR-411003 holder intake/lead S1', 'HUB-411000 hub intake/lead S1', 'SAMR-411003 hub intake/lead S1'],
        hand: 'SAMR-411003',
        circle: 'HUB-411000 SAMR-411003',
        marks: '',
        began: AT,
        beganWeek: '2026-03-02',
        sinceWeek: '2026-03-02',
        texts: { number: [], name: ['某某（虚构）'] },
        grams: ['某某', '虚构'],
      },
    })
  })
})

describe('the desk of a record', () => {
  const deskOf = (...running: SummaryClock[]) => folded(records, [envelope(1, running)]).r1!.desk

  it('names each clock that runs or is overdue, for everyone who stands there', () => {
    const desk = deskOf(clock('CLK-A'), clock('CLK-B', { state: 'breached' }), clock('CLK-C', { state: 'paused' }))
    expect(desk).toEqual([
      ...['holder', 'hub'].flatMap((role) =>
        (role === 'hub' ? ['HUB-411000', 'SAMR-411003'] : ['SAMR-411003']).map(
          (one) => `${one} ${role} intake/lead S1`,
        ),
      ),
      ...['SAMR-411003 holder', 'HUB-411000 hub', 'SAMR-411003 hub'].flatMap((one) => [
        `${one} intake/lead S1 CLK-A`,
        `${one} intake/lead S1 CLK-B`,
      ]),
      'SAMR-411003 open',
      'HUB-411000 open',
    ])
  })

  it('asks nobody while everything stands still', () =>
    expect(deskOf(clock('CLK-A', { state: 'paused' }))).toEqual(['SAMR-411003 still', 'HUB-411000 still']))
})

describe('when a record began', () => {
  it('is its first act, whichever was told first', () => {
    const later = envelope(2, [], { at: '2026-03-20T09:00:00.000+08:00' })
    const rows = [
      [envelope(1), later],
      [later, envelope(1)],
    ].map((all) => folded(records, all).r1!)
    expect(rows.map(({ began, beganWeek, version }) => [began, beganWeek, version])).toEqual([
      [AT, '2026-03-02', 2],
      [AT, '2026-03-02', 2],
    ])
  })
})

describe('timeline', () => {
  it('has one row per commit; what came of an act says so', () => {
    const rows = folded(timeline, [envelope(1), envelope(2)])
    expect(Object.values(rows)).toEqual(
      [1, 2].map((seq) => ({
        id: `r1:00000000${seq}`,
        dossier: 'd1',
        record: 'r1',
        kind: 'intake/lead',
        seq,
        at: AT,
        recordedAt: AT,
        agency: 'SAMR-411003',
        office: 'officer',
        person: 'p1',
        step: 'RegisterLead',
        events: ['LeadReceived'],
        root: 'm1',
        order: seq === 1 ? 0 : 1,
      })),
    )
  })
})

describe('open clocks of a record', () => {
  const rowOf = (...running: SummaryClock[]): Row => folded(records, [envelope(1, running)]).r1!
  const names = (row: Row) => (row.clocks as SummaryClock[]).map(({ id, key }) => `${id}${key}`)

  it('stand in the order of their due dates, and the first is what comes next', () => {
    const row = rowOf(
      clock('CLK-VERIFY'),
      clock('CLK-Y', { due: undefined, strict: undefined, state: 'paused' }),
      clock('CLK-X', { key: 'g1', due: '2026-03-08' }),
    )
    expect(names(row)).toEqual(['CLK-Xg1', 'CLK-VERIFY', 'CLK-Y'])
    expect([row.open, row.next]).toEqual([3, '2026-03-08 CLK-X g1'])
  })

  it('that stand still come last', () => {
    expect(rowOf(clock('CLK-Y', { state: 'paused', due: undefined, strict: undefined })).next).toBe('9999 CLK-Y ')
  })

  it.each<[string, Partial<SummaryClock>, boolean]>([
    ['running', {}, true],
    ['paused', { state: 'paused', due: undefined, strict: undefined, pausedSince: '2026-03-04' }, true],
    ['overdue and not yet done', { state: 'breached' }, true],
    ['overdue and done late', { state: 'breached', stoppedAt: AT }, false],
    ['done', { state: 'satisfied', stoppedAt: AT }, false],
    ['no longer needed', { state: 'cancelled', stoppedAt: AT }, false],
    ['lost', { state: 'lapsed' }, false],
    ['a gate that is open', { state: 'open' }, false],
  ])('%s', (_what, more, asks) => expect(rowOf(clock('CLK-VERIFY', more)).open).toBe(asks ? 1 : 0))

  it('are counted, and those that are overdue among them', () => {
    const done = clock('CLK-Z', { state: 'breached', stoppedAt: AT })
    expect(rowOf(clock('CLK-X'), clock('CLK-Y', { state: 'breached' }), done)).toMatchObject({ open: 2, breached: 1 })
  })
})

describe('every view', () => {
  const history = [
    envelope(1, [clock('CLK-A')]),
    envelope(2, [clock('CLK-A'), clock('CLK-B')]),
    envelope(3, [clock('CLK-A', { state: 'satisfied', stoppedAt: AT }), clock('CLK-B', { state: 'paused' })]),
    envelope(4, [
      clock('CLK-A', { state: 'satisfied', stoppedAt: AT }),
      clock('CLK-B', { state: 'satisfied', stoppedAt: AT }),
    ]),
  ]
  const disorder = fc
    .array(fc.constantFrom(...history), { maxLength: 6 })
    .chain((more) => fc.shuffledSubarray([...history, ...more], { minLength: history.length + more.length }))

  it.each([
    ['records', records],
    ['timeline', timeline],
  ])('%s ends the same whatever comes again or out of order', (_name, view) => {
    fc.assert(fc.property(disorder, (envelopes) => expect(folded(view, envelopes)).toEqual(folded(view, history))))
  })
})
