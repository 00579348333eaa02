import { describe, expect, it } from '@jest/globals'
import { spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { pause, until } from '../../ports/suite.js'
import { expectedCommit, expectedDue, RECORDS } from './crash.shape.js'
import { Scratch } from './fixture.js'
import { manualTime, openEmbedded, type Embedded } from './index.js'

const ROUNDS = 5
const here = (file: string): string => fileURLToPath(new URL(file, import.meta.url))

/** Lets the victim work for `ms` after its first promise, kills it, and returns the whole lines it had written. */
const killedAfter = async (dir: string, round: number, ms: number): Promise<string[][]> => {
  const path = join(dir, `said-${round}.txt`)
  const said = openSync(path, 'w')
  const args = ['--import', here('./typescript.mjs'), here('./crash.load.ts'), dir, `${round}`]
  const child = spawn(process.execPath, args, { stdio: ['ignore', said, 'pipe'] })
  closeSync(said)
  let complained = ''
  child.stderr?.on('data', (bytes: Buffer) => (complained += bytes.toString()))
  const gone = new Promise<string | null>((resolve) => child.once('exit', (_, signal) => resolve(signal)))
  await until(() => statSync(path).size > 0 || child.exitCode !== null, 20_000)
  await pause(ms)
  child.kill('SIGKILL')
  expect([await gone, complained]).toEqual(['SIGKILL', ''])
  const lines = readFileSync(path, 'utf8').split('\n')
  return lines.slice(0, -1).map((line) => line.split(' '))
}

const named = (lines: string[][], letter: string): Set<string> =>
  new Set(lines.filter(([first]) => first === letter).map(([, ...rest]) => rest.join('/')))

const checkRecord = async (world: Embedded, record: string, promised: number): Promise<number> => {
  const records = world.records('intake')
  const chain = await records.chain(record)
  const n = chain.length
  expect(n).toBeGreaterThanOrEqual(promised)
  expect(chain).toEqual(Array.from({ length: n }, (_, i) => expectedCommit(record, i + 1)))
  expect(await records.highest(record)).toBe(n)
  for (let seq = 1; seq <= n; seq += 1) expect(await records.claimant(`${record}/again/${seq}`)).toBe(record)
  expect(await records.claimant(`${record}/again/${n + 1}`)).toBeUndefined()
  const snapshot = n - (n % 4)
  const loaded = n === 0 ? undefined : await records.load(record)
  expect(loaded?.snapshot).toEqual(snapshot === 0 ? undefined : { seq: snapshot, body: `${record} ${snapshot}` })
  expect(loaded?.tail.map(({ seq }) => seq)).toEqual(
    n === 0 ? undefined : Array.from({ length: n % 4 }, (_, i) => snapshot + i + 1),
  )
  return n
}

const checkWorld = async (world: Embedded, lines: string[][]): Promise<number> => {
  const appended = named(lines, 'A')
  const most = (record: string) =>
    Math.max(0, ...[...appended].filter((one) => one.startsWith(`${record}/`)).map((one) => Number(one.split('/')[1])))
  const records = world.records('intake')
  const kept = new Map<string, number>()
  for (const record of RECORDS) kept.set(record, await checkRecord(world, record, most(record)))
  const due = new Map(
    (await records.due('2027-01-01T00:00:00.000+08:00', 999)).map(({ record, clock, key, at }) => [
      record,
      { clock, key, at },
    ]),
  )
  expect(due).toEqual(new Map([...kept].filter(([, n]) => n > 0).map(([record, n]) => [record, expectedDue(n)])))
  const published = named(lines, 'P')
  const waiting = new Set((await records.unrelayed(1_000_000)).map(({ record, seq }) => `${record}/${seq}`))
  const all = [...kept].flatMap(([record, n]) => Array.from({ length: n }, (_, i) => `${record}/${i + 1}`))
  expect(all.filter((one) => !published.has(one) && !waiting.has(one))).toEqual([])
  return appended.size
}

/** Of the scheduled jobs each due one has run or runs now, none twice by us, and none that is not due. */
const checkJobs = async (world: Embedded, lines: string[][]): Promise<void> => {
  const ran: string[] = []
  await world.jobs.process('mail', async ({ id }) => void ran.push(id))
  for (let more = await world.jobs.runDue(); more > 0; more = await world.jobs.runDue());
  expect(new Set(ran).size).toBe(ran.length)
  expect(ran.filter((id) => named(lines, 'Y').has(id))).toEqual([])
  lines.push(...ran.map((id) => ['Y', id]))
  const isDue = (id: string) => Number(id.split('-')[1]) % 2 === 0
  const has = new Set([...named(lines, 'X'), ...named(lines, 'Y')])
  expect([...named(lines, 'J')].filter((id) => isDue(id) && !has.has(id))).toEqual([])
  expect(ran.filter((id) => !isDue(id))).toEqual([])
}

describe('a killed process', () => {
  it(`has lost nothing that it had answered, ${ROUNDS} times on one file`, async () => {
    const scratch = new Scratch()
    const lines: string[][] = []
    const promised: number[] = []
    for (let round = 0; round < ROUNDS; round += 1) {
      lines.push(...(await killedAfter(scratch.dir, round, Math.random() * 250)))
      const world = await openEmbedded({ dir: scratch.dir, time: manualTime('2030-01-01') })
      promised.push(await checkWorld(world, lines))
      await checkJobs(world, lines)
      await world.close()
    }
    process.stderr.write(`killed ${ROUNDS} times; commits promised by then: ${promised.join(', ')}\n`)
    await scratch.close()
  }, 120_000)
})
