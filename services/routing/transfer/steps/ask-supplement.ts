import { field, firstOf, isRefusal, refuse, servedDay } from '#kernel'
import { SupplementRequested } from '../events.js'
import { transfer } from '../state.js'

/** The police say within a day what is missing; their own three days run on (R-POL-04). */
export const askSupplement = transfer.step({
  name: 'AskSupplement',
  title: { zh: '要求补正材料', en: 'Ask for missing material' },
  law: ['GAJG:180'],
  from: ['RECEIVED_BY_POLICE'],
  who: { of: 'police', office: 'staff' },
  makes: '补正材料通知书',
  input: {
    what: field
      .list(field.name)
      .optional()
      .meta({ title: '需补正材料', description: 'What is missing; left out: what was named when it was sent' }),
    servedOn: field.servedOn,
  },
  emits: [SupplementRequested],
  decide: (input, record, context) => {
    const { facts } = record
    const what = [...(input.what ?? facts.missing)]
    const no = firstOf(
      facts.complete && refuse('ERR_GUARD', { guard: 'complete' }),
      what.length === 0 && refuse('ERR_GUARD', { guard: 'nothing-named' }),
    )
    if (no) return no
    const served = servedDay({ servedOn: input.servedOn }, context, record.since)
    return isRefusal(served) ? served : SupplementRequested({ what, servedOn: served })
  },
})
