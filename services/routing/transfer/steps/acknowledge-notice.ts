import { field, isRefusal, refuse, servedDay } from '#kernel'
import { transfer as told } from '#contracts'
import { NoticeReceived } from '../events.js'
import { transfer } from '../state.js'

/** A paper that was not served when it was made has reached its addressee: what counts from its receipt begins. */
export const acknowledgeNotice = transfer.step({
  name: 'AcknowledgeNotice',
  title: { zh: '签收文书', en: 'Acknowledge a paper' },
  law: ['GWY310:8', 'GWY310:9'],
  from: [
    'REPORT_SUBMITTED',
    'SUPPLEMENTING',
    'REFUSED',
    'POLICE_FILED',
    'RECON_REQUESTED',
    'RECON_UPHELD',
    'EXPLAINING',
    'ORDERED_TO_FILE',
    'SUPERVISION_REJECTED',
    'RETURNED_WITHDRAWN',
    'CONVICTED',
    'ACQUITTED',
    'NON_PROSECUTION',
  ],
  who: { of: ['agency', 'police'], office: 'staff' },
  makes: '签收',
  input: {
    of: told.NoticeReceived.schema.shape.of
      .optional()
      .meta({ title: '文书', description: 'The event whose paper it is; left out: the latest that is on its way' }),
    on: field.acknowledgedOn,
  },
  emits: [NoticeReceived],
  decide: (input, { facts }, context) => {
    const side = context.actor.agency === facts.agency ? 'agency' : 'police'
    const mine = facts.unserved.filter((paper) => paper.to === side && (input.of ?? paper.of) === paper.of)
    const paper = mine.at(-1)
    if (!paper) return refuse('ERR_GUARD', { guard: 'nothing-to-acknowledge', of: input.of })
    const of = told.NoticeReceived.schema.shape.of.parse(paper.of)
    const on = servedDay({ on: input.on }, context, paper.since)
    return isRefusal(on) ? on : NoticeReceived({ ...facts, of, on })
  },
})
