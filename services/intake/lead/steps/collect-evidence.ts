import { fewerThanNeeded, field, firstOf, refuse, tellsIdentity } from '#kernel'
import { evidenceInput, titled } from '../../form.js'
import { EvidenceCollected } from '../events.js'
import { verifier } from '../guards.js'
import { lead } from '../state.js'

/** Inspection, questioning, extraction of evidence before filing: at least two officers, the party told of its rights. */
export const collectEvidence = lead.step({
  name: 'CollectEvidence',
  title: { zh: '收集证据', en: 'Collect evidence' },
  law: ['PROC:21', 'CFF:55'],
  from: ['VERIFYING', 'VERIFY_PAUSED'],
  who: verifier,
  makes: ({ papers }) => papers,
  input: evidenceInput(
    titled(field.list(field.officer).optional(), '在场人员', 'Officers present; all who verify when left out'),
  ),
  emits: [EvidenceCollected],
  decide: ({ items, present, rightsTold, place, scene }, { facts }, { actor, rules }) => {
    const there = [...new Set([...(present ?? facts.officers), actor.person])]
    const no = firstOf(
      tellsIdentity({ items, place, scene }),
      !rightsTold && refuse('ERR_GUARD', { guard: 'rights-not-told' }),
    )
    if (no) return no
    return fewerThanNeeded(rules, facts.holder, there.length) ?? EvidenceCollected({ items, present: there })
  },
})
