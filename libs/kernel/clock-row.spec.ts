import { describe, expect, it } from '@jest/globals'
import { clockRowSchema, eventsNamed, movedBy, normalizeRow, type ClockRowInput } from './clock-row.js'

const row: ClockRowInput = {
  id: 'CLK-SEAL',
  on: 'intake/measure',
  length: { n: 30, unit: 'CD' },
  rolls: false,
  starts: ['MeasureTaken'],
  stops: ['MeasureLifted'],
  pauses: [
    { from: { event: 'TestCommissioned', when: { kind: ['test', 'appraisal'] } }, to: 'TestReceived', pair: 'test' },
    { from: 'RefundOrdered', until: 'until' },
  ],
  extensions: [{ by: 'MeasureExtended', add: { n: 30, unit: 'CD' }, times: 1 }],
  opens: [{ event: 'DecisionMade', when: { outcome: 'penalise' } }],
  lapse: { kind: 'auto', event: 'MeasureExpired', late: 'allowed' },
  title: { zh: '查封、扣押期限', en: 'Term of sealing or seizure' },
  law: 'QZF',
  article: '25',
  validFrom: '2012-01-01',
  confidence: 'verified',
}

describe('a clock row', () => {
  it('is read into one shape', () => {
    const { pauses, starts, length, kind, again, moot } = normalizeRow(row)
    expect({ pauses, starts, length, kind, again, moot }).toEqual({
      pauses: [
        {
          from: { event: 'TestCommissioned', when: [{ field: 'kind', values: ['test', 'appraisal'] }] },
          to: [{ event: 'TestReceived', when: [] }],
          pair: 'test',
        },
        { from: { event: 'RefundOrdered', when: [] }, to: [], until: 'until' },
      ],
      starts: [{ event: 'MeasureTaken', when: [] }],
      length: [{ n: 30, unit: 'CD', when: [] }],
      kind: 'period',
      again: 'keep',
      moot: [],
    })
  })

  it('takes a list of lengths and a length up to a day of the event', () => {
    const length = [{ when: { trigger: 'application' }, n: 20, unit: 'WD' as const }, { until: 'newDate' }]
    expect(normalizeRow({ ...row, length }).length).toEqual([
      { n: 20, unit: 'WD', when: [{ field: 'trigger', values: ['application'] }] },
      { until: 'newDate', when: [] },
    ])
  })

  it.each([
    ['an unknown key', { ...row, stop: ['MeasureLifted'] }],
    ['an unknown key inside a trigger', { ...row, starts: [{ event: 'MeasureTaken', on: 'day' }] }],
    ['an unknown unit', { ...row, length: { n: 30, unit: 'days' } }],
    ['an unknown key inside a length', { ...row, length: { n: 30, unit: 'CD', until: 'day' } }],
    ['a day that does not exist', { ...row, validFrom: '2026-02-30' }],
    ['an auto lapse without its event', { ...row, lapse: { kind: 'auto' } }],
    ['a gate that breaches', { ...row, kind: 'gate', lapse: { kind: 'breach' } }],
    ['a clock without a start', { ...row, starts: [] }],
  ])('refuses %s', (_, bad) => {
    expect(clockRowSchema.safeParse(bad).success).toBe(false)
  })

  it('names its events', () => {
    const served = normalizeRow({ ...row, starts: [{ event: 'MeasureTaken', at: 'servedOn' }] })
    expect([...movedBy(normalizeRow(row))]).not.toContain('NoticeReceived')
    expect([...movedBy(served)].sort()).toEqual(
      'MeasureExtended MeasureLifted MeasureTaken NoticeReceived RefundOrdered TestCommissioned TestReceived'.split(
        ' ',
      ),
    )
    expect([...eventsNamed(served)].sort()).toEqual(
      'DecisionMade MeasureExpired MeasureExtended MeasureLifted MeasureTaken RefundOrdered TestCommissioned TestReceived'.split(
        ' ',
      ),
    )
  })
})
