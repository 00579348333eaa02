import { LEAD, CASE, LEDGER, TRANSFER, administrativeCase, lead, subject as contract, transfer } from '#contracts'
import { dayOf, derive, reaction, type Reaction, type Received, type Subject } from '#kernel'
import { keysOf } from './keys.js'
import { joinSubjects } from './steps/join-subjects.js'
import { noteAmount } from './steps/note-amount.js'
import { noteMatter } from './steps/note-matter.js'
import { noteRepeat } from './steps/note-repeat.js'
import { restoreAmount } from './steps/restore-amount.js'
import { settleAmount } from './steps/settle-amount.js'

type MatterKind = contract.Matter['kind']

/** One input for each key of the subject; a ledger belongs to no matter, so it has a dossier of its own. */
const toLedgers = (subject: Subject, input: Record<string, unknown>) => {
  const keys = keysOf(subject)
  return keys.map((key) => ({
    target: { key },
    input: { key, name: subject.name, keys, ...input },
    dossier: derive('subject-ledger', key),
  }))
}

const matterOf = (event: Received, agency: string): contract.Matter => ({
  id: event.record,
  kind: event.kind as MatterKind,
  agency,
})

const noted = (event: Received, agency: string, replaces: readonly string[] = []) => ({
  noted: { matter: matterOf(event, agency), at: event.at, replaces: [...replaces] },
})

const evaluated = (event: Received<ReturnType<typeof lead.ThresholdEvaluated>['data']>) => {
  const { agency, subject, ip, basis, offences, offence, actDate, metrics, flags } = event.data
  const tried = offences ?? (offence === undefined ? [] : [offence])
  if (basis !== 'own' || !tried.length || !Object.keys(metrics).length) return undefined
  const amount = { matter: matterOf(event, agency), at: event.at, ip, offences: tried, metrics, flags }
  return toLedgers(subject, { amount: { ...amount, actDate: actDate ?? dayOf(event.at) } })
}

const settled = (event: Received, subject: Subject, matter: string, ground: contract.Settlement['ground']) =>
  toLedgers(subject, { settlement: { matter, ground, on: dayOf(event.at) } })

const SETTLES = { penalise: 'penalty', 'not-established': 'not-established' } as const
const SENTENCED = { convicted: 'sentence', acquitted: 'acquittal' } as const

const of = <K extends string, V>(table: Partial<Record<K, V>>, key: string): V | undefined => table[key as K]

const matters: Reaction[] = [
  reaction({
    name: 'subject-notes-lead',
    on: [LEAD, lead.LeadReceived],
    step: noteMatter,
    to: (event) => {
      const { agency, subject, source } = event.data
      return toLedgers(subject, noted(event, agency, source?.matter === 'same' ? [source.record] : []))
    },
  }),
  reaction({
    name: 'subject-notes-classified-lead',
    on: [LEAD, lead.LeadClassified],
    step: noteMatter,
    to: (event) => (event.data.identified ? toLedgers(event.data.subject, noted(event, event.data.agency)) : undefined),
  }),
  reaction({
    name: 'subject-notes-dispatched-lead',
    on: [LEAD, lead.LeadDispatched],
    step: noteMatter,
    to: (event) => toLedgers(event.data.subject, noted(event, event.data.to)),
  }),
  reaction({
    name: 'subject-notes-case',
    on: [CASE, administrativeCase.CaseFiled],
    step: noteMatter,
    to: (event) => {
      const { agency, subject, leads, replaces } = event.data
      return toLedgers(subject, noted(event, agency, replaces === undefined ? leads : [...leads, replaces]))
    },
  }),
]

const amounts: Reaction[] = [
  reaction({
    name: 'subject-notes-amount-of-lead',
    on: [LEAD, lead.ThresholdEvaluated],
    step: noteAmount,
    to: evaluated,
  }),
  reaction({
    name: 'subject-notes-amount-of-case',
    on: [CASE, administrativeCase.ThresholdEvaluated],
    step: noteAmount,
    to: evaluated,
  }),
]

const settlements: Reaction[] = [
  reaction({
    name: 'subject-settles-on-decision',
    on: [CASE, administrativeCase.DecisionMade],
    step: settleAmount,
    to: (event) => {
      const ground = of(SETTLES, event.data.outcome)
      return ground && settled(event, event.data.subject, event.record, ground)
    },
  }),
  reaction({
    name: 'subject-settles-on-termination',
    on: [CASE, administrativeCase.CaseTerminated],
    step: settleAmount,
    to: (event) => settled(event, event.data.subject, event.record, 'terminated'),
  }),
  reaction({
    name: 'subject-settles-on-judgment',
    on: [TRANSFER, transfer.CriminalOutcome],
    step: settleAmount,
    to: (event) => {
      const { outcome, subject, case: filed, lead: sent } = event.data
      const ground = of(SENTENCED, outcome)
      const matter = filed ?? sent
      return ground && matter ? settled(event, subject, matter, ground) : undefined
    },
  }),
  reaction({
    name: 'subject-restores-on-revocation',
    on: [CASE, administrativeCase.DecisionRevoked],
    step: restoreAmount,
    to: (event) => toLedgers(event.data.subject, { matter: event.record }),
  }),
]

const repeats: Reaction[] = [
  reaction({
    name: 'subject-notes-penalty',
    on: [CASE, administrativeCase.DecisionMade],
    step: noteRepeat,
    to: (event) => {
      const { subject, outcome, ip, offence } = event.data
      const repeat = { matter: event.record, on: dayOf(event.at), ip, offence, by: 'penalty' as const }
      return outcome === 'penalise' ? toLedgers(subject, { repeat }) : undefined
    },
  }),
  reaction({
    name: 'subject-notes-sentence',
    on: [TRANSFER, transfer.CriminalOutcome],
    step: noteRepeat,
    to: (event) => {
      const { outcome, subject, ip, case: filed, lead: sent } = event.data
      if (outcome !== 'convicted' || ip === undefined) return undefined
      const repeat = { matter: filed ?? sent ?? event.record, on: dayOf(event.at), ip, by: 'sentence' as const }
      return toLedgers(subject, { repeat })
    },
  }),
]

const joined: Reaction[] = [
  reaction({
    name: 'subject-joins-subject',
    on: [LEDGER, contract.SubjectsJoined],
    step: joinSubjects,
    to: ({ data: { key: teller, name, holdings } }) =>
      holdings.keys
        .filter((key) => key !== teller)
        .map((key) => ({
          target: { key },
          input: { key, name, holdings },
          dossier: derive('subject-ledger', key),
        })),
  }),
]

/** What the ledger hears: every lead and case of its subject, every amount, every penalty and judgment. */
export const subjectReactions: readonly Reaction[] = [...matters, ...amounts, ...settlements, ...repeats, ...joined]
