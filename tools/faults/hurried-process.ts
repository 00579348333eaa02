import { loadRules } from '#rules'
import { readConfig } from '#shell'
import { openHouse } from '../open-house.js'
import { sharedTime } from './clock.js'
import { PEOPLE } from './load.js'

/**
 * One service as `npm start` runs it on the machine's time, but that its time is the one that CLOCK_FILE tells, and that the operator
 * may ask it for quiet.
 */
const end = (error: unknown): never => {
  process.stderr.write(`${String((error as Error)?.stack ?? error)}\n`)
  process.exit(1)
}

const opening = openHouse(
  readConfig(process.env),
  loadRules().withPeople(PEOPLE),
  () => {},
  end,
  () => sharedTime(process.env.CLOCK_FILE!),
)
const stop = async () => {
  await (await opening).stop()
  process.exit(0)
}
process.once('SIGTERM', () => void stop().catch(end))
// Whoever started it and is gone cannot end it any more.
process.stdin.resume().once('close', () => process.exit(1))
opening.then((running) => {
  running.house.operator!.open = () => true
  running.phase.ready = true
}, end)
