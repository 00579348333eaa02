import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Instant } from '#kernel'
import { loadRules } from '#rules'
import { FiveProcesses } from '../five-processes.js'
import { dropScratch, scratchDir } from '../scratch.js'
import { Audit } from './audit.js'
import { SharedClock, sharedTime } from './clock.js'
import { FarDoors } from './far-doors.js'
import { checkShares, PEOPLE } from './load.js'
import { Rounds } from './rounds.js'
import { SERVERS, troublesOf, type House, type Server, type Trouble } from './troubles.js'
import { Wire } from './wire.js'

/** Five processes on real servers, with a line between them that can be broken; all of it ends with this process. */
const BEGIN: Instant = '2025-01-06T09:00:00.000+08:00'
/** The calendars that are loaded end with the year after. */
const DAYS = 700
const DAY_MS = 86_400_000
/** Of the wall, for one round. */
const ROUND_MS = 25_000
const FASTEST = 86_400
/** From so many faults on, pauses last up to a minute. */
const LONG_RUN = 100

export interface Sum {
  counts: Record<string, number | string>
  violations: string[]
  faults: number
}

interface Started {
  servers: Record<(typeof SERVERS)[number], Server>
  missing: { reason: string }[]
  dir: string
  stop: () => Promise<void>
}

const startServers = async (): Promise<Started> => {
  const from = new URL('../../../tools/servers/index.mjs', import.meta.url).href
  const { startServers: start } = (await import(from)) as { startServers: (how: object) => Promise<Started> }
  for (const name of ['MONGODB_URI', 'KAFKA_BROKERS', 'REDIS_URL']) delete process.env[name]
  const started = await start({ by: 'local', install: true, say: console.log })
  if (!started.missing.length) return started
  await started.stop()
  throw new Error(started.missing.map(({ reason }) => reason).join('\n'))
}

const portOf = (url: string): number => Number(/:(\d+)(\/|$)/.exec(url)![1])

const wiresTo = async (servers: Started['servers']): Promise<House['wires']> => {
  const wires = { mongodb: new Wire(), kafka: new Wire(), redis: new Wire() }
  for (const name of SERVERS) {
    wires[name].target = portOf(servers[name].url)
    await wires[name].open()
  }
  return wires
}

/** Kafka tells its clients where it is: on the line. */
const advertise = async ({ dir, servers: { kafka } }: Started, port: number): Promise<void> => {
  const file = join(dir, 'kafka.properties')
  const said = readFileSync(file, 'utf8')
  writeFileSync(file, said.replace(/^(advertised\.listeners=PLAINTEXT:\/\/127\.0\.0\.1:)\d+/m, `$1${port}`))
  process.kill(kafka.pid, 'SIGKILL')
  await kafka.restart()
}

const drawing = (seed: number) => {
  let state = (seed * 2_654_435_761 + 1) >>> 0
  return (n: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * n)
  }
}

/** Every trouble in an order that is drawn, then again. */
const dealt = function* (troubles: readonly Trouble[], draw: (n: number) => number): Generator<Trouble, never> {
  for (;;) {
    const deck = [...troubles]
    while (deck.length) yield deck.splice(draw(deck.length), 1)[0]!
  }
}

const settingsOf = (wires: House['wires'], world: string, clock: string) => ({
  MONGODB_URI: `mongodb://127.0.0.1:${wires.mongodb.port}/?directConnection=true`,
  KAFKA_BROKERS: `127.0.0.1:${wires.kafka.port}`,
  REDIS_URL: `redis://127.0.0.1:${wires.redis.port}`,
  TIME: 'system',
  TOKEN_MINUTES: '720',
  WORLD: world,
  CLOCK_FILE: clock,
})

const only = process.env.ONLY

const play = async (house: House, dir: string, world: string, { faults, seed }: { faults: number; seed: number }) => {
  const { five, servers, wires } = house
  const clockFile = join(dir, 'clock.json')
  const clock = new SharedClock(clockFile, BEGIN)
  await five.start()
  const rules = loadRules().withPeople(PEOPLE)
  checkShares(rules)
  const audit = await Audit.open({
    mongo: servers.mongodb.url,
    brokers: [`127.0.0.1:${wires.kafka.port}`],
    redis: servers.redis.url,
    world: `${world}-live`,
    vaultKeyFile: join(dir, 'vault.key'),
    key: five.key,
    rules,
    time: sharedTime(clockFile),
  })
  const doors = new FarDoors(five.baseUrl, five.operatorToken, () => audit.world.view('portal', 'records')!)
  const draw = drawing(seed)
  const pace = Math.min(FASTEST, (DAYS * DAY_MS) / (faults * ROUND_MS))
  const longestMs = faults >= LONG_RUN ? 60_000 : 10_000
  const rounds = new Rounds({ five, doors, audit, clock, pace, longestMs, draw })
  const troubles = troublesOf(house).filter(({ name }) => only === undefined || name.includes(only))
  const deal = dealt(troubles, draw)
  try {
    for (let n = 1; n <= faults; n += 1) {
      const trouble = deal.next().value
      const began = performance.now()
      await rounds.meet(trouble)
      const seconds = ((performance.now() - began) / 1000).toFixed(1)
      process.stderr.write(`${n} of ${faults}: ${trouble.name}, ${seconds} s, ${rounds.violations.length} violations\n`)
    }
    return {
      rounds,
      doors,
      found: await audit.whole(
        rounds.said.map((line) => line.split(' ')),
        BEGIN,
      ),
    }
  } finally {
    await audit.close()
  }
}

const kindOf = (name: string): string => name.split(/ (?:to )?/)[0]!

const sumOf = ({ rounds, doors, found }: Awaited<ReturnType<typeof play>>): Sum => {
  const kinds: Record<string, number> = {}
  for (const [name, n] of rounds.met) kinds[`  ${kindOf(name)}`] = (kinds[`  ${kindOf(name)}`] ?? 0) + n
  const violations = [...rounds.violations, ...found.violations]
  const faults = [...rounds.met.values()].reduce((sum, n) => sum + n, 0)
  const counts = {
    faults,
    ...kinds,
    ...found.counts,
    'acts sent again': doors.again,
    'longest way to rest': `${(rounds.longestRestMs / 1000).toFixed(1)} s`,
  }
  return { counts, violations, faults }
}

/** Breaks one thing after the other while people work, and looks at everything in the end. */
export const distributedFaults = async (faults: number, seed: number): Promise<Sum> => {
  const started = await startServers()
  const dir = scratchDir('faults')
  const world = 'faults'
  try {
    const wires = await wiresTo(started.servers)
    await advertise(started, wires.kafka.port)
    const settings = settingsOf(wires, world, join(dir, 'clock.json'))
    const five = new FiveProcesses(dir, settings, 'dist/tools/faults/hurried-process.js')
    const house: House = { five, servers: started.servers, wires }
    try {
      return sumOf(await play(house, dir, world, { faults, seed }))
    } finally {
      await five.stop()
      for (const wire of Object.values(wires)) wire.close()
    }
  } finally {
    await started.stop()
    dropScratch(dir)
  }
}
