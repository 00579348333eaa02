import { dayOf, toMs, type Clock, type Shown } from '#kernel'
import { explainClock, type ExplainedDay } from '#kernel/explain'
import type { Rules } from '#rules'
import { CLOCK_STATES, dateText, daysText, escape, monthText } from './report-words.js'

export const clockTitle = (rules: Rules, kind: string, clock: Pick<Clock, 'id' | 'start'>): string =>
  rules.clock(clock.id, dayOf(clock.start), kind)?.title.zh ?? clock.id

interface Run {
  from: ExplainedDay
  to: ExplainedDay
  zh: string
  en: string
}

/** What is said of a day, apart from its weekday and its number. */
const sense = ({ counted, rule, zh }: ExplainedDay): string =>
  `${counted} ${rule} ${zh.replace(/^周.，/, '').replace(/第 \d+ /, '第 # ')}`

const runOf = (from: ExplainedDay, to: ExplainedDay): Run => {
  const numbers = from === to ? `${from.n}` : `${from.n}–${to.n}`
  return {
    from,
    to,
    zh: from.zh.replace(/^周.，/, '').replace(/第 \d+ /, `第 ${numbers} `),
    en: from.en.replace(/^\w+day: /, '').replace(/\b(working day|day) \d+/, `$1${from === to ? '' : 's'} ${numbers}`),
  }
}

/** Days of which the same is said, told once. */
const runsOf = (days: readonly ExplainedDay[]): Run[] => {
  const runs: ExplainedDay[][] = []
  for (const day of days) {
    const last = runs.at(-1)
    if (last && sense(last[0]!) === sense(day)) last.push(day)
    else runs.push([day])
  }
  return runs.map((run) => runOf(run[0]!, run.at(-1)!))
}

const runRow = ({ from, to, zh, en }: Run, year: string): string =>
  `<li class="${from.counted ? 'counted' : 'skipped'}"><b>${escape(daysText(from.day, to.day, year))}</b><span>${escape(zh)} <i>${escape(en)}</i></span></li>`

/** 18 → 第18条; anything else as it stands. */
const articleText = (article = ''): string => (/^\d+([–,、 ]+\d+)*$/.test(article) ? `第${article}条` : article)

/** Why a clock ends on its day, from the day it starts; empty while it is paused or when it has no day yet. */
export const explanation = (rules: Rules, kind: string, clock: Clock, year: string): string => {
  const row = rules.clock(clock.id, dayOf(clock.start), kind)
  if (!row || clock.due === undefined) return ''
  const { days } = explainClock(clock, row, { calendar: rules.calendar, switches: rules.switches })
  const law = `${rules.instrument(row.law)?.name.zh ?? row.law} ${articleText(row.article)}`.trim()
  return `<details><summary>为什么是这一天 <i>why this day</i> · ${escape(law)}</summary><ol class="days">${runsOf(days)
    .map((run) => runRow(run, year))
    .join('')}</ol></details>`
}

interface Scale {
  from: number
  to: number
}

const msOf = (text: string): number =>
  text.length === 10 ? toMs(`${text}T00:00:00.000+08:00`) + 86_400_000 : toMs(text)
const place = (text: string, { from, to }: Scale): number =>
  Math.min(100, Math.max(0, ((msOf(text) - from) / Math.max(1, to - from)) * 100))

const bar = (kind: string, left: number, right: number, said: string): string =>
  `<i class="${kind}" style="left:${left.toFixed(1)}%;width:${Math.max(0.7, right - left).toFixed(1)}%" title="${escape(said)}"></i>`

const bars = (clock: Clock, title: string, scale: Scale, end: string, year: string): string => {
  const left = place(clock.start, scale)
  const paused = clock.pausedSince === undefined ? undefined : place(clock.pausedSince, scale)
  const right = place(clock.stoppedAt ?? clock.due ?? end, scale)
  const said = `${title} ${CLOCK_STATES[clock.state]}${clock.due ? ` ${dateText(clock.due, year)}` : ''}`
  if (paused === undefined) return bar(clock.state, left, right, said)
  return bar('running', left, paused, said) + bar('paused', paused, right, said)
}

/** The first days of the months between two moments. */
const months = (from: string, to: string): string[] => {
  const found: string[] = []
  let [year, month] = from.slice(0, 7).split('-').map(Number) as [number, number]
  for (;;) {
    month += 1
    if (month > 12) [year, month] = [year + 1, 1]
    const first = `${year}-${String(month).padStart(2, '0')}-01`
    if (first > to.slice(0, 10)) return found
    found.push(first)
  }
}

const ticks = (from: string, to: string, scale: Scale): string => {
  const all = months(from, to)
  const every = Math.ceil(all.length / 12)
  return all
    .filter((_, index) => index % every === 0)
    .map(
      (first) =>
        `<b style="left:${place(`${first}T00:00:00.000+08:00`, scale).toFixed(1)}%">${first.endsWith('-01-01') ? monthText(first) : `${Number(first.slice(5, 7))}月`}</b>`,
    )
    .join('')
}

const LEGEND = (['running', 'satisfied', 'paused', 'lapsed', 'breached', 'cancelled'] as const)
  .map((state) => `<span><i class="${state}"></i>${CLOCK_STATES[state]}</span>`)
  .join('')

/** One bar per clock over the days of the story, record by record. */
export const clockStrip = (
  rules: Rules,
  records: readonly { name: string; record: Shown }[],
  from: string,
  to: string,
): string => {
  const scale = { from: toMs(from), to: toMs(to) }
  const year = from.slice(0, 4)
  const lanes = records
    .filter(({ record }) => record.clocks.length)
    .map(({ name, record }) => {
      const rows = record.clocks.map((clock) => {
        const title = clockTitle(rules, record.kind, clock)
        return `<div class="lane"><span>${escape(title)}</span><div class="track">${bars(clock, title, scale, to, year)}</div></div>`
      })
      return `<div class="group"><h4>${escape(name)}</h4>${rows.join('')}</div>`
    })
  return `<div class="strip"><div class="legend">${LEGEND}</div><div class="lane ticks"><span></span><div class="track">${ticks(from, to, scale)}</div></div>${lanes.join('')}</div>`
}
