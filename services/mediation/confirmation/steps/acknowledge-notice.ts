import { field } from '#kernel'
import { inFuture } from '../../dates.js'
import { NoticeReceived } from '../events.js'
import { confirmation, COURT } from '../state.js'

/** A party, or the court on the return slip, says when a ruling arrived. */
export const acknowledgeNotice = confirmation.step({
  name: 'AcknowledgeNotice',
  title: { zh: '签收裁定书', en: 'Acknowledge a ruling' },
  law: ['MSF:206'],
  from: ['CONFIRMED', 'PERFORMING', 'ENFORCING', 'REJECTED', 'REFUSED'],
  who: { of: ['parties', 'holder'], office: ['party', ...COURT] },
  input: {
    of: field.oneOf('Confirmed', 'Rejected', 'Refused').meta({ title: '文书', description: 'Which paper' }),
    on: field.day.optional().meta({ title: '收到日期', description: 'Day of receipt; today when left out' }),
  },
  emits: [NoticeReceived],
  decide: ({ of, on }, _, { today, now }) => inFuture(now, { on }) ?? NoticeReceived({ of, on: on ?? today }),
})
