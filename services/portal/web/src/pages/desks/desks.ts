import type { deskWords } from './words.js'

type Word = keyof typeof deskWords

/** Records of one kind in some of their states, under the words of what is to be done with them. */
export interface Section {
  word: Word
  kind: string
  /** Left out: all other states of that kind. */
  states?: readonly string[]
}

export interface Desk {
  name: Word
  /** Kinds of agency that work at it. */
  agencies: readonly string[]
  sections: readonly Section[]
}

const transfer = 'routing/transfer'
const listing = 'credit/listing'
const confirmation = 'mediation/confirmation'
const mediation = 'mediation/mediation'
const action = 'routing/joint-action'

const CREDIT: readonly Section[] = [
  { word: 'toNotice', kind: listing, states: ['CANDIDATE', 'NOTICE_INCLUDED'] },
  { word: 'atSuperior', kind: listing, states: ['CONSENT_ASKED', 'CONSENTED'] },
  { word: 'toPublish', kind: listing, states: ['LISTED', 'RESTORED'] },
  { word: 'listed', kind: listing },
  { word: 'publicity', kind: 'credit/publicity' },
]
const JOINT: readonly Section[] = [
  { word: 'planning', kind: action, states: ['PROPOSED', 'PLAN_DRAFT'] },
  { word: 'toAct', kind: action, states: ['APPROVED', 'ANNOUNCED', 'EXECUTING'] },
  { word: 'toReport', kind: action },
]
const REGULATORS = ['SAMR-COUNTY', 'SAMR-CITY', 'SAMR-BRANCH', 'SAMR-PROVINCE', 'CULT-ENF', 'AGRI', 'FORESTRY']

/** The desks of the city, in the order of the menu. */
export const DESKS: Readonly<Record<string, Desk>> = {
  cases: {
    name: 'cases',
    agencies: [...REGULATORS, 'HUB', 'CUSTOMS', 'PROP-COPY'],
    sections: [
      { word: 'leads', kind: 'intake/lead' },
      {
        word: 'toDecide',
        kind: 'intake/administrative-case',
        states: ['REVIEWED', 'NOTICE_SERVED', 'HEARING_DONE', 'DECISION_READY'],
      },
      { word: 'casesOpen', kind: 'intake/administrative-case' },
      { word: 'measures', kind: 'intake/measure' },
    ],
  },
  transfers: {
    name: 'transfers',
    agencies: [...REGULATORS, 'CUSTOMS'],
    sections: [
      { word: 'toTransfer', kind: transfer, states: ['SUSPECTED', 'TASK_FORCE', 'REPORT_SUBMITTED', 'APPROVED'] },
      {
        word: 'refusedByPolice',
        kind: transfer,
        states: ['REFUSED', 'RECON_REQUESTED', 'RECON_UPHELD', 'SUPERVISION_REQUESTED'],
      },
      { word: 'transferred', kind: transfer },
    ],
  },
  police: {
    name: 'police',
    agencies: ['PSB'],
    sections: [
      { word: 'toReceive', kind: transfer, states: ['SENT', 'FORWARDED', 'SUPPLEMENTING'] },
      { word: 'toFile', kind: transfer, states: ['RECEIVED_BY_POLICE', 'RECON_REQUESTED', 'ORDERED_TO_FILE'] },
      { word: 'toExplain', kind: transfer, states: ['EXPLAINING'] },
      { word: 'toTakeOver', kind: transfer, states: ['POLICE_FILED', 'HANDED_OVER'] },
      { word: 'transferred', kind: transfer },
    ],
  },
  procuratorate: {
    name: 'procuratorate',
    agencies: ['PROC'],
    sections: [
      { word: 'toSupervise', kind: transfer, states: ['SUPERVISION_REQUESTED', 'EXPLAINING'] },
      { word: 'refusedByPolice', kind: transfer, states: ['REFUSED', 'RECON_REQUESTED', 'RECON_UPHELD'] },
      { word: 'transferred', kind: transfer },
    ],
  },
  mediation: {
    name: 'mediation',
    agencies: [
      ...['MEDIATION-ORG', 'FAST-YZ', 'JUSTICE', 'PROTECT', 'CCPIT', 'ARBITRATION'],
      ...['SAMR-COUNTY', 'SAMR-CITY', 'CULT-ENF', 'AGRI', 'FORESTRY'],
    ],
    sections: [
      { word: 'toAccept', kind: mediation, states: ['REQUESTED', 'SERVED', 'CONSENTED'] },
      { word: 'inSession', kind: mediation, states: ['ACCEPTED', 'IN_PROGRESS', 'EXTENDED'] },
      { word: 'agreed', kind: mediation },
      { word: 'confirmations', kind: confirmation },
    ],
  },
  court: {
    name: 'court',
    agencies: ['COURT'],
    sections: [
      { word: 'toAcceptConfirmation', kind: confirmation, states: ['APPLIED'] },
      { word: 'toRule', kind: confirmation, states: ['ACCEPTED', 'REVIEWING'] },
      { word: 'confirmations', kind: confirmation },
      { word: 'judged', kind: transfer },
    ],
  },
  credit: { name: 'credit', agencies: [...REGULATORS, 'DRC'], sections: CREDIT },
  joint: {
    name: 'joint',
    agencies: ['JC-OFFICE', 'PSB', 'PROC', 'PROP-COPY', 'CUSTOMS', ...REGULATORS],
    sections: JOINT,
  },
}

/** The desks at which an agency of this kind works. */
export const desksOf = (agencyKind: string | undefined): readonly string[] =>
  Object.keys(DESKS).filter((name) => DESKS[name]!.agencies.includes(agencyKind ?? ''))

/** Rows by sections: each stands in the first that takes it. */
export const sorted = <T extends { kind: string; state: string }>(
  sections: readonly Section[],
  rows: readonly T[],
): readonly { section: Section; rows: readonly T[] }[] => {
  const named = ({ kind, state }: T): boolean =>
    sections.some((one) => one.kind === kind && (one.states?.includes(state) ?? false))
  const takes = (section: Section, row: T): boolean =>
    row.kind === section.kind && (section.states ? section.states.includes(row.state) : !named(row))
  return sections.map((section) => ({ section, rows: rows.filter((row) => takes(section, row)) }))
}
