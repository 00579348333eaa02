import { administrativeCase, CASE, publicity, PUBLICITY } from '#contracts'
import { dayOf, type Summary, type View } from '#kernel'
import type { Envelope } from '#ports'
import { duesOf, gramsOf, publicParty, type PublicParty } from './public-name.js'

type Data<M extends (...args: never[]) => { data: unknown }> = ReturnType<M>['data']

/** What a penalty consists of, by its case; nothing of the acts, which may tell secrets. */
export interface PublicDecision {
  id: string
  number?: string
  ip: string
  kinds: readonly string[]
  fine: number
  confiscation: number
  seq: number
}

/** 处罚信息公示: what stands in public, and what was taken back (R-PUB-03). `shown` and `withdrawn` exclude each other; else the public sees nothing. */
export interface PublicPenalty {
  id: string
  case: string
  party: PublicParty
  agency: string
  class: string
  decidedOn: string
  on: string
  /** When its periods end, by clock: one of them is its term. */
  dues: Readonly<Record<string, string>>
  contested: boolean
  ended?: { on: string; ground: string }
  open: boolean
  grams: readonly string[]
  seq: number
}

const dataOf = <T>({ events }: Envelope, type: string): T | undefined =>
  events.find((one) => one.type === type)?.data as T | undefined

const isPenaltyNumber = (number: string): boolean => /处罚〔\d{4}〕/.test(number)

export const publicDecisions: View = {
  name: 'public-decisions',
  format: 1,
  topics: ['intake'],
  reads: { [CASE]: administrativeCase },
  ids: ({ kind, record, events }) =>
    kind === CASE && events.some(({ type }) => type === 'DecisionMade') ? [record] : [],
  fold: (row, envelope, id) => {
    if (row && (row.seq as number) >= envelope.seq) return row
    const { ip, kinds, fine, confiscation } = dataOf<Data<typeof administrativeCase.DecisionMade>>(
      envelope,
      'DecisionMade',
    )!
    const number = (envelope.summary as Summary).numbers.findLast(isPenaltyNumber)
    return { id, number, ip, kinds, fine, confiscation, seq: envelope.seq }
  },
}

/** An objection is open: marked at once, and still shown (R-REP-07). */
const CONTESTED = ['MARKED', 'CHECKING']
/** Of what was repaired or whose term is over nothing remains; what was taken back is explained (CFF 48). */
const TAKEN_BACK: Readonly<Record<string, string>> = { WITHDRAWN: 'penalty-revoked', UPHELD: 'objection-upheld' }
const OVER = ['REPAIRED', 'ENDED']
/** The check of an objection did not end in time. */
const SUSPENDED = 'SUSPENDED'

/** Where the publicity stands now. */
const standing = ({ state, overlays, clocks, since }: Summary) => {
  const ground = TAKEN_BACK[state]
  const shown = ground === undefined && !OVER.includes(state) && !overlays.includes(SUSPENDED)
  return {
    open: shown || ground !== undefined,
    contested: CONTESTED.includes(state),
    dues: duesOf(clocks),
    ended: ground === undefined ? undefined : { on: dayOf(since), ground },
  }
}

const begun = (envelope: Envelope): Partial<PublicPenalty> => {
  const data = dataOf<Data<typeof publicity.PublicityOpened>>(envelope, 'PublicityOpened')
  if (!data) return {}
  const party = publicParty(data.subject)
  const { case: of, agency, class: kind, determinedOn, on } = data
  return { case: of, agency, class: kind, decidedOn: determinedOn, on, party, grams: gramsOf(party) }
}

export const publicPenalties: View = {
  name: 'public-penalties',
  format: 1,
  topics: ['credit'],
  index: ['open', 'on', 'grams'],
  reads: { [PUBLICITY]: publicity },
  ids: ({ kind, record }) => (kind === PUBLICITY ? [record] : []),
  fold: (row, envelope, id) =>
    row && (row.seq as number) >= envelope.seq
      ? row
      : { ...row, ...begun(envelope), ...standing(envelope.summary as Summary), id, seq: envelope.seq },
}
