import { z } from 'zod'
import { field, firstOf, refuse } from '#kernel'
import { ExecutionStarted } from '../events.js'
import { officer, outOfRegion, tooFew } from '../plan.js'
import { agenciesIn, jointAction } from '../state.js'

const present = z.strictObject({
  agency: field.agencyThat('join-joint-action').meta({ title: '参加单位', description: 'Participating agency' }),
  officers: field.list(officer).meta({ title: '到场执法人员', description: 'Officers on the spot' }),
})

/** The lead agency begins, when every agency is there with its officers and the agency of the place takes part. */
export const startExecution = jointAction.step({
  name: 'StartExecution',
  title: { zh: '开始行动', en: 'Start the execution' },
  law: ['ZFJD:11'],
  from: ['ANNOUNCED'],
  who: { of: 'lead', office: 'staff' },
  input: {
    present: field
      .list(present)
      .optional()
      .meta({ title: '到场人员', description: 'Who is there; left out: as planned' }),
  },
  emits: [ExecutionStarted],
  decide: (input, { facts }, { rules }) => {
    const there = input.present ?? facts.parts.map(({ agency, officers }) => ({ agency, officers: [...officers] }))
    const absent = agenciesIn(facts.parts).find((agency) => !there.some((one) => one.agency === agency))
    const stranger = there.find(({ agency }) => !agenciesIn(facts.parts).includes(agency))
    const no = firstOf(
      outOfRegion(
        rules,
        there.map((one) => one.agency),
        facts.places.map((one) => one.region),
      ),
      absent !== undefined && refuse('ERR_GUARD', { guard: 'absent', agency: absent }),
      stranger && refuse('ERR_GUARD', { guard: 'not-in-the-plan', agency: stranger.agency }),
      tooFew(rules, there),
    )
    return no ?? ExecutionStarted({ present: there })
  },
})
