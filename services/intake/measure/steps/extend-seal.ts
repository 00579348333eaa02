import { field, firstOf, isRefusal, oneRecord, refuse, servedDay, tellsIdentity } from '#kernel'
import { administrativeCase } from '../../administrative-case/state.js'
import { undecided } from '../../administrative-case/states.js'
import { titled } from '../../form.js'
import { MeasureExtended } from '../events.js'
import { measure } from '../state.js'

const STANDING = 'CRIMINAL_TRANSFERRED'

/** Thirty days more, once, before the first thirty are over (ERR_CLOCK_RULE), with reasons in writing. */
export const extendSeal = measure.step({
  name: 'ExtendSeal',
  title: { zh: '延长查封扣押期限', en: 'Extend the sealing' },
  law: ['QZF:25', 'PROC:38'],
  from: ['SEALED'],
  who: { of: ['holder', 'approver'], office: 'responsible' },
  makes: ({ reasons }) => [{ title: '延长行政强制措施期限决定书', fields: { reasons } }],
  input: { reasons: titled(field.text, '延长理由', 'Why the case is complex'), servedOn: field.servedOn },
  emits: [MeasureExtended],
  needs: { case: (_, { facts }) => oneRecord(administrativeCase, facts.case) },
  decide: (input, { facts, since }, context) => {
    const state = context.needs.case?.state
    const no = firstOf(
      facts.case !== undefined &&
        state !== STANDING &&
        !undecided(state ?? '') &&
        refuse('ERR_GUARD', { guard: 'case-decided', state: state ?? null }),
      tellsIdentity({ reasons: input.reasons }),
    )
    if (no) return no
    const servedOn = servedDay({ servedOn: input.servedOn }, context, since)
    return isRefusal(servedOn) ? servedOn : MeasureExtended({ servedOn })
  },
})
