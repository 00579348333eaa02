import { field, firstOf, refuse, rows } from '#kernel'
import { CONDUCTS } from '../conducts.js'
import type { CaseRow } from '../../views/cases.js'
import { ListingNominated } from '../events.js'
import { listing } from '../state.js'

/** Listed conduct, an intended heavier penalty, a serious case, and no proof that intent was lacking (SX44 2, 12). */
const notListable = (input: { conduct: string; heavyIntended: boolean; serious: boolean; noIntentProven: boolean }) => {
  const lacking = [
    ...(Object.hasOwn(CONDUCTS, input.conduct) ? [] : ['conduct']),
    ...(input.heavyIntended ? [] : ['heavy-penalty']),
    ...(input.serious ? [] : ['serious']),
    ...(input.noIntentProven ? ['intent'] : []),
  ]
  return lacking.length > 0 && refuse('ERR_NOT_LISTABLE', { lacking, conduct: input.conduct })
}

/** The case officer proposes that the party be listed together with its penalty. */
export const nominateListing = listing.step({
  name: 'NominateListing',
  title: { zh: '提名列入', en: 'Nominate for listing' },
  law: ['SX44:2', 'SX44:9', 'SX44:12'],
  from: ['new'],
  who: { may: 'list', office: 'casework' },
  input: {
    case: field.recordOf('intake/administrative-case').meta({ title: '行政处罚案件', description: 'The penalty case' }),
    conduct: field.name.meta({
      title: '列入情形',
      description: 'Kind of conduct',
      examples: Object.keys(CONDUCTS),
      ...field.called(CONDUCTS),
    }),
    heavyIntended: field.yes.meta({ title: '拟给予较重行政处罚', description: 'A heavier penalty is intended' }),
    serious: field.yes.meta({
      title: '性质恶劣、情节严重、社会危害较大',
      description: 'Bad nature, serious circumstances, large harm',
    }),
    noIntentProven: field.yes
      .default(false)
      .meta({ title: '已证明无主观故意', description: 'The party proved that it had no intent' }),
  },
  needs: { cases: (input) => rows<CaseRow>('cases', { id: input.case }) },
  key: (input) => input.case,
  joins: (_, needs) => needs.cases?.[0]?.dossier,
  emits: [ListingNominated],
  decide: (input, _, { actor, needs }) => {
    const [found] = needs.cases ?? []
    if (found?.agency !== actor.agency) return refuse('ERR_GUARD', { guard: 'case' })
    const { agency, subject } = found
    const noIntentProven = input.noIntentProven || found.noIntent
    return (
      firstOf(notListable({ ...input, noIntentProven })) ??
      ListingNominated({ case: input.case, agency, subject, conduct: input.conduct })
    )
  },
})
