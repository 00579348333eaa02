import { accountOf, field, firstOf, oneRecord, refuse, type Found } from '#kernel'
import { notBroken } from '../../mediation/agreement.js'
import { mediation, type MediationFacts } from '../../mediation/state.js'
import { SIDES } from '../../parties.js'
import { EnforcementApplied } from '../events.js'
import { confirmation } from '../state.js'

/** The side that is paid asks for payment; either side asks for the other duties. */
const creditor = ({ facts }: Found<string, MediationFacts>, instalment: number, subject: string | undefined): boolean =>
  instalment === 0 || SIDES.some((side) => side === facts.agreement?.payee && accountOf(facts[side]) === subject)

/** A confirmed agreement is enforced, not sued upon again (R-JC-14); again for an instalment that fell due later. */
export const enforce = confirmation.step({
  name: 'Enforce',
  title: { zh: '申请执行', en: 'Apply for enforcement' },
  law: ['MSF:206', 'MSF:250'],
  from: ['CONFIRMED', 'PERFORMING', 'ENFORCING'],
  who: { of: 'parties', office: 'party' },
  makes: '执行申请书',
  input: {
    instalment: field.counted('期', 'instalment').meta({
      title: '第几期',
      description: 'Instalment from 1; 0 for a duty other than payment',
    }),
    duty: field.name
      .optional()
      .meta({ title: '未履行的其他义务', description: 'The duty other than payment', examples: ['交付库存侵权商品'] }),
  },
  needs: { mediation: (_, { facts }) => oneRecord(mediation, facts.mediation) },
  emits: [EnforcementApplied],
  decide: (input, { facts }, { actor, needs, today }) => {
    const found = needs.mediation
    if (!found) return refuse('ERR_GUARD', { guard: 'mediation' })
    return (
      firstOf(
        !creditor(found, input.instalment, actor.subject) &&
          refuse('ERR_WRONG_APPROVER', { needed: found.facts.agreement?.payee }),
        facts.servedOn === null && refuse('ERR_GUARD', { guard: 'not-served' }),
        notBroken(found.facts.agreement!, found.facts, input, today),
        input.instalment > 0 &&
          facts.enforced.includes(input.instalment) &&
          refuse('ERR_GUARD', { guard: 'already-enforced', instalment: input.instalment }),
      ) ?? EnforcementApplied(input)
    )
  },
})
