import { z } from 'zod'
import { isDay } from './instant.js'

/**
 * A clock as data: which event starts, pauses, extends and ends a legal period, and what its lapse means.
 * Rows are written in `libs/rules`; the ledger knows no clock by name. An unknown key is an error.
 */

/** Hour, calendar day, working day, month, year (rulebook 0.4). */
export const UNITS = ['H', 'CD', 'WD', 'M', 'Y'] as const
export const CLOCK_KINDS = ['period', 'before', 'gate'] as const
export const LAPSE_KINDS = ['breach', 'lost', 'auto', 'gate', 'reminder'] as const
export const CONFIDENCES = ['verified', 'known', 'uncertain', 'design'] as const

/** The event that gives the legal date of an earlier one: data `{ of, on }` (rulebook 11, served papers). */
export const NOTICE_RECEIVED = 'NoticeReceived'

const name = z
  .string()
  .regex(/^\p{Lu}[\p{L}\p{N}]*$/u, 'an event is named in one word that begins with a capital letter')
const field = z.string().regex(/^[A-Za-z][A-Za-z0-9]*$/, 'a field is a plain name')
const clockId = z.string().regex(/^CLK-[A-Z0-9]+(-[A-Z0-9]+)*$/, 'a clock is named CLK-…')
const recordName = z.string().regex(/^[a-z][a-z0-9-]*\/[a-z][a-z0-9-]*$/, 'write service/record')
const day = z.string().refine(isDay, 'a day that exists, yyyy-mm-dd')
const bilingual = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) })
const scalar = z.union([z.string(), z.number(), z.boolean()])

/** A policy switch: `name` (on unless false, null, absent or empty) or `name=value` (its text equals value). */
const switchName = z.string().regex(/^[a-z0-9]+(\.[A-Za-z0-9]+)*(=[^=]+)?$/, 'a switch is name or name=value')

/** Every field must equal its value, or one of its values. A field that holds a list matches by any member. */
export const conditionSchema = z.record(field, z.union([scalar, z.array(scalar).min(1)]))

/** `at` names the field with the legal date (day or instant); while it is empty the trigger does not fire. */
export const triggerSchema = z.union([
  name,
  z.strictObject({ event: name, when: conditionSchema.optional(), at: field.optional() }),
])

const amount = { n: z.number().int().positive(), unit: z.enum(UNITS) }
const until = { until: field }
const choice = { when: conditionSchema.optional() }

/** A fixed number, or up to and including the day that a field of the event holds. */
export const plainLengthSchema = z.union([z.strictObject(amount), z.strictObject(until)])

/** In a list the first entry whose `when` holds for the starting event counts; none: the clock does not start. */
export const lengthSchema = z.union([
  z.strictObject(amount),
  z.strictObject(until),
  z.array(z.union([z.strictObject({ ...choice, ...amount }), z.strictObject({ ...choice, ...until })])).min(1),
])

/** `pair` names the field by which the end of a pause finds its beginning; `until` the field with its last day. */
export const pauseSchema = z.union([
  z.strictObject({
    from: triggerSchema,
    to: z.union([triggerSchema, z.array(triggerSchema).min(1)]),
    pair: field.optional(),
    if: switchName.optional(),
  }),
  z.strictObject({ from: triggerSchema, until: field, if: switchName.optional() }),
])

/** Added to the end of the original period; counts only when dated on or before `due`, at most `times`, after `after`. */
export const extensionSchema = z.strictObject({
  by: triggerSchema,
  add: z.union([z.strictObject(amount), z.strictObject(until), z.strictObject({ field, unit: z.enum(UNITS) })]),
  times: z.number().int().positive(),
  after: name.optional(),
})

/** `late: allowed`: the stop stays possible after the lapse. `together`: the event comes when all listed have lapsed. */
export const lapseSchema = z.strictObject({
  kind: z.enum(LAPSE_KINDS),
  event: name.optional(),
  late: z.literal('allowed').optional(),
  together: z.array(clockId).min(1).optional(),
})

const counting = {
  id: clockId,
  on: recordName,
  kind: z.enum(CLOCK_KINDS).default('period'),
  length: lengthSchema,
  /** Field of the starting event with a day that `due` never passes. */
  cap: field.optional(),
  starts: z.array(triggerSchema).min(1),
  again: z.enum(['keep', 'restart']).default('keep'),
  /** One clock per value of this field. */
  each: field.optional(),
  stops: z.array(triggerSchema),
  moot: z.array(triggerSchema).optional(),
  opens: z.array(triggerSchema).optional(),
  pauses: z.array(pauseSchema).optional(),
  extensions: z.array(extensionSchema).optional(),
  rolls: z.literal(false).optional(),
  lapse: lapseSchema,
  if: switchName.optional(),
  /** The event whose date chooses the version of the row; absent: the one that starts the clock. */
  versionBy: triggerSchema.optional(),
}

const source = {
  title: bilingual,
  /** Instrument code of rulebook 0.2, or `design`. */
  law: z.string().min(1),
  article: z.string().min(1).optional(),
  text: z.string().min(1).optional(),
  validFrom: day,
  /** Last day of validity; absent or null: still in force. */
  validTo: day.nullish(),
  confidence: z.enum(CONFIDENCES),
}

