import { count, type Counted, type CountInput, dayOf, isDay, type NormalRow, readInstant, type Span } from '#kernel'
import { explain } from '#kernel/explain'
import { rollsUnder } from '#kernel/runs'
import { wrong } from './faults.js'
import { nearest } from './nearest.js'
import type { ClockQuestion, ExplainedClock, Rules } from './answers.js'

/** Counting and explaining a clock of the catalogue apart from any record. */

type Basis = Pick<Rules, 'allClocks' | 'calendar' | 'switches' | 'clock'>

const days = (row: NormalRow): string => (row.validTo ? `${row.validFrom} … ${row.validTo}` : `${row.validFrom} …`)

const rowFor = (rules: Basis, { clock, record, start, versionOn }: ClockQuestion): NormalRow => {
  const day = versionOn ?? dayOf(start)
  const all = rules.allClocks.filter((row) => row.id === clock)
  if (all.length === 0) {
    const near = nearest(
      clock,
      rules.allClocks.map((row) => row.id),
    )
    throw wrong(`没有期限 ${clock}，是否应为 ${near}`, `there is no clock ${clock}; did you mean ${near}?`)
  }
  const row = rules.clock(clock, day, record)
  if (row) return row
  const versions = all.map(days).join('; ')
  throw wrong(
    `${clock} 在 ${day} 没有有效的版本（${versions}）`,
    `${clock} has no version in force on ${day} (${versions})`,
  )
}

const holds = (data: Readonly<Record<string, unknown>>, when: NormalRow['length'][number]['when']): boolean =>
  when.every(({ field, values }) => values.includes(data[field] as string))

const spanFor = (row: NormalRow, data: Readonly<Record<string, unknown>>): Span => {
  const choice = row.length.find((one) => holds(data, one.when))
  const until = choice && 'until' in choice ? data[choice.until] : undefined
  if (choice && !('until' in choice)) return { n: choice.n, unit: choice.unit }
  if (typeof until === 'string' && isDay(until)) return { until }
  const fields = [
    ...new Set(
      row.length.flatMap((one) => [...one.when.map(({ field }) => field), ...('until' in one ? [one.until] : [])]),
    ),
  ]
  throw wrong(
    `${row.id} 的长度取决于 ${fields.join('、')}，请在 data 中给出`,
    `the length of ${row.id} depends on ${fields.join(', ')}: give it in data`,
  )
}

/** Hours begin at an instant, everything else on a day. */
const startFor = (span: Span, start: string): string => {
  if ('unit' in span && span.unit === 'H') return readInstant(start) ?? start
  return dayOf(start)
}

const inputFor = (rules: Basis, row: NormalRow, question: ClockQuestion): CountInput => {
  const span = spanFor(row, question.data ?? {})
  return {
    ...span,
    start: startFor(span, question.start),
    calendar: rules.calendar,
    kind: row.kind,
    rolls: rollsUnder(row, rules.switches),
    excluded: question.excluded,
    extensions: question.extensions,
    cap: question.cap,
  }
}

const lengthText = (span: Span): string => ('unit' in span ? `${span.n} ${span.unit}` : `until ${span.until}`)

export const countClock = (rules: Basis, question: ClockQuestion): Counted & { record: string } => {
  const row = rowFor(rules, question)
  return { ...count(inputFor(rules, row, question)), record: row.on }
}

export const explainClock = (rules: Basis, question: ClockQuestion): ExplainedClock => {
  const row = rowFor(rules, question)
  const input = inputFor(rules, row, question)
  return {
    clock: row.id,
    record: row.on,
    title: row.title,
    law: row.law,
    ...(row.article && { article: row.article }),
    confidence: row.confidence,
    validFrom: row.validFrom,
    start: input.start,
    length: lengthText(input),
    ...explain(input),
  }
}
