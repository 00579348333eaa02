import { describe, expect, it } from '@jest/globals'
import type { Envelope } from '#ports'
import { sealedBefore, sealedGoods } from './held-goods.js'

const goods = [
  { name: '假发', quantity: 40, serial: '封签0002' },
  { name: '标识', quantity: 9, serial: '封签0001' },
  { name: '纸箱', quantity: 3 },
]
const envelope = (state: string, events: object[] = []) =>
  ({ kind: 'intake/measure', record: 'm', summary: { state }, events }) as unknown as Envelope
const taken = envelope('SEALED', [{ type: 'MeasureTaken', data: { goods } }])

describe('which goods are sealed', () => {
  it('is known by serial number, with the state of the measure', () => {
    const row = sealedGoods.fold(undefined, taken, 'm')
    expect(row).toEqual({ id: 'm', state: 'SEALED', serials: ['封签0001', '封签0002'] })
    expect(sealedGoods.fold(row, envelope('LIFTED'), 'm')).toEqual({
      id: 'm',
      state: 'LIFTED',
      serials: ['封签0001', '封签0002'],
    })
    expect(sealedGoods.fold(row, taken, 'm')).toEqual(row)
  })

  it('goods without a number, and goods that are only registered, are not in it', () => {
    expect(sealedGoods.fold(undefined, envelope('REGISTERED'), 'm')).toBeUndefined()
    expect(sealedGoods.ids({ ...taken, kind: 'intake/lead' })).toEqual([])
    expect(sealedGoods.ids(taken)).toEqual(['m'])
  })

  it('is asked for the goods at hand', () => {
    expect(sealedBefore(goods)).toEqual({
      view: 'sealed-goods',
      filter: { serials: { $in: ['封签0001', '封签0002'] } },
    })
  })
})
