import { firstOf, refuse } from '#kernel'
import { ReporterInformed } from '../events.js'
import { finals, toldAlready } from '../guards.js'
import { lead } from '../state.js'

/** The result, where a law says that a named reporter is told (FBZ 20), or the repealed measures still govern (R-INT-16). */
export const notifyNamedReporter = lead.step({
  name: 'NotifyNamedReporter',
  title: { zh: '告知实名举报人处理结果', en: 'Notify the named reporter' },
  law: ['TSJB:36', 'FBZ:20'],
  from: finals,
  who: { of: 'holder', office: 'desk' },
  makes: '举报处理结果告知书',
  emits: [ReporterInformed],
  unless: ({ facts, clocks, kind }, { rules }) => {
    const duties = rules
      .clockRows(kind)
      .filter(({ stops }) => stops.some(({ event }) => event === ReporterInformed.type))
    const owed = clocks.some((clock) => duties.some(({ id }) => id === clock.id))
    const basis = owed || (facts.ip !== undefined && rules.ip(facts.ip)?.reporterTold !== undefined)
    return firstOf(
      !basis && refuse('ERR_NO_BASIS', { ip: facts.ip }),
      !facts.named && refuse('ERR_GUARD', { guard: 'reporter-not-named' }),
      toldAlready(facts, ReporterInformed),
    )
  },
  decide: () => ReporterInformed({}),
})
