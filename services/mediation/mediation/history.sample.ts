import { specOf, at } from '#kernel/spec'
import { AUTHORITY, MARK, nursery, ORG, PATENT, rules, shop } from '../cast.sample.js'
import { AgreementSigned, Consented, MediationAccepted, MediationRequested, OpinionNoticeServed } from './events.js'
import { mediation } from './state.js'
import { mediationSteps } from './steps.js'

export const spec = specOf({ record: mediation, steps: mediationSteps }, rules)

const asked = { dispute: 'infringement' as const, requester: nursery, respondent: shop }
const people = { ...asked, organisation: ORG, track: 'people' as const, patent: false, ip: MARK }
const patent = { ...asked, organisation: AUTHORITY, track: 'administrative' as const, patent: true, ip: PATENT }

/** Scenario 5: a trade-mark dispute before the people's mediation committee. */
export const requested = at('2026-04-07', MediationRequested(people))
export const accepted = at('2026-04-08', MediationAccepted({ organisation: ORG, ip: MARK, ownership: false }))
export const signed = at(
  '2026-04-28T10:00',
  AgreementSigned({
    signedOn: '2026-04-28',
    effectiveOn: '2026-04-28',
    lastPerformanceDay: '2026-06-30',
    amount: 5_000_000,
    instalments: [{ no: 1, amount: 5_000_000, due: '2026-06-30' }],
    payee: 'requester',
    duties: ['销毁侵权包装'],
    titleWords: [],
  }),
)
export const agreed = [requested, accepted, signed] as const

/** A patent dispute before the authority: comments are asked first. */
export const patentRequested = at('2026-04-01', MediationRequested(patent))
export const noticeServed = at('2026-04-03', OpinionNoticeServed({ servedOn: '2026-04-03' }))
export const consented = at('2026-04-10', Consented({}))
