import { describe, expect, it } from '@jest/globals'
import { Module } from '@nestjs/common'
import { NestFactory } from '@nestjs/core'
import type { Bus } from '#ports'
import { until } from '../../ports/suite.js'
import { Scratch } from '../embedded/fixture.js'
import { EmbeddedBus } from '../embedded/bus.js'
import { envelope, scratchKafka, onServer } from './fixture.js'
import { LiandunTransport } from './transport.js'

@Module({})
class Empty {}

const start = async (strategy: LiandunTransport) => {
  const service = await NestFactory.createMicroservice(Empty, { strategy, logger: false, abortOnError: false })
  await service.listen()
  return service
}

/** Starts, brings one envelope, ends: the next one comes no more. */
const livesWithNest = async (bus: Bus): Promise<void> => {
  const had: string[] = []
  const take =
    (group: string) =>
    async ({ record, seq }: { record: string; seq: number }) =>
      void had.push(`${group} ${record}/${seq}`)
  const transport = new LiandunTransport(bus)
    .plan('a', ['intake'], take('a'))
    .plan('b', ['intake', 'routing'], take('b'), ({ seq }) => seq > 1)
  const service = await start(transport)
  await bus.publish([envelope('r', 1), envelope('r', 2)])
  await until(() => had.length === 3)
  await service.close()
  expect(had.sort()).toEqual(['a r/1', 'a r/2', 'b r/2'])
  expect((await bus.counters()).groups).toEqual({})
  expect(transport.unwrap()).toBe(bus)
}

describe('transport', () => {
  it('starts and ends the subscriptions of a bus with Nest', async () => {
    const scratch = new Scratch()
    const now = () => '2026-03-07T16:00:00.000+08:00'
    await livesWithNest(new EmbeddedBus(scratch.store(), { now, replay: async () => {} }))
    await scratch.close()
  })

  it('tells who started it what cannot be subscribed, and leaves the rest', async () => {
    const left: string[] = []
    const subscribe = async (group: string) => {
      if (group === 'bad') throw new Error('no such topic')
      return { close: async () => void left.push(group) }
    }
    const transport = new LiandunTransport({ subscribe } as unknown as Bus)
      .plan('good', ['intake'], async () => {})
      .plan('bad', ['nowhere'], async () => {})
    await expect(start(transport)).rejects.toThrow('no such topic')
    expect(left).toEqual(['good'])
  })
})

onServer('KAFKA_BROKERS', () =>
  it('starts and ends the subscriptions of Kafka with Nest', async () => {
    const scratch = await scratchKafka()
    await livesWithNest(await scratch.open())
    await scratch.close()
  }),
)
