import { readFileSync } from 'node:fs'
import { openDistributed } from '#distributed'
import type { Instant } from '#kernel'
import { createWorld, type World } from '#kernel/world'
import type { Records, Time } from '#ports'
import { policy } from '#policy'
import type { Rules } from '#rules'
import { services } from '../services.js'
import { check, everyone, overdueFaults, type Findings } from './check.js'
import { historiesOf } from './history.js'
import type { Pair } from './load.js'
import { ownOf, pairFaults } from './pairs.js'
import { readTopics, toldFaults } from './told.js'

const TOPICS = services.filter(({ records }) => records.length > 0).map(({ name }) => name)

export interface Kept {
  mongo: string
  brokers: string[]
  redis: string
  /** Prefix of everything. */
  world: string
  vaultKeyFile: string
  key: string
  rules: Rules
  time: Time
}

/** It would relay nothing and write no lapse: it must not hold the lease. */
const takingNoPart = (records: Records): Records =>
  Object.assign(records, { lease: () => ({ token: () => undefined, close: async () => {} }) })

/** Looks at a world from outside, on the servers themselves: it takes part in nothing. */
export class Audit {
  private constructor(
    private readonly kept: Kept,
    readonly world: World,
    private readonly recordsOf: (service: string) => Records,
    readonly close: () => Promise<void>,
  ) {}

  static async open(kept: Kept): Promise<Audit> {
    const { mongo, brokers, redis, rules, key, time } = kept
    const ports = await openDistributed({
      ...{ mongo, redis, time, world: kept.world, topics: TOPICS, partitions: 4 },
      kafka: { brokers },
      services: services.map(({ name }) => name),
      vaultKey: readFileSync(kept.vaultKeyFile),
      failed: () => {},
    })
    const world = createWorld({
      name: 'audit',
      ...{ services, rules, key },
      policy: everyone(policy),
      ports: { ...ports, time, records: (service) => takingNoPart(ports.records(service)) },
    })
    return new Audit(kept, world, ports.records, ports.close)
  }

  /** What is due and has not lapsed, and what is parked. */
  async restless(): Promise<string[]> {
    const overdue = await overdueFaults({ world: this.world, recordsOf: this.recordsOf, now: this.kept.time.now() })
    const parked = await this.world.parked()
    return [...overdue, ...parked.map(({ group, record, error }) => `parked for ${group}: ${record}: ${error}`)]
  }

  async whole(said: readonly string[][], from: Instant): Promise<Findings> {
    const { world, recordsOf } = this
    const { key, brokers, time } = this.kept
    const histories = await historiesOf(world, recordsOf)
    const told = await readTopics(
      brokers,
      TOPICS.map((topic) => `${this.kept.world}.${topic}`),
    )
    const answered = said.filter(([word]) => word === 'A')
    const found = await check({ world, recordsOf, key, histories, now: time.now() }, answered, from)
    const pairs = pairsIn(said).filter(({ cases }) => cases.every((id) => ownOf(histories, id) > 0))
    return {
      counts: { ...found.counts, messages: told.length, pairs: pairs.length },
      violations: [...found.violations, ...pairFaults(histories, pairs), ...toldFaults(histories, told)],
    }
  }
}

const pairsIn = (said: readonly string[][]): Pair[] =>
  said.filter(([word]) => word === 'P').map(([, n, one, other]) => ({ n: n!, cases: [one!, other!] }))
