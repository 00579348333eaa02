import { eventsNamed, LAPSE_EVENTS, NOTICE_RECEIVED, type NormalRow, type Trigger } from '#kernel'
import type { LawRow } from './clocks.js'
import type { Fault, Parsed } from './faults.js'
import { nearest } from './nearest.js'

/** The clocks against the records that are built: every event that a row names, every field that it asks of one. */

/** Event types of a record; where the fields of each are given, they are compared too. */
export type BuiltEvents = readonly string[] | Readonly<Record<string, readonly string[]>>

/** What a comparison with the built records found. */
export interface Checked {
  readonly faults: readonly Fault[]
  /** Clocks of built records that can start. */
  readonly running: readonly string[]
  /** Clocks that wait for a record, or for events that the record says come later. */
  readonly planned: readonly string[]
}

/** Events that every record may have without listing them. */
const ANYWHERE: ReadonlySet<string> = new Set([NOTICE_RECEIVED, ...LAPSE_EVENTS.map((one) => one.type)])

const namesOf = (events: BuiltEvents): readonly string[] => (Array.isArray(events) ? events : Object.keys(events))

const fieldsOf = (events: BuiltEvents, event: string): readonly string[] | undefined =>
  Array.isArray(events) ? undefined : (events as Readonly<Record<string, readonly string[]>>)[event]

const lineOf = (parsed: Parsed, path: readonly PropertyKey[], word: string): number => {
  const from = parsed.line(path)
  const lines = parsed.text.split('\n')
  const next = lines.findIndex((text, i) => i >= from && /^ {2}- /.test(text))
  const pattern = new RegExp(`\\b${word}\\b`)
  const within = lines.slice(from - 1, next < 0 ? undefined : next).findIndex((text) => pattern.test(text))
  return from + Math.max(0, within)
}

const strangeEvent = ({ row, parsed, path }: LawRow, event: string, known: readonly string[]): Fault => {
  const near = nearest(event, known)
  return {
    file: parsed.file,
    line: lineOf(parsed, path, event),
    zh: `${row.id} 指名事件 ${event}，但 ${row.on} 没有该事件，是否应为 ${near}`,
    en: `${row.id} names the event ${event}, which ${row.on} does not have; did you mean ${near}?`,
  }
}

type Asked = { readonly event: string; readonly field: string }

const ofTrigger = ({ event, when, at }: Trigger): Asked[] =>
  [...when.map((one) => one.field), ...(at ? [at] : [])].map((field) => ({ event, field }))

/** Fields without which a rule of the row never holds; `cap` and the conditions of a length may be absent. */
const fieldsAsked = (row: NormalRow): Asked[] => [
  ...[...row.starts, ...row.stops, ...row.moot, ...row.opens].flatMap(ofTrigger),
  ...row.pauses.flatMap(({ from, to, pair, until }) => [
    ...[from, ...to].flatMap(ofTrigger),
    ...(pair ? [from, ...to].map(({ event }) => ({ event, field: pair })) : []),
    ...(until ? [{ event: from.event, field: until }] : []),
  ]),
  ...row.extensions.flatMap(({ by, add }) => [
    ...ofTrigger(by),
    ...('field' in add ? [{ event: by.event, field: add.field }] : []),
    ...('until' in add ? [{ event: by.event, field: add.until }] : []),
  ]),
  ...(row.each ? row.starts.map(({ event }) => ({ event, field: row.each! })) : []),
]

const strangeField = ({ row, parsed, path }: LawRow, { event, field }: Asked, known: readonly string[]): Fault => {
  const near = nearest(field, known)
  const [zh, en] = near ? [`，是否应为 ${near}`, `; did you mean ${near}?`] : ['', '']
  return {
    file: parsed.file,
    line: lineOf(parsed, path, field),
    zh: `${row.id} 查看 ${event} 的字段 ${field}，但 ${row.on} 的该事件没有此字段${zh}`,
    en: `${row.id} asks ${event} for ${field}, which that event of ${row.on} does not have${en}`,
  }
}

const faultsIn = (one: LawRow, events: BuiltEvents, later: readonly string[], live: boolean): Fault[] => {
  const known = [...namesOf(events), ...later]
  const strange = [...eventsNamed(one.row)].filter((event) => !known.includes(event) && !ANYWHERE.has(event))
  const lacking = (live ? fieldsAsked(one.row) : []).filter(
    ({ event, field }) => fieldsOf(events, event)?.includes(field) === false,
  )
  return [
    ...strange.map((event) => strangeEvent(one, event, known)),
    ...lacking.map((asked) => strangeField(one, asked, fieldsOf(events, asked.event)!)),
  ]
}

/**
 * Compares the clocks with the events that the built records have, by `service/record`.
 * `later` lists events that a built record will have only later: a clock that cannot start without them is planned.
 * Clocks of records that are not built are planned. Fields are asked for by rows that the switches leave `on`. Any other unknown event or field is a fault with its nearest name.
 */
export const checkRows = (
  rows: readonly LawRow[],
  records: Readonly<Record<string, BuiltEvents>>,
  later: Readonly<Record<string, readonly string[]>> = {},
  on: (name: string) => boolean = () => true,
): Checked => {
  const faults = new Map<string, Fault>()
  const running = new Set<string>()
  const planned = new Set<string>()
  for (const one of rows.filter((each) => !each.guard)) {
    const { id, on: record, starts } = one.row
    const events = records[record]
    const waits = starts.every((start) => later[record]?.includes(start.event))
    const live = one.row.if === undefined || on(one.row.if)
    if (events && !waits) running.add(`${record} ${id}`)
    else planned.add(`${record} ${id}`)
    if (events)
      for (const fault of faultsIn(one, events, later[record] ?? [], live))
        faults.set(`${fault.file}:${fault.line} ${fault.en}`, fault)
  }
  return { faults: [...faults.values()], running: [...running].sort(), planned: [...planned].sort() }
}
