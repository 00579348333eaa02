import { describe, expect, it } from '@jest/globals'
import { spawn } from 'node:child_process'
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Write } from '#ports'
import { until } from '../../ports/suite.js'
import { expectedCommit, expectedWrite } from './crash.shape.js'
import { Scratch } from './fixture.js'
import { manualTime, openEmbedded, StoreError } from './index.js'
import { EmbeddedRecords } from './records.js'
import { closeDatabase, openDatabase } from './sqlite.js'
import { openStore } from './store.js'

const here = (file: string): string => fileURLToPath(new URL(file, import.meta.url))
const time = manualTime('2026-03-07T16:00:00.000+08:00')
const open = (dir: string, file?: string) => openEmbedded({ dir, file, time })
const codeOf = async (opening: Promise<unknown>): Promise<string> =>
  opening.then(
    () => 'opened',
    (error: unknown) => (error instanceof StoreError ? error.code : String(error)),
  )

const inScratch = (run: (scratch: Scratch) => Promise<void>) => async () => {
  const scratch = new Scratch()
  try {
    await run(scratch)
  } finally {
    await scratch.close()
  }
}

describe('a data directory', () => {
  it(
    'is refused while another process uses it, and free once that is killed',
    inScratch(async ({ dir }) => {
      const child = spawn(process.execPath, ['--import', here('./typescript.mjs'), here('./crash.load.ts'), dir, '0'])
      child.stdout.resume()
      const file = join(dir, 'liandun.sqlite')
      await until(() => existsSync(file) && statSync(file).size > 0, 20_000)
      const refused = await open(dir).catch((error: unknown) => error as StoreError)
      expect(refused).toBeInstanceOf(StoreError)
      expect((refused as StoreError).message).toBe(
        `数据目录 ${dir} 正被另一个进程使用。请先停止那个进程，或用 DATA_DIR 指定别的目录。 / ` +
          `The data directory ${dir} is in use by another process. Stop that process first, or set DATA_DIR to another directory.`,
      )
      child.kill('SIGKILL')
      await new Promise((resolve) => child.once('exit', resolve))
      await (await open(dir)).close()
    }),
  )

  it(
    'holds several worlds of one process, each once',
    inScratch(async ({ dir }) => {
      const one = await open(dir, 'one.sqlite')
      const two = await open(dir, 'two.sqlite')
      expect(await codeOf(open(dir, 'two.sqlite'))).toBe('FILE_OPEN')
      await one.records('intake').append(expectedWrite('r', 1))
      expect(await two.records('intake').chain('r')).toEqual([])
      expect(await one.records('credit-listing').chain('r')).toEqual([])
      expect(await one.vault.deposit({ name: '甲' }, time.now(), 'a')).toBe('INF-2026-0001')
      expect(await two.vault.deposit({ name: '乙' }, time.now(), 'a')).toBe('INF-2026-0001')
      await one.close()
      await two.records('intake').append(expectedWrite('r', 1))
      await two.close()
      const again = await open(dir, 'one.sqlite')
      expect(await again.records('intake').chain('r')).toEqual([expectedCommit('r', 1)])
      await again.close()
    }),
  )

  it(
    'is closed with everything in one file and nothing lost on the way',
    inScratch(async ({ dir }) => {
      const world = await open(dir)
      const appended = Promise.all([1, 2, 3].map((n) => world.records('intake').append(expectedWrite(`r${n}`, 1))))
      await world.close()
      expect(await appended).toEqual([{ ok: true }, { ok: true }, { ok: true }])
      expect(existsSync(join(dir, 'liandun.sqlite-wal'))).toBe(false)
      await expect(world.records('intake').append(expectedWrite('r4', 1))).rejects.toThrow('已关闭')
      const again = await open(dir)
      expect(await again.records('intake').list('intake/lead', undefined, 9)).toEqual(['r1', 'r2', 'r3'])
      await again.close()
    }),
  )
})

