import { field, firstOf, refuse } from '#kernel'
import { titled } from '../../form.js'
import { ReporterRedirected } from '../events.js'
import { dispatched, goodsHeld, incompetent, isReport } from '../guards.js'
import { outcomeOf } from '../outcome.js'
import { lead } from '../state.js'

/** A bureau without authority tells the reporter where to go; it does not send the report there itself. */
export const redirectReporter = lead.step({
  name: 'RedirectReporter',
  title: { zh: '告知举报人向有权机关举报', en: 'Redirect the reporter' },
  law: ['TSJB:34'],
  from: ['RECEIVED', 'CLASSIFIED', 'VERIFYING'],
  who: { of: 'holder', office: 'desk' },
  makes: '告知书',
  input: { to: titled(field.agency, '有权机关', 'Competent agency') },
  emits: [ReporterRedirected],
  claims: (_input, { id }) => [outcomeOf(id)],
  unless: (record, { rules }) =>
    firstOf(
      !isReport(record, rules) && refuse('ERR_GUARD', { guard: 'not-a-report', channel: record.facts.channel }),
      dispatched(record) && refuse('ERR_GUARD', { guard: 'dispatched-is-returned', registrar: record.facts.registrar }),
    ),
  decide: ({ to }, record, { rules }) =>
    firstOf(
      to === record.facts.holder && refuse('ERR_GUARD', { guard: 'same-agency', agency: to }),
      incompetent(rules, to, record.facts.ip),
      goodsHeld(record),
    ) ?? ReporterRedirected({ to }),
})
