import { party, type Actor, type Guarded } from '#kernel'
import type { Rules } from '#rules'
import { knows, sight } from './policy.js'
import type { City } from './reach.js'

/** Something that was done to a record, as far as it decides who is told. */
export interface News extends Guarded {
  /** Whoever did it. */
  by: { agency: string; person: string }
  events: readonly string[]
  /** The record stands in another state than before. */
  moved: boolean
}

type Catalogue = Pick<Rules, 'documents'>

const isServed = (events: readonly string[], { documents }: Catalogue): boolean =>
  documents.some(({ served }) => served?.some((type) => events.includes(type)))

/**
 * How much of the news a person is told: agencies that it was done and by whom; a party that something of its own changed, and only where
 * its outline shows it: its own act, another state, a paper served. What agencies do among themselves a party cannot count.
 */
export const toldNews = (actor: Actor, news: News, city: City & Catalogue): 'act' | 'change' | undefined => {
  if (!knows(actor, news, city)) return undefined
  if (sight(actor, city) === 'file') return 'act'
  const own = news.by.person === actor.person && news.by.agency === actor.agency && party(actor.subject) !== undefined
  return own || news.moved || isServed(news.events, city) ? 'change' : undefined
}