export const clockRowSchema = z
  .strictObject({ ...counting, ...source })
  .refine((row) => row.lapse.kind !== 'auto' || row.lapse.event !== undefined, {
    path: ['lapse', 'event'],
    message: 'an auto lapse names the event that it makes',
  })
  .refine((row) => row.kind !== 'gate' || !['breach', 'lost'].includes(row.lapse.kind), {
    path: ['lapse', 'kind'],
    message: 'a gate opens: it lapses as gate, auto or reminder',
  })

export type Unit = (typeof UNITS)[number]
export type ClockKind = (typeof CLOCK_KINDS)[number]
export type LapseKind = (typeof LAPSE_KINDS)[number]
export type Condition = z.infer<typeof conditionSchema>
export type TriggerInput = z.infer<typeof triggerSchema>
export type Length = z.infer<typeof lengthSchema>
export type PlainLength = z.infer<typeof plainLengthSchema>
/** A row as it is written: triggers may be plain names, defaults may be left out. */
export type ClockRowInput = z.input<typeof clockRowSchema>
/** A row that was read with the schema. */
export type ClockRow = z.infer<typeof clockRowSchema>

/** Every value of a condition as a list. */
export type Conditions = readonly { readonly field: string; readonly values: readonly (string | number | boolean)[] }[]
export type Trigger = { readonly event: string; readonly when: Conditions; readonly at?: string }
export type LengthChoice = { readonly when: Conditions } & PlainLength
export type Pause = {
  readonly from: Trigger
  readonly to: readonly Trigger[]
  readonly pair?: string
  readonly until?: string
  readonly if?: string
}
export type Extension = {
  readonly by: Trigger
  readonly add: PlainLength | { field: string; unit: Unit }
  readonly times: number
  readonly after?: string
}

/** A row in the one shape that the ledger reads: lists where there may be several, objects where there may be text. */
export type NormalRow = Omit<
  ClockRow,
  'starts' | 'stops' | 'moot' | 'opens' | 'pauses' | 'extensions' | 'length' | 'versionBy'
> & {
  readonly starts: readonly Trigger[]
  readonly stops: readonly Trigger[]
  readonly moot: readonly Trigger[]
  readonly opens: readonly Trigger[]
  readonly pauses: readonly Pause[]
  readonly extensions: readonly Extension[]
  readonly length: readonly LengthChoice[]
  readonly versionBy?: Trigger
}

const conditions = (when: Condition | undefined): Conditions =>
  Object.entries(when ?? {}).map(([key, value]) => ({ field: key, values: Array.isArray(value) ? value : [value] }))

const trigger = (written: TriggerInput): Trigger =>
  typeof written === 'string'
    ? { event: written, when: [] }
    : { event: written.event, when: conditions(written.when), ...(written.at === undefined ? {} : { at: written.at }) }

const triggers = (written: readonly TriggerInput[] | undefined): Trigger[] => (written ?? []).map(trigger)

const pause = (written: z.infer<typeof pauseSchema>): Pause => {
  if ('until' in written) return { ...written, from: trigger(written.from), to: [] }
  return {
    ...written,
    from: trigger(written.from),
    to: triggers(Array.isArray(written.to) ? written.to : [written.to]),
  }
}

const lengths = (written: Length): LengthChoice[] => {
  const all: readonly (PlainLength & { when?: Condition })[] = Array.isArray(written) ? written : [written]
  return all.map((one) => ({ ...one, when: conditions(one.when) }))
}

/**
 * Reads a row into the shape of the ledger; call it once per row, when the rules are loaded.
 * @throws ZodError when the row is not one.
 */
export const normalizeRow = (written: ClockRowInput): NormalRow => {
  const row = clockRowSchema.parse(written)
  return {
    ...row,
    starts: triggers(row.starts),
    stops: triggers(row.stops),
    moot: triggers(row.moot),
    opens: triggers(row.opens),
    pauses: (row.pauses ?? []).map(pause),
    extensions: (row.extensions ?? []).map((one) => ({ ...one, by: trigger(one.by) })),
    length: lengths(row.length),
    versionBy: row.versionBy === undefined ? undefined : trigger(row.versionBy),
  }
}

const movers = (row: NormalRow): Trigger[] => [
  ...row.starts,
  ...row.stops,
  ...row.moot,
  ...row.pauses.flatMap((one) => [one.from, ...one.to]),
  ...row.extensions.flatMap((one) => [one.by, ...(one.after ? [{ event: one.after, when: [] }] : [])]),
  ...(row.versionBy ? [row.versionBy] : []),
]

/** Events that the clock or the version of its row is reckoned from: only rows that list a new event need reckoning. */
export const movedBy = (row: NormalRow): ReadonlySet<string> => {
  const all = movers(row)
  const names = all.map((one) => one.event)
  return new Set(all.some((one) => one.at !== undefined) ? [...names, NOTICE_RECEIVED] : names)
}

/** Every event that the row names, `opens` and its own lapse included: all must be events of its record. */
export const eventsNamed = (row: NormalRow): ReadonlySet<string> =>
  new Set([...movers(row), ...row.opens].map((one) => one.event).concat(row.lapse.event ?? []))
