import { dayOf, field, outside } from '#kernel'
import { OpinionReceived } from '../events.js'
import { transfer } from '../state.js'

/** After a non-prosecution the agency receives the procuratorate's opinion and goes on with its own case (R-REV-07). */
export const receiveOpinion = transfer.step({
  name: 'ReceiveOpinion',
  title: { zh: '收到检察意见', en: 'Receive the opinion' },
  law: ['XSSF:177', 'CFF:27'],
  from: ['NON_PROSECUTION'],
  who: { of: 'agency', office: 'staff' },
  given: ['检察意见书'],
  makes: '签收',
  input: {
    enclosures: field.enclosures,
    receivedOn: field.day.optional().meta({ title: '收到日期', description: 'Day of receipt; left out: today' }),
  },
  emits: [OpinionReceived],
  decide: (input, { facts, since }, { today, now }) => {
    const receivedOn = input.receivedOn ?? today
    return (
      outside('receivedOn', receivedOn, dayOf(since), dayOf(now)) ??
      (facts.back ? [] : OpinionReceived({ ...facts, receivedOn }))
    )
  },
})
