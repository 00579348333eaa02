import { field, refuse } from '#kernel'
import { titled } from '../../form.js'
import { CaseExtended, CaseExtendedCollectively } from '../events.js'
import { administrativeCase } from '../state.js'
import { BEFORE_DECIDED } from '../states.js'
import { decider } from '../who.js'

/**
 * Thirty days more by the responsible person, once; after that a fixed number by collective discussion, once.
 * Dates and order are the clock's (ERR_CLOCK_RULE); so is a collective extension without a period.
 */
export const extendCase = administrativeCase.step({
  name: 'ExtendCase',
  title: { zh: '延长办案期限', en: 'Extend the case' },
  law: ['PROC:64', 'CFF:60'],
  from: BEFORE_DECIDED,
  who: decider,
  makes: (_, __, { actor, rules }) =>
    rules.officesIn('responsible').includes(actor.office)
      ? ['行政处罚案件有关事项审批表']
      : ['行政处罚案件有关事项审批表', '集体讨论记录'],
  input: {
    days: titled(
      field.counted('日', 'days').min(1).max(3650).optional(),
      '延长（集体讨论）',
      'Longer by; by collective discussion',
    ),
  },
  emits: [CaseExtended, CaseExtendedCollectively],
  decide: ({ days }, _, { actor, rules }) => {
    if (rules.officesIn('responsible').includes(actor.office))
      return days === undefined
        ? CaseExtended({})
        : refuse('ERR_WRONG_APPROVER', { office: actor.office, needed: ['collective'], days })
    return days === undefined ? refuse('ERR_CLOCK_RULE', { missing: 'days' }) : CaseExtendedCollectively({ days })
  },
})
