import { expect, it } from '@jest/globals'
import type { Envelope, Row } from '#ports'
import { targets } from './targets.js'

const told = (seq: number, type: string, subject: object, receivedOn?: string): Envelope =>
  ({
    record: 'r1',
    kind: 'intake/lead',
    seq,
    events: [{ id: 'e', type, version: 1, data: { subject, receivedOn } }],
  }) as unknown as Envelope

const folded = (...envelopes: Envelope[]): Row | undefined =>
  envelopes.reduce<Row | undefined>(
    (row, one) => (targets.ids(one).length ? targets.fold(row, one, 'r1') : row),
    undefined,
  )

const ROSE = {
  name: '锦发饰品店（虚构）',
  shop: '某平台 8812',
  person: 'id.a.b',
  controller: '赵大',
  address: '建设路1号',
}

it('keeps what a lead is looked up by, and no number of a person', () => {
  expect(folded(told(1, 'LeadReceived', ROSE, '2026-06-01'))).toEqual({
    ...{ id: 'r1', name: '锦发饰品店（虚构）', shop: '某平台 8812', address: '建设路1号', uscc: undefined },
    grams: expect.arrayContaining(['锦发', '饰品', '某平']),
    ...{ receivedOn: '2026-06-01', seq: 1 },
  })
})

it('has the target as it was last said, whatever comes again', () => {
  const [first, later] = [told(1, 'LeadReceived', ROSE), told(3, 'LeadClassified', { name: '金发饰品店' })]
  expect(folded(first, later, first)).toMatchObject({ name: '金发饰品店', seq: 3 })
  expect(folded(later, first)).toMatchObject({ name: '金发饰品店', seq: 3 })
})

it('looks at leads alone, and at what tells of their target', () => {
  expect(targets.ids(told(2, 'VerificationStarted', {}))).toEqual([])
  expect(targets.ids({ ...told(1, 'LeadReceived', ROSE), kind: 'intake/administrative-case' })).toEqual([])
})
