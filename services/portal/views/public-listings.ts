import { listing, LISTING } from '#contracts'
import { dayOf, type Summary, type View } from '#kernel'
import type { Envelope } from '#ports'
import { duesOf, gramsOf, publicParty, type PublicParty } from './public-name.js'

type Data<M extends (...args: never[]) => { data: unknown }> = ReturnType<M>['data']

/** 严重违法失信名单: what stands in public, and what was revoked after it stood there (R-CRD-13). */
export interface PublicListing {
  id: string
  party: PublicParty
  agency: string
  conduct?: string
  listedOn: string
  on: string
  /** When its periods end, by clock: one of them is its term. */
  dues: Readonly<Record<string, string>>
  contested: boolean
  ended?: { on: string; ground: string }
  open: boolean
  published: boolean
  grams: readonly string[]
  seq: number
}

/** Left early or on expiry, or not published again yet: nothing remains in public. */
const GONE = ['REMOVED_EARLY', 'AUTO_REMOVED', 'RESTORED']

type Told = Partial<PublicListing>

const told: Readonly<Record<string, (data: never) => Told>> = {
  Listed: ({ agency, subject, conduct, date }: Data<typeof listing.Listed>) => {
    const party = publicParty(subject)
    return { agency, party, conduct, listedOn: date, grams: gramsOf(party) }
  },
  ListingPublished: ({ on }: Data<typeof listing.ListingPublished>) => ({ on, published: true }),
}

const standing = ({ state, clocks, since }: Summary, published: boolean): Told => {
  const revoked = state === 'REVOKED'
  return {
    open: published && !GONE.includes(state),
    contested: state === 'OBJECTED',
    dues: duesOf(clocks),
    ended: revoked && published ? { on: dayOf(since), ground: 'listing-revoked' } : undefined,
  }
}

const after = (row: Told | undefined, { events, summary }: Envelope): Told => {
  const news = Object.assign({}, ...events.map(({ type, data }) => told[type]?.(data as never) ?? {})) as Told
  const restored = events.some(({ type }) => type === 'ListingRestored') && news.published === undefined
  const published = news.published ?? (restored ? false : (row?.published ?? false))
  return { ...row, ...news, published, ...standing(summary as Summary, published) }
}

export const publicListings: View = {
  name: 'public-listings',
  format: 1,
  topics: ['credit'],
  index: ['open', 'on', 'grams'],
  reads: { [LISTING]: listing },
  ids: ({ kind, record }) => (kind === LISTING ? [record] : []),
  fold: (row, envelope, id) =>
    row && (row.seq as number) >= envelope.seq
      ? row
      : { ...after(row as Told | undefined, envelope), id, seq: envelope.seq },
}
