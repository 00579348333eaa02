import type { subject as contract } from '#contracts'
import type { RecordView } from '#kernel'
import type { Rules } from '#rules'
import { gravity } from '../threshold.js'
import { accumulate, type Reached } from './accumulate.js'
import * as events from './events.js'
import { isNothing, newsIn, NOTHING, rootsOf, withNews } from './holdings.js'
import type { LedgerFacts } from './state.js'

export interface Lesson {
  key: string
  name: string
  told: Partial<contract.Holdings>
}

/** Everything that a step of the ledger may give. */
export const lessons = Object.values(events)

const itemEvents = (key: string, name: string, news: contract.Holdings) => [
  ...(news.keys.length ? [events.KeysNoted({ key, name, keys: news.keys })] : []),
  ...news.matters.map((noted) => events.MatterNoted({ key, name, noted })),
  ...news.amounts.map((amount) => events.AmountNoted({ key, name, amount })),
  ...news.settled.map((settlement) => events.AmountSettled({ key, name, settlement })),
  ...news.restored.map((matter) => events.AmountRestored({ key, name, matter })),
  ...news.repeats.map((repeat) => events.RepeatNoted({ key, name, repeat })),
]

/** The others hear what is new; who is new among them hears everything. What names all keys has reached them all already. */
const passedOn = ({ key, name, told }: Lesson, news: contract.Holdings, before: contract.Holdings) => {
  const held = withNews(before, news)
  const joined = news.keys.length > 0 && before.keys.length > 0
  if (!joined && held.keys.every((one) => told.keys?.includes(one))) return []
  return [events.SubjectsJoined({ key, name, holdings: joined ? held : { ...news, keys: held.keys } })]
}

/** As many as an event holds, what is new first. */
const MOST = 1000

const linked = (news: contract.Holdings, before: contract.Holdings, held: contract.Holdings) => {
  const known = new Set(before.matters.map(({ matter }) => matter.id))
  const matters = rootsOf(held).map(({ matter }) => matter)
  const isNew = ({ id }: contract.Matter) => !known.has(id)
  if (matters.length < 2 || !news.matters.some(({ matter }) => isNew(matter))) return []
  const ordered = matters.length > MOST ? [...matters.filter(isNew), ...matters.filter((one) => !isNew(one))] : matters
  return [events.MattersLinked({ matters: ordered.slice(0, MOST) })]
}

const toldBefore = ({ told }: LedgerFacts, { offence, tier, matters }: Reached): boolean =>
  told.some(
    (one) =>
      one.offence === offence &&
      gravity(one.tier) >= gravity(tier) &&
      matters.every(({ id }) => one.matters.includes(id)),
  )

/**
 * The one thing a ledger does: it takes in what is told, passes it on to the ledgers of the same person, and says what follows.
 * Of several ledgers only the one with the first key says it, so that every matter hears once.
 */
export const learn = (record: RecordView<string, LedgerFacts>, lesson: Lesson, rules: Rules) => {
  const { facts } = record
  const keys = [...new Set([lesson.key, ...(lesson.told.keys ?? [])])]
  const told = { ...NOTHING, ...lesson.told, keys }
  const news = newsIn(facts.held, told)
  if (isNothing(news)) return []
  const held = withNews(facts.held, news)
  const items = itemEvents(lesson.key, lesson.name, news)
  const others = passedOn({ ...lesson, told }, news, facts.held)
  if (held.keys[0] !== lesson.key) return [...items, ...others]
  const reached = accumulate(rules, held).filter((one) => !toldBefore(facts, one))
  return [...items, ...others, ...linked(news, facts.held, held), ...reached.map(events.AccumulationReached)]
}
