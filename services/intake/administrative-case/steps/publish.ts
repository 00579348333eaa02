import { field, refuse } from '#kernel'
import { titled } from '../../form.js'
import { Published } from '../events.js'
import { administrativeCase } from '../state.js'
import { DECIDED } from '../states.js'
import { PUBLIC_PLACES } from '../terms.js'
import { publicity } from '../who.js'

/** Publishes a penalty; a mere warning, or a decision without penalty, is not published (R-PUB-04). */
export const publish = administrativeCase.step({
  name: 'Publish',
  title: { zh: '公示处罚信息', en: 'Publish the penalty' },
  law: ['GS45', 'CFF:48'],
  from: DECIDED,
  who: publicity,
  makes: '公示记录',
  input: { where: titled(field.oneOf(...PUBLIC_PLACES), '公示平台', 'Where') },
  emits: [Published],
  decide: ({ where }, { facts }, { today }) => {
    if (facts.published.includes(where)) return refuse('ERR_GUARD', { guard: 'done-already', where })
    const { outcome, warningOnly, heavy, agency, subject } = facts.decision!
    return outcome === 'penalise' && !warningOnly
      ? Published({ where, on: today, agency, subject, heavy, decidedOn: facts.decidedOn! })
      : refuse('ERR_GUARD', { guard: 'not-published', outcome, warningOnly })
  },
})
