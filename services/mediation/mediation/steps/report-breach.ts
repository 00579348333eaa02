import { field } from '#kernel'
import { notBroken } from '../agreement.js'
import { Breached } from '../events.js'
import { mediation } from '../state.js'

/** A day passed and nothing was done. A confirmed agreement is then enforced (11.10), an unconfirmed one sued upon (R-JC-14). */
export const reportBreach = mediation.step({
  name: 'ReportBreach',
  title: { zh: '报告违约', en: 'Report a breach' },
  law: ['TJF:31', 'TJF:32'],
  from: ['AGREED', 'PERFORMING', 'BREACHED'],
  who: { of: 'parties', office: 'party' },
  input: {
    instalment: field.counted('期', 'instalment').meta({
      title: '第几期',
      description: 'Instalment from 1; 0 for a duty other than payment',
    }),
    duty: field.name
      .optional()
      .meta({ title: '未履行的其他义务', description: 'The duty other than payment', examples: ['交付库存侵权商品'] }),
  },
  emits: [Breached],
  decide: (input, { facts }, { today }) =>
    notBroken(facts.agreement!, facts, input, today) ?? Breached({ ...input, confirmation: facts.confirmation }),
})
