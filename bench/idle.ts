import { spawnSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { fromMs, plusMs } from '#kernel'
import type { World } from '#kernel/world'
import { openStoryHouse } from '../tools/story-house.js'
import { loadRules } from '#rules'
import { filing } from './filing.js'
import { Matter, type Script } from './script.js'

/** What a process that opens a house says of itself once it takes requests. */
export interface Ready {
  /** From the start of the process. */
  seconds: number
  /** Heap and buffers after a collection. */
  bytes: number
  /** Cases that it finds open. */
  cases: number
}

const CALLERS = 128

const fileCases = async (world: World, script: Script, cases: number): Promise<void> => {
  let next = 0
  const call = async () => {
    while (next < cases) {
      const matter = new Matter(script, next++)
      for (const index of script.acts.keys()) {
        const unexpected = await matter.act(world, index)
        if (unexpected) throw new Error(unexpected)
      }
    }
  }
  await Promise.all(Array.from({ length: CALLERS }, call))
  await world.quiet()
}

const readyAt = (dir: string, at: string): Ready => {
  const args = ['--no-warnings', '--expose-gc', '--max-semi-space-size=64', 'dist/bench/ready.js', dir, at]
  const { stdout, stderr, status } = spawnSync(process.execPath, args, { encoding: 'utf8' })
  if (status !== 0) throw new Error(stderr)
  return JSON.parse(stdout) as Ready
}

/** So many open cases, each with its lead: how soon a process that is killed takes requests again, and what it needs for each. */
export const idle = async (dir: string, empty: string, cases: number): Promise<{ none: Ready; all: Ready }> => {
  for (const one of [dir, empty]) mkdirSync(one)
  const rules = loadRules()
  const script = filing(rules)
  let ms = script.acts[0]!.atMs
  const house = await openStoryHouse({ dir, rules: rules.withPeople(script.people), time: { now: () => fromMs(ms) } })
  ms = script.acts.at(-1)!.atMs
  await fileCases(house.world, script, cases)
  await house.close()
  const at = plusMs(fromMs(ms), 60_000)
  readyAt(empty, at)
  const [none, all] = [readyAt(empty, at), readyAt(dir, at)]
  if (all.cases - none.cases !== cases) throw new Error(`${all.cases} cases are open, not ${cases}`)
  return { none, all }
}
