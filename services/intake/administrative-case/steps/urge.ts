import { field, isRefusal, servedDay } from '#kernel'
import { ReminderServed } from '../events.js'
import { notOverdue } from '../performance.js'
import { administrativeCase } from '../state.js'
import { responsible } from '../who.js'

/** Reminds the party; ten working days after its receipt the court may be asked to enforce. */
export const urge = administrativeCase.step({
  name: 'Urge',
  title: { zh: '催告', en: 'Urge performance' },
  law: ['QZF:54', 'QZF:69'],
  from: ['SERVED', 'PERFORMING'],
  who: responsible,
  makes: '履行催告书',
  input: { servedOn: field.servedOn },
  emits: [ReminderServed],
  decide: (input, record, context) => {
    const early = notOverdue(record, context.today)
    if (early) return early
    const servedOn = servedDay({ servedOn: input.servedOn }, context, record.since)
    return isRefusal(servedOn) ? servedOn : ReminderServed({ servedOn })
  },
})
