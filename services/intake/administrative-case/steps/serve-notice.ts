import { field, firstOf, isRefusal, servedDay, tellsIdentity } from '#kernel'
import { publicNoticeRuns } from '../decision.js'
import { PenaltyNoticeServed } from '../events.js'
import { noticeInput, noticeOf, noticeWrong } from '../notice.js'
import { administrativeCase } from '../state.js'
import { responsible } from '../who.js'

/** Tells the party what is intended and what it may say to it; a hearing in scope must be offered (ERR_NOTICE_MISSING). */
export const serveNotice = administrativeCase.step({
  name: 'ServeNotice',
  title: { zh: '送达行政处罚告知书', en: 'Serve the penalty notice' },
  law: ['PROC:57', 'CFF:44', 'CFF:63', 'TZBF:5'],
  from: ['REVIEWED'],
  who: responsible,
  makes: ({ servedOn: _, ...fields }) => [{ title: '行政处罚告知书', fields }],
  input: { ...noticeInput, ...field.group('送达', 'Service', { servedOn: field.servedOn }) },
  emits: [PenaltyNoticeServed],
  decide: (input, { facts, since }, context) => {
    const notice = noticeOf(input)
    const no = firstOf(tellsIdentity(input), noticeWrong(context.rules, facts.subject, notice), publicNoticeRuns(facts))
    if (no) return no
    const servedOn = servedDay({ servedOn: input.servedOn }, context, since)
    return isRefusal(servedOn) ? servedOn : PenaltyNoticeServed({ agency: facts.agency, ...notice, servedOn })
  },
})
