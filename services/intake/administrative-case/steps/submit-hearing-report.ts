import { refuse } from '#kernel'
import { enclosures } from '../../form.js'
import { HearingReported } from '../events.js'
import { administrativeCase } from '../state.js'
import { host } from '../who.js'

export const submitHearingReport = administrativeCase.step({
  name: 'SubmitHearingReport',
  title: { zh: '提交听证报告', en: 'Submit the hearing report' },
  law: ['CFF:65'],
  from: ['HEARING_DONE'],
  who: host,
  makes: '听证报告',
  input: { enclosures },
  emits: [HearingReported],
  decide: (_, { facts: { hearing } }) => {
    if (!hearing.held) return refuse('ERR_GUARD', { guard: 'no-hearing-held' })
    return hearing.reported ? refuse('ERR_GUARD', { guard: 'done-already' }) : HearingReported({})
  },
})
