import { realpathSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { isDay, readInstant } from '#kernel'
import { type ExplainedClock, loadRules, type Rules, RulesError, sentence } from '#rules'
import { answerLines } from './due-line.js'

/**
 * rules check                                        reads and checks all data
 * rules explain CLK-COOP --start 2026-04-22 [--json] when a clock ends, day by day
 * rules due --stdin                                  one JSON object per line in, one result per line out; exits 1 when some line has none
 * rules list [record]                                clocks with what they ask of events
 */
const USAGE = `用法 / usage:
  npm run rules -- check
  npm run rules -- explain CLK-COOP --start 2026-04-22 [--record service/record] [--data '{"field":"value"}'] [--version-on 2026-04-10] [--json]
  npm run rules -- due --stdin
  npm run rules -- list [service/record] [--json]`

const write = (text: string): void => void process.stdout.write(text + '\n')

class Usage extends Error {}

const check = (args: readonly string[]): void => {
  parseArgs({ args: [...args], options: {} })
  const rules = loadRules()
  const { allClocks, documents, agencies, users, rights, ipTypes, calendar } = rules
  const ids = new Set(allClocks.map((row) => row.id)).size
  write(`规则数据无误 / the rules are in order: ${rules.version}`)
  write(
    `期限 clocks ${ids} (${allClocks.length} 行 rows) · 文书 papers ${documents.length} · 权限 rights ${rights.length} · 权利类型 types of right ${ipTypes.length}`,
  )
  write(
    `机构 agencies ${agencies.length} · 人员 users ${users.length} · 日历 calendars ${calendar.data.from} … ${calendar.data.to}`,
  )
}

const table = (one: ExplainedClock): string => {
  const head = [
    `${one.clock} ${one.title.zh} / ${one.title.en}`,
    `依据 law: ${one.law}${one.article ? ` ${one.article}` : ''} (${one.confidence}) · 记录 record: ${one.record} · 期限 length: ${one.length}`,
    `起 start: ${one.start} · 不顺延 strict: ${one.strict} · 届满 due: ${one.due} · 最后安全工作日 last safe day: ${one.lastSafeDay}${one.provisional ? ' · 暂定 provisional' : ''}`,
    '',
  ]
  const lines = one.days.map(
    ({ day, n, counted, rule, zh, en }) =>
      `${day}  ${counted ? '计' : '　'} ${n === undefined ? '   ' : String(n).padStart(3)}  ${rule.padEnd(10)}  ${zh} / ${en}`,
  )
  return [...head, ...lines].join('\n')
}

/** The first day of an hour clock says nothing: it begins at an instant. */
const isOfHours = (rules: Rules, clock: string, start: string, record?: string): boolean =>
  rules.clock(clock, start, record)?.length.some((one) => 'unit' in one && one.unit === 'H') ?? false

const explain = (args: readonly string[]): void => {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      start: { type: 'string' },
      record: { type: 'string' },
      data: { type: 'string' },
      'version-on': { type: 'string' },
      json: { type: 'boolean' },
    },
  })
  const { start, record, json } = values
  const clock = positionals[0]
  if (!clock || !start) throw new Usage()
  if (!isDay(start) && !readInstant(start))
    throw new Usage(`--start 应为存在的日期或者时刻 / write an existing day or instant: ${start}`)
  const rules = loadRules()
  if (isDay(start) && isOfHours(rules, clock, start, record))
    throw new Usage(`${clock} 以小时计，--start 应写时刻 / counts hours; write an instant: ${start}T09:00`)
  const data = values.data === undefined ? undefined : (JSON.parse(values.data) as Record<string, unknown>)
  const explained = rules.explainClock({ clock, record, start, data, versionOn: values['version-on'] })
  write(json ? JSON.stringify(explained) : table(explained))
}

/** Some lines could not be answered: each said so where its answer would stand. */
class Unanswered extends Error {}

const toStdout = async (text: string): Promise<void> => {
  if (!process.stdout.write(text)) await new Promise((resolve) => process.stdout.once('drain', resolve))
}

const due = async (): Promise<void> => {
  const lines = createInterface({ input: process.stdin, crlfDelay: Infinity })
  const failed = await answerLines(loadRules(), lines, toStdout)
  if (failed) throw new Unanswered(`${failed.zh} / ${failed.en}`)
}

const list = (args: readonly string[]): void => {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { json: { type: 'boolean' } },
  })
  const rows = loadRules().allClocks.filter((row) => positionals.length === 0 || positionals.includes(row.on))
  if (values.json) return write(JSON.stringify(rows))
  for (const row of rows) {
    const length = row.length.map((one) => ('unit' in one ? `${one.n} ${one.unit}` : `→ ${one.until}`)).join(' | ')
    const starts = row.starts.map(({ event, when, at }) => {
      const asks = [...when.map(({ field, values }) => `${field}=${values.join('|')}`), ...(at ? [`@${at}`] : [])]
      return asks.length > 0 ? `${event}{${asks.join(', ')}}` : event
    })
    write(
      `${row.id.padEnd(20)} ${row.on.padEnd(30)} ${length.padEnd(14)} ${row.law} ${row.article ?? ''} · ${starts.join(' / ')}`,
    )
  }
}

const run = async (args: readonly string[]): Promise<void> => {
  const [verb, ...rest] = args
  if (verb === 'check') return check(rest)
  if (verb === 'explain') return explain(rest)
  if (verb === 'list') return list(rest)
  if (verb === 'due' && rest.includes('--stdin')) return due()
  throw new Usage()
}

const told = (error: unknown): string => {
  if (error instanceof RulesError)
    return error.faults.map((one) => (one.file ? sentence(one) : `${one.zh} / ${one.en}`)).join('\n')
  const message = error instanceof Error ? error.message : String(error)
  if (error instanceof Unanswered) return message
  return message && !(error instanceof Usage) ? `${message}\n${USAGE}` : [message, USAGE].filter(Boolean).join('\n')
}

/** Runs one command; the exit code is 0, or 1 when it, or a line of it, could not be done. */
export const main = async (args: readonly string[]): Promise<number> => {
  try {
    await run(args)
    return 0
  } catch (error) {
    process.stderr.write(told(error) + '\n')
    return 1
  }
}

const started = process.argv[1]
if (started !== undefined && import.meta.url === pathToFileURL(realpathSync(started)).href) {
  // Whoever reads no further, as `head` does, wants no more.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1))
  process.exitCode = await main(process.argv.slice(2))
}
