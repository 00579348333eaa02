import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { z } from 'zod'
import { readInstant, startOf, type Instant } from '#kernel'

const title = z.strictObject({ zh: z.string(), en: z.string() })
const moment = z
  .string()
  .refine((text) => readInstant(text) !== undefined, 'a day or local time that exists, like 2026-03-07T16:00')

/** Who acts. `person` names another member who is the same natural person. */
const member = z.strictObject({
  agency: z.string(),
  office: z.string(),
  name: z.string().optional(),
  person: z.string().optional(),
  uscc: z.string().optional(),
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
  within: z.number().optional(),
}

const own = new Set([...Object.keys(words), ...Object.keys(answerWords)])

/** The words above speak of the entry's record; every other key is an alias. */
const expectation = z.record(z.string(), z.unknown()).transform((raw, ctx) => {
  const mine = z
    .strictObject({ ...words, ...answerWords })
    .safeParse(Object.fromEntries(Object.entries(raw).filter(([key]) => own.has(key))))
  const others = z
    .record(z.string(), about)
    .safeParse(Object.fromEntries(Object.entries(raw).filter(([key]) => !own.has(key))))
  for (const failed of [mine, others])
    for (const issue of failed.error?.issues ?? [])
      ctx.addIssue({ code: 'custom', path: [...issue.path], message: issue.message })
  return { ...mine.data, others: others.data ?? {} }
})

const entry = z.strictObject({
  id: z.string().optional(),
  note: z.union([z.string(), title]).optional(),
  at: moment,
  recordedAt: moment.optional(),
  by: z.string().optional(),
  do: z
    .string()
    .regex(/^[a-z-]+\/[a-z-]+\/[A-Z][A-Za-z0-9]*$/, 'service/record/Step')
    .optional(),
  on: z.string().optional(),
  with: z.record(z.string(), z.unknown()).optional(),
  reason: z.string().optional(),
  as: z.union([z.string(), z.record(z.string(), z.string())]).optional(),
  expect: expectation.optional(),
})

const branch = z.strictObject({ id: z.string(), title, after: z.string(), entries: z.array(entry) })

const schema = z.strictObject({
  story: z.string(),
  title,
  source: z.string().optional(),
  about: title.optional(),
  switches: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).default({}),
  cast: z.record(z.string(), member).default({}),
  entries: z.array(entry).min(1),
  branches: z.array(branch).default([]),
  /** Records at which independent answers to one event meet, with the two orders (kernel 9). */
  meets: z.array(z.string()).optional(),
})

export type Story = z.output<typeof schema>
export type StoryEntry = Story['entries'][number]
export type About = z.output<typeof about>
export type Expectation = NonNullable<StoryEntry['expect']>
export type ClockWords = z.output<typeof clockWords>
export type Member = z.output<typeof member>

/** What stands in a story file and cannot be played; `where` is a path into the file. */
export class StoryError extends Error {}

/** Reads a story. @throws StoryError naming every place that is wrong. */
export const readStory = (file: string): Story => {
  const read = schema.safeParse(parse(readFileSync(file, 'utf8')))
  if (read.success) return read.data
  throw new StoryError(
    `${file}\n${read.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`).join('\n')}`,
  )
}

/** A bare date means 09:00 local. */
export const momentOf = (text: string): Instant => {
  const read = readInstant(text)!
  return read === startOf(text.slice(0, 10)) && text.length === 10 ? readInstant(`${text}T09:00`)! : read
}

/** The known name nearest to an unknown one. */
export const nearest = (name: string, known: readonly string[]): string | undefined => {
  const scored = known.map((one) => ({ one, score: distance(name.toLowerCase(), one.toLowerCase()) }))
  return scored.sort((a, b) => a.score - b.score)[0]?.one
}

const distance = (a: string, b: string): number => {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++)
      next[j] = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1))
    row = next
  }
  return row[b.length]!
}
