import { spawnSync } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { Directory, type Death } from './faults/directory.js'
import { dropScratch, scratchDir } from './scratch.js'

/**
 * Kills the house again and again under load, and looks at everything after each: `faults embedded`. `KILLS`: how many (300).
 * Exits non-zero on any violation.
 */
const USAGE = 'npm run faults -- embedded      KILLS=300 SEED=1'

/** Kills on one directory; then a fresh one, so that a run stays inside the calendars that are loaded. */
const KILLS_EACH = 10
/** Directories beside one another. */
const LANES = 2

const strace = spawnSync('strace', ['-V']).status === 0

interface Sum {
  counts: Record<string, number>
  deaths: Death[]
  violations: string[]
}

const add = (sum: Sum, { counts, deaths, violations }: Sum): void => {
  for (const [name, n] of Object.entries(counts)) sum.counts[name] = (sum.counts[name] ?? 0) + n
  sum.deaths.push(...deaths)
  sum.violations.push(...violations)
}

const oneDirectory = async (root: string, n: number, kills: number, seed: number): Promise<Sum> => {
  const dir = new Directory(mkdtempSync(join(root, `${n}-`)), strace, seed * 1000 + n)
  await dir.live(kills)
  return dir
}

/** Shares of the kills, as even as can be, for two directories at a time. */
const sharesOf = (kills: number): number[] => {
  const pairs = Math.ceil(kills / KILLS_EACH / LANES) * LANES
  return Array.from({ length: pairs }, (_, n) => Math.floor((kills + n) / pairs)).filter((share) => share > 0)
}

const run = async (kills: number, seed: number): Promise<Sum> => {
  const root = scratchDir('faults')
  const sum: Sum = { counts: {}, deaths: [], violations: [] }
  const shares = sharesOf(kills).entries()
  const lane = async () => {
    for (const [n, share] of shares) {
      add(sum, await oneDirectory(root, n, share, seed))
      process.stderr.write(`${sum.deaths.length} of ${kills} kills, ${sum.violations.length} violations\n`)
    }
  }
  try {
    await Promise.all(Array.from({ length: LANES }, lane))
    return sum
  } finally {
    dropScratch(root)
  }
}

const print = ({ counts, deaths, violations }: Sum, seconds: number): void => {
  const at = (how: Death['at']) => deaths.filter((death) => death.at === how).length
  const rows: [string, number | string][] = [
    ['kills', deaths.length],
    ['  at an fsync', at('fsync')],
    ['  at a write', at('write')],
    ['  at an instant', at('instant')],
    ['  of those while it recovered', deaths.filter(({ recovering }) => recovering).length],
    ...Object.entries(counts),
    ['violations', violations.length],
    ['seconds', seconds.toFixed(1)],
  ]
  const width = Math.max(...rows.map(([name]) => name.length))
  for (const [name, n] of rows) console.log(`  ${name.padEnd(width)}  ${String(n).padStart(9)}`)
  for (const violation of violations.slice(0, 40)) console.log(`✗ ${violation}`)
}

const main = async (): Promise<number> => {
  if (process.argv[2] !== 'embedded') {
    console.log(USAGE)
    return 2
  }
  const began = performance.now()
  const kills = Number(process.env.KILLS ?? 300)
  if (!strace) console.log('strace is not here: kills come at random instants instead of at fsyncs')
  const seed = Number(process.env.SEED ?? Date.now() % 1_000_000)
  console.log(`${kills} kills, SEED=${seed}`)
  const sum = await run(kills, seed)
  print(sum, (performance.now() - began) / 1000)
  return sum.violations.length || sum.deaths.length < kills ? 1 : 0
}

process.exitCode = await main()
