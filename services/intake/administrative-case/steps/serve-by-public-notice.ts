import { field, firstOf, refuse, tellsIdentity } from '#kernel'
import { z } from 'zod'
import { titled } from '../../form.js'
import { publicNoticeRuns, serviceOf } from '../decision.js'
import { PublicNoticeStarted } from '../events.js'
import { noticeInput, noticeOf, noticeWrong } from '../notice.js'
import { administrativeCase } from '../state.js'
import { responsible } from '../who.js'

/** Serves the penalty notice or the decision by public notice: thirty days later it counts as served. */
export const serveByPublicNotice = administrativeCase.step({
  name: 'ServeByPublicNotice',
  title: { zh: '公告送达', en: 'Serve by public notice' },
  law: ['PROC:82', 'CFF:61'],
  from: ['REVIEWED', 'DECIDED'],
  who: responsible,
  makes: (input, { state }) => [
    { title: '送达公告' },
    ...(state === 'REVIEWED' ? [{ title: '行政处罚告知书', fields: { ...input.notice } }] : []),
  ],
  input: {
    tried: titled(field.text, '其他方式无法送达的情况', 'Why no other service is possible'),
    notice: titled(z.strictObject(noticeInput).optional(), '告知内容', 'The penalty notice, before the decision'),
  },
  emits: [PublicNoticeStarted],
  decide: (input, { state, facts }, { rules }) => {
    const no = firstOf(publicNoticeRuns(facts), tellsIdentity(input))
    if (no) return no
    if (state === 'DECIDED') return PublicNoticeStarted({ of: 'decision', service: serviceOf(facts.decision!) })
    if (!input.notice) return refuse('ERR_GUARD', { guard: 'notice-content' })
    const notice = noticeOf(input.notice)
    return noticeWrong(rules, facts.subject, notice) ?? PublicNoticeStarted({ of: 'notice', notice })
  },
})