describe('a store', () => {
  it(
    'of a newer program is refused and left as it is',
    inScratch(async ({ dir }) => {
      await (await open(dir)).close()
      const file = join(dir, 'liandun.sqlite')
      const database = openDatabase(file)
      database.exec('PRAGMA user_version = 7')
      closeDatabase(database)
      const before = readFileSync(file)
      const refused = await open(dir).catch((error: unknown) => error as Error)
      expect(refused).toMatchObject({ code: 'NEWER_SCHEMA' })
      expect((refused as Error).message).toContain('结构版本是 7，本程序只认识到 1')
      expect((refused as Error).message).toContain('has schema version 7; this program knows up to 1')
      expect(readFileSync(file).equals(before)).toBe(true)
    }),
  )

  it(
    'that is somebody else’s file is refused and left as it is',
    inScratch(async ({ dir }) => {
      const foreign = openDatabase(join(dir, 'foreign.sqlite'))
      foreign.exec('CREATE TABLE t (a)')
      closeDatabase(foreign)
      writeFileSync(join(dir, 'text.sqlite'), 'a letter, not a database\n'.repeat(100))
      expect(await codeOf(open(dir, 'foreign.sqlite'))).toBe('NOT_A_STORE')
      expect(await codeOf(open(dir, 'text.sqlite'))).toBe('NOT_A_STORE')
      expect(readFileSync(join(dir, 'text.sqlite'), 'utf8')).toBe('a letter, not a database\n'.repeat(100))
      await (await open(dir)).close()
    }),
  )

  it(
    'loses one bad write of a group and keeps the others',
    inScratch(async (scratch) => {
      const records = new EmbeddedRecords(scratch.store(), 'intake')
      const hole: Write = { ...expectedWrite('b', 3) }
      const results = await Promise.allSettled(
        [expectedWrite('a', 1), hole, expectedWrite('a', 2), expectedWrite('b', 1)].map((write) =>
          records.append(write),
        ),
      )
      expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'fulfilled'])
      expect(await records.chain('a')).toEqual([expectedCommit('a', 1), expectedCommit('a', 2)])
      expect(await records.append(expectedWrite('b', 2))).toEqual({ ok: true })
      expect(await records.claimant('b#3')).toBeUndefined()
      await records.close()
    }),
  )

  it(
    'that cannot be written says so once and takes nothing more',
    inScratch(async (scratch) => {
      const store = scratch.store()
      const records = new EmbeddedRecords(store, 'intake')
      const told: Error[] = []
      store.writer.onFailure((error) => told.push(error))
      await records.append(expectedWrite('r', 1))
      const pages = (n: number) => store.writer.submit([store.writer.statement(`PRAGMA max_page_count = ${n}`)()])
      await pages(40)
      const big = { ...expectedWrite('r', 2), snapshot: 'x'.repeat(300_000) }
      const both = await Promise.allSettled([records.append(expectedWrite('s', 1)), records.append(big)])
      expect(both.map((one) => one.status === 'rejected' && (one.reason as StoreError).code)).toEqual([
        'STORE_FAILED',
        'STORE_FAILED',
      ])
      await expect(records.append(expectedWrite('r', 2))).rejects.toThrow('no more writes are accepted')
      expect(told.map((error) => (error as StoreError).code)).toEqual(['STORE_FAILED'])
      expect(await records.chain('r')).toEqual([expectedCommit('r', 1)])
      expect(await records.chain('s')).toEqual([])
      await records.close()
      const after = new EmbeddedRecords(scratch.storeAfterCrash(), 'intake')
      expect(await after.append(expectedWrite('r', 2))).toEqual({ ok: true })
      await after.close()
    }),
  )

  it(
    'keeps its log short under load',
    inScratch(async ({ dir }) => {
      const store = openStore(join(dir, 'load.sqlite'))
      const records = new EmbeddedRecords(store, 'intake')
      const papers = 'x'.repeat(40_000)
      let longest = 0
      for (let seq = 1; seq <= 60; seq += 1) {
        const commits = Array.from({ length: 64 }, (_, n) => ({ ...expectedCommit(`r${n}`, seq), papers }))
        await Promise.all(commits.map((commit) => records.append({ commit, claims: [] })))
        longest = Math.max(longest, statSync(join(dir, 'load.sqlite-wal')).size)
      }
      const written = 60 * 64 * papers.length
      expect(written).toBeGreaterThan(150_000_000)
      // A log that is never begun anew holds all of it and more; how much shorter it is depends on the machine.
      expect(longest).toBeLessThan(written)
      expect((await records.chain('r63')).length).toBe(60)
      await records.close()
      await store.close()
    }),
    60_000,
  )
})
