import { z } from 'zod'
import { readInstant, startOf, type Instant } from '#kernel'

const title = z.strictObject({ zh: z.string(), en: z.string() })
const moment = z.string().refine((text) => readInstant(text) !== undefined, {
  error: 'must be a day or local time that exists, like 2026-03-07T16:00',
  params: { zh: '应为存在的日期或者当地时间，如 2026-03-07T16:00' },
})

const stepName = z.string().refine((text) => /^[a-z-]+\/[a-z-]+\/[A-Z][A-Za-z0-9]*$/.test(text), {
  error: 'must name a step as service/record/Step',
  params: { zh: '应写作 service/record/Step' },
})

/** Who acts. `person` names another member who is the same natural person. */
const member = z.strictObject({
  agency: z.string(),
  office: z.string(),
  name: z.string().optional(),
  person: z.string().optional(),
  uscc: z.string().optional(),
  /** Number of the identity document of a natural person who signs in as a party. */
  number: z.string().optional(),
})

export const clockWords = z.strictObject({
  due: z.string().nullable().optional(),
  strict: z.string().nullable().optional(),
  state: z.enum(['running', 'paused', 'open', 'satisfied', 'lapsed', 'breached', 'cancelled']).optional(),
  pausedSince: z.string().optional(),
  remaining: z.unknown().optional(),
  lateBy: z.string().optional(),
  lastSafeDay: z.string().optional(),
  provisional: z.boolean().optional(),
  excluded: z.array(z.tuple([z.string(), z.string()])).optional(),
})

const words = {
  state: z.string().optional(),
  overlay: z.union([z.string(), z.array(z.string())]).optional(),
  clocks: z.record(z.string(), clockWords).optional(),
  papers: z.array(z.union([z.string(), z.record(z.string(), z.string())])).optional(),
  facts: z.record(z.string(), z.unknown()).optional(),
  exactly: z.boolean().optional(),
}

/** About one record. */
const about = z.strictObject(words)

const answerWords = {
  rejected: z.string().optional(),
  denied: z.union([z.boolean(), z.literal(403), z.literal(404)]).optional(),
  events: z.array(z.string()).optional(),
  warnings: z.array(z.string()).optional(),
  absent: z.union([z.string(), z.array(z.string())]).optional(),
  /** Kinds of record of which none came into being because of this entry, written as in `as`: `routing/transfer`, `intake/lead@SAMR-411003`. */
  none: z.union([z.string(), z.array(z.string())]).optional(),
  within: z.number().optional(),
}

const own = new Set([...Object.keys(words), ...Object.keys(answerWords)])

/** The words above speak of the entry's record; every other key is an alias. */
const split = (raw: Record<string, unknown>): Record<string, unknown> => {
  const pairs = Object.entries(raw)
  return {
    ...Object.fromEntries(pairs.filter(([key]) => own.has(key))),
    others: Object.fromEntries(pairs.filter(([key]) => !own.has(key))),
  }
}

const expectation = z
  .record(z.string(), z.unknown())
  .transform(split)
  .pipe(z.strictObject({ ...words, ...answerWords, others: z.record(z.string(), about) }))

const entry = z.strictObject({
  id: z.string().optional(),
  note: z.union([z.string(), title]).optional(),
  at: moment,
  recordedAt: moment.optional(),
  by: z.string().optional(),
  do: stepName.optional(),
  on: z.string().optional(),
  with: z.record(z.string(), z.unknown()).optional(),
  reason: z.string().optional(),
  as: z.union([z.string(), z.record(z.string(), z.string())]).optional(),
  expect: expectation.optional(),
})

const branch = z.strictObject({ id: z.string(), title, after: z.string(), entries: z.array(entry) })

export const storySchema = z.strictObject({
  story: z.string(),
  title,
  source: z.string().optional(),
  about: title.optional(),
  switches: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).default({}),
  cast: z.record(z.string(), member).default({}),
  entries: z.array(entry).min(1),
  branches: z.array(branch).default([]),
  /** Steps by which independent answers to one act meet at a record: in either order, whichever comes first brings the news (kernel 9). */
  meets: z.array(stepName).default([]),
})

/** The words that may stand in each kind of place of a story file. */
export const WORDS = {
  story: Object.keys(storySchema.shape),
  title: Object.keys(title.shape),
  member: Object.keys(member.shape),
  entry: Object.keys(entry.shape),
  branch: Object.keys(branch.shape),
  clock: Object.keys(clockWords.shape),
  about: Object.keys(words),
  expect: [...own],
} as const

export type Story = z.output<typeof storySchema>
export type StoryEntry = Story['entries'][number]
export type About = z.output<typeof about>
export type Expectation = NonNullable<StoryEntry['expect']>
export type ClockWords = z.output<typeof clockWords>
export type Member = z.output<typeof member>

/** A bare date means 09:00 local. */
export const momentOf = (text: string): Instant => {
  const read = readInstant(text)!
  return read === startOf(text.slice(0, 10)) && text.length === 10 ? readInstant(`${text}T09:00`)! : read
}
