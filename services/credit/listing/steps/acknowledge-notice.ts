import { field, isRefusal, refuse, servedDay } from '#kernel'
import { NoticeReceived } from '../events.js'
import { listing } from '../state.js'

/** The party, or the bureau on the return slip, says when the decision arrived. */
export const acknowledgeNotice = listing.step({
  name: 'AcknowledgeNotice',
  title: { zh: '签收决定书', en: 'Acknowledge the decision' },
  law: ['SX44:13'],
  from: ['LISTED', 'PUBLISHED', 'OBJECTED'],
  who: { of: ['respondent', 'holder'], office: ['party', 'staff'] },
  makes: (_, { facts }) => [{ title: '送达回证', agency: facts.agency }],
  input: {
    of: field.oneOf('Listed').default('Listed').meta({ title: '文书', description: 'Which paper' }),
    on: field.acknowledgedOn,
  },
  emits: [NoticeReceived],
  decide: ({ of, on: given }, { facts }, context) => {
    if (facts.servedOn !== null) return refuse('ERR_GUARD', { guard: 'already-served', servedOn: facts.servedOn })
    const on = servedDay({ on: given }, context, facts.listedOn)
    return isRefusal(on) ? on : NoticeReceived({ of, on })
  },
})
