import { readdirSync, readFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { openEmbedded } from '#embedded'
import { createWorld } from '#kernel/world'
import { policy } from '#policy'
import { loadRules } from '#rules'
import { services } from '../services.js'
import { check, everyone, overdueFaults } from './check.js'
import { hurriedTime } from './clock.js'
import { historiesOf } from './history.js'
import { checkShares, Load, PEOPLE, type Pair } from './load.js'
import { watchingOrder } from './order.js'
import { completePairs, pairFaults } from './pairs.js'

/**
 * The house in a process of its own, to be killed: `victim DIR CYCLE`. Loads, says `ready`, and waits for a line on standard input:
 * the moment at which its world goes on, and `work` or `check`. Then it opens the directory, recovers, looks at everything, and works
 * until it is killed. What it promises goes to standard output, each line only after the promise:
 * `A kind record message version` answered · `P n case case` two cases of one subject · `V …` violation · `C …` counts.
 */
const KEY = 'key-of-the-faults'
const LANES = 24
const LAPSE_EVERY_MS = 20

const [dir = '', cycle = '0'] = process.argv.slice(2)
const say = (line: string): void => void writeSync(1, `${line}\n`)

/** Whole lines of every process before this one. */
const saidBefore = (): string[][] =>
  readdirSync(dir)
    .filter((file) => file.startsWith('said-'))
    .flatMap((file) => readFileSync(join(dir, file), 'utf8').split('\n').slice(0, -1))
    .map((line) => line.split(' '))

const pairsIn = (said: readonly string[][]): Pair[] =>
  said.filter(([word]) => word === 'P').map(([, n, one, other]) => ({ n: n!, cases: [one!, other!] }))

const open = async (from: string, rules: ReturnType<typeof loadRules>) => {
  const time = hurriedTime(from)
  const store = await openEmbedded({ dir: join(dir, 'data'), time })
  const failed = (error: unknown) => say(`V fault: ${String((error as Error).stack ?? error).replaceAll('\n', ' | ')}`)
  const world = createWorld({
    name: 'faults',
    services,
    rules,
    policy: everyone(policy),
    key: KEY,
    failed,
    lapseEveryMs: LAPSE_EVERY_MS,
    ports: { ...store, bus: watchingOrder(store.bus, (text) => say(`V ${text}`)), time },
  })
  await world.start()
  return { world, store, time }
}

const main = async (): Promise<void> => {
  const rules = loadRules().withPeople(PEOPLE)
  checkShares(rules)
  say(`pid ${process.pid}`)
  say('ready')
  const [order] = await new Promise<string[]>((resolve) =>
    createInterface({ input: process.stdin }).once('line', (line) => resolve([line])),
  )
  const [from, what] = order!.split(' ') as [string, string]
  const said = saidBefore()
  const { world, store, time } = await open(from, rules)
  const load = new Load(world, say, cycle)
  const pairs = pairsIn(said)
  await world.quiet()
  const overdue = await overdueFaults({ world, recordsOf: store.records, now: from })
  const completed = await completePairs(world, load, pairs)
  const histories = await historiesOf(world, store.records)
  const answered = said.filter(([word]) => word === 'A')
  const { counts, violations } = await check(
    { world, recordsOf: store.records, key: KEY, histories, now: from },
    answered,
    from,
  )
  const all = { ...counts, pairs: pairs.length, 'shares made up after a kill': completed }
  for (const violation of [...overdue, ...violations, ...pairFaults(histories, pairs)]) say(`V ${violation}`)
  say(`C ${JSON.stringify(all)}`)
  time.go()
  if (what === 'work') await load.run(LANES)
  await world.stop()
  await store.close()
}

// Whoever is to kill it and is gone cannot any more.
process.stdin.once('close', () => process.exit(1))

main().then(
  () => process.exit(0),
  (error: unknown) => {
    say(`V ${String((error as Error).stack ?? error).replaceAll('\n', ' | ')}`)
    process.exit(1)
  },
)
