import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { openSample, type Sample } from './shell.sample.js'

let sample: Sample
let officer: string
let folding: readonly string[] = []

const get = async (url: string, payload?: object) => {
  const headers = { authorization: officer, ...(payload && { 'content-type': 'application/json' }) }
  const reply = await sample.app.inject({ method: payload ? 'POST' : 'GET', url, headers, ...(payload && { payload }) })
  return { status: reply.statusCode, text: reply.body, after: reply.headers['retry-after'] }
}
const body = async (url: string) => JSON.parse((await get(url)).text) as Record<string, unknown>

beforeAll(async () => {
  sample = await openSample()
  officer = await sample.as('A-1', 'officer', 'p1')
  const { main } = sample.worlds
  const views = main.views.bind(main)
  main.views = () => views().map((one) => ({ ...one, whole: !folding.includes(`${one.service}:${one.name}`) }))
})
afterAll(() => sample.close())

describe('while a view of the portal is folded anew', () => {
  const READ = [
    ...['work', 'records', 'clocks', 'overview', 'dossiers/x', 'changes', 'live'].map((path) => `/api/portal/${path}`),
    ...['/api/outside/penalties', '/api/outside/listings'],
  ]

  it.each(READ)('%s says so, and gives no short list', async (url) => {
    folding = ['records', 'public-penalties', 'public-listings'].map((name) => `portal:${name}`)
    const { status, text, after } = await get(url)
    expect([status, after]).toEqual([503, '10'])
    expect(JSON.parse(text)).toMatchObject({
      code: 'FOLDING',
      zh: '程序升级后，列表正在由全部记录重新整理，此刻还不完整',
      en: 'after an upgrade the lists are being made anew from all records, and are not complete yet',
    })
  })

  it('search and likely leads say so too', async () => {
    folding = ['portal:records']
    expect((await get('/api/portal/search', { text: '福满楼' })).status).toBe(503)
    expect((await get('/api/portal/likely-leads', { name: '福满楼' })).status).toBe(503)
  })

  it('requests are taken, and readiness and metrics name it', async () => {
    folding = ['portal:timeline']
    expect(await body('/readyz')).toMatchObject({ status: 'ready', folding: ['portal:timeline'] })
    expect((await get('/api/portal/work')).status).toBe(200)
    const told = (await get('/metrics')).text
    expect(told).toMatch(/^liandun_view_folding\{world="main",service="portal",view="timeline"\} 1$/m)
    expect(told).toMatch(/^liandun_view_folding\{world="main",service="portal",view="records"\} 0$/m)
    expect(told).toContain('liandun_clocks_open')
    folding = ['portal:records']
    expect((await get('/metrics')).text).not.toContain('liandun_clocks_open')
  })

  it('nothing is said of it afterwards', async () => {
    folding = []
    expect(await body('/readyz')).toMatchObject({ status: 'ready', folding: [] })
    expect((await get('/api/portal/overview')).status).toBe(200)
  })
})
