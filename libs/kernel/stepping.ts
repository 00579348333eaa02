import type { Bus, Time } from '#ports'
import type { Instant } from './instant.js'
import { isWritten } from './clockwork.js'
import type { Room } from './room.js'

/** What takes part in the steps of manual time: the rooms of one process, here or behind another one's door. */
export interface Part {
  /** What has happened so far, in short: it differs when anything has since. Undefined while something is in flight. */
  settled(): Promise<string | undefined>
  /** Of all lapses that are not written. */
  earliest(): Promise<Instant | undefined>
  set(at: Instant): Promise<void>
  /** Writes the first lapse at an instant; false when there is none. */
  fire(at: Instant): Promise<boolean>
}

const earliestOf = async (rooms: readonly Room[]): Promise<{ room: Room; at: Instant } | undefined> => {
  let first: { room: Room; at: Instant } | undefined
  for (const room of rooms) {
    const row = await room.records.earliest()
    if (row && (!first || row.at < first.at)) first = { room, at: row.at }
  }
  return first
}

const busy = (rooms: readonly Room[]): boolean => rooms.some(({ desk, relay }) => desk.inFlight > 0 || !relay.idle)

/** Undefined while a group here has not had all that its topics hold. */
const taken = async (bus: Bus): Promise<string | undefined> => {
  const { inFlight, topics, groups } = await bus.counters()
  const behind = Object.values(groups).some((group) =>
    Object.entries(group.taken).some(([topic, count]) => count < (topics[topic] ?? 0)),
  )
  return inFlight > 0 || behind ? undefined : JSON.stringify(topics)
}

/** The rooms of this process. */
export const partOf = (rooms: readonly Room[], bus: Bus, time: Time): Part => ({
  settled: async () => {
    await new Promise((resolve) => setImmediate(resolve))
    if (busy(rooms)) return undefined
    const mark = await taken(bus)
    return busy(rooms) ? undefined : mark
  },
  earliest: async () => (await earliestOf(rooms))?.at,
  set: async (at) => {
    if (at > time.now()) time.set!(at)
  },
  fire: async (at) => {
    const first = await earliestOf(rooms)
    if (!first || first.at > at) return false
    const { records, desk } = first.room
    const [row] = await records.due(first.at, 1)
    if (row && (await desk.lapse(row.record, row.kind)) === 0 && !(await isWritten(desk, row)))
      throw new Error(`${row.record}: ${row.clock} does not lapse at ${row.at}`)
    return true
  },
})

/** How the parts looked when they last were quiet. */
const rested = new WeakMap<readonly Part[], string>()

/** Nothing in flight anywhere, and two looks alike; the first of them may be the one that found these parts quiet before. */
export const quiet = async (parts: readonly Part[]): Promise<void> => {
  for (let before = rested.get(parts); ;) {
    const marks = await Promise.all(parts.map((part) => part.settled()))
    const now = marks.includes(undefined) ? undefined : marks.join()
    if (now !== undefined && now === before) return void rested.set(parts, now)
    before = now
  }
}

const first = async (parts: readonly Part[]): Promise<{ part: Part; at: Instant } | undefined> => {
  const all = await Promise.all(parts.map((part) => part.earliest()))
  let found: { part: Part; at: Instant } | undefined
  for (const [n, at] of all.entries()) if (at && (!found || at < found.at)) found = { part: parts[n]!, at }
  return found
}

/**
 * Moves manual time in steps: to the instant of the earliest lapse, which is written and left to work until quiet, and so on; then to `to`,
 * still quiet. The same steps for one process and for several: parts in the order of their services.
 */
export const advance = async (parts: readonly Part[], to: Instant): Promise<void> => {
  for (;;) {
    await quiet(parts)
    const next = await first(parts)
    if (!next || next.at > to) break
    await Promise.all(parts.map((part) => part.set(next.at)))
    await next.part.fire(next.at)
  }
  await Promise.all(parts.map((part) => part.set(to)))
}
