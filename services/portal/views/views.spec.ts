import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import type { Summary, SummaryClock, View } from '#kernel'
import type { Envelope, Row } from '#ports'
import { clocks } from './clocks.js'
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
      },
    })
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

describe('clocks', () => {
  const open = (rows: Record<string, Row>) =>
    Object.values(rows)
      .filter((row) => row.open)
      .map((row) => row.id)

  it('keeps a row for each clock that asks for something', () => {
    const rows = folded(clocks, [envelope(1, [clock('CLK-VERIFY'), clock('CLK-X', { key: 'g1' })])])
    expect(open(rows)).toEqual(['r1:CLK-VERIFY', 'r1:CLK-X:g1'])
    expect(rows['r1:CLK-VERIFY']).toMatchObject({
      holder: ['SAMR-411003'],
      due: '2026-03-09',
      sortKey: '2026-03-09 CLK-VERIFY',
      recordState: 'S1',
    })
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
  ])('%s', (_what, more, asks) => {
    const rows = folded(clocks, [envelope(1, [clock('CLK-VERIFY', more)])])
    expect(open(rows).length).toBe(asks ? 1 : 0)
  })

  it('sorts what stands still last', () => {
    const rows = folded(clocks, [
      envelope(1, [clock('CLK-VERIFY', { state: 'paused', due: undefined, strict: undefined })]),
    ])
    expect(rows['r1:CLK-VERIFY']!.sortKey).toBe('9999 CLK-VERIFY')
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
    ['clocks', clocks],
  ])('%s ends the same whatever comes again or out of order', (_name, view) => {
    fc.assert(fc.property(disorder, (envelopes) => expect(folded(view, envelopes)).toEqual(folded(view, history))))
  })
})
