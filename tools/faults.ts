import { spawnSync } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { Directory, type Death } from './faults/directory.js'
import { dropScratch, scratchDir } from './scratch.js'

/**
 * `faults embedded` kills the house again and again under load, and looks at everything after each. `KILLS`: how many (300).
 * `faults distributed` breaks five processes, their servers and the lines between them. `FAULTS`: how many (20).
 * Exits non-zero on any violation.
 */
const USAGE = `npm run faults -- embedded         KILLS=300 SEED=1
npm run faults -- distributed      FAULTS=20 SEED=1`

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

type Row = readonly [string, number | string]

const rowsOf = ({ counts, deaths }: Sum): Row[] => {
  const at = (how: Death['at']) => deaths.filter((death) => death.at === how).length
  return [
    ['kills', deaths.length],
    ['  at an fsync', at('fsync')],
    ['  at a write', at('write')],
    ['  at an instant', at('instant')],
    ['  of those while it recovered', deaths.filter(({ recovering }) => recovering).length],
    ...Object.entries(counts),
  ]
}

const print = (found: readonly Row[], violations: readonly string[], seconds: number): void => {
  const rows = [...found, ['violations', violations.length] as const, ['seconds', seconds.toFixed(1)] as const]
  const width = Math.max(...rows.map(([name]) => name.length))
  for (const [name, n] of rows) console.log(`  ${name.padEnd(width)}  ${String(n).padStart(9)}`)
  for (const violation of violations.slice(0, 40)) console.log(`✗ ${violation}`)
}

const embedded = async (seed: number): Promise<{ rows: Row[]; violations: string[]; whole: boolean }> => {
  const kills = Number(process.env.KILLS ?? 300)
  if (!strace) console.log('strace is not here: kills come at random instants instead of at fsyncs')
  console.log(`${kills} kills, SEED=${seed}`)
  const sum = await run(kills, seed)
  return { rows: rowsOf(sum), violations: sum.violations, whole: sum.deaths.length >= kills }
}

/** The clients of the real servers are read only here. */
const distributed: typeof embedded = async (seed) => {
  const faults = Number(process.env.FAULTS ?? 20)
  console.log(`${faults} faults, SEED=${seed}`)
  const { distributedFaults } = await import('./faults/distributed.js')
  const sum = await distributedFaults(faults, seed)
  return { rows: Object.entries(sum.counts), violations: sum.violations, whole: sum.faults >= faults }
}

const main = async (): Promise<number> => {
  const play = { embedded, distributed }[process.argv[2] ?? '']
  if (!play) {
    console.log(USAGE)
    return 2
  }
  const began = performance.now()
  const { rows, violations, whole } = await play(Number(process.env.SEED ?? Date.now() % 1_000_000))
  print(rows, violations, (performance.now() - began) / 1000)
  return violations.length || !whole ? 1 : 0
}

process.exitCode = await main()
