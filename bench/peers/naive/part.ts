import { Module, type Type } from '@nestjs/common'
import { NestFactory } from '@nestjs/core'
import { ClientKafka, Transport, type KafkaOptions } from '@nestjs/microservices'
import kafkajs from 'kafkajs'
import mongoose, { type Connection } from 'mongoose'
import { serve } from '../../distributed/child.js'
import type { Open, Wish } from '../../distributed/protocol.js'
import { intakeModels, portalModels } from './documents.js'
import { TOPICS } from './event.js'
import { EVENTS, Intake, IntakeEvents, MODELS } from './intake.js'
import { PortalEvents } from './portal.js'

/**
 * The peer that everyone would write first: Nest's own Kafka transport, a mongoose document per record overwritten in place, an event
 * sent after it, `@EventPattern` handlers that write again. Durable as ours is (majority, journal, acks all), every partition at once.
 * It has no law, no clocks, no papers, no chain, no answer to a repeated request, and what it wrote and did not send is never sent.
 */

const client = ({ servers }: Wish) => ({ brokers: [...servers.brokers], logLevel: kafkajs.logLevel.NOTHING })

const optionsOf = (wish: Wish, name: string): KafkaOptions['options'] => ({
  client: { ...client(wish), clientId: name },
  consumer: { groupId: `${wish.world}.${name}`, maxWaitTimeInMs: 250, allowAutoTopicCreation: false },
  subscribe: { fromBeginning: true },
  run: { partitionsConsumedConcurrently: wish.partitions * Object.keys(TOPICS).length },
  producer: { createPartitioner: kafkajs.Partitioners.DefaultPartitioner, allowAutoTopicCreation: false },
  send: { acks: -1 },
})

const makeTopics = async (wish: Wish): Promise<void> => {
  const admin = new kafkajs.Kafka(client(wish)).admin()
  await admin.connect()
  const topics = Object.values(TOPICS).map((topic) => ({ topic, numPartitions: wish.partitions }))
  await admin.createTopics({ topics, waitForLeaders: true })
  await admin.disconnect()
}

const modelsOf = async (connection: Connection, name: string) => {
  const models = name === 'portal' ? portalModels(connection) : intakeModels(connection)
  for (const model of Object.values(models)) await model.init()
  return models
}

const moduleOf = (name: string, models: object, events: ClientKafka): Type => {
  @Module({
    controllers: [name === 'portal' ? PortalEvents : IntakeEvents],
    providers: [Intake, { provide: MODELS, useValue: models }, { provide: EVENTS, useValue: events }],
  })
  class Part {}
  return Part
}

serve(async (wish): Promise<Open> => {
  const name = wish.services[0]!
  if (name === 'portal') await makeTopics(wish)
  const writeConcern = { w: 'majority', journal: true } as const
  const uri = wish.servers.mongo
  const connection = await mongoose
    .createConnection(uri, { dbName: wish.world, writeConcern, maxPoolSize: 100 })
    .asPromise()
  const options = optionsOf(wish, name)
  const events = new ClientKafka({ ...options, producerOnlyMode: true })
  await events.connect()
  const module = moduleOf(name, await modelsOf(connection, name), events)
  const app = await NestFactory.createMicroservice(module, { transport: Transport.KAFKA, options, logger: false })
  await app.listen()
  const intake = app.get(Intake)
  return {
    handle: (command) => intake.handle(command),
    counts: async () => ({ commits: intake.writes, reactions: intake.reactions, failures: [], messages: [] }),
    stop: async () => {
      await app.close()
      await events.close()
      await connection.close()
    },
  }
})
