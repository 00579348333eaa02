import { describe } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import type { Connection } from 'mongoose'
import { connectMongo } from './mongo.js'

export interface ScratchMongo {
  connection: Connection
  /** Another process's look at the same database. */
  again: () => Promise<Connection>
  close: () => Promise<void>
}

/** A database of its own for one test, dropped with it. */
export const scratchMongo = async (uri = process.env.MONGODB_URI!): Promise<ScratchMongo> => {
  const name = `test-${randomUUID()}`
  const all = [await connectMongo(uri, name)]
  const again = async () => {
    const one = await connectMongo(uri, name)
    all.push(one)
    return one
  }
  const close = async () => {
    await all[0]!.dropDatabase()
    for (const one of all) await one.close()
  }
  return { connection: all[0]!, again, close }
}

/** The suite of an adapter on its real server; without one every test is counted as not run, and the reason stands beside it. */
export const onServer = (variable: 'MONGODB_URI' | 'KAFKA_BROKERS' | 'REDIS_URL', suite: () => void): void =>
  process.env[variable]
    ? describe(`with ${variable}`, suite)
    : describe.skip(`not run: ${variable} names no server (npm run servers starts one)`, suite)
