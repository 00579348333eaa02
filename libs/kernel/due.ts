import type { LapseRef } from './commit.js'
import { lapseName, type Head } from './head.js'
import type { Instant } from './instant.js'
import { stateAt, type Clock } from './ledger.js'

/** A lapse that follows from the facts. */
export interface Coming extends LapseRef {
  due: string
}

/** Every lapse of a clock: of earlier courses, which stand, and the one to come. */
const lapsesOf = (clock: Clock, floor: Instant | undefined): Coming[] => {
  const { id, key, due = '' } = clock
  const all: Coming[] = (clock.earlier ?? []).map((one) => ({ clock: id, key, due: one.due, at: one.at }))
  const { lapseAt } = floored(clock, floor)
  if (lapseAt !== undefined) all.push({ clock: id, key, due, at: lapseAt })
  return all
}

const floored = (clock: Clock, floor: Instant | undefined): Clock =>
  floor !== undefined && clock.lapseAt !== undefined && clock.lapseAt < floor ? { ...clock, lapseAt: floor } : clock

const floorOf = (head: Head, clock: Clock): Instant | undefined => head.floors[`${clock.id}|${clock.key}`]

const byInstant = (a: Coming, b: Coming): number =>
  a.at !== b.at ? (a.at < b.at ? -1 : 1) : lapseName(a) < lapseName(b) ? -1 : 1

/**
 * Lapses that follow and are not written, earliest first; at one instant by clock and key. The n-th lapse of a clock is written when n
 * are: rules that end the clock at another moment do not make a second lapse of one that was.
 */
const reckoned = (head: Head): Coming[] =>
  head.clocks
    .flatMap((clock) => {
      const all = lapsesOf(clock, floorOf(head, clock))
      if (!all.length) return all
      return all.slice(head.lapses.filter((lapse) => lapse.clock === clock.id && lapse.key === clock.key).length)
    })
    .sort(byInstant)

const known = new WeakMap<Head, readonly Coming[]>()

/** Asked of every head before and after each input; a head never changes. */
const unwritten = (head: Head): readonly Coming[] => {
  const found = known.get(head) ?? reckoned(head)
  known.set(head, found)
  return found
}

/** Lapses that have come by `now` and are not written. */
export const dueLapses = (head: Head, now: Instant): Coming[] => unwritten(head).filter((lapse) => lapse.at <= now)

/** What the clock index holds for the record: lapses to come. */
export const dueRows = (head: Head): { clock: string; key: string; at: string }[] =>
  unwritten(head).map(({ clock, key, at }) => ({ clock, key, at }))

/** Whether both leave the same in the clock index. */
export const sameDue = (a: Head, b: Head): boolean => {
  const [rows, others] = [unwritten(a), unwritten(b)]
  return (
    rows.length === others.length &&
    rows.every(({ clock, key, at }, n) => clock === others[n]!.clock && key === others[n]!.key && at === others[n]!.at)
  )
}

/** Clocks as they stand at an instant. */
export const clocksAt = (head: Head, now: Instant): Clock[] =>
  head.clocks.map((clock) => stateAt(floored(clock, floorOf(head, clock)), now))
