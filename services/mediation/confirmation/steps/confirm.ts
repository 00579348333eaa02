import { field, isRefusal, oneRecord, servedDay, type Context, type Day, type Found, type Refusal } from '#kernel'
import { mediation, type MediationFacts } from '../../mediation/state.js'
import { Confirmed, PerformanceRecorded } from '../events.js'
import { confirmation } from '../state.js'

/** Days of a ruling: made, then served, neither in the future. */
export const ruling = {
  ruledOn: field.day.optional().meta({ title: '裁定日期', description: 'Day of the ruling; today when left out' }),
  servedOn: field.servedOn,
}

/** When the ruling was made and served; ERR_DATE: in the future, before the application, or served before it was made. */
export const rulingDays = (
  given: { ruledOn?: Day; servedOn?: Day | null },
  received: Day | undefined,
  context: Pick<Context, 'today' | 'now'>,
): { ruledOn: Day; servedOn: Day | null } | Refusal => {
  const ruledOn = servedDay({ ruledOn: given.ruledOn }, context, received)
  if (isRefusal(ruledOn)) return ruledOn
  const servedOn = servedDay({ servedOn: given.servedOn }, context, ruledOn)
  return isRefusal(servedOn) ? servedOn : { ruledOn, servedOn }
}

/** What was performed before the ruling. */
const performed = (found: Found<string, MediationFacts> | undefined) => {
  const { agreement, paid, left } = found?.facts ?? {}
  if (!agreement || !(paid || found?.state === 'PERFORMED')) return []
  const remaining = agreement.amount - (paid ?? 0)
  return [PerformanceRecorded({ remaining, left: [...(left ?? [])], all: remaining === 0 && !left?.length })]
}

/** The ruling takes effect on service; where no day for performance was agreed, enforcement counts from then (R-JC-10). */
export const confirm = confirmation.step({
  name: 'Confirm',
  title: { zh: '裁定确认', en: 'Confirm' },
  law: ['MSF:206', 'MSJS:358'],
  from: ['ACCEPTED', 'REVIEWING'],
  who: { of: 'holder', office: 'judges' },
  makes: '确认裁定书',
  input: ruling,
  needs: { mediation: (_, { facts }) => oneRecord(mediation, facts.mediation) },
  emits: [Confirmed, PerformanceRecorded],
  decide: (input, { facts }, context) => {
    const days = rulingDays(input, facts.receivedOn, context)
    if (isRefusal(days)) return days
    const { mediation: of, lastPerformanceDay } = facts
    const enforceFrom = lastPerformanceDay ?? days.servedOn
    return [
      Confirmed({ mediation: of, ...days, lastPerformanceDay, enforceFrom }),
      ...performed(context.needs.mediation),
    ]
  },
})
