import { afterAll, beforeAll, expect, it } from '@jest/globals'
import mongoose from 'mongoose'
import { manualTime } from '#embedded'
import { openDistributed, type Distributed } from '#distributed'
import { readInstant, type Service, type View } from '#kernel'
import { officer, services, toyPolicy, toyRules } from '#kernel/toy'
import { createWorld, type World } from '#kernel/world'
import type { Row } from '#ports'
import { onServers } from '../libs/adapters/distributed/fixture.js'
import { KafkaLink } from '../libs/adapters/distributed/kafka.js'
import { until } from '../libs/ports/suite.js'

const NAME = `versions-${process.pid}`
const TOPICS = ['alpha', 'beta']
const brokers = () => process.env.KAFKA_BROKERS!.split(',')

/** One row per notice; `colour` is what differs from one program to the next. */
const shown = (format: number, colour: string): View => ({
  name: 'shown',
  format,
  topics: ['alpha'],
  index: ['colour'],
  ids: ({ record }) => [record],
  fold: (row, { seq, step }, id) =>
    row && (row.seq as number) >= seq
      ? row
      : { id, seq, colour, steps: [...((row?.steps as string[] | undefined) ?? []), step] },
})

const gamma = (view: View): Service => ({
  ...{ name: 'gamma', title: { zh: '丙', en: 'Gamma' }, records: [], reactions: [] },
  views: [view],
})

interface Program {
  ports: Distributed
  world: World
  rows: () => Promise<Row[]>
  stop: () => Promise<void>
}

const open = async (view: View, run: readonly Service[]): Promise<Program> => {
  const time = manualTime(readInstant('2026-03-02T09:00')!)
  const all = [...run, gamma(view)]
  const ports = await openDistributed({
    ...{ mongo: process.env.MONGODB_URI!, redis: process.env.REDIS_URL!, kafka: { brokers: brokers() }, partitions: 2 },
    ...{ world: NAME, topics: TOPICS, services: all.map(({ name }) => name), time, vaultKey: Buffer.alloc(32, 1) },
    failed: (error) => console.error(error),
  })
  const options = { name: NAME, services: all, ports: { ...ports, time }, rules: toyRules(), policy: toyPolicy }
  const world = createWorld({ ...options, key: 'secret', sweepEveryMs: 100 })
  await world.start()
  const stop = async () => {
    await world.stop()
    await ports.close()
  }
  return { ports, world, stop, rows: () => world.view('gamma', 'shown')!.find({}, { limit: 1000 }) }
}

onServers('programs of two versions side by side', () => {
  let first: Program
  let second: Program
  let keys = 0

  const act = async (step: string, input: object, id?: string): Promise<string> => {
    const command = { kind: 'alpha/notice', step, actor: officer, input, key: `k${keys++}` }
    const answer = await first.world.handle(id === undefined ? command : { ...command, id })
    if (answer.outcome !== 'done') throw new Error(JSON.stringify(answer))
    return answer.id
  }
  const serve = () => act('Serve', { servedOn: '2026-03-02', to: `B-${keys}`, officers: ['p1'] })
  const isWhole = ({ world }: Program) => world.views().every(({ whole }) => whole)
  const coloured = (colour: string, ids: readonly string[], steps = ['Serve']) =>
    ids.toSorted().map((id) => ({ id, seq: steps.length, colour, steps }))

  beforeAll(async () => {
    first = await open(shown(1, 'red'), services)
  }, 120_000)
  afterAll(async () => {
    await second.stop()
    await first.stop()
    const link = await KafkaLink.open({ brokers: brokers() })
    await link.deleteTopics(TOPICS.map((topic) => `${NAME}.${topic}`))
    await link.close()
    for (const name of [NAME, `${NAME}-vault`]) {
      const connection = await mongoose.createConnection(process.env.MONGODB_URI!, { dbName: name }).asPromise()
      await connection.dropDatabase()
      await connection.close()
    }
  }, 60_000)

  it('fold each its own rows of all there is, and drop the older ones when nobody is left to read them', async () => {
    const ids = await Promise.all(Array.from({ length: 30 }, serve))
    await until(async () => (await first.rows()).length === 30, 30_000)
    second = await open(shown(2, 'blue'), [])
    await until(() => isWhole(second), 30_000)
    expect(await second.rows()).toEqual(coloured('blue', ids))
    for (const id of ids) await act('Answer', { answer: 'no' }, id)
    const both = ['Serve', 'Answer']
    await until(async () => (await second.rows()).every(({ seq }) => seq === 2), 30_000)
    await until(async () => (await first.rows()).every(({ seq }) => seq === 2), 30_000)
    expect(await second.rows()).toEqual(coloured('blue', ids, both))
    expect(await first.rows()).toEqual(coloured('red', ids, both))
    expect(await second.ports.views('gamma').formats('shown')).toEqual([1, 2])
    await first.stop()
    await until(async () => (await second.ports.views('gamma').formats('shown')).length === 1, 30_000)
    expect(await second.rows()).toEqual(coloured('blue', ids, both))
  }, 120_000)

  it('fold anew, when the older one is put back, what was dropped, and leave the newer rows where they are', async () => {
    first = await open(shown(1, 'red'), services)
    await until(() => isWhole(first), 30_000)
    expect((await first.rows()).map(({ colour, seq }) => [colour, seq])).toEqual(
      Array.from({ length: 30 }, () => ['red', 2]),
    )
    const id = await serve()
    await until(async () => (await second.world.view('gamma', 'shown')!.get(id)) !== undefined, 30_000)
    expect(await first.ports.views('gamma').formats('shown')).toContain(2)
  }, 120_000)
})
