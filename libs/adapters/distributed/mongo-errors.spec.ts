import { describe, expect, it } from '@jest/globals'
import { mongo } from 'mongoose'
import { duplicatesIn, mayRetry } from './mongo-errors.js'

const bulk = (reason: unknown, concern?: { code: number }) =>
  new mongo.MongoBulkWriteError(reason as never, { getWriteConcernError: () => concern } as never)
const failed = (...codes: number[]) =>
  bulk({ message: 'x', code: codes[0], writeErrors: codes.map((code, index) => ({ code, index: 2 * index })) })

describe('errors of a batch', () => {
  it('names the writes that found somebody before them', () => {
    expect(duplicatesIn(failed(11000, 11000))).toEqual([0, 2])
  })

  it.each([
    ['a connection that was lost', bulk(new mongo.MongoNetworkError('lost')), true],
    ['no server', bulk(new mongo.MongoServerSelectionError('none', {} as never)), true],
    ['a server that is shutting down', failed(11000, 11600), true],
    ['a majority that was not heard of', bulk({ message: 'x', code: 189 }, { code: 189 }), true],
    ['a document that is refused', failed(11000, 121), false],
    ['nobody knows what', bulk(new Error('?')), false],
  ])('knows nothing of any write after %s', (_what, error, again) => {
    expect(() => duplicatesIn(error)).toThrow()
    expect(mayRetry(error)).toBe(again)
  })
})
