import { field, firstOf, refuse, rows, type Refusal } from '#kernel'
import { heavyCasesOf, type CaseRow } from '../../views/cases.js'
import { EarlyApplied } from '../events.js'
import { listing, type ListingFacts } from '../state.js'

const newPenalty = ({ case: own, listedOn }: ListingFacts, others: readonly CaseRow[] = []): Refusal | false => {
  const newer = others.filter((one) => one.id !== own && one.decidedOn && listedOn && one.decidedOn >= listedOn)
  return newer.length > 0 && refuse('ERR_NEW_PENALTY', { cases: newer.map((one) => one.id), since: listedOn })
}

/** The party asks through 信用中国, a year after the listing at the earliest (SX44 16). */
export const applyEarly = listing.step({
  name: 'ApplyEarly',
  title: { zh: '申请提前移出', en: 'Apply for early removal' },
  law: ['SX44:16', 'GB22'],
  from: ['PUBLISHED', 'EARLY_REFUSED'],
  who: { of: 'respondent', office: 'party' },
  given: ['守信承诺书'],
  makes: '信用修复申请书',
  input: {
    harmRemoved: field.yes.meta({ title: '已消除不良后果', description: 'The harm is removed' }),
    enclosures: field.enclosures.default({}),
  },
  needs: { heavy: (_, { facts }) => rows<CaseRow>('cases', heavyCasesOf(facts.subject)) },
  emits: [EarlyApplied],
  decide: ({ harmRemoved }, { facts }, { needs }) =>
    firstOf(
      newPenalty(facts, needs.heavy),
      !facts.performed && refuse('ERR_GUARD', { guard: 'performed' }),
      !harmRemoved && refuse('ERR_GUARD', { guard: 'harm-removed' }),
    ) ?? EarlyApplied({}),
})
