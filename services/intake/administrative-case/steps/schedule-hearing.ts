import { field, refuse } from '#kernel'
import { titled } from '../../form.js'
import { HearingScheduled } from '../events.js'
import { administrativeCase } from '../state.js'
import { host } from '../who.js'

export const scheduleHearing = administrativeCase.step({
  name: 'ScheduleHearing',
  title: { zh: '确定听证日期', en: 'Schedule the hearing' },
  law: ['CFF:64'],
  from: ['HEARING_PENDING'],
  who: host,
  input: { day: titled(field.day, '听证日期', 'Day of the hearing') },
  emits: [HearingScheduled],
  decide: ({ day }, { facts: { hearing } }, { today, actor }) => {
    if (day <= today) return refuse('ERR_GUARD', { guard: 'hearing-day-to-come', day, today })
    return hearing.day === day
      ? refuse('ERR_GUARD', { guard: 'done-already' })
      : HearingScheduled({ day, host: actor.person })
  },
})
