import { mattersOf } from '../../subject/matters.js'
import { evaluateThreshold as evaluate, thresholdInput } from '../../threshold.js'
import { isRefusal } from '#kernel'
import { ThresholdEvaluated } from '../events.js'
import { administrativeCase } from '../state.js'
import { BEFORE_DECIDED } from '../states.js'
import { investigating } from '../who.js'

/** Are the figures those of a crime, and is there reasonable suspicion of one (GWY310 3)? */
export const evaluateThreshold = administrativeCase.step({
  name: 'EvaluateThreshold',
  title: { zh: '分析涉嫌犯罪线索', en: 'Evaluate the criminal threshold' },
  law: ['GWY310:3', 'FS5:29'],
  from: BEFORE_DECIDED,
  who: investigating,
  makes: '涉嫌犯罪线索分析表',
  input: thresholdInput,
  emits: [ThresholdEvaluated],
  needs: { searched: (_, { facts }) => mattersOf(facts.subject) },
  decide: (input, { id, facts }, { rules, actor, today, needs }) => {
    const { agency, subject, ip, round } = facts
    const searched = needs.searched
    const found = evaluate({
      rules,
      actor,
      today,
      input,
      matter: id,
      agency,
      subject,
      ip,
      round,
      officers: facts.officers,
      searched,
    })
    return isRefusal(found) ? found : ThresholdEvaluated(found)
  },
})
