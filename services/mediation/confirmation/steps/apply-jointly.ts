import {
  field,
  firstOf,
  inFuture,
  isRefusal,
  oneRecord,
  refuse,
  rows,
  tooSoon,
  warn,
  type Actor,
  type Day,
  type Found,
  type Refusal,
} from '#kernel'
import type { Rules } from '#rules'
import { lastDayOf } from '../../last-day.js'
import { DISPUTES } from '../../mediation/disputes.js'
import { mediation, partiesOf, type MediationFacts } from '../../mediation/state.js'
import { lacking, sides, speaksFor } from '../../parties.js'
import type { Application } from '../../views/applications.js'
import { ConfirmationApplied } from '../events.js'
import { confirmation } from '../state.js'

type Mediation = Found<string, MediationFacts>

const STANDS = ['AGREED', 'PERFORMING', 'BREACHED']

/** Both sides within 30 days of effect, by the court's receipt (MSF 205). */
const tooLate = ({ facts }: Mediation, receivedOn: Day, rules: Rules): Refusal | false => {
  if (!facts.agreement) return false
  const { effectiveOn } = facts.agreement
  const clock = mediation.reads.application
  const due = lastDayOf({ clock, on: mediation, field: 'effectiveOn' }, effectiveOn, rules)
  if (isRefusal(due)) return due
  return receivedOn > due && refuse('ERR_LATE', { clock, effectiveOn, due, receivedOn })
}

/** The court that invited the mediation, else the one to which the dispute itself belongs (R-JC-03). */
const wrongCourt = ({ facts }: Mediation, court: string, rules: Rules): Refusal | false => {
  const competent = facts.invitedBy ?? rules.courtFor(facts.ip)
  return court !== competent && refuse('ERR_WRONG_COURT', { court, competent, ip: facts.ip })
}

/** What the application says of the agreement. */
const saidOf = (found: Mediation | undefined) => ({
  effectiveOn: found?.facts.agreement?.effectiveOn,
  dispute: found && DISPUTES[found.facts.dispute].title.zh,
})

/** Another's mediation is not found. */
const foreign = ({ facts }: Mediation, actor: Actor): Refusal | false =>
  !(actor.subject === undefined ? actor.agency === facts.organisation : speaksFor(actor, partiesOf(facts))) &&
  refuse('ERR_GUARD', { guard: 'mediation' })

/** Both sides ask the court to confirm; one of them or the mediation body hands it in. */
export const applyJointly = confirmation.step({
  name: 'ApplyJointly',
  title: { zh: '共同申请司法确认', en: 'Apply jointly for confirmation' },
  law: ['MSF:205', 'MSJS:351', 'TJF:33'],
  from: ['new'],
  who: { may: 'apply-confirmation', office: ['party', 'mediator', 'officer', 'responsible'] },
  input: {
    mediation: field
      .recordOf('mediation/mediation')
      .meta({ title: '调解', description: 'The mediation with the agreement' }),
    court: field.agencyThat('confirm').meta({ title: '人民法院', description: 'Court' }),
    signedBy: sides.meta({ title: '签字方', description: 'Sides that signed the application' }),
    receivedOn: field.day
      .optional()
      .meta({ title: '法院收到日期', description: 'Day of the court’s receipt; today when left out' }),
    pendingElsewhere: field.yes
      .default(false)
      .meta({ title: '已向其他法院申请', description: 'Another court has been asked' }),
  },
  needs: {
    mediation: (input) => oneRecord(mediation, input.mediation),
    open: (input) => rows<Application>('applications', { mediation: input.mediation, open: true }),
  },
  makes: (_, __, { needs }) => [{ title: '司法确认申请书', fields: saidOf(needs.mediation) }, '承诺书'],
  joins: (_, needs) => needs.mediation?.dossier,
  claims: (input, _, { needs }) => [`confirmation:${input.mediation}:${needs.mediation?.facts.applications ?? 0}`],
  emits: [ConfirmationApplied],
  decide: (input, _, { actor, needs, rules, today, now }) => {
    const found = needs.mediation
    if (!found) return refuse('ERR_GUARD', { guard: 'mediation' })
    const receivedOn = input.receivedOn ?? today
    const missing = lacking(input.signedBy)
    const { agreement, organisation, ip } = found.facts
    const no = firstOf(
      foreign(found, actor),
      missing.length > 0 && refuse('ERR_JOINT', { missing }),
      inFuture(now, { receivedOn }),
      tooSoon('receivedOn', receivedOn, agreement?.effectiveOn),
      tooLate(found, receivedOn, rules),
      (!agreement || !STANDS.includes(found.state)) &&
        refuse('ERR_GUARD', { guard: 'agreement-stands', state: found.state }),
      wrongCourt(found, input.court, rules),
      (input.pendingElsewhere || needs.open.length > 0) &&
        refuse('ERR_GUARD', { guard: 'another-court', courts: needs.open.map((one) => one.court) }),
    )
    if (no) return no
    const { amount, lastPerformanceDay, titleWords } = agreement!
    const applied = ConfirmationApplied({
      ...{ mediation: found.id, court: input.court, organisation, parties: partiesOf(found.facts), ip },
      ...{ amount, lastPerformanceDay, receivedOn, titleWords },
    })
    return titleWords.length ? [applied, warn('TITLE_CLAUSE', { words: titleWords })] : applied
  },
})
