import { field, firstOf, inFuture, refuse, tooSoon } from '#kernel'
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
    on: field.day.optional().meta({ title: '收到日期', description: 'Day of receipt; today when left out' }),
  },
  emits: [NoticeReceived],
  decide: ({ of, on: given }, { facts }, { today, now }) => {
    const on = given ?? today
    return (
      firstOf(
        facts.servedOn !== null && refuse('ERR_GUARD', { guard: 'already-served', servedOn: facts.servedOn }),
        inFuture(now, { on }),
        tooSoon('on', on, facts.listedOn),
      ) ?? NoticeReceived({ of, on })
    )
  },
})
