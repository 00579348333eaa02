import { field, isRefusal } from '#kernel'
import { titled } from '../../form.js'
import { mattersOf } from '../../subject/matters.js'
import { evaluateThreshold as evaluate, thresholdInput } from '../../threshold.js'
import { ThresholdEvaluated } from '../events.js'
import { verifier } from '../guards.js'
import { lead } from '../state.js'

/** Are the figures those of a crime, and is there reasonable suspicion of one (GWY310 3)? */
export const evaluateThreshold = lead.step({
  name: 'EvaluateThreshold',
  title: { zh: '分析涉嫌犯罪线索', en: 'Evaluate the criminal threshold' },
  law: ['GWY310:3', 'FS5:29'],
  from: ['VERIFYING', 'VERIFY_PAUSED'],
  who: verifier,
  makes: '涉嫌犯罪线索分析表',
  input: {
    ...thresholdInput,
    ...field.group('当事人', 'The party', {
      subject: titled(field.subject.optional(), '查明的当事人', 'Subject, as found by now'),
    }),
  },
  emits: [ThresholdEvaluated],
  needs: { searched: ({ subject }, { facts }) => mattersOf(subject ?? facts.subject) },
  decide: ({ subject, ...input }, { id, facts }, { rules, actor, today, needs }) => {
    const { holder, ip, round, officers } = facts
    const about = { matter: id, agency: holder, subject: subject ?? facts.subject, ip: ip!, round, officers }
    const found = evaluate({ ...about, rules, actor, today, input, searched: needs.searched })
    return isRefusal(found) ? found : ThresholdEvaluated(found)
  },
})
