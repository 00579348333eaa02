import { loadRules } from '#rules'
import { filing } from '../filing.js'
import { quantile } from '../load.js'
import { documentsOf, kafkaCeiling, mongoCeiling, type Ceiling, type Sizes } from './ceilings.js'
import { Flow, type Flowed } from './flow.js'
import { Parts } from './parts.js'
import type { Wish } from './protocol.js'
import { dropWorld, withServers } from './servers.js'

const CALLERS = Number(process.env.CALLERS ?? 128)
const SECONDS = Number(process.env.SECONDS ?? 12)
const WIDTH = 4 * CALLERS

/** The portal stands first, so that its rows are watched before the first command. */
const HOUSE = {
  module: 'distributed/house',
  processes: [['portal'], ['intake'], ['routing'], ['mediation'], ['credit']],
}
const NAIVE = { module: 'peers/naive/part', processes: [['portal'], ['intake']] }

const row = (name: string, value: string): void => console.log(`${name.padEnd(58)}${value.padStart(16)}`)
const whole = (n: number): string => Math.round(n).toLocaleString('en')
const ratio = (n: number): string => n.toFixed(3)
const ends = (sorted: readonly number[]): string => [0.5, 0.99].map((q) => quantile(sorted, q).toFixed(1)).join(' / ')

/** What was told and got over; what was not would not have been seen. */
const complain = ({ failures }: Flowed): void => {
  for (const failure of new Set(failures)) console.error(failure)
}

interface Ran {
  full: Flowed
  half?: Flowed
  messages: number[]
}

/** Warmed up, then as fast as it goes, then at half of that. */
const run = async (
  house: typeof HOUSE,
  wish: Omit<Wish, 'services' | 'atMs' | 'people'> & { instances?: number },
  seconds: { warm: number; full: number; half: number },
): Promise<Ran> => {
  const script = filing(loadRules())
  const parts = await Parts.open({ ...house, ...wish, people: script.people, atMs: script.acts.at(-1)!.atMs })
  try {
    const flow = new Flow(parts, script, WIDTH)
    await flow.closed(CALLERS, seconds.warm)
    const full = await flow.closed(CALLERS, seconds.full)
    const half = seconds.half ? await flow.paced(full.commands / full.seconds / 2, seconds.half) : undefined
    complain(half ?? full)
    return { full, half, messages: (await parts.counts()).flatMap(({ messages }) => messages) }
  } finally {
    await parts.stop()
  }
}

const perSecond = ({ commands, seconds }: Flowed): number => commands / seconds

const micros = (seconds: number, { commands }: Flowed): string =>
  Number.isNaN(seconds) ? '–' : whole((seconds * 1e6) / commands)

const tellFlow = (name: string, { full, half }: Ran): void => {
  row(`${name}: commands per second`, whole(perSecond(full)))
  row('  documents written for them, per second', whole(full.commits / full.seconds))
  row('  of them by reactions', whole(full.reactions / full.seconds))
  row('  CPU per command, µs: its processes', micros(full.cpuSeconds, full))
  row('  CPU per command, µs: the servers', micros(full.serversCpuSeconds, full))
  row('  acknowledgement p50 / p99, ms', ends(full.acks))
  row('  from answer to sight in the portal p50 / p99, ms', ends(full.visible))
  row('  at half of that load, paced, per second', whole(perSecond(half!)))
  row('    acknowledgement p50 / p99, ms', ends(half!.acks))
  row('    from answer to sight p50 / p99, ms (at most 150)', ends(half!.visible))
}

const tellCeiling = (name: string, { single, grouped }: Ceiling): void =>
  row(`${name}: one write per caller · grouped, per second`, `${whole(single)} · ${whole(grouped)}`)

const tellRatios = (ours: Flowed, naive: Flowed, mongo: Ceiling, kafka: Ceiling): void => {
  const commits = ours.commits / ours.seconds
  row('commits to the lower ceiling, one write per caller (0.5)', ratio(commits / Math.min(mongo.single, kafka.single)))
  row('commits to the lower ceiling, grouped', ratio(commits / Math.min(mongo.grouped, kafka.grouped)))
  row('commands to the naive peer (20)', ratio(perSecond(ours) / perSecond(naive)))
}

/** The house in five processes beside what its servers can do at most and beside a naive peer, in one run. */
export const distributed = (): Promise<void> =>
  withServers(async (servers) => {
    const seconds = { warm: SECONDS / 2, full: SECONDS, half: SECONDS }
    const [world, peer] = [`bench${process.pid}`, 'naive']
    const house = await run(HOUSE, { world, partitions: 4, servers }, seconds)
    tellFlow('five processes', house)
    const sizes: Sizes = { documents: await documentsOf(servers, world), messages: house.messages }
    await dropWorld(servers, world)
    const effort = { callers: CALLERS, seconds: SECONDS / 3 }
    const mongo = await mongoCeiling(servers, world, sizes, effort)
    tellCeiling('MongoDB, w: majority, j: true', mongo)
    const kafka = await kafkaCeiling(servers, `${world}.ceiling`, sizes, effort)
    tellCeiling('Kafka, acks all', kafka)
    for (const name of [world, peer]) await dropWorld(servers, name)
    const naive = await run(NAIVE, { world: peer, partitions: 4, servers }, seconds)
    tellFlow('naive peer', naive)
    await dropWorld(servers, peer)
    tellRatios(house.full, naive.full, mongo, kafka)
  })

const INSTANCES = (process.env.INSTANCES ?? '1,2').split(',').map(Number)
const PARTITIONS = (process.env.PARTITIONS ?? '1,4,16').split(',').map(Number)

/** One or two instances of every service, and topics of few or many partitions. */
export const scale = (): Promise<void> =>
  withServers(async (servers) => {
    console.log('instances  partitions  commands/s  CPU µs each       ack p50 / p99     sight p50 / p99')
    for (const instances of INSTANCES)
      for (const partitions of PARTITIONS) {
        const world = `scale${process.pid}-${instances}-${partitions}`
        const seconds = { warm: SECONDS / 4, full: SECONDS / 2, half: 0 }
        const { full } = await run(HOUSE, { world, partitions, servers, instances }, seconds)
        await dropWorld(servers, world)
        const cpu = whole((full.cpuSeconds * 1e6) / full.commands)
        const cells = [instances, partitions, whole(perSecond(full)), cpu, ends(full.acks), ends(full.visible)]
        console.log(cells.map((cell, n) => String(cell).padStart([9, 12, 12, 13, 20, 20][n]!)).join(''))
      }
  })
