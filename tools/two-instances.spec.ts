import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from '@jest/globals'
import mongoose, { type Connection } from 'mongoose'
import type { Actor } from '#kernel'
import { keyFile } from '#embedded'
import { Client, type Reply } from '#story'
import { KafkaLink } from '../libs/adapters/distributed/kafka.js'
import { pause, until } from '../libs/ports/suite.js'
import { onServers } from '../libs/adapters/distributed/fixture.js'
import { chainFault, type ShownChain } from './chain-check.js'
import { freePort, Instance } from './instance.js'

const WORLD = `two${process.pid}`
const TOKEN = 'operator-of-two-instances'
const TIME = 240_000

const hub: Actor = { agency: 'HUB-411000', office: 'intake', person: 'hub-01' }
const officer: Actor = { agency: 'SAMR-411002', office: 'officer', person: 'weidu-02' }
const both = ['weidu-02', 'weidu-03']

const times = <T>(n: number, make: (index: number) => T): T[] => Array.from({ length: n }, (_, index) => make(index))

/** A person who uses one instance or the other. */
class Caller extends Client {
  act(actor: Actor, step: string, id: string | undefined, input: object, key: string, at?: string): Promise<Reply> {
    const path = id === undefined ? `/api/intake/lead/${step}` : `/api/intake/lead/${id}/${step}`
    return this.request('POST', path, { actor, key: key.replaceAll(' ', '-'), body: { ...(at && { at }), input } })
  }

  async chain(id: string): Promise<ShownChain> {
    const reply = await this.request('GET', `/api/intake/lead/${id}/chain`, { actor: officer })
    if (reply.status !== 200) throw new Error(JSON.stringify(reply))
    return reply.body as unknown as ShownChain
  }

  /** Commits that this process has published. */
  async relayed(): Promise<number> {
    const text = await (await fetch(`${this.baseUrl}/metrics`)).text()
    return Number(/^liandun_relayed_commits_total\{.*service="intake".*\} (\d+)/m.exec(text)?.[1] ?? 0)
  }
}

const done = (reply: Reply): Reply['body'] => {
  if (reply.status >= 300) throw new Error(`${reply.status} ${JSON.stringify(reply.body)}`)
  return reply.body
}

const register = (n: number) => ({
  channel: 'SRC-12315-JB',
  handler: false,
  subject: { name: `虚构饰品厂${n}`, uscc: '91411002MA9FK1017E' },
  clue: '厂内生产标有“发韵”商标的假发，疑为假冒',
  ip: 'trademark',
})

const evidence = (name: string) => ({ items: [name], present: both, rightsTold: true })

/** What was published of each record, in the order in which it stands in the topic. */
const published = async (topic: string): Promise<Map<string, number[]>> => {
  const link = await KafkaLink.open({ brokers: process.env.KAFKA_BROKERS!.split(',') })
  const seen = new Map<string, number[]>()
  const all = await link.sent(topic)
  let had = 0
  const group = `${topic}.witness-${Math.round(performance.now())}`
  const reader = await link.read(
    { group, topics: [topic], sessionMs: 6000, waitMs: 50, partitionsAtOnce: 4 },
    {
      joined: () => {},
      rebalancing: () => {},
      heard: () => {},
      ended: () => {},
      batch: async (messages) => {
        for (const { value } of messages) {
          const { record, seq } = JSON.parse(value.toString()) as { record: string; seq: number }
          seen.set(record, [...(seen.get(record) ?? []), seq])
          had += 1
        }
      },
    },
  )
  await until(() => had >= all, 30_000)
  await reader.close()
  await link.close()
  return seen
}

