import type { NormalRow, Service, Title } from '#kernel'
import type { Rules } from '#rules'
import { rowOf } from './explain.js'
import { heldWords } from './held-words.js'
import { oncePer } from './once.js'
import { awaitedEvents, waitsOf, type Peer, type Standing, type Wait, type Waited } from './waits.js'

/** A clock as lists and records show it. */
export interface HeldClock extends Waited {
  id: string
  start: string
  due?: string
  pausedSince?: string
  pausedUntil?: string
  lapseAt?: string
}

/** Who has it in hand, since when and until when; nobody where the clock runs by itself or asks for nothing more. */
export interface Held {
  /** The steps it waits for: those that end it, or that start it again, or that it has opened. */
  waitsFor: readonly Wait[]
  heldBy: readonly { agency: string; name: Title }[]
  since?: string
  until?: string
  says: Title
}

const union = (waits: readonly Wait[]): string[] => [...new Set(waits.flatMap(({ agencies }) => agencies))]
const among = (all: readonly string[], some: readonly string[]): readonly string[] => {
  const both = all.filter((one) => some.includes(one))
  return both.length ? both : all
}

const PARTY_OF = 'party:'
const isParty = (code: string): boolean => code.startsWith(PARTY_OF)

/** Parties who may take every one of the steps themselves: then it is theirs, though an agency may enter it for them. */
const partiesOf = (waits: readonly Wait[]): readonly string[] =>
  waits.every(({ agencies }) => agencies.some(isParty)) ? union(waits).filter(isParty) : []

/** Those who can act now, else those who can act at all; parties first where it is theirs, then the holder of the record. */
const ownHolders = (waits: readonly Wait[], holder: readonly string[]): readonly string[] => {
  const now = waits.filter((one) => one.now && one.agencies.length)
  const able = now.length ? now : waits
  const parties = partiesOf(able)
  return parties.length ? parties : among(union(able), holder)
}

/**
 * While another record holds the matter: whoever alone can give it back now, else whoever has that record in hand. Empty where that is
 * the holder of this one: then the matter waits for its own acts.
 */
const otherHolders = (waits: readonly Wait[], { peers, roles }: Standing): readonly string[] => {
  const own = (code: string): boolean => roles.holder?.includes(code) ?? false
  const elsewhere = waits.filter(({ on }) => on?.record !== undefined)
  const peer = peers.findLast(({ id }) => elsewhere.some(({ on }) => on!.record === id))
  const hand = (peer?.roles.holder ?? []).filter((code) => !own(code))
  const theirs = union(elsewhere.filter(({ now, agencies }) => now && !agencies.some(own)))
  return theirs.length ? among(theirs, hand) : hand
}

const heldBy = (waits: readonly Wait[], clock: HeldClock, standing: Standing): readonly string[] => {
  const others = clock.state === 'paused' ? otherHolders(waits, standing) : []
  return others.length ? others : ownHolders(waits, standing.roles.holder ?? [])
}

/** Since when it has been as it is. */
const since = ({ state, start, pausedSince, lapseAt, stoppedAt }: HeldClock): string | undefined => {
  if (stoppedAt !== undefined) return stoppedAt
  return state === 'paused' ? pausedSince : state === 'running' ? start : lapseAt
}

const until = ({ state, due, pausedUntil, stoppedAt }: HeldClock): string | undefined => {
  if (stoppedAt !== undefined) return undefined
  return state === 'running' ? due : state === 'paused' ? pausedUntil : undefined
}

const PARTY: Title = { zh: '当事人', en: 'the party' }

export const nameOf = (rules: Pick<Rules, 'agency'>, code: string): Title =>
  rules.agency(code)?.name ?? (isParty(code) ? PARTY : { zh: code, en: code })

/** The clocks of the same kind of record whose lapse gives one of the events. */
const clocksGiving = (rules: Rules, kind: string, own: string, events: readonly string[]): Title[] => {
  const rows = rules
    .clockRows(kind)
    .filter(({ id, lapse }) => id !== own && lapse.event && events.includes(lapse.event))
  return [...new Map(rows.map(({ id, title }) => [id, title])).values()]
}

/** Says of a clock what it waits for, who holds it and until when. Made once from the manifests and the rules. */
export const heldOf = (services: readonly Service[], rules: Rules) => {
  const waits = waitsOf(services, rules)
  const events = new Map(
    services.flatMap(({ records }) =>
      records.flatMap(({ record }) =>
        record.events.map(({ type, title }) => [`${record.kind} ${type}`, title] as const),
      ),
    ),
  )
  const held = (row: NormalRow, clock: HeldClock, standing: Standing): Held => {
    const awaited = awaitedEvents(row, clock)
    const waitsFor = waits(awaited, standing)
    const holders = heldBy(waitsFor, clock, standing).map((agency) => ({ agency, name: nameOf(rules, agency) }))
    const told = { waitsFor, heldBy: holders, since: since(clock), until: until(clock) }
    const says = heldWords(row, clock, {
      ...told,
      opens: waits(
        row.opens.map(({ event }) => event),
        standing,
      ),
      pausedFor: (clock.pausedBy ?? []).flatMap((type) => events.get(`${standing.kind} ${type}`) ?? []),
      byItself: clocksGiving(rules, standing.kind, clock.id, awaited),
    })
    return { ...told, says }
  }
  const nothing: Held = { waitsFor: [], heldBy: [], says: { zh: '', en: '' } }
  return {
    held: (clock: HeldClock, standing: Standing): Held => {
      const row = rowOf(rules, standing.kind, clock)
      return row ? held(row, clock, standing) : nothing
    },
    /** Whether a clock is somebody's: whether one of the steps that end it is, whatever has become of it. */
    concerns: (clock: HeldClock, standing: Standing, who: string): boolean => {
      const row = rowOf(rules, standing.kind, clock)
      const stops = row?.stops.map(({ event }) => event) ?? []
      return waits(stops, standing).some(({ on, agencies }) => on === undefined && agencies.includes(who))
    },
  }
}

/** What a party is told of a clock of its own: the steps that are its own, and until when. */
export const ownWaits = ({ waitsFor, until: end }: Held, self: string): Pick<Held, 'waitsFor' | 'until'> => ({
  waitsFor: waitsFor
    .filter(({ on, agencies }) => on === undefined && agencies.includes(self))
    .map((wait) => ({ ...wait, agencies: [self] })),
  until: end,
})

export type HeldOf = ReturnType<typeof heldOf>
export type { Peer, Standing }

/** The same, kept per rules: worlds may differ in their switches. */
export const heldPerRules = (services: readonly Service[]): ((rules: Rules) => HeldOf) =>
  oncePer((rules) => heldOf(services, rules))
