import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from '@jest/globals'
import { manualTime, openEmbedded } from '#embedded'
import { brokenAt, unseal } from './commit.js'
import { readInstant } from './instant.js'
import { answer, close, decideNotice, notice, officer, serve, services, toyPolicy, toyRules } from './toy.js'
import { createWorld } from './world.js'

const papered = { ...notice, autoMakes: { Waived: '告知书' } }
const [alpha, beta] = services

it('writes the papers of an automatic step in the commit of the lapse, numbered after those before', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'lapse-'))
  const time = manualTime(readInstant('2026-03-02T09:00')!)
  const store = await openEmbedded({ dir, time })
  const world = createWorld({
    name: 'toy',
    services: [{ ...alpha!, records: [{ record: papered, steps: [serve, answer, decideNotice, close] }] }, beta!],
    ports: { ...store, time },
    ...{ rules: toyRules(), policy: toyPolicy, key: 'secret' },
  })
  await world.start()
  const input = { servedOn: '2026-03-02', to: 'B-1', officers: ['p1'] }
  const made = await world.handle({ kind: 'alpha/notice', step: 'Serve', actor: officer, input, key: 'k' })
  if (made.outcome !== 'done') throw new Error(made.outcome)
  await world.advance(readInstant('2026-03-10T10:00')!)
  const chain = (await world.chain('alpha/notice', made.id, officer))!
  const lapsed = chain.map(unseal).find(({ header }) => header.step === 'Lapse')!
  expect(lapsed.events.map(({ type }) => type)).toEqual(['Waived'])
  expect(lapsed.papers).toEqual([
    { title: '告知书', number: '甲告〔2026〕2号', agency: 'A-1', on: '2026-03-10', fields: {} },
  ])
  expect((await world.show('alpha/notice', made.id, officer))!.papers).toHaveLength(2)
  expect(brokenAt(chain, 'secret')).toBeUndefined()
  await world.stop()
  await store.close()
  rmSync(dir, { recursive: true })
})
