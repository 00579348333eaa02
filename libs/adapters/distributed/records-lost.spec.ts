import { expect, it } from '@jest/globals'
import { mongo } from 'mongoose'
import type { Write } from '#ports'
import { onServer, scratchMongo } from './fixture.js'
import { MongoRecords } from './records.js'

const AT = '2026-03-09T00:00:00.000+08:00'
const HASH = 'a'.repeat(64)
const write = (record: string, message: string, hash = HASH): Write => ({
  commit: {
    ...{ record, kind: 'intake/lead', seq: 1, version: 1, message, dossier: 'd', hasEvents: true, hash },
    ...{ header: '{}', input: '', needs: '', events: '[]', papers: '', content: HASH, prevHash: '' },
  },
  claims: [],
  due: [{ clock: 'CLK-VERIFY', key: '', at: AT }],
})

const opened = async () => {
  const scratch = await scratchMongo()
  const records = await MongoRecords.open(scratch.connection, 'intake')
  const beside = async () => MongoRecords.open(await scratch.again(), 'intake')
  return { records, beside, close: scratch.close, collections: records.collections }
}

/** The server does what it was asked to, and its answer is lost on the way. */
const losesAnswer = (collection: object, name: 'insertMany' | 'bulkWrite'): void => {
  const owner = collection as Record<string, (...asked: unknown[]) => Promise<unknown>>
  const real = owner[name]!
  owner[name] = async (...asked) => {
    owner[name] = real
    await real.apply(collection, asked)
    throw new mongo.MongoNetworkError('lost')
  }
}

onServer('MONGODB_URI', () => {
  it('knows its own commit again when the answer to the insert was lost', async () => {
    const { records, collections, close } = await opened()
    try {
      await records.append(write('there', 'm'))
      losesAnswer(collections.commits.collection, 'insertMany')
      const outcomes = await Promise.all([
        records.append(write('new', 'm')),
        records.append(write('there', 'n', 'b'.repeat(64))),
      ])
      expect(outcomes).toEqual([{ ok: true }, { ok: false, why: 'seq' }])
      expect((await records.due(AT, 10)).map(({ record }) => record)).toEqual(['new', 'there'])
    } finally {
      await close()
    }
  })

  it('writes the clock rows also when the answer to that was lost', async () => {
    const { records, collections, close } = await opened()
    try {
      losesAnswer(collections.records.collection, 'bulkWrite')
      expect(await records.append(write('r', 'm'))).toEqual({ ok: true })
      expect((await records.due(AT, 10)).map(({ record }) => record)).toEqual(['r'])
    } finally {
      await close()
    }
  })

  it('keeps a commit waiting until its clock rows are there, also when its writer was killed before them and another marks it', async () => {
    const { records, beside, collections, close } = await opened()
    const other = await beside()
    try {
      const killed = { bulkWrite: () => Promise.reject(new Error('killed')) }
      Object.assign(collections.records.collection, killed)
      await expect(records.append(write('r', 'm'))).rejects.toThrow('killed')
      expect(await other.due(AT, 10)).toEqual([])
      await other.markRelayed([{ record: 'r', seq: 1 }])
      expect((await other.due(AT, 10)).map(({ record }) => record)).toEqual(['r'])
      expect(await other.waiting(10)).toEqual([])
    } finally {
      await close()
    }
  })
})
