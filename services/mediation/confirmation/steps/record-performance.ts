import { field } from '#kernel'
import { z } from 'zod'
import { PerformanceRecorded } from '../events.js'
import { confirmation } from '../state.js'

/** The court knows of performance by itself, for instance from enforcement. */
export const recordPerformance = confirmation.step({
  name: 'RecordPerformance',
  title: { zh: '登记履行', en: 'Record performance' },
  law: ['MSF:206'],
  from: ['CONFIRMED', 'PERFORMING', 'ENFORCING'],
  who: { of: 'holder', office: 'judges' },
  given: ['履行证明'],
  input: {
    remaining: field.fen.meta({ title: '未付金额', description: 'Still owed' }),
    left: field.list(field.name).default([]).meta({ title: '未完成的义务', description: 'Duties still to be done' }),
    enclosures: z
      .record(field.name, field.list(field.name, 1))
      .default({})
      .meta({ title: '附件', description: 'Enclosures by title', examples: [{ 履行证明: ['e1'] }] }),
  },
  emits: [PerformanceRecorded],
  decide: ({ remaining, left }) => PerformanceRecorded({ remaining, left, all: remaining === 0 && left.length === 0 }),
})
