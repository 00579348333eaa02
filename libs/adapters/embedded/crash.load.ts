import { writeSync } from 'node:fs'
import { openEmbedded, systemTime, type Embedded } from './index.js'
import { expectedWrite, RECORDS } from './crash.shape.js'

/**
 * The victim: appends, relays and schedules as fast as it can and says on standard output what it was promised, each line only
 * after the promise. `A record seq`: appended; `P record seq`: published, about to be marked; `J id`: scheduled; `X id`: has run.
 */
const say = (line: string): void => void writeSync(1, `${line}\n`)

const append = async (world: Embedded, record: string): Promise<void> => {
  const records = world.records('intake')
  for (let seq = (await records.chain(record)).length + 1; ; seq += 1) {
    const outcome = await records.append(expectedWrite(record, seq))
    if (!outcome.ok) throw new Error(`${record}/${seq}: ${outcome.why}`)
    say(`A ${record} ${seq}`)
  }
}

const relay = async (world: Embedded): Promise<void> => {
  const records = world.records('intake')
  for (;;) {
    const commits = await records.unrelayed(20)
    for (const { record, seq } of commits) say(`P ${record} ${seq}`)
    await records.markRelayed(commits)
    await new Promise((resolve) => setImmediate(resolve))
  }
}

const schedule = async (world: Embedded, round: string): Promise<void> => {
  await world.jobs.process('mail', async ({ id }) => say(`X ${id}`))
  for (let n = 0; ; n += 1) {
    const at = n % 2 === 0 ? systemTime().now() : '2099-01-01T00:00:00.000+08:00'
    await world.jobs.schedule({ queue: 'mail', id: `${round}-${n}`, at, data: n })
    say(`J ${round}-${n}`)
  }
}

const [dir = '', round = ''] = process.argv.slice(2)
const world = await openEmbedded({ dir, time: systemTime() })
await Promise.all([...RECORDS.map((record) => append(world, record)), relay(world), schedule(world, round)])
