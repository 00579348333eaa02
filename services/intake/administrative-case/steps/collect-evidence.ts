import { fewerThanNeeded, field, firstOf, refuse, tellsIdentity } from '#kernel'
import { enclosures, evidenceItems, sceneInput, titled } from '../../form.js'
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
  input: {
    ...field.group('现场', 'On the spot', {
      present: titled(
        field.list(field.officer).optional(),
        '在场办案人员',
        'Officers present; all in charge when left out',
      ),
      rightsTold: titled(field.yes, '已告知权利', 'Rights told'),
      ...sceneInput,
    }),
    ...field.group('证据和文书', 'Evidence and papers', {
      items: evidenceItems,
      papers: titled(
        field.list(field.oneOf('现场笔录', '询问笔录', '证据提取单', '抽样记录', '电子数据证据提取笔录'), 1),
        '文书',
        'Papers',
      ).default(['现场笔录']),
      enclosures,
    }),
  },
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
