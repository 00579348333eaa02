import { party, type Actor } from '#kernel'
import type { Agency, Rules } from '#rules'

/** What policy asks of the rules. */
export type City = Pick<Rules, 'agencies' | 'agency' | 'superiorOf' | 'may'>

/** Rights to read a kind of record without a role in it (R-PLT-05, the ○ of rulebook 8.2; joint actions: the office that assigns them). */
const READERS: readonly { record: string; right: string }[] = [
  { record: 'intake/administrative-case', right: 'read-penalty' },
  { record: 'routing/transfer', right: 'read-transfer' },
  { record: 'routing/joint-action', right: 'approve-joint-action' },
  { record: 'credit/listing', right: 'read-credit' },
  { record: 'credit/publicity', right: 'read-credit' },
]

/** Whom a person stands for, and whose records the person may know. */
export interface Reach {
  /** Role values that are this person: the agency, or the subject acted for. */
  self: readonly string[]
  /** Role values that make a record known: oneself and the agencies one level below. */
  known: ReadonlySet<string>
  /** Agencies whose records of some kinds are read without a role. */
  read: ReadonlyMap<string, ReadonlySet<string>>
}

export const isOutside = (agency: Agency): boolean => agency.level === 'outside'

const NOBODY: Reach = { self: [], known: new Set(), read: new Map() }

/** Readers read their own region and those within it: a county its own, a city its counties (GB/T 2260: two digits a level). */
const within = (reader: Agency, city: City): ReadonlySet<string> => {
  const prefix = reader.region.replace(/(00)+$/, '')
  return new Set(city.agencies.filter((one) => one.region.startsWith(prefix)).map((one) => one.code))
}

const readOf = (agency: Agency, city: City): Map<string, ReadonlySet<string>> =>
  new Map(
    READERS.filter(({ right }) => city.may(agency.code, right)).map(({ record }) => [record, within(agency, city)]),
  )

const reachOfAgency = (agency: Agency, city: City): Reach => {
  const below = city.agencies.filter((one) => city.superiorOf(one.code)?.code === agency.code).map((one) => one.code)
  return { self: [agency.code], known: new Set([agency.code, ...below]), read: readOf(agency, city) }
}

const reaches = new WeakMap<City, Map<string, Reach>>()

/** The reach of an actor. An unknown agency reaches nothing; an outside user reaches what names the subject acted for. */
export const reachOf = (actor: Actor, city: City): Reach => {
  const agency = city.agency(actor.agency)
  if (!agency) return NOBODY
  const self = party(actor.subject)
  if (isOutside(agency)) return self ? { self: [self], known: new Set([self]), read: new Map() } : NOBODY
  const kept = reaches.get(city) ?? new Map<string, Reach>()
  reaches.set(city, kept)
  const found = kept.get(agency.code) ?? reachOfAgency(agency, city)
  kept.set(agency.code, found)
  return found
}
