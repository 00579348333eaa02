import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { manualTime, openEmbedded, type Embedded } from '#embedded'
import { canonical, readInstant, sm3 } from '#kernel'
import { createWorld, type World } from '#kernel/world'
import { policy } from '#policy'
import { MOST_ROWS, type StoredCommit } from '#ports'
import { loadRules } from '#rules'
import { services } from '../services.js'

/** Two whole matters as they were once committed, which leave rows in every view; without what rows are not made from. Never edited. */
const COMMITS = 'tools/rows/commits.jsonl'
/** Of each view, the digest of its rows in each format, the first at the beginning. Digests are added, never edited. */
const DIGESTS = 'tools/rows/digests.json'

const NOT_TOLD = { input: '', needs: '', content: '', prevHash: '', hash: '' }
const commits = readFileSync(COMMITS, 'utf8')
  .trim()
  .split('\n')
  .map((line) => ({ ...NOT_TOLD, ...(JSON.parse(line) as object) }) as StoredCommit)
const known = JSON.parse(readFileSync(DIGESTS, 'utf8')) as Record<string, string[]>
const views = services.flatMap(({ name, views }) =>
  views.map((view) => ({ name: `${name}:${view.name}`, service: name, view })),
)

describe('the rows of what was committed long ago come out as they did, or their view has another format', () => {
  let dir: string
  let store: Embedded
  let world: World

  beforeAll(async () => {
    dir = mkdtempSync(join(tmpdir(), 'rows-'))
    const time = manualTime(readInstant('2026-08-05T09:00')!)
    store = await openEmbedded({ dir, time })
    for (const commit of commits) {
      const records = store.records(commit.kind.split('/')[0]!)
      expect(await records.append({ commit, claims: [] })).toEqual({ ok: true })
      if (commit.hasEvents) await records.markRelayed([commit])
    }
    const ports = { ...store, time }
    world = createWorld({ name: 'rows', services, ports, rules: loadRules(), policy, key: 'key-of-the-rows' })
    await world.start()
  }, 60_000)
  afterAll(async () => {
    await world.stop()
    await store.close()
    rmSync(dir, { recursive: true })
  })

  it.each(views)('$name', async ({ name, service, view: { name: of, format } }) => {
    const rows = await world.view(service, of)!.find({}, { limit: MOST_ROWS })
    expect(rows.length).toBeGreaterThan(0)
    const digest = sm3(canonical(rows)).slice(0, 16)
    const before = known[name] ?? []
    if (before.at(-1) !== digest)
      throw new Error(
        `The rows of ${name} come out otherwise than in format ${before.length}: people would go on seeing the old ones. ` +
          `Write format: ${before.length + 1} in the view, and add "${digest}" to the end of "${name}" in ${DIGESTS}.`,
      )
    expect(format).toBe(before.length)
  })
})
