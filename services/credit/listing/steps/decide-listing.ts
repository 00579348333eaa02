import {
  dayOf,
  field,
  firstOf,
  isRefusal,
  refuse,
  rows,
  servedDay,
  type Day,
  type RecordView,
  type Refusal,
} from '#kernel'
import type { Rules } from '#rules'
import type { CaseRow } from '../../views/cases.js'
import { Listed } from '../events.js'
import { listing, type ListingFacts } from '../state.js'

type Listing = RecordView<string, ListingFacts>

/** A heavier penalty, decided that day or before and not revoked, and no proof that intent was lacking (SX44 2, 12). */
const notListable = ({ facts: { penalty, noIntent }, state }: Listing, today: Day): Refusal | false => {
  const dropped = state === 'DROPPED' && { guard: 'listing-dropped' as const }
  if (noIntent) return refuse('ERR_NOT_LISTABLE', { ...dropped, lacking: ['intent'] })
  return (
    !(penalty && penalty.on <= today) &&
    refuse('ERR_NOT_LISTABLE', { ...dropped, lacking: ['heavy-penalty'], decidedOn: penalty?.on ?? null })
  )
}

/** What became of asking, where there is nothing more to ask. */
const ASKED = { CONSENT_ASKED: 'consent-awaited', CONSENT_REFUSED: 'consent-refused' } as const
const isAsked = (state: string): state is keyof typeof ASKED => state in ASKED

const noConsent = ({ facts, state }: Listing, rules: Rules): Refusal | false =>
  rules.on('listing.superiorConsent') &&
  !facts.consented &&
  refuse('ERR_CONSENT_MISSING', { asked: facts.asked ?? null, ...(isAsked(state) && { guard: ASKED[state] }) })

/**
 * Whoever decided the penalty decides the listing, and both are served together with the notice of credit repair (两书同达).
 * Asked in this order: notice, consent, penalty. For one that was dropped no consent can be asked any more.
 */
export const decideListing = listing.step({
  name: 'DecideListing',
  title: { zh: '决定列入', en: 'Decide the listing' },
  law: ['SX44:13', 'SX44:22', 'GB22'],
  from: ['NOTICE_INCLUDED', 'CONSENTED'],
  who: { of: 'holder', office: ['responsible', 'collective'] },
  makes: (input) => ['列入严重违法失信名单决定书', '信用修复告知书', ...(input.servedOn === null ? [] : ['送达回证'])],
  input: { servedOn: field.servedOn },
  needs: { cases: (_, { facts }) => rows<CaseRow>('cases', { id: facts.case }) },
  emits: [Listed],
  unlessBy: (record, { actor, at, rules }) => {
    const { facts, state } = record
    return firstOf(
      facts.penalty !== undefined &&
        facts.penalty.decider !== actor.person &&
        refuse('ERR_WRONG_APPROVER', { needed: 'decider-of-the-penalty' }),
      !facts.noticed && refuse('ERR_NOTICE_MISSING', { case: facts.case }),
      state !== 'DROPPED' && noConsent(record, rules),
      notListable(record, dayOf(at)),
    )
  },
  decide: (input, { facts }, context) => {
    const { needs, today } = context
    if (needs.cases?.some(({ noIntent }) => noIntent)) return refuse('ERR_NOT_LISTABLE', { lacking: ['intent'] })
    const servedOn = servedDay({ servedOn: input.servedOn }, context, today)
    if (isRefusal(servedOn)) return servedOn
    const { case: of, agency, subject, conduct } = facts
    return Listed({ case: of, agency, subject: subject!, conduct, date: today, servedOn })
  },
})
