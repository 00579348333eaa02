import { nearest, refuse, type RecordView, type Refusal } from '#kernel'
import type { Rules } from '#rules'
import type { LeadFacts } from './facts.js'
import { lead } from './state.js'

/** The right of a bureau that verifies itself (8.2): hubs and police register and send on. */
export const VERIFY = 'verify-lead'

type Seen = Pick<RecordView<string, LeadFacts>, 'facts' | 'state'>

export const finals = Object.entries(lead.states)
  .filter(([, title]) => 'final' in title && title.final)
  .map(([state]) => state) as (keyof typeof lead.states)[]

/** Of one outcome everyone is told once. */
export const toldAlready = ({ told }: LeadFacts, { type }: { type: string }): Refusal | false =>
  told.includes(type) && refuse('ERR_GUARD', { guard: 'told-already' })

export const isFinal = (state: string): boolean => (finals as string[]).includes(state)

/** Goods stay registered or sealed: only filing ends the lead (rulebook 11.1). */
export const goodsHeld = ({ facts }: Seen): Refusal | false =>
  facts.openMeasures.length > 0 && refuse('ERR_GUARD', { guard: 'goods-held', measures: facts.openMeasures })

/** Handed over by another bureau with its case: only the common superior may send it on (PROC 14). */
export const cameTransferred = ({ facts }: Seen): boolean =>
  facts.source?.matter === 'same' && ['case-transferred', 'designated'].includes(facts.source.kind)

export const dispatched = ({ facts }: Seen): boolean => facts.holder !== facts.registrar

export const isReport = ({ facts }: Seen, rules: Rules): boolean =>
  !facts.complaint && rules.channel(facts.channel)?.report === true

export const notComplaint = ({ facts }: Seen): Refusal | false =>
  !facts.complaint && refuse('ERR_GUARD', { guard: 'not-a-complaint', channel: facts.channel })

export const codes = (rows: readonly { code: string }[]): string[] => rows.map(({ code }) => code)

/** Nobody knows an agency of this code. */
export const unknownAgency = (rules: Rules, agency: string): Refusal | false =>
  !rules.agency(agency) &&
  refuse('ERR_GUARD', { guard: 'unknown-agency', agency, nearest: nearest(agency, codes(rules.agencies)) })

/** The agency exists and penalises what touches this right (rulebook 1.4). */
export const incompetent = (rules: Rules, to: string, ip: string | undefined): Refusal | false => {
  const agency = rules.agency(to)
  if (!agency) return unknownAgency(rules, to)
  if (ip === undefined || rules.competent(ip, 'penalty').includes(agency.kind)) return false
  return refuse('ERR_GUARD', { guard: 'not-competent', agency: to, ip, competent: rules.competent(ip, 'penalty') })
}

/** What an event about the end of a lead says of it. */
export const endedFrom = ({ holder, subject, ip, channel, named }: LeadFacts) => ({
  agency: holder,
  subject,
  ip,
  channel,
  named,
})

/** 负责人, not one of those who investigated (invariant 5). */
export const approver = {
  of: 'holder',
  office: 'responsible',
  apart: ({ officers }: LeadFacts): readonly string[] => officers,
} as const

/** 办案人员 of an agency that verifies (rulebook 8.2). */
export const verifier = { of: 'holder', may: 'verify-lead', office: 'casework' } as const
