import type { Bus, DueRow, Envelope, Lease, Records, StoredCommit, Time, ViewTable } from '#ports'
import type { Rules } from '#rules'
import { Fault } from './answer.js'
import { unseal } from './commit.js'
import { Desk } from './desk.js'
import { kitOf, type RecordKit } from './kit.js'
import { lookUp } from './lookup.js'
import { Generation } from './generation.js'
import { reactor, topicsOf } from './react.js'
import { envelopeOf, Relay } from './relay.js'
import type { Service } from './service.js'
import { SharedRelay } from './shared-relay.js'
import type { WorldOptions } from './world.js'

/** One service at work: its desk, its relay, its views. */
export interface Room {
  service: Service
  kits: ReadonlyMap<string, RecordKit>
  desk: Desk
  relay: Relay | SharedRelay
  records: Records
  /** Its holder alone relays and looks for what is due. */
  lease: Lease
  generations: readonly Generation[]
  /** What the service keeps of the rules it last ran under. */
  ranUnder: ViewTable
}

export interface Told {
  /** A record came into being; `root` is the message id of the act or lapse that it came from. */
  born: (root: string, stored: StoredCommit) => void
  /** A fault that nobody waits for. */
  failed: (error: unknown) => void
}

export const openRoom = (service: Service, { ports, rules, policy, key }: WorldOptions, told: Told): Room => {
  const { time, vault } = ports
  const [records, views] = [ports.records(service.name), ports.views(service.name)]
  const kits = new Map(service.records.map((entry) => [entry.record.kind, kitOf(entry, rules)]))
  const lease = records.lease()
  const { bus } = ports
  const relay = records.shared
    ? new SharedRelay({
        records,
        bus,
        lease,
        toEnvelope: (stored, after) => written(stored, after),
        failed: told.failed,
      })
    : new Relay(records, bus, told.failed)
  const generations = service.views.map((view) => new Generation(service.name, view, views))
  const sources = {
    head: (kind: string, id: string) => desk.peek(kind, id),
    view: async (name: string) => {
      const found = generations.find(({ view }) => view.name === name)
      await found?.ended
      return found?.projector.table
    },
    same: (one: string, other: string) => vault.same(one, other),
  }
  const desk: Desk = new Desk({
    ...{ kits, records, rules, policy, time, vault, key },
    lookUp: (_kit, step, input, question) => lookUp(sources, step, input, question),
    committed: (stored, head, commit, after) => {
      if (stored.seq === 1) told.born(commit.header.root, stored)
      if (stored.hasEvents) relay.add(envelopeOf(kits.get(stored.kind)!, stored, commit, after, head, time.now()))
    },
  })
  const written = envelopes({ kits, desk }, time)
  return { service, kits, desk, relay, records, lease, generations, ranUnder: views.table('rules') }
}

/** Subscribes the reactions of a service. */
export const listen = async ({ service, desk }: Room, bus: Bus): Promise<void> => {
  const { react, concerns } = reactor(service, desk)
  if (service.reactions.length) await bus.subscribe(service.name, topicsOf(service), react, concerns)
}

/** Envelopes of commits that another process wrote, or an earlier one. */
const envelopes =
  ({ kits, desk }: Pick<Room, 'kits' | 'desk'>, time: Time) =>
  async (stored: StoredCommit, after: number): Promise<Envelope> => {
    const { kind, record, seq } = stored
    const kit = kits.get(kind)
    if (!kit) throw new Fault(`${kind}: this program has no such record`, { retry: false })
    const head = (await desk.peek(kind, record, seq))!
    return envelopeOf(kit, stored, unseal(stored), after, head, time.now())
  }

/** Publishes what an earlier process committed and did not mark; where several write, whoever holds the lease does, from now on. */
export const recover = async (room: Room, time: Time): Promise<void> => {
  const { records, relay } = room
  if (relay instanceof SharedRelay) return relay.start()
  const toEnvelope = envelopes(room, time)
  await relay.recover(async (stored) => {
    const chain = await records.chain(stored.record)
    return toEnvelope(stored, chain.filter((one) => one.hasEvents && one.seq < stored.seq).at(-1)?.seq ?? 0)
  })
}

/** Under other rules than last time every open clock is reckoned again, and each record says what changed. */
export const recompute = async ({ desk, records, ranUnder }: Room, { version }: Rules): Promise<void> => {
  if ((await ranUnder.get('law'))?.version === version) return
  const rows = new Map<string, DueRow[]>()
  for (const row of await records.due('9999', Number.MAX_SAFE_INTEGER))
    rows.set(row.record, [...(rows.get(row.record) ?? []), row])
  for (const [record, due] of rows) await desk.recompute(record, due[0]!.kind, due)
  await ranUnder.apply([{ id: 'law', row: { id: 'law', version } }])
}
