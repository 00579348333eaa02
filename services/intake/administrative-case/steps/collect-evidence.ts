import { fewerThanNeeded, field, firstOf, refuse, tellsIdentity } from '#kernel'
import { evidenceInput, titled } from '../../form.js'
import { EvidenceCollected } from '../events.js'
import { administrativeCase } from '../state.js'
import { barredAmong, investigating } from '../who.js'

/** Inspection, questioning, extraction of evidence: at least two officers, the party told of its rights. */
export const collectEvidence = administrativeCase.step({
  name: 'CollectEvidence',
  title: { zh: '收集证据', en: 'Collect evidence' },
  law: ['PROC:21', 'CFF:55'],
  from: ['FILED', 'INVESTIGATING', 'REVIEW_RETURNED'],
  who: investigating,
  makes: (input) => input.papers,
  input: evidenceInput(
    titled(field.list(field.officer).optional(), '在场办案人员', 'Officers present; all in charge when left out'),
  ),
  emits: [EvidenceCollected],
  decide: ({ items, present, rightsTold, place, scene }, { facts }, { actor, rules }) => {
    const there = [...new Set([...(present ?? facts.officers), actor.person])]
    const no = firstOf(
      tellsIdentity({ items, place, scene }),
      !rightsTold && refuse('ERR_GUARD', { guard: 'rights-not-told' }),
    )
    if (no) return no
    return (
      firstOf(barredAmong(there, facts), fewerThanNeeded(rules, facts.agency, there.length)) ??
      EvidenceCollected({ items, present: there })
    )
  },
})
