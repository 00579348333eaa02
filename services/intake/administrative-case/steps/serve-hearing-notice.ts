import { refuse } from '#kernel'
import { HearingNoticeServed } from '../events.js'
import { administrativeCase } from '../state.js'
import { host } from '../who.js'

/** Seven working days before the day; later that day is lost (ERR_LATE) and another must be fixed. */
export const serveHearingNotice = administrativeCase.step({
  name: 'ServeHearingNotice',
  title: { zh: '送达听证通知书', en: 'Serve the hearing notice' },
  law: ['CFF:64'],
  from: ['HEARING_PENDING'],
  who: host,
  makes: (_, { facts }) => [{ title: '行政处罚听证通知书', fields: { day: facts.hearing.day } }],
  emits: [HearingNoticeServed],
  decide: (_, { facts: { hearing } }) => {
    if (hearing.day === undefined) return refuse('ERR_GUARD', { guard: 'hearing-not-scheduled' })
    return hearing.notified ? refuse('ERR_GUARD', { guard: 'done-already' }) : HearingNoticeServed({})
  },
})
