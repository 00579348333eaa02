import { openDistributed } from '#distributed'
import { createWorld, fromMs } from '#kernel'
import type { Ports } from '#kernel/world'
import { policy } from '#policy'
import type { Bus, Records, Views } from '#ports'
import { loadRules } from '#rules'
import { bytesOf, encode } from '../../libs/adapters/distributed/wire.js'
import { services } from '../../tools/services.js'
import { serve, tellSeen } from './child.js'
import type { Counts, Open, Wish } from './protocol.js'

/** Some services of the house in a process of their own, as `nx serve` opens them, with what is counted on the way. */

const SAMPLE = 500

type Counted = Omit<Counts, 'cpuSeconds'>

const countAppends = (records: Records, counted: Counted): Records => {
  const append = records.append.bind(records)
  return Object.assign(records, {
    append: (write: Parameters<Records['append']>[0]) => {
      counted.commits++
      if (write.commit.header.includes('"cause":{')) counted.reactions++
      return append(write)
    },
  })
}

const measureMessages = (bus: Bus, { messages }: Counted): void => {
  const publish = bus.publish.bind(bus)
  bus.publish = (envelopes, may) => {
    for (const one of envelopes.slice(0, SAMPLE - messages.length)) messages.push(bytesOf(encode(one)))
    return publish(envelopes, may)
  }
}

/** The portal's row of a record, once it can be read. */
const watchRows = (views: Views): Views => ({
  formats: (name) => views.formats(name),
  drop: (name, format) => views.drop(name, format),
  table: (name, options) => {
    const table = views.table(name, options)
    if (name !== 'records') return table
    const apply = table.apply.bind(table)
    return Object.assign(table, {
      apply: async (changes: Parameters<typeof apply>[0]) => {
        await apply(changes)
        for (const { id, row } of changes) tellSeen(id, row!.version as number)
      },
    })
  },
})

const portsOf = (ports: Omit<Ports, 'time'>, counted: Counted): Omit<Ports, 'time'> => {
  measureMessages(ports.bus, counted)
  return {
    ...ports,
    records: (service) => countAppends(ports.records(service), counted),
    views: (service) => (service === 'portal' ? watchRows(ports.views(service)) : ports.views(service)),
  }
}

serve(async ({ services: names, world: name, partitions, people, atMs, servers }: Wish): Promise<Open> => {
  const counted: Counted = { commits: 0, reactions: 0, failures: [], messages: [] }
  const failed = (error: unknown) => void counted.failures.push(String(error))
  const time = { now: () => fromMs(atMs) }
  const ports = await openDistributed({
    world: name,
    services: names,
    topics: services.filter(({ records }) => records.length > 0).map((one) => one.name),
    mongo: servers.mongo,
    kafka: { brokers: servers.brokers },
    redis: servers.redis,
    vaultKey: Buffer.from('key-of-the-bench'),
    ...{ partitions, time, failed },
  })
  const world = createWorld({
    ...{ name, policy, failed },
    services: services.filter((one) => names.includes(one.name)),
    rules: loadRules().withPeople(people),
    key: 'key-of-the-bench',
    ports: { ...portsOf(ports, counted), time },
  })
  await world.start()
  return {
    handle: (command) => world.handle(command),
    counts: async () => {
      const parked = (await world.parked()).map(
        ({ group, record, error }) => `parked for ${group}: ${record}: ${error}`,
      )
      return { ...counted, failures: [...counted.failures, ...parked] }
    },
    stop: async () => {
      await world.stop()
      await ports.close()
    },
  }
})
