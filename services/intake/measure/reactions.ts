import { LEAD, CASE, TRANSFER, administrativeCase, lead, transfer } from '#contracts'
import { reaction } from '#kernel'
import { endMeasure } from './steps/end-measure.js'
import { linkCase } from './steps/link-case.js'
import { noteTest, noteTestResult } from './steps/note-test.js'

/** What a measure hears from its lead, its case and the hand-over to the police. */

interface Ended {
  measures?: readonly string[]
  returned?: readonly string[]
}

/** Goods go with the decision from the day it is served. */
const ended = ({ measures = [], returned = [] }: Ended) =>
  measures.map((id) => ({ target: { id }, input: { ground: returned.includes(id) ? 'returned' : 'confiscated' } }))

interface Tested {
  data: { test: string; measure?: string; kind?: string; outcome?: string }
}

/** Of whom the goods are shown to nothing is told here. */
const tested = ({ data: { test, measure, kind, outcome } }: Tested) =>
  measure === undefined
    ? undefined
    : { target: { id: measure }, input: { test, measure, ...(kind && { kind }), ...(outcome && { outcome }) } }

export const measureReactions = [
  reaction({
    name: 'measure-links-case',
    on: [CASE, administrativeCase.CaseFiled],
    step: linkCase,
    to: ({ data: { measures, agency, transferred, replaces }, record }) => {
      const takesOver = transferred || replaces !== undefined
      return measures.map((id) => ({ target: { id }, input: { case: record, agency, takesOver } }))
    },
  }),
  reaction({
    name: 'measure-test-of-lead',
    on: [LEAD, lead.TestCommissioned],
    step: noteTest,
    to: tested,
  }),
  reaction({
    name: 'measure-test-of-case',
    on: [CASE, administrativeCase.TestCommissioned],
    step: noteTest,
    to: tested,
  }),
  reaction({
    name: 'measure-result-of-lead',
    on: [LEAD, lead.TestReceived],
    step: noteTestResult,
    to: tested,
  }),
  reaction({
    name: 'measure-result-of-case',
    on: [CASE, administrativeCase.TestReceived],
    step: noteTestResult,
    to: tested,
  }),
  reaction({
    name: 'measure-ended-by-decision',
    on: [CASE, administrativeCase.DecisionServed],
    step: endMeasure,
    to: ({ data }) => (data.servedOn === null ? undefined : ended(data)),
  }),
  reaction({
    name: 'measure-ended-by-receipt',
    on: [CASE, administrativeCase.NoticeReceived],
    step: endMeasure,
    to: ({ data }) => ended(data),
  }),
  reaction({
    name: 'measure-ended-by-public-notice',
    on: [CASE, administrativeCase.PublicNoticeEnded],
    step: endMeasure,
    to: ({ data }) => ended(data),
  }),
  reaction({
    name: 'measure-handed-over',
    on: [TRANSFER, transfer.HandedOver],
    step: endMeasure,
    to: ({ data }) => data.measures.map((id) => ({ target: { id }, input: { ground: 'handed-over' } })),
  }),
]
