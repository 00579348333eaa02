import { field } from '#kernel'
import { titled } from '../../form.js'
import { laterRound } from '../../round.js'
import { CaseTerminated } from '../events.js'
import { administrativeCase } from '../state.js'
import { TERMINATION_GROUNDS } from '../terms.js'
import { responsible } from '../who.js'

/** The party is dead or dissolved, and nobody takes its place. */
export const terminate = administrativeCase.step({
  name: 'Terminate',
  title: { zh: '终止调查', en: 'Terminate the investigation' },
  law: ['PROC:47'],
  from: ['INVESTIGATING'],
  who: responsible,
  makes: '行政处罚案件有关事项审批表',
  input: { ground: titled(field.oneOf(...TERMINATION_GROUNDS), '终止事由', 'Ground') },
  emits: [CaseTerminated],
  decide: ({ ground }, { facts }) =>
    CaseTerminated({ agency: facts.agency, subject: facts.subject, ground, round: laterRound(facts) }),
})
