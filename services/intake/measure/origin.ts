import { measure as contract } from '#contracts'
import { field, firstOf, oneRecord, refuse, type Actor, type Found, type Lookup, type Refusal } from '#kernel'
import type { Rules } from '#rules'
import type { CaseFacts } from '../administrative-case/facts.js'
import { administrativeCase } from '../administrative-case/state.js'
import type { CaseState } from '../administrative-case/states.js'
import { titled } from '../form.js'
import type { LeadFacts } from '../lead/facts.js'
import { lead } from '../lead/state.js'

type LeadState = keyof typeof lead.states
type Lead = Found<LeadState, LeadFacts>
type Case = Found<CaseState, CaseFacts>
type Ids = { lead?: string; case?: string }

/** From which lead or case the measure is taken. */
export const originInput = field.group('所属线索或者案件', 'The lead or case', {
  lead: titled(field.recordOf('intake/lead').optional(), '线索', 'Lead in verification'),
  case: titled(field.recordOf('intake/administrative-case').optional(), '案件', 'Case under investigation'),
})

export const urgent = titled(field.yes, '情况紧急当场实施', 'Taken on the spot for urgency').default(false)

export const goods = titled(field.list(contract.goods, 1, 1000), '财物清单', 'List of goods')

export const originNeeds = {
  lead: (input: Ids): Lookup<Lead | undefined> => oneRecord(lead, input.lead),
  case: (input: Ids): Lookup<Case | undefined> => oneRecord(administrativeCase, input.case),
}

export interface Origin {
  agency: string
  lead?: string
  case?: string
  subject: CaseFacts['subject']
  ip: string | undefined
  investigators: readonly string[]
  state: string
  /** In verification or under investigation. */
  ready: boolean
  dossier: string
}

const LEAD_READY = ['VERIFYING', 'VERIFY_PAUSED'] as const satisfies readonly LeadState[]
const CASE_READY = ['FILED', 'INVESTIGATING'] as const satisfies readonly CaseState[]

const among = (states: readonly string[], { state }: { state: string }) => ({ state, ready: states.includes(state) })

/** The lead or case as a measure sees it. */
export const originIn = (needs: { lead: Lead | undefined; case: Case | undefined }): Origin | undefined => {
  const { lead: from, case: of } = needs
  if (of) {
    const { agency, subject, ip, investigators } = of.facts
    return { agency, subject, ip, investigators, case: of.id, ...among(CASE_READY, of), dossier: of.dossier }
  }
  if (!from) return undefined
  const { holder: agency, subject, ip, officers: investigators } = from.facts
  return { agency, subject, ip, investigators, lead: from.id, ...among(LEAD_READY, from), dossier: from.dossier }
}

/** Another's lead or case is not found: nobody learns that there is one. */
export const originUnseen = (ids: Ids, origin: Origin | undefined, agency: string): Refusal | undefined => {
  if ((ids.lead === undefined) === (ids.case === undefined)) return refuse('ERR_GUARD', { guard: 'lead-or-case' })
  return origin?.agency === agency ? undefined : refuse('ERR_GUARD', { guard: 'unknown-lead-or-case' })
}

/** A lead in verification or a case under investigation, of the bureau itself or of the one whose superior must approve. */
export const originWrong = (ids: Ids, origin: Origin | undefined, agency: string): Refusal | undefined => {
  return firstOf(
    originUnseen(ids, origin, agency),
    !origin?.ready && refuse('ERR_GUARD', { guard: 'not-in-investigation', state: origin?.state }),
    origin?.ip === undefined && refuse('ERR_GUARD', { guard: 'right-unknown' }),
  )
}

/** The responsible person decides, not one who investigates; officers only for urgency, and then report (QZF 19). */
export const approverWrong = (rules: Rules, actor: Actor, urgent: boolean, origin: Origin): Refusal | undefined => {
  const approves = rules.officesIn('responsible').includes(actor.office)
  if (!approves && !urgent)
    return refuse('ERR_WRONG_APPROVER', { office: actor.office, needed: rules.officesIn('responsible') })
  return approves && origin.investigators.includes(actor.person)
    ? refuse('ERR_SOD', { person: actor.person })
    : undefined
}
