import { administrativeCase as contracts } from '#contracts'
import { field, firstOf, refuse, tellsIdentity, type Context, type RecordView, type Refusal } from '#kernel'
import { ACT, titled } from '../../form.js'
import { mattersOf, type MatterRow } from '../../subject/matters.js'
import { fineClaims, isUnnamed, perhapsFined, undecidable } from '../decision.js'
import { DecisionMade } from '../events.js'
import type { CaseFacts, Outcome } from '../facts.js'
import { fineOfNothing, heavier, heavyByKind, penaltyInput, penaltyOf, warnsOnly, type Penalty } from '../penalty.js'
import { administrativeCase } from '../state.js'
import type { CaseState } from '../states.js'
import { decider } from '../who.js'

type Case = RecordView<CaseState, CaseFacts>

interface Deciding extends Penalty {
  outcome: Outcome
  duties: readonly string[]
}

const PAPERS: Partial<Record<Outcome, string>> = { penalise: '行政处罚决定书', 'no-penalty': '不予行政处罚决定书' }

/** Served together with a penalty that is made public (两书同达; R-REP-04). */
const REPAIR = '信用修复告知书'

/** A penalty names what it consists of; every other outcome has none. */
const contentWrong = ({ outcome, fine, confiscation, kinds, duties }: Deciding): Refusal | false => {
  const some = fine > 0 || confiscation > 0 || kinds.length > 0 || duties.length > 0
  return (outcome === 'penalise') !== some && refuse('ERR_GUARD', { guard: 'penalty-and-outcome', outcome })
}

const discussedOtherwise = ({ outcome }: Deciding, { state, facts }: Case): Refusal | false =>
  state === 'DECISION_READY' &&
  facts.discussed !== outcome &&
  refuse('ERR_GUARD', { guard: 'collective-outcome', discussed: facts.discussed, outcome })

/** What must be discussed collectively is not decided by one person (PROC 60). */
const notDiscussed = ({ state, facts }: Case, { actor, rules }: Pick<Context, 'actor' | 'rules'>): Refusal | false =>
  facts.collective &&
  state !== 'DECISION_READY' &&
  rules.officesIn('responsible').includes(actor.office) &&
  refuse('ERR_WRONG_APPROVER', { office: actor.office, needed: ['collective'] })

/** After a conviction there is no administrative fine any more (CFF 35). */
const finedTwice = ({ fine }: Deciding, { fineBarred, criminal }: CaseFacts): Refusal | false =>
  fine > 0 &&
  (fineBarred || criminal.outcome === 'convicted') &&
  refuse('ERR_DOUBLE_FINE', { fine, criminalFine: criminal.fine })

/** The act is named once; a fine for one that is not named yet looks at what the person was fined for before. */
const actWrong = (
  { act, fine }: { act?: string; fine: number },
  record: Case,
  matters: readonly MatterRow[],
): Refusal | false => {
  if (act !== undefined && !isUnnamed(record)) return refuse('ERR_GUARD', { guard: 'act-named', act: record.facts.act })
  return fine > 0 && act === undefined && isUnnamed(record) && perhapsFined(record, matters)
}

const goodsIn = (input: { outcome: Outcome; measures?: string[]; returned?: string[] } & Penalty, facts: CaseFacts) => {
  const ends = !input.outcome.startsWith('transfer-')
  const measures = input.measures ?? (ends ? [...facts.measures] : [])
  return { measures, returned: input.returned ?? (input.kinds.includes('confiscation') ? [] : measures) }
}

/** Goods of the case and no others; what goes back is among them. */
const goodsWrong = (input: { measures?: string[]; returned?: string[] }, facts: CaseFacts): Refusal | false => {
  const { measures = facts.measures, returned = [] } = input
  const wrong = [
    ...measures.filter((id) => !facts.measures.includes(id)),
    ...returned.filter((id) => !measures.includes(id)),
  ]
  return wrong.length > 0 && refuse('ERR_GUARD', { guard: 'measures-of-others', measures: wrong })
}

/** One of five outcomes (PROC 60). Dates are the clocks': no penalty while the time for defence runs (ERR_TOO_EARLY). */
export const decide = administrativeCase.step({
  name: 'Decide',
  title: { zh: '作出处理决定', en: 'Decide' },
  law: ['PROC:60', 'PROC:62', 'CFF:29', 'CFF:35', 'CFF:45', 'CFF:57', 'GB22'],
  from: ['REVIEWED', 'NOTICE_SERVED', 'HEARING_DONE', 'DECISION_READY'],
  who: decider,
  makes: ({ outcome, fine, confiscation, kinds, duties }) => [
    '行政处理决定审批表',
    ...(PAPERS[outcome] ? [{ title: PAPERS[outcome], fields: { fine, confiscation, kinds, duties } }] : []),
    ...(outcome === 'penalise' && !warnsOnly({ fine, confiscation, kinds }, duties) ? [REPAIR] : []),
  ],
  input: {
    ...field.group('处理结果', 'Outcome', {
      outcome: titled(field.oneOf(...contracts.OUTCOMES), '处理结果', 'Outcome'),
      act: titled(
        field.name.optional(),
        '违法行为（立案时未写明的）',
        'Name of the act, where the case was filed without one; one fine for each',
        ACT,
      ),
    }),
    ...field.group('处罚内容', 'The penalty', {
      ...penaltyInput,
      duties: titled(field.list(field.name), '其他应履行的义务', 'What else the party must do')
        .default([])
        .meta({ examples: [['销毁侵权标识']] }),
      heavy: titled(field.yes, '较重行政处罚', 'Heavy by the benchmark of discretion').default(false),
    }),
    ...field.group('涉案财物', 'The goods', {
      measures: titled(
        field.list(field.recordOf('intake/measure')).optional(),
        '处理的强制措施',
        'Measures whose goods are dealt with; all when left out',
      ),
      returned: titled(
        field.list(field.recordOf('intake/measure')).optional(),
        '其中退还的',
        'Those of them whose goods go back',
      ),
    }),
  },
  needs: { matters: (_, record) => mattersOf(isUnnamed(record) ? record.facts.subject : undefined) },
  emits: [DecisionMade],
  unless: ({ state }) =>
    state === 'CRIMINAL_TRANSFERRED' && refuse('ERR_DOUBLE_FINE', { guard: 'criminal-side-pending', state }),
  claims: ({ outcome, fine, act }, record) => (outcome === 'penalise' && fine > 0 ? fineClaims(record, act) : []),
  claimed: 'ERR_DOUBLE_FINE',
  decide: (input, record, context) => {
    const { facts } = record
    const penalty = penaltyOf(input)
    const no = firstOf(
      undecidable(input.outcome, record),
      tellsIdentity({ duties: input.duties }),
      fineOfNothing(input),
      finedTwice(input, facts),
      actWrong(input, record, context.needs.matters ?? []),
      input.outcome === 'penalise' && heavier(penalty, facts.notice),
      contentWrong({ ...input, ...penalty }),
      notDiscussed(record, context),
      discussedOtherwise(input, record),
      goodsWrong(input, facts),
    )
    const { agency, subject, ip, offence } = facts
    const act = input.act ?? facts.act
    const warningOnly = input.outcome === 'penalise' && warnsOnly(penalty, input.duties)
    return (
      no ??
      DecisionMade({
        ...{ agency, subject, ip, act, offence, warningOnly },
        ...{ outcome: input.outcome, ...penalty, duties: input.duties, ...goodsIn({ ...input, ...penalty }, facts) },
        heavy: input.heavy || heavyByKind(penalty),
        decider: context.actor.person,
      })
    )
  },
})
