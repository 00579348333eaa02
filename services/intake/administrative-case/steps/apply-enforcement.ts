import { firstOf, refuse } from '#kernel'
import { EnforcementApplied } from '../events.js'
import { administrativeCase } from '../state.js'
import { responsible } from '../who.js'

/** Ten working days after the reminder (ERR_TOO_EARLY), within three months of the end of the remedies (ERR_LATE). */
export const applyEnforcement = administrativeCase.step({
  name: 'ApplyEnforcement',
  title: { zh: '申请法院强制执行', en: 'Apply to the court for enforcement' },
  law: ['QZF:53', 'QZF:54', 'PROC:76'],
  from: ['SERVED', 'PERFORMING'],
  who: responsible,
  makes: '强制执行申请书',
  emits: [EnforcementApplied],
  decide: (_, { facts }) => {
    const { remediesExpired, challenges, reminded, unserved } = facts
    const upheld = challenges.length > 0 && challenges.every(({ result }) => result === 'upheld')
    return (
      firstOf(
        !remediesExpired && !upheld && refuse('ERR_GUARD', { guard: 'remedies-open', challenges: challenges.length }),
        (!reminded || 'ReminderServed' in unserved) && refuse('ERR_GUARD', { guard: 'no-reminder-served' }),
      ) ?? EnforcementApplied({})
    )
  },
})
