import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { openSample, type Sample } from '../shell.sample.js'

/** Whose request it is behind a reverse proxy: thirty codes that nobody holds, and then no more from there. */

let sample: Sample
beforeAll(async () => {
  sample = await openSample({ proxies: ['10.0.0.5', '10.244.0.0/16'] })
}, 60_000)
afterAll(() => sample.close())

const ask = async (peer: string, forwarded?: string): Promise<number> => {
  const { statusCode } = await sample.app.inject({
    method: 'POST',
    url: '/api/outside/status',
    headers: { 'content-type': 'application/json', ...(forwarded && { 'x-forwarded-for': forwarded }) },
    payload: '{"code":"x"}',
    remoteAddress: peer,
  })
  return statusCode
}

const statuses = async (asks: readonly Promise<number>[]) => [...new Set(await Promise.all(asks))].sort()
const thirty = (one: (n: number) => Promise<number>) => Array.from({ length: 30 }, (_, n) => one(n))

describe('behind a reverse proxy', () => {
  it('those who come through it are told apart', async () => {
    expect(await statuses(thirty(() => ask('10.0.0.5', '203.0.113.1')))).toEqual([404])
    expect(await ask('10.0.0.5', '203.0.113.1')).toBe(429)
    expect(await ask('10.0.0.5', '203.0.113.2')).toBe(404)
    expect(await ask('10.244.7.7', '203.0.113.1')).toBe(429)
  })

  it('nobody is somebody else by what he writes before the proxy', async () => {
    expect(await statuses(thirty((n) => ask('10.0.0.5', `192.0.2.${n}, 203.0.113.3`)))).toEqual([404])
    expect(await ask('10.0.0.5', '192.0.2.99, 203.0.113.3')).toBe(429)
  })

  it('what anybody else says of himself changes nothing', async () => {
    expect(await statuses(thirty((n) => ask('198.51.100.1', `192.0.2.${n}`)))).toEqual([404])
    expect(await ask('198.51.100.1', '192.0.2.99')).toBe(429)
    expect(await ask('198.51.100.1', '10.0.0.5')).toBe(429)
  })
})
