import type { Instant } from '#kernel'
import { openStoryHouse } from '../tools/story-house.js'

/** Opens the house over a directory at an instant, says how soon and with how much memory, and ends: `ready DIR INSTANT`. */
const [dir = '', at = ''] = process.argv.slice(2)
const house = await openStoryHouse({ dir, time: { now: () => at as Instant } })
const seconds = performance.now() / 1000
globalThis.gc!()
const { heapUsed, external } = process.memoryUsage()
const cases = await house.world
  .view('portal', 'records')!
  .count({ kind: 'intake/administrative-case', open: { $gt: 0 } })
process.stdout.write(JSON.stringify({ seconds, bytes: heapUsed + external, cases }))
await house.close()
