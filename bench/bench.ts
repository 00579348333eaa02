import { loadRules } from '#rules'
import { inDirectory, openCity } from './city.js'
import { agendaOf, inputsOf, Load, quantile, readScripts, type Measured } from './load.js'
import { distributed, scale } from './distributed/distributed.js'
import { idle } from './idle.js'
import { rawPeers } from './raw.js'
import { web } from './web/web.js'

/** Matters of each story that are played at once, one after the other. */
const MATTERS = Number(process.env.N ?? 4000)
const CALLERS = Number(process.env.CALLERS ?? 128)
const SECONDS = Number(process.env.SECONDS ?? 12)
const CASES = Number(process.env.CASES ?? 100_000)

const row = (name: string, value: string): void => console.log(`${name.padEnd(48)}${value.padStart(14)}`)
const whole = (n: number): string => Math.round(n).toLocaleString('en')

const quantiles = ({ acks }: Measured): string => [0.5, 0.99].map((q) => quantile(acks, q).toFixed(1)).join(' / ')

const embedded = (dir: string): Promise<void> => {
  const rules = loadRules()
  const scripts = readScripts(rules)
  const agenda = agendaOf(scripts, MATTERS)
  const peopled = rules.withPeople(scripts.flatMap(({ people }) => people))
  return openCity(dir, agenda[0]!.atMs, peopled).then(async (city) => {
    const load = new Load(city, agenda)
    await load.closed(CALLERS, SECONDS / 3)
    const run = await load.closed(CALLERS, SECONDS)
    const half = await load.paced(run.acks.length / run.seconds / 2, SECONDS / 2)
    await city.close()
    const inputs = inputsOf(run.written)
    const perSecond = inputs / run.seconds
    const cpu = (run.cpuSeconds * 1e6) / inputs
    const raw = rawPeers(`${dir}/raw`, city.sample, Math.max(1, Math.round(inputs / run.written.groups)))
    row('inputs committed per second (at least 10,000)', whole(perSecond))
    row('  people / reactions / lapses', `${run.written.people}/${run.written.reactions}/${run.written.lapses}`)
    row('  CPU per input, µs', whole(cpu))
    row('  acknowledgement p50 / p99, ms', quantiles(run))
    row('at half of that load, paced, per second', whole(inputsOf(half.written) / half.seconds))
    row('  acknowledgement p50 / p99, ms (at most 15)', quantiles(half))
    row('honest raw peer per second', whole(raw.honest.perSecond))
    row('  ratio to it (at least 0.25)', (perSecond / raw.honest.perSecond).toFixed(3))
    row('  ratio by CPU', (raw.honest.cpuMicros / cpu).toFixed(3))
    row('bare append + fdatasync per second (no bar)', whole(raw.bare.perSecond))
  })
}

const standing = async (dir: string): Promise<void> => {
  const { none, all } = await idle(`${dir}/full`, `${dir}/empty`, CASES)
  row('open cases that stand idle', whole(CASES))
  row('  memory for each, bytes (at most 2,048)', whole((all.bytes - none.bytes) / CASES))
  row('  ready again, s from the process’s start', all.seconds.toFixed(2))
  row('  beyond an empty house, s (at most 2)', (all.seconds - none.seconds).toFixed(2))
}

const lists = async (dir: string): Promise<void> => {
  row('records', whole(CASES))
  row('p50 / p99 ms, ratio to 100 ms, p99 of CPU ms', '')
  const { asked, page } = await web(dir, CASES)
  for (const { name, took, cpu } of asked) {
    const [half, most, busy] = [quantile(took, 0.5), quantile(took, 0.99), quantile(cpu, 0.99)]
    row(`  ${name}`, `${half.toFixed(1)} / ${most.toFixed(1)}  ${(most / 100).toFixed(2)}  ${busy.toFixed(1)}`)
  }
  if (!page)
    return console.log(
      '没有浏览器或者控制台没有构建，首页不测 / no browser, or no console was built: the page is not measured',
    )
  const [half, most] = [quantile(page.seconds, 0.5), page.seconds.at(-1)!]
  row(
    'first page, CPU 4 times slower, median / most, s',
    `${half.toFixed(2)} / ${most.toFixed(2)}  ${(half / 2).toFixed(2)}`,
  )
  row('  scripts, kB gzipped, ratio (at most 450)', `${whole(page.bytes / 1000)}  ${(page.bytes / 450_000).toFixed(2)}`)
}

const benches: Record<string, (dir: string) => Promise<void>> = {
  embedded,
  idle: standing,
  distributed,
  scale,
  web: lists,
}
const bench = benches[process.argv[2] ?? '']
if (bench) await inDirectory(bench)
else {
  console.error(
    Object.keys(benches)
      .map((name) => `npm run bench -- ${name}`)
      .join('\n'),
  )
  process.exitCode = 2
}
