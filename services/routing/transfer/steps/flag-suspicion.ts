import { field, refuse, rows, tellsIdentity } from '#kernel'
import { nextRound, type Matter } from '../../views/matters.js'
import { CrimeSuspected } from '../events.js'
import { transfer } from '../state.js'
import { keyOf, suspicionOf } from '../suspicion.js'

const roundIn = (matter: Matter | undefined): number => (matter ? nextRound(matter) : 0)

/** A case officer suspects a crime and says why; the figures need not be proven (GWY310 3(2)). */
export const flagSuspicion = transfer.step({
  name: 'FlagSuspicion',
  title: { zh: '标记涉嫌犯罪', en: 'Flag a suspected crime' },
  law: ['GWY310:3'],
  from: ['new'],
  who: { may: 'flag-suspicion', office: 'staff' },
  makes: '涉嫌犯罪线索分析表',
  input: {
    case: field.recordOf('intake/administrative-case').optional().meta({ title: '案件', description: 'The case, or' }),
    lead: field
      .recordOf('intake/lead')
      .optional()
      .meta({ title: '线索', description: 'the lead where there is no case' }),
    reason: field.text.meta({ title: '理由', description: 'Why a crime is suspected' }),
    offence: field.name
      .optional()
      .meta({ title: '涉嫌罪名', description: 'Offence of the threshold table', format: 'offence' }),
  },
  emits: [CrimeSuspected],
  needs: { found: (input) => rows<Matter>('matters', { id: input.case ?? input.lead ?? '' }) },
  joins: (_, { found }) => found[0]?.dossier,
  key: (_, { found }) => found[0] && keyOf(found[0].id, roundIn(found[0])),
  claims: (_, __, { needs }) => needs.found.map((matter) => suspicionOf(matter.id, roundIn(matter))),
  decide: (input, _, { needs, actor }) => {
    const matter = needs.found[0]
    // Whose it is, or that it is there, is nothing to tell those who do not handle it.
    if (!matter?.subject || matter.agency !== actor.agency)
      return refuse('ERR_GUARD', { guard: 'unknown-matter', case: input.case, lead: input.lead })
    const told = tellsIdentity({ reason: input.reason })
    if (told) return told
    const { agency, subject, ip } = matter
    return CrimeSuspected({ ...input, agency, subject, ip, round: roundIn(matter), basis: 'officer' })
  },
})
