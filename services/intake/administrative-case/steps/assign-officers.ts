import { fewerThanNeeded, field, firstOf } from '#kernel'
import { titled } from '../../form.js'
import { OfficersAssigned } from '../events.js'
import { administrativeCase } from '../state.js'
import { BEFORE_DECIDED } from '../states.js'
import { barredAmong } from '../who.js'

/** Names who investigates from now on. Nobody who reviewed, hosted or approved the filing may (ERR_SOD). */
export const assignOfficers = administrativeCase.step({
  name: 'AssignOfficers',
  title: { zh: '指定办案人员', en: 'Assign officers' },
  law: ['PROC:4', 'PROC:19'],
  from: BEFORE_DECIDED,
  who: { of: 'holder', office: 'unit-head' },
  makes: '行政处罚案件有关事项审批表',
  input: { officers: titled(field.list(field.officer, 1, 20), '办案人员', 'Officers') },
  emits: [OfficersAssigned],
  decide: (input, { facts }, { rules }) =>
    firstOf(fewerThanNeeded(rules, facts.agency, new Set(input.officers).size), barredAmong(input.officers, facts)) ??
    OfficersAssigned(input),
})
