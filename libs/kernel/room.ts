import type { Bus, DueRow, Records, StoredCommit, Time, ViewTable } from '#ports'
import type { Rules } from '#rules'
import { unseal } from './commit.js'
import { Desk } from './desk.js'
import { kitOf, type RecordKit } from './kit.js'
import { lookUp } from './lookup.js'
import { projector } from './project.js'
import { reactor, topicsOf } from './react.js'
import { envelopeOf, Relay } from './relay.js'
import type { Service } from './service.js'
import type { WorldOptions } from './world.js'

/** One service at work: its desk, its relay, its views. */
export interface Room {
  service: Service
  kits: ReadonlyMap<string, RecordKit>
  desk: Desk
  relay: Relay
  records: Records
  tables: ReadonlyMap<string, ViewTable>
  projectors: readonly ReturnType<typeof projector>[]
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
  const relay = new Relay(records, ports.bus, told.failed)
  const projectors = service.views.map((view) => projector(view, views))
  const tables = new Map(service.views.map((view, index) => [view.name, projectors[index]!.table]))
  const sources = {
    head: (kind: string, id: string) => desk.peek(kind, id),
    view: (name: string) => tables.get(name),
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
  return { service, kits, desk, relay, records, tables, projectors, ranUnder: views.table('rules') }
}

/** Subscribes the reactions and views of a service. */
export const listen = async ({ service, desk, projectors }: Room, bus: Bus): Promise<void> => {
  const { react, concerns } = reactor(service, desk)
  const reacting = service.reactions.length ? [bus.subscribe(service.name, topicsOf(service), react, concerns)] : []
  const viewing = service.views.map((view, index) =>
    bus.subscribe(`${service.name}:${view.name}`, view.topics, projectors[index]!.apply, projectors[index]!.concerns),
  )
  await Promise.all([...reacting, ...viewing])
}

/** Publishes what an earlier process committed and did not mark. */
export const recover = async ({ kits, records, desk, relay }: Room, time: Time): Promise<void> => {
  await relay.recover(async (stored) => {
    const { kind, record, seq } = stored
    const chain = await records.chain(record)
    const after = chain.filter((one) => one.hasEvents && one.seq < seq).at(-1)?.seq ?? 0
    return envelopeOf(kits.get(kind)!, stored, unseal(stored), after, (await desk.peek(kind, record))!, time.now())
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
