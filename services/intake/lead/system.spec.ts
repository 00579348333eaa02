import { describe, expect, it } from '@jest/globals'
import * as events from './events.js'
import * as m from './lead.sample.js'
import { absorbRepeat } from './steps/absorb-repeat.js'
import { answerSuspicion } from './steps/answer-suspicion.js'
import { fileLead } from './steps/file-lead.js'
import { linkReport } from './steps/link-report.js'
import { noteAccumulation } from './steps/note-accumulation.js'
import { noteMeasure } from './steps/note-measure.js'
import { openLead } from './steps/open-lead.js'
import { takeBackFromPolice } from './steps/take-back-from-police.js'
import { transferToPolice } from './steps/transfer-to-police.js'

type Given = readonly ReturnType<typeof m.received>[]
type Input = Record<string, unknown>
type Step = Parameters<ReturnType<typeof m.spec.given>['when']>[0]

const react = (step: Step, given: Given, input: Input = {}, at = '2026-06-12T09:00') =>
  m.spec
    .given(...given)
    .when(step, { by: m.SYSTEM, at, input })
    .told()

const ended = { agency: m.BUREAU, subject: m.SHOP, ip: 'trademark', channel: 'SRC-12315-JB', named: true }
const filed = [...m.verifying, m.happened('2026-06-10T09:00', events.LeadFiled({ ...ended, case: m.CASE }))]

describe('OpenLead', () => {
  it('opens at the recipient, whose verification runs from its receipt', () => {
    const source = { kind: 'case-transferred', record: m.CASE, matter: 'same', from: m.OTHER }
    const input = { channel: 'SRC-TRANSFER', agency: m.BUREAU, subject: m.SHOP, ip: 'trademark', source }
    const told = react(openLead, [], { ...input, receivedOn: '2026-06-12' })
    expect(told.events).toEqual([
      {
        type: 'LeadReceived',
        data: { ...input, handler: true, complaint: false, named: false, receivedOn: '2026-06-12' },
      },
    ])
    expect([told.papers, told.after.state, told.after.clocks.map(({ id, due }) => [id, due])]).toEqual([
      ['案件来源登记表'],
      'RECEIVED',
      [['CLK-VERIFY', '2026-07-06']],
    ])
  })

  it('runs no verification at the police, who have none (8.2)', () => {
    const source = { kind: 'joint-action', record: m.CASE, matter: 'new' }
    const input = { channel: 'SRC-COOP', agency: 'PSB-411002', subject: m.SHOP, ip: 'trademark', source }
    const { after } = react(openLead, [], { ...input, receivedOn: '2026-06-12' })
    expect([after.state, after.clocks]).toEqual(['RECEIVED', []])
  })
})

describe('FileLead', () => {
  const input = { case: m.CASE, agency: m.BUREAU }

  it('turns the lead filed with its case', () => {
    const told = react(fileLead, m.verifying, input)
    expect([told.events, told.claims, told.after.state]).toEqual([
      [{ type: 'LeadFiled', data: { ...ended, case: m.CASE } }],
      [],
      'FILED',
    ])
  })

  it('changes nothing on a closed lead or one of another bureau', () => {
    expect(react(fileLead, filed, input).events).toEqual([])
    expect(react(fileLead, m.verifying, { ...input, agency: m.OTHER }).events).toEqual([])
  })

  it('files although goods are sealed', () => {
    expect(react(fileLead, [...m.verifying, m.held], input).after.state).toBe('FILED')
  })
})

describe('AbsorbRepeat', () => {
  const input = { from: m.ID('r'), receivedOn: '2026-06-12' }

  it('counts the verification again from the last report', () => {
    const told = react(absorbRepeat, m.verifying, input)
    expect(told.events).toEqual([{ type: 'RepeatAbsorbed', data: input }])
    expect(told.after.clocks.map(({ id, due }) => [id, due])).toEqual([['CLK-VERIFY', '2026-07-06']])
  })

  it('changes nothing when it is closed', () => {
    expect(react(absorbRepeat, filed, input).events).toEqual([])
  })
})

describe('LinkReport', () => {
  const other = { id: m.ID('d'), kind: 'intake/lead', agency: m.OTHER }

  it('links each other matter once; the clock stays', () => {
    const self = react(linkReport, m.verifying, { matters: [other] }).after
    const told = react(linkReport, m.verifying, { matters: [{ ...other, id: self.id }, other] })
    expect([told.events, told.papers]).toEqual([
      [{ type: 'ReportsLinked', data: { matters: [other] } }],
      ['线索关联记录'],
    ])
    expect(told.after.clocks.find(({ id }) => id === 'CLK-VERIFY')?.due).toBe('2026-06-23')
    const linked = m.happened(
      '2026-06-05T09:00',
      events.ReportsLinked({ matters: [{ ...other, kind: 'intake/lead' }] }),
    )
    expect(react(linkReport, [...m.verifying, linked], { matters: [other] }).events).toEqual([])
  })
})

describe('NoteMeasure', () => {
  it('keeps the list of goods held', () => {
    const taken = react(noteMeasure, m.verifying, { measure: m.MEASURE, open: true })
    expect([taken.events, taken.after.facts]).toEqual([
      [{ type: 'MeasureNoted', data: { measure: m.MEASURE, open: true } }],
      expect.objectContaining({ openMeasures: [m.MEASURE], measures: [m.MEASURE] }),
    ])
    const given = [...m.verifying, m.held]
    expect(react(noteMeasure, given, { measure: m.MEASURE, open: true }).events).toEqual([])
    expect(react(noteMeasure, given, { measure: m.MEASURE, open: false }).after.facts).toEqual(
      expect.objectContaining({ openMeasures: [], measures: [m.MEASURE] }),
    )
  })
})

describe('the police', () => {
  const gone = [
    ...m.verifying,
    m.happened(
      '2026-06-05T09:00',
      events.LeadTransferred({ ...ended, to: 'PSB-411002', ground: 'police', receivedOn: '2026-06-05' }),
    ),
  ]

  it('take a lead that was sent to them without a case', () => {
    const told = react(transferToPolice, m.verifying, { to: 'PSB-411002' })
    expect([told.events, told.claims, told.after.state]).toEqual([
      [{ type: 'LeadTransferred', data: { ...ended, to: 'PSB-411002', ground: 'police', receivedOn: '2026-06-12' } }],
      [`lead-outcome:${told.after.id}`],
      'TRANSFERRED_OTHER',
    ])
    expect(react(transferToPolice, filed, { to: 'PSB-411002' }).events).toEqual([])
  })

  it('and give it back when they refuse', () => {
    const input = { transfer: m.ID('t'), receivedOn: '2026-06-12' }
    expect(react(takeBackFromPolice, gone, input).events).toEqual([
      { type: 'PoliceReturned', data: { agency: m.BUREAU, subject: m.SHOP, ip: 'trademark', ...input } },
    ])
    expect(react(takeBackFromPolice, m.verifying, input).events).toEqual([])
  })
})

describe('AnswerSuspicion', () => {
  it('lets a later suspicion open another transfer', () => {
    expect(react(answerSuspicion, m.verifying).after.facts).toEqual(expect.objectContaining({ round: 2, met: {} }))
    expect(react(answerSuspicion, filed).events).toEqual([])
  })
})

it('what the system notes it may note in every state', () => {
  const noting = [
    absorbRepeat,
    answerSuspicion,
    fileLead,
    linkReport,
    noteAccumulation,
    noteMeasure,
    takeBackFromPolice,
    transferToPolice,
  ]
  expect(noting.map(({ from }) => from)).toEqual(noting.map(() => ['any']))
})
