import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import kafkajs from 'kafkajs'
import mongoose from 'mongoose'
import type { Wish } from './protocol.js'

interface Started {
  env: Record<string, string>
  servers: Record<string, { pid?: number }>
  missing: { variable: string; reason: string }[]
  stop: () => Promise<void>
}

/** Of Linux's clock in /proc. */
const TICKS = 100

const cpuOf = (pid: number): number => {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ')
  return (Number(fields[11]) + Number(fields[12])) / TICKS
}

let pids: readonly number[] = []

/** CPU seconds that the servers have taken; NaN when they are not processes of this machine. */
export const serversCpu = (): number => {
  try {
    return pids.length ? pids.reduce((sum, pid) => sum + cpuOf(pid), 0) : NaN
  } catch {
    return NaN
  }
}

/** The real servers, as every suite has them: given, Docker's, or processes of this machine. */
export const withServers = async (work: (servers: Wish['servers']) => Promise<void>): Promise<void> => {
  const module = pathToFileURL(resolve('tools/servers/index.mjs')).href
  const { startServers } = (await import(module)) as { startServers: (how: object) => Promise<Started> }
  const { env, servers, missing, stop } = await startServers({ say: console.error })
  pids = Object.values(servers).flatMap(({ pid }) => pid ?? [])
  try {
    if (missing.length) throw new Error(missing.map(({ variable, reason }) => `${variable}: ${reason}`).join('\n'))
    await work({ mongo: env.MONGODB_URI!, brokers: env.KAFKA_BROKERS!.split(','), redis: env.REDIS_URL! })
  } finally {
    await stop()
  }
}

/** A world and what it left on the servers. */
export const dropWorld = async ({ mongo, brokers }: Wish['servers'], world: string): Promise<void> => {
  const connection = await mongoose.createConnection(mongo).asPromise()
  for (const name of [world, `${world}-vault`]) await connection.useDb(name).dropDatabase()
  await connection.close()
  const admin = new kafkajs.Kafka({ brokers: [...brokers], logLevel: kafkajs.logLevel.NOTHING }).admin()
  await admin.connect()
  const topics = (await admin.listTopics()).filter((topic) => topic.startsWith(`${world}.`))
  if (topics.length) await admin.deleteTopics({ topics })
  await admin.disconnect()
}
