import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { openSample, type Sample } from './shell.sample.js'

const web = mkdtempSync(join(tmpdir(), 'web-'))
let sample: Sample
beforeAll(async () => {
  mkdirSync(join(web, 'assets'))
  writeFileSync(join(web, 'index.html'), '<title>联盾</title>')
  sample = await openSample({ web })
}, 60_000)
afterAll(async () => {
  await sample.close()
  rmSync(web, { recursive: true })
})

const ask = async (url: string, accept: string) => {
  const { statusCode, headers, body } = await sample.app.inject({ url, headers: { accept } })
  return { statusCode, type: headers['content-type'], body }
}

it('an address that is none shows people the console, which says so, and programs a problem', async () => {
  const page = { statusCode: 404, type: 'text/html; charset=utf-8', body: '<title>联盾</title>' }
  expect(await ask('/nowhere', 'text/html,*/*')).toEqual(page)
  const problem = { statusCode: 404, type: 'application/problem+json; charset=utf-8' }
  expect(await ask('/nowhere', 'application/json')).toMatchObject(problem)
  expect(await ask('/api/nowhere', 'text/html')).toMatchObject(problem)
  expect(await ask('/assets/nowhere.js', 'text/html')).toMatchObject(problem)
})
