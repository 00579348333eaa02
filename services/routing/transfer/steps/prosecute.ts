import { field, refuse } from '#kernel'
import { COURT } from '../../peers.js'
import { Prosecuted } from '../events.js'
import { transfer } from '../state.js'

/** The procuratorate brings the case before the court. */
export const prosecute = transfer.step({
  name: 'Prosecute',
  title: { zh: '提起公诉', en: 'Prosecute' },
  law: ['XSSF:176'],
  from: ['IN_INVESTIGATION'],
  who: { of: 'prosecutor', office: 'staff' },
  makes: '起诉书',
  input: {
    court: field
      .agencyThat('judge-crime')
      .optional()
      .meta({ title: '管辖法院', description: 'The court; left out: that of the same level' }),
  },
  emits: [Prosecuted],
  decide: (input, { facts }, { rules }) => {
    const court = input.court ?? facts.forum
    return court && rules.may(court, COURT) ? Prosecuted({ court }) : refuse('ERR_WRONG_COURT', { court })
  },
})
