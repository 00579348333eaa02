import { setTimeout as pause } from 'node:timers/promises'
import type { ViewState, WorldCounters } from '#kernel/world'
import type { House, WorldFace } from './house.js'
import { prometheusText, type Labels, type Metric, type Sample } from './prometheus.js'
import type { Requests } from './requests.js'

/** A world as it stood when it was asked. */
interface Seen {
  world: string
  counters: WorldCounters
  /** The group of each record that stands still. */
  parked: readonly string[]
  views: readonly ViewState[]
  /** Of each service with records, where the portal runs here and its lists are whole. */
  clocks: readonly { service: string; open: number; breached: number }[]
}

const clocksOf = async (world: WorldFace, services: House['services']): Promise<Seen['clocks']> => {
  const table = world.view('portal', 'records')
  const folding = world.views().some(({ service, name, whole }) => service === 'portal' && name === 'records' && !whole)
  if (!table || folding) return []
  const keeping = services.filter(({ records }) => records.length)
  return Promise.all(
    keeping.map(async ({ name, records }) => {
      const open = { kind: { $in: records.map(({ record }) => record.kind) }, open: { $gt: 0 } }
      return { service: name, open: await table.sum(open, 'open'), breached: await table.sum(open, 'breached') }
    }),
  )
}

const seenIn = async (world: WorldFace, { services }: House): Promise<Seen> => ({
  world: world.name,
  counters: await world.counters(),
  parked: (await world.parked()).map(({ group }) => group),
  views: world.views(),
  clocks: await clocksOf(world, services),
})

/** How a metric is read off a world: the series of one world each. */
interface Gauge extends Omit<Metric, 'samples'> {
  of: (seen: Seen) => { labels?: Labels; value: number }[]
}

type InService = WorldCounters['services'][string]
const perService =
  (read: (service: InService) => number): Gauge['of'] =>
  ({ counters }) =>
    Object.entries(counters.services).map(([service, one]) => ({ labels: { service }, value: read(one) }))

type InGroup = WorldCounters['bus']['groups'][string]
const perGroup =
  (read: (group: InGroup, name: string, seen: Seen) => number): Gauge['of'] =>
  (seen) =>
    Object.entries(seen.counters.bus.groups).map(([group, one]) => ({
      labels: { group },
      value: read(one, group, seen),
    }))

const lags: Gauge['of'] = ({ counters: { bus } }) =>
  Object.entries(bus.groups).flatMap(([group, { taken }]) =>
    Object.entries(taken).map(([topic, n]) => ({
      labels: { group, topic },
      value: Math.max(0, (bus.topics[topic] ?? 0) - n),
    })),
  )

const OF_WORLDS: readonly Gauge[] = [
  {
    name: 'liandun_inputs_in_flight',
    type: 'gauge',
    help: 'Inputs of a service that have begun and not ended.',
    of: perService(({ inFlight }) => inFlight),
  },
  {
    name: 'liandun_relay_lag_commits',
    type: 'gauge',
    help: 'Commits of a service that are not published yet.',
    of: perService(({ relayLag }) => relayLag),
  },
  {
    name: 'liandun_relayed_commits_total',
    type: 'counter',
    help: 'Commits that this process has published.',
    of: perService(({ relayed }) => relayed),
  },
  {
    name: 'liandun_consumer_lag_envelopes',
    type: 'gauge',
    help: 'Envelopes of a topic that a group is not done with.',
    of: lags,
  },
  {
    name: 'liandun_consumed_envelopes_total',
    type: 'counter',
    help: 'Envelopes that this process has handled for a group.',
    of: perGroup(({ handled }) => handled),
  },
  {
    name: 'liandun_consumer_retries_total',
    type: 'counter',
    help: 'Tries after the first, of envelopes that failed.',
    of: perGroup(({ retried }) => retried),
  },
  {
    name: 'liandun_parked_records',
    type: 'gauge',
    help: 'Records that stand still for a group until they are redriven.',
    of: perGroup((_, name, { parked }) => parked.filter((group) => group === name).length),
  },
  {
    name: 'liandun_parked_envelopes',
    type: 'gauge',
    help: 'Envelopes that wait behind one that failed for good.',
    of: perGroup(({ parked }) => parked),
  },
  {
    name: 'liandun_stuck_records',
    type: 'gauge',
    help: 'Records whose lapse could not be written.',
    of: ({ counters }) => [{ value: counters.stuck }],
  },
  {
    name: 'liandun_view_folding',
    type: 'gauge',
    help: 'Whether a view is being folded anew: 1 until all its rows are there.',
    of: ({ views }) =>
      views.map(({ service, name, whole }) => ({ labels: { service, view: name }, value: whole ? 0 : 1 })),
  },
  {
    name: 'liandun_clocks_open',
    type: 'gauge',
    help: 'Clocks that still ask for something, the breached ones included; the portal tells.',
    of: ({ clocks }) => clocks.map(({ service, open }) => ({ labels: { service }, value: open })),
  },
  {
    name: 'liandun_clocks_breached',
    type: 'gauge',
    help: 'Clocks whose duty is overdue and not done; the portal tells.',
    of: ({ clocks }) => clocks.map(({ service, breached }) => ({ labels: { service }, value: breached })),
  },
]

const inWorlds = ({ name, type, help, of }: Gauge, worlds: readonly Seen[]): Metric => ({
  ...{ name, type, help },
  samples: worlds.flatMap((seen) =>
    of(seen).map(({ labels, value }): Sample => ({ labels: { world: seen.world, ...labels }, value })),
  ),
})

const single = (type: Metric['type'], name: string, help: string, value: number): Metric => ({
  ...{ name, type, help },
  samples: [{ value }],
})

const ofProcess = (): Metric[] => {
  const { rss, heapUsed } = process.memoryUsage()
  const { user, system } = process.cpuUsage()
  return [
    single('gauge', 'process_resident_memory_bytes', 'Memory of the process.', rss),
    single('gauge', 'nodejs_heap_size_used_bytes', 'Memory of its objects.', heapUsed),
    single('counter', 'process_cpu_seconds_total', 'Time on processors.', (user + system) / 1e6),
    single('gauge', 'process_uptime_seconds', 'Time since the start.', Number(process.uptime().toFixed(1))),
  ]
}

/** A server that is away keeps nobody from telling the rest. */
const MOST_MS = 5000

const inTime = <T>(asked: Promise<T>): Promise<T | undefined> =>
  Promise.race([asked.catch(() => undefined), pause(MOST_MS, undefined, { ref: false })])

const up = (names: readonly string[], seen: readonly unknown[]): Metric => ({
  name: 'liandun_world_up',
  type: 'gauge',
  help: 'Whether a world could be asked: 0 while a server it stands on does not answer.',
  samples: names.map((world, n) => ({ labels: { world }, value: seen[n] === undefined ? 0 : 1 })),
})

/**
 * What there is to watch, of this process and of the worlds that are open in it. Labels are names of services, groups, routes and worlds:
 * nothing of any matter or person.
 */
export const metricsText = async (requests: Requests, house: House): Promise<string> => {
  const names = house.worlds.names()
  const seen = await Promise.all(names.map((name) => inTime(seenIn(house.worlds.named(name)!, house))))
  const worlds = seen.filter((one) => one !== undefined)
  return prometheusText([
    ...ofProcess(),
    ...requests.metrics(),
    up(names, seen),
    ...OF_WORLDS.map((gauge) => inWorlds(gauge, worlds)),
  ])
}
