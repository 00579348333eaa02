import { describe, expect, it } from '@jest/globals'
import { debtOf, owed, paid, reckoned } from './debt.js'

const DUE = '2026-08-06'
const on = (day: string, stays: Parameters<typeof reckoned>[3] = []) => reckoned(debtOf(2_000_000), DUE, day, stays)

describe('the addition for delay (CFF 72): three per cent a day, up to the fine itself', () => {
  it.each([
    ['2026-08-06', 0],
    ['2026-08-07', 60_000],
    ['2026-08-16', 600_000],
    ['2026-09-08', 1_980_000],
    ['2026-09-09', 2_000_000],
    ['2027-08-06', 2_000_000],
  ])('on %s it is %d fen', (day, surcharge) => {
    expect(on(day).surcharge).toBe(surcharge)
  })

  it('none while nothing is due', () => {
    expect(reckoned(debtOf(2_000_000), undefined, '2027-08-06', []).surcharge).toBe(0)
  })

  it('runs on what is still unpaid after a part', () => {
    const part = paid(on('2026-08-08'), 1_000_000)
    expect(owed(part)).toBe(1_120_000)
    expect(reckoned(part, DUE, '2026-08-10', []).surcharge).toBe(180_000)
  })

  it('a payment counts towards the fine first; on the addition nothing is added', () => {
    const rest = paid(on('2026-08-08'), 2_000_000)
    expect([rest.principal, owed(rest)]).toEqual([0, 120_000])
    expect(reckoned(rest, DUE, '2026-12-31', []).surcharge).toBe(120_000)
    expect(owed(paid(rest, 120_000))).toBe(0)
  })

  it('days of a reconsideration or lawsuit do not count (CFF 73)', () => {
    expect(on('2026-08-16', [{ from: '2026-08-08', to: '2026-08-12' }]).surcharge).toBe(300_000)
    expect(on('2026-08-16', [{ from: '2026-08-08' }]).surcharge).toBe(60_000)
  })
})
