import { randomBytes, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { openDistributed } from '#distributed'
import { openEmbedded } from '#embedded'
import { derive } from '#kernel'
import type { Bus, Envelope } from '#ports'
import type { OpenPorts } from '#shell'
import { Client } from '#story'
import { KafkaLink } from '../libs/adapters/distributed/kafka.js'
import { encode, type Wire } from '../libs/adapters/distributed/wire.js'
import { until } from '../libs/ports/suite.js'
import { scratchDir, dropScratch } from './scratch.js'
import { services } from './services.js'
import { openStoryHouse, type StoryHouse } from './story-house.js'

/**
 * What becomes of a message that cannot be taken: of its record, of others in its partition, of the operator's list, and of what waits
 * behind it. The same table for both compositions; one that has no wire has nothing that could be spoilt on it.
 */

const AT = '2026-03-02T09:00:00.000+08:00'
const DOSSIER = derive('the dossier of all')
const WAIT_MS = 20_000
const RECORDS = 'portal:records'
/** Who folds a view from the topics says which format of it. */
const plain = (group: string): string => group.replace(/@\d+$/, '')

/** A commit of a lead, with an event that nobody reacts to. */
const envelope = (record: string, seq: number, more: Partial<Envelope> = {}): Envelope => ({
  service: 'intake',
  dossier: DOSSIER,
  record,
  kind: 'intake/lead',
  seq,
  after: seq - 1,
  message: derive(record, seq),
  occurredAt: AT,
  recordedAt: AT,
  actor: { agency: 'SAMR-411003', office: 'officer', person: 'p-officer' },
  events: [{ id: derive('event', record, seq), type: 'VerificationStarted' }],
  summary: {
    ...{ id: record, kind: 'intake/lead', dossier: DOSSIER, version: seq, state: `S${seq}`, label: '', at: AT },
    ...{ overlays: [], roles: {}, numbers: [], clocks: [], since: AT },
    by: { agency: 'SAMR-411003', office: 'officer' },
  },
  root: derive(record, 1),
  step: 'ClassifyLead',
  ...more,
})

const events = (record: string, type: string, version: number) => ({
  events: [{ id: derive('event', record, 2), type, version, data: {} }],
})

/** What a message is on a wire, if there is one. */
type OnWire = (wire: Wire) => Partial<Wire>

interface Poison {
  name: string
  /** Second of three commits of its record. */
  told?: (record: string) => Partial<Envelope>
  wire?: OnWire
  /** How often the probe's handler throws at it. */
  throws?: number
  /** Group → how many wait, and why. What is not named goes on. */
  parked: Record<string, [waiting: number, error: string]>
  /** What the probe had before anything was mended. */
  had: number[]
  /** Groups that go on once the cause is mended; the others wait for another program. */
  mends?: string
}

const NOT_JSON = 'the value is not JSON'
const NEWER = 'envelope of version 2; this program reads up to 1'
const NEWER_EVENT = 'ThresholdEvaluated of version 2; this program reads up to 1'

const MATRIX: Poison[] = [
  {
    name: 'malformed JSON',
    wire: () => ({ value: '{"ser' }),
    parked: { probe: [2, NOT_JSON], [RECORDS]: [2, NOT_JSON], routing: [1, NOT_JSON] },
    had: [1],
  },
  {
    name: 'newer version of the envelope',
    wire: ({ headers }) => ({ headers: { ...headers, ce_type: 'liandun.commit.v2' } }),
    parked: { probe: [2, NEWER], [RECORDS]: [2, NEWER], routing: [1, NEWER] },
    had: [1],
  },
  {
    name: 'newer version of an event',
    told: (record) => events(record, 'ThresholdEvaluated', 2),
    parked: {
      intake: [1, NEWER_EVENT],
      'intake:subject-matters': [2, NEWER_EVENT],
      routing: [1, NEWER_EVENT],
      'routing:matters': [2, NEWER_EVENT],
    },
    had: [1, 2, 3],
  },
  { name: 'unknown event type', told: (record) => events(record, 'NeverHeardOf', 1), parked: {}, had: [1, 2, 3] },
  {
    name: 'handler that throws for ever',
    throws: Infinity,
    parked: { probe: [2, 'the probe does not take it'] },
    had: [1],
    mends: 'probe',
  },
  { name: 'handler that throws twice', throws: 2, parked: {}, had: [1, 2, 3] },
]

interface Composition {
  name: string
  hasWire: boolean
  here: boolean
  open: (dir: string, world: string) => Promise<OpenPorts>
  /** Brings messages as they would come; `spoil`: what the second one is on the wire. */
  send: (bus: Bus, envelopes: readonly Envelope[], world: string, spoil: OnWire) => Promise<void>
}

const topics = services.filter(({ records }) => records.length).map(({ name }) => name)
const time = { now: () => AT }
const { MONGODB_URI, KAFKA_BROKERS, REDIS_URL } = process.env
const brokers = KAFKA_BROKERS?.split(',') ?? []

const embedded: Composition = {
  name: 'embedded',
  hasWire: false,
  here: true,
  open: (dir) => openEmbedded({ dir, file: 'poison.sqlite', time }),
  send: (bus, envelopes) => bus.publish(envelopes),
}

const distributed: Composition = {
  name: 'Kafka and MongoDB',
  hasWire: true,
  here: Boolean(MONGODB_URI && KAFKA_BROKERS && REDIS_URL),
  open: (_dir, world) =>
    openDistributed({
      ...{ mongo: MONGODB_URI!, kafka: { brokers }, redis: REDIS_URL!, time, world, topics, partitions: 2 },
      services: services.map(({ name }) => name),
      vaultKey: randomBytes(32),
      failed: () => {},
    }),
  send: async (_bus, envelopes, world, spoil) => {
    const link = await KafkaLink.open({ brokers })
    const wires = envelopes.map((one) => {
      const wire = encode(one)
      return one.seq === 2 ? { ...wire, ...spoil(wire) } : wire
    })
    await link.send(new Map([[`${world}.intake`, wires]]))
    await link.close()
  },
}

interface Listed {
  group: string
  record: string
  kind: string
  seq: number
  waiting: number
  error: string
}

describe.each([embedded, distributed].map((one) => [one.name, one] as const))('on %s', (_name, composition) => {
  const world = `poison-${randomUUID().slice(0, 8)}`
  const had = new Map<string, number[]>()
  const throwing = new Map<string, number>()
  let dir: string
  let house: StoryHouse
  let ports: OpenPorts
  let operator: Client

  /** A group of its own beside those of the house, whose handler throws as it is told. */
  const probe = async ({ record, seq }: Envelope): Promise<void> => {
    const left = seq === 2 ? (throwing.get(record) ?? 0) : 0
    if (left > 0) {
      throwing.set(record, left - 1)
      throw new Error('the probe does not take it')
    }
    had.set(record, [...(had.get(record) ?? []), seq])
  }
  const listed = async (record: string): Promise<Listed[]> => {
    const { body } = await operator.operator('GET', '/parked')
    return (body.parked as Listed[]).filter((one) => one.record === record)
  }
  const shownAt = async (record: string): Promise<unknown> =>
    (await house.world.view('portal', 'records')!.get(record))?.version
  const redrive = async (group: string, record: string) =>
    (await operator.operator('POST', '/redrive', { group, record })).body.delivered

  const open = async () => {
    dir = scratchDir('poison')
    house = await openStoryHouse({
      ...{ dir, time },
      openPorts: async () => (ports = await composition.open(dir, world)),
    })
    operator = new Client(house.baseUrl, house.operatorToken)
    await ports.bus.subscribe('probe', ['intake'], probe)
  }
  if (composition.here) beforeAll(open, 60_000)
  if (composition.here)
    afterAll(async () => {
      await house.close()
      dropScratch(dir)
    }, 60_000)

  /** Three commits of the record, the second one poisoned, and two of another in the same partition. */
  const bring = async ({ told, wire, throws = 0 }: Poison, record: string, other: string) => {
    throwing.set(record, throws)
    const chain = [envelope(record, 1), envelope(record, 2, told?.(record)), envelope(record, 3)]
    await composition.send(ports.bus, chain, world, wire ?? (() => ({})))
    await composition.send(ports.bus, [envelope(other, 1)], world, () => ({}))
  }

  const expected = (poison: Poison, record: string) =>
    Object.entries(poison.parked).map(([group, [waiting, error]]) => ({ group, record, waiting, error, seq: 2 }))
  const byGroup = (all: readonly Listed[], poison: Poison) =>
    all
      .map((one) => ({ ...one, group: plain(one.group) }))
      .filter(({ group }) => group in poison.parked || ['probe', RECORDS, 'routing'].includes(group))
      .map(({ group, record, waiting, error, seq }) => ({ group, record, waiting, error, seq }))
      .sort((a, b) => (a.group < b.group ? -1 : 1))

  const table = MATRIX.filter(({ wire }) => composition.hasWire || !wire)
  ;(composition.here ? describe : describe.skip)('what cannot be taken', () => {
    it.each(table.map((poison) => [poison.name, poison] as const))(
      '%s: its record is parked for those who cannot take it, all else goes on, and what waited comes after it in order',
      async (name, poison) => {
        const [record, other] = [derive(name, 'poisoned'), derive(name, 'other')]
        await bring(poison, record, other)
        const waits = expected(poison, record).sort((a, b) => (a.group < b.group ? -1 : 1))
        await until(
          async () =>
            JSON.stringify(byGroup(await listed(record), poison)) === JSON.stringify(waits) &&
            (await shownAt(other)) === 1 &&
            had.get(record)?.length === poison.had.length,
          WAIT_MS,
        )
        expect(byGroup(await listed(record), poison)).toEqual(waits)
        expect(had.get(record)).toEqual(poison.had)
        expect([had.get(other), await shownAt(other), await listed(other)]).toEqual([[1], 1, []])
        expect(await shownAt(record)).toBe(RECORDS in poison.parked ? 1 : 3)
        throwing.delete(record)
        const mends = (group: string) => plain(group) === poison.mends
        for (const { group, waiting } of await listed(record))
          expect(await redrive(group, record)).toBe(mends(group) ? waiting : 0)
        if (poison.mends) expect([had.get(record), await listed(record)]).toEqual([[1, 2, 3], []])
        else expect(byGroup(await listed(record), poison)).toEqual(waits)
      },
      2 * WAIT_MS,
    )
  })
})
