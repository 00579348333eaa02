import { afterEach, beforeEach, expect, it, jest } from '@jest/globals'
import { main } from './rules.js'

let told = ''
beforeEach(() => {
  told = ''
  for (const stream of [process.stdout, process.stderr])
    jest.spyOn(stream, 'write').mockImplementation((text) => {
      told += String(text)
      return true
    })
})
afterEach(() => {
  jest.restoreAllMocks()
})

it('takes no option that it does not know', async () => {
  expect(await main(['check', '--bogus'])).toBe(1)
  expect(told).toContain('--bogus')
})

it('asks for the hour where a clock counts hours, as stories and the house do', async () => {
  expect(await main(['explain', 'CLK-TF-SEND', '--start', '2026-03-06'])).toBe(1)
  expect(told).toContain('2026-03-06T09:00')
  expect(await main(['explain', 'CLK-TF-SEND', '--start', '2026-03-06T16:00'])).toBe(0)
  expect(told).toContain('届满 due: 2026-03-07T16:00:00.000+08:00')
  expect(await main(['explain', 'CLK-TF-APPROVE', '--start', '2026-04-02'])).toBe(0)
})
