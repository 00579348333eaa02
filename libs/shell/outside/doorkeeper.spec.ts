import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { openSample, type Sample } from '../shell.sample.js'

let sample: Sample
beforeAll(async () => {
  sample = await openSample()
}, 60_000)
afterAll(() => sample.close())

const ask = async (url: string): Promise<number> => {
  const headers = { 'content-type': 'application/json' }
  const { statusCode } = await sample.app.inject({ method: 'POST', url, headers, payload: '{"code":"x"}' })
  return statusCode
}

it('a public door counts whoever asks, however its address is written', async () => {
  const written = ['/api/outside/status', '/api/outside/%73tatus', '/%61pi/outside/status', '/api/outside/status?']
  for (let n = 0; n < 30; n++) expect(await ask(written[n % written.length]!)).toBe(404)
  for (const url of written) expect([url, await ask(url)]).toEqual([url, 429])
}, 60_000)
