import { contract, field } from '#kernel'
import { z } from 'zod'

/** What a lead tells the others (rulebook 11.1). */

export { TestCommissioned, TestReceived, ThresholdEvaluated } from './inquiry.js'

/** Another record from which the system opened a lead. */
export const source = z.strictObject({
  kind: field.name,
  record: field.id,
  /** `same`: the very matter in other hands, so that its amounts count once; `new`: another act. */
  matter: field.oneOf('same', 'new'),
  /** The agency that gave it away. */
  from: field.agency.optional(),
})

/** A broken promise or a repeat (CFPC 6(6), 7(1)). */
export const earlier = z.strictObject({
  agreement: field.name.optional().meta({
    title: '在先协议',
    description: 'Agreement that was broken; its number',
    examples: ['许知调协〔2025〕8号'],
  }),
  penalty: field.name.optional().meta({
    title: '在先处罚',
    description: 'Penalty for the same; number of the decision',
    examples: ['许魏市监处罚〔2025〕31号'],
  }),
  judgment: field.name.optional().meta({
    title: '在先判决',
    description: 'Judgment for the same; its number',
    examples: ['（2025）豫1002民初118号'],
  }),
})

const about = {
  agency: field.agency,
  subject: field.subject,
  ip: field.name.optional(),
}

export const LeadReceived = contract(
  1,
  'LeadReceived',
  { zh: '线索登记', en: 'Lead received' },
  {
    ...about,
    /** Row of rulebook 1.1, for instance SRC-12315-JB. */
    channel: field.name,
    /** Whether the receiving agency itself handles it; a hub dispatches it. */
    handler: field.yes,
    /** 投诉 rather than 举报 or any other source. */
    complaint: field.yes,
    /** Null: the paper has not reached the agency; NoticeReceived brings the day. */
    receivedOn: field.day.nullable(),
    named: field.yes,
    /** Pseudonym of the reporter. */
    reporter: field.name.optional(),
    earlier: earlier.optional(),
    source: source.optional(),
    /** Where a joint action gave the target away: the act it is about. */
    act: field.name.optional(),
    /** Earlier end fixed by whoever assigned it. */
    dueBy: field.day.optional(),
    counterfeitPatent: field.yes.optional(),
  },
)

/** One half stays, the other becomes a lead of its own (TSJB 9). */
export const MixedMaterialSplit = contract(
  1,
  'MixedMaterialSplit',
  { zh: '投诉举报分列', en: 'Mixed material split' },
  {
    ...about,
    /** Whether the half that stays is a complaint that its handler has in hand. */
    complaint: field.yes,
    other: field.oneOf('complaint', 'report'),
    /** Channel of the other half. */
    channel: field.name,
    handler: field.yes,
    receivedOn: field.day.nullable(),
    named: field.yes,
    reporter: field.name.optional(),
  },
)

export const LeadClassified = contract(
  1,
  'LeadClassified',
  { zh: '线索分类', en: 'Lead classified' },
  {
    ...about,
    ip: field.name,
    /** The subject was found out only now. */
    identified: field.yes,
  },
)

/** `agency` gave it, `to` has it now; clocks count from the recipient's receipt. */
export const LeadDispatched = contract(
  1,
  'LeadDispatched',
  { zh: '线索分送', en: 'Lead dispatched' },
  {
    ...about,
    to: field.agency,
    complaint: field.yes,
    receivedOn: field.day.nullable(),
  },
)

/** The same reporter told more: this lead ends, the earlier one counts from `receivedOn` (TSJB 35). */
export const ReportMerged = contract(
  1,
  'ReportMerged',
  { zh: '并入在先举报', en: 'Report merged' },
  { into: field.id, receivedOn: field.day, newFacts: field.text },
)

export const RepeatAbsorbed = contract(
  1,
  'RepeatAbsorbed',
  { zh: '并入再次举报', en: 'Repeat absorbed' },
  { from: field.id, receivedOn: field.day },
)

/** `channel`: who gave a clue wants to hear of it (CLK-COOP-FEEDBACK); `named`: under the old rules the reporter was told. */
const ended = { ...about, channel: field.name, named: field.yes }

export const LeadFiled = contract(
  1,
  'LeadFiled',
  { zh: '线索立案', en: 'Lead filed' },
  {
    ...ended,
    case: field.id,
    /** Which suspicion of a crime the lead has come to; left out: the first. */
    round: field.count.optional(),
  },
)

export const DECLINE_GROUNDS = ['minor-corrected', 'first-slight-corrected', 'no-fault', 'other'] as const

export const FilingDeclined = contract(
  1,
  'FilingDeclined',
  { zh: '不予立案', en: 'Filing declined' },
  { ...ended, ground: field.oneOf(...DECLINE_GROUNDS) },
)

export const LeadTransferred = contract(
  1,
  'LeadTransferred',
  { zh: '线索移送', en: 'Lead transferred' },
  {
    ...ended,
    to: field.agency,
    /** `designation`: another bureau, by JurisdictionAgreed or JurisdictionDesignated. */
    ground: field.oneOf('other-department', 'designation', 'police'),
    receivedOn: field.day.nullable(),
  },
)

/** The recipient of a transferred case disagrees; counted at the superior from its receipt (PROC 14). */
export const DesignationAsked = contract(
  1,
  'DesignationAsked',
  { zh: '报请指定管辖', en: 'Designation asked' },
  {
    ...about,
    superior: field.agency,
    receivedBySuperiorOn: field.day.nullable(),
    reason: field.text,
  },
)

/** The police gave back what had been sent to them without a case: it goes on as a lead of its own. */
export const PoliceReturned = contract(
  1,
  'PoliceReturned',
  { zh: '公安机关退回', en: 'Returned by the police' },
  { ...about, receivedOn: field.day.nullable(), transfer: field.id },
)
