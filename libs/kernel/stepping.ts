import type { Time } from '#ports'
import type { Instant } from './instant.js'
import type { Room } from './room.js'

const busy = (rooms: readonly Room[]): boolean => rooms.some(({ desk, relay }) => desk.inFlight > 0 || !relay.idle)

/** Nothing in flight and two looks alike. */
export const quiet = async (rooms: readonly Room[]): Promise<void> => {
  for (let still = 0; still < 2;) {
    await new Promise((resolve) => setImmediate(resolve))
    still = busy(rooms) ? 0 : still + 1
  }
}

const earliest = async (rooms: readonly Room[]): Promise<{ room: Room; at: Instant } | undefined> => {
  let first: { room: Room; at: Instant } | undefined
  for (const room of rooms) {
    const row = await room.records.earliest()
    if (row && (!first || row.at < first.at)) first = { room, at: row.at }
  }
  return first
}

/** Writes the first lapse of a room at an instant. @throws when the clock table names one that the record does not know. */
const fire = async ({ records, desk }: Room, at: Instant): Promise<void> => {
  const [row] = await records.due(at, 1)
  if (row && (await desk.lapse(row.record, row.kind)) === 0)
    throw new Error(`${row.record}: ${row.clock} does not lapse at ${row.at}`)
}

/**
 * Moves manual time in steps: to the instant of the earliest lapse, which is written and left to work until quiet, and so on; then to `to`.
 * The same steps for one process and for several.
 * @throws when time is not manual.
 */
export const advance = async (rooms: readonly Room[], time: Time, to: Instant): Promise<void> => {
  if (!time.set) throw new Error('time is not manual')
  for (;;) {
    await quiet(rooms)
    const next = await earliest(rooms)
    if (!next || next.at > to) break
    if (next.at > time.now()) time.set(next.at)
    await fire(next.room, next.at)
  }
  if (to > time.now()) time.set(to)
}