onServers('two instances of one service on real servers', () => {
  let dir: string
  let instances: Instance[]
  let callers: Caller[]
  let database: Connection
  const topic = `${WORLD}-manual.intake`
  const settings = () => ({
    WORLD,
    SERVICES: 'intake',
    ADAPTERS: 'distributed',
    TIME: 'manual',
    START_AT: '2026-03-10T09:00',
    AUTH: 'dev',
    LOG_LEVEL: 'error',
    OPERATOR_TOKEN: TOKEN,
    SERVICE_KEY_FILE: join(dir, 'service.key'),
    VAULT_KEY_FILE: join(dir, 'vault.key'),
    TOKEN_KEY_FILE: join(dir, 'token.key'),
  })
  const open = async (n: number) => {
    await instances[n]!.start()
    callers[n] = new Caller(instances[n]!.baseUrl, TOKEN)
  }
  const waiting = () => database.db!.collection('intake.commits').countDocuments({ waits: true })
  const verified = async (caller: Caller, n: number): Promise<string> => {
    const id = done(await caller.act(hub, 'RegisterLead', undefined, register(n), `register ${n}`)).id as string
    done(await caller.act(hub, 'ClassifyLead', id, { ip: 'trademark' }, `classify ${n}`))
    done(await caller.act(hub, 'DispatchLead', id, { to: officer.agency, receivedOn: '2026-03-10' }, `dispatch ${n}`))
    done(await caller.act(officer, 'StartVerification', id, { officers: both }, `start ${n}`))
    return id
  }
  /** Which of the two publishes: the other one never does. */
  const holder = async (): Promise<number> => {
    const before = await Promise.all(callers.map((caller) => caller.relayed()))
    for (let n = 0; ; n++) {
      const id = await verified(callers[n % 2]!, 9000 + Math.round(performance.now()))
      await until(async () => (await waiting()) === 0, 10_000)
      const after = await Promise.all(callers.map((caller) => caller.relayed()))
      const found = after.findIndex((count, index) => count > before[index]!)
      if (found >= 0 && id) return found
    }
  }

  beforeAll(async () => {
    dir = mkdtempSync(join(tmpdir(), 'two-'))
    for (const key of ['service', 'vault']) keyFile(join(dir, `${key}.key`))
    instances = await Promise.all(
      ['one', 'other'].map(async (name) => new Instance({ dir: join(dir, name), port: await freePort(), settings })),
    )
    callers = []
    await open(0)
    await open(1)
    database = await mongoose.createConnection(process.env.MONGODB_URI!, { dbName: `${WORLD}-manual` }).asPromise()
  }, TIME)
  afterAll(async () => {
    await Promise.all(instances.map((one) => one.end('SIGTERM')))
    await database.dropDatabase()
    await database.close()
    rmSync(dir, { recursive: true, force: true })
  }, TIME)

  it(
    'keeps one record in order that both hammer, and both give the answers that one gave',
    async () => {
      const id = await verified(callers[0]!, 1)
      const work = times(8, (caller) => times(20, (n) => `${caller}/${n}`))
      const answers = new Map<string, Reply>()
      const began = performance.now()
      await Promise.all(
        work.map(async (keys, n) => {
          for (const key of keys)
            answers.set(key, await callers[n % 2]!.act(officer, 'CollectEvidence', id, evidence(`证据${key}`), key))
        }),
      )
      console.log(`160 acts in ${Math.round(performance.now() - began)} ms`)
      expect([...answers.values()].filter(({ status }) => status >= 300)).toEqual([])
      const [chain, other] = await Promise.all(callers.map((caller) => caller.chain(id)))
      expect(other).toEqual(chain)
      expect(chain!.commits.map(({ seq }) => seq)).toEqual(times(164, (n) => n + 1))
      expect(chainFault(chain!)).toBeUndefined()
      for (const [n, keys] of work.entries())
        for (const key of keys.slice(0, 3)) {
          const act = (caller: Caller) => caller.act(officer, 'CollectEvidence', id, evidence(`证据${key}`), key)
          const again = [await act(callers[n % 2]!), await act(callers[(n + 1) % 2]!)]
          expect(again[1]).toEqual(again[0])
          expect(again[0]!.body.message).toBe(answers.get(key)!.body.message)
        }
      expect((await callers[1]!.chain(id)).commits.length).toBe(164)
      await until(async () => (await waiting()) === 0, 20_000)
      expect((await published(topic)).get(id)).toEqual(times(164, (n) => n + 1))
    },
    TIME,
  )

  it(
    'makes one record of one request that reaches both at once, and shows in one what the other wrote',
    async () => {
      const replies = await Promise.all(
        callers.map((caller) => caller.act(hub, 'RegisterLead', undefined, register(2), 'the same')),
      )
      const [one, other] = replies.map((reply) => done(reply).id as string)
      expect(other).toBe(one)
      const shown = async (caller: number) =>
        (await callers[caller]!.request('GET', `/api/intake/lead/${one}`, { actor: hub })).body
      expect(await shown(1)).toMatchObject({ state: 'RECEIVED' })
      done(await callers[0]!.act(hub, 'ClassifyLead', one, { ip: 'trademark' }, 'classify two'))
      expect(await shown(1)).toMatchObject({ state: 'CLASSIFIED' })
      done(
        await callers[1]!.act(hub, 'DispatchLead', one, { to: officer.agency, receivedOn: '2026-03-10' }, 'send two'),
      )
      const late = await callers[0]!.act(hub, 'ClassifyLead', one, { ip: 'trademark' }, 'classify again')
      expect([late.status, late.body.code]).toEqual([403, 'FORBIDDEN'])
      expect(await shown(0)).toMatchObject({ state: 'DISPATCHED' })
      done(await callers[0]!.act(officer, 'StartVerification', one, { officers: both }, 'start two'))
      done(await callers[1]!.act(officer, 'CollectEvidence', one, evidence('证据'), 'collect two'))
    },
    TIME,
  )

  it(
    'lets a clock lapse once that both find due',
    async () => {
      const ids = await Promise.all(times(5, (n) => verified(callers[n % 2]!, 10 + n)))
      for (const caller of callers) await caller.operator('POST', '/part/set', { to: '2026-06-01T00:00' })
      const more = async (caller: Caller) => {
        while ((await caller.operator('POST', '/part/fire', { to: '2026-06-01T00:00' })).body.fired);
      }
      await Promise.all(callers.map(more))
      for (const id of ids) {
        const { commits } = await callers[0]!.chain(id)
        const lapses = commits.filter(({ sections }) => sections.header?.text.includes('CLK-VERIFY'))
        expect([id, lapses.length]).toEqual([id, 1])
      }
    },
    TIME,
  )

  const load = (targets: readonly number[], ids: readonly string[], name: string) => {
    let on = true
    let count = 0
    const running = ids.map(async (id, at) => {
      for (let n = 0; on; n++) {
        const caller = callers[targets[(at + n) % targets.length]!]!
        const key = `${name} ${at}/${n}`
        await caller.act(officer, 'CollectEvidence', id, evidence(key), key).then(
          ({ status }) => status < 300 && (count += 1),
          () => {},
        )
      }
    })
    const stop = async () => {
      on = false
      await Promise.all(running)
    }
    return { stop, count: () => count }
  }

  /** Each record's commits stand in the topic one after the other from where each comes first, none missing. */
  const inOrder = async (ids: readonly string[]): Promise<number> => {
    const topics = await published(topic)
    let again = 0
    for (const id of ids) {
      const { commits } = await callers[0]!.chain(id)
      expect(chainFault(await callers[1]!.chain(id))).toBeUndefined()
      const had = topics.get(id) ?? []
      expect([id, [...new Set(had)]]).toEqual([id, commits.map(({ seq }) => seq)])
      again += had.length - new Set(had).size
    }
    return again
  }

  it(
    'goes on within ten seconds when the one that publishes is killed',
    async () => {
      const ids = await Promise.all(times(4, (n) => verified(callers[n % 2]!, 20 + n)))
      const killed = await holder()
      const left = 1 - killed
      const working = load([0, 1], ids, 'killed')
      await until(() => working.count() > 20, 60_000)
      await instances[killed]!.end('SIGKILL')
      const at = performance.now()
      const before = await callers[left]!.relayed()
      await until(async () => (await callers[left]!.relayed()) > before, 30_000)
      const taken = performance.now() - at
      console.log(`taken over after ${Math.round(taken)} ms`)
      await pause(1000)
      await working.stop()
      expect(taken).toBeLessThan(10_000)
      await until(async () => (await waiting()) === 0, 20_000)
      await open(killed)
      console.log(`${await inOrder(ids)} published twice`)
    },
    TIME,
  )

  it(
    'publishes nothing out of order when the one that publishes sleeps and wakes',
    async () => {
      const ids = await Promise.all(times(4, (n) => verified(callers[n % 2]!, 30 + n)))
      const asleep = await holder()
      const awake = 1 - asleep
      const working = load([0, 1], ids, 'slept')
      const more = load([awake], ids, 'awake')
      await until(() => working.count() > 20, 60_000)
      instances[asleep]!.sleep()
      const before = await callers[awake]!.relayed()
      await pause(15_000)
      expect(await callers[awake]!.relayed()).toBeGreaterThan(before)
      instances[asleep]!.wake()
      await pause(3000)
      await Promise.all([working.stop(), more.stop()])
      await until(async () => (await waiting()) === 0, 20_000)
      console.log(`${await inOrder(ids)} published twice`)
    },
    TIME,
  )
})
