import { describe, expect, it } from '@jest/globals'
import type { Records } from '#ports'
import type { Rules } from '#rules'
import { openNumbers } from './numbers.js'

/** Numbers that were written before the process began. */
const after = (...written: readonly number[]) => {
  const records: Pick<Records, 'highest' | 'claimant'> = {
    highest: async () => Math.max(0, ...written),
    claimant: async (claim) => (written.includes(Number(claim.split('#')[1])) ? 'record' : undefined),
  }
  const rules: Pick<Rules, 'numberScope' | 'number'> = {
    numberScope: (agency, title, year) => `${agency}/${title}/${year}`,
    number: (_agency, _title, year, n) => `〔${year}〕${n}号`,
  }
  const numbers = openNumbers(records as Records, rules as Rules)
  return { numbers, draw: async () => numbers.propose([{ title: '告知书' }], 'A-1', '2026-03-02') }
}

const numberOf = async (proposal: Promise<{ papers: readonly { number?: string }[] }>) =>
  (await proposal).papers[0]!.number

describe('numbers of papers', () => {
  it('go on after the highest', async () => {
    const { draw } = after(1, 2, 3)
    expect(await numberOf(draw())).toBe('〔2026〕4号')
    expect(await numberOf(draw())).toBe('〔2026〕5号')
  })

  it('begin at one', async () => {
    expect(await numberOf(after().draw())).toBe('〔2026〕1号')
  })

  it('fill the gaps that a process left when it ended between drawing and writing', async () => {
    const { draw } = after(1, 3, 6)
    const drawn = [await numberOf(draw()), await numberOf(draw()), await numberOf(draw()), await numberOf(draw())]
    expect(drawn).toEqual(['〔2026〕2号', '〔2026〕4号', '〔2026〕5号', '〔2026〕7号'])
  })

  it('come again when their commit was lost, unless another holds them', async () => {
    const { draw } = after(1)
    const [lost, taken] = [await draw(), await draw()]
    lost.release()
    taken.release('A-1/告知书/2026#3')
    expect([await numberOf(draw()), await numberOf(draw())]).toEqual(['〔2026〕2号', '〔2026〕4号'])
  })
})
