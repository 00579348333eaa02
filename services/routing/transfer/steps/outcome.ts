import { field, firstOf, isRefusal, refuse, servedDay } from '#kernel'
import { transfer as told } from '#contracts'
import { PROSECUTOR } from '../../peers.js'
import { CriminalOutcome } from '../events.js'
import { transfer } from '../state.js'

/** The judgment, or the decision not to prosecute. A criminal fine leaves no room for an administrative one (CFF:35). */
export const outcome = transfer.step({
  name: 'Outcome',
  title: { zh: '记录刑事处理结果', en: 'Record the outcome' },
  law: ['XSSF:177', 'XSSF:200', 'CFF:27', 'CFF:35'],
  from: ['HANDED_OVER', 'IN_INVESTIGATION', 'PROSECUTED'],
  who: { of: ['court', 'prosecutor'], office: ['officer', 'president', 'responsible'] },
  makes: (input) => (input.outcome === 'non-prosecution' ? ['不起诉决定书'] : ['判决书']),
  input: {
    outcome: field
      .oneOf(...told.OUTCOMES)
      .meta({ title: '结果', description: 'Exempted: guilty, but exempt from punishment' }),
    fine: field.fen.default(0).meta({ title: '罚金', description: 'Criminal fine' }),
    sentence: field.text.optional().meta({ title: '刑罚', description: 'The sentence in words' }),
    servedOn: field.servedOn,
  },
  emits: [CriminalOutcome],
  decide: (input, record, context) => {
    const { rules, actor } = context
    const prosecutors = input.outcome === 'non-prosecution'
    const no = firstOf(
      rules.may(actor.agency, PROSECUTOR) !== prosecutors &&
        refuse('ERR_WRONG_APPROVER', { outcome: input.outcome, agency: actor.agency }),
      input.fine > 0 &&
        input.outcome !== 'convicted' &&
        refuse('ERR_GUARD', { guard: 'fine-without-conviction', fine: input.fine }),
    )
    if (no) return no
    const served = servedDay({ servedOn: input.servedOn }, context, record.since)
    return isRefusal(served) ? served : CriminalOutcome({ ...record.facts, ...input, servedOn: served })
  },
})
