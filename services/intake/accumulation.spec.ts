import { describe, expect, it } from '@jest/globals'
import { SYSTEM } from '#kernel'
import { at } from '#kernel/spec'
import * as c from './administrative-case/case.sample.js'
import * as caseEvents from './administrative-case/events.js'
import { noteAccumulation as caseNotes } from './administrative-case/steps/note-accumulation.js'
import * as leadEvents from './lead/events.js'
import * as l from './lead/lead.sample.js'
import { noteAccumulation as leadNotes } from './lead/steps/note-accumulation.js'

const [ONE, OTHER] = [
  { id: c.ID('a'), kind: 'intake/lead' as const, agency: c.BUREAU },
  { id: c.ID('b'), kind: 'intake/administrative-case' as const, agency: c.OTHER },
]
const amount = (matter: typeof ONE | typeof OTHER, actDate: string, metrics: Record<string, number>) => ({
  ...{ matter, at: '2026-06-04T09:00:00.000+08:00', ip: 'trademark', offences: ['counterfeit_mark_goods'] },
  ...{ actDate, metrics, flags: [] },
})
const reached = {
  ...{ rule: 'T213G-1b', ruleSet: 'FS5', offence: 'counterfeit_mark_goods', tier: 'serious', ip: 'trademark' },
  metrics: { illegal_business: 6_000_000, pieces: 400 },
  flags: [],
  amounts: [amount(ONE, '2026-06-01', { illegal_business: 6_000_000 }), amount(OTHER, '2026-06-02', { pieces: 400 })],
  matters: [ONE, OTHER],
}

const own = (tier: string) => ({
  ...{ agency: c.BUREAU, subject: c.SHOP, ip: 'trademark', round: 1, ruleSet: 'FS5', metrics: {}, flags: [] },
  ...{ offence: 'counterfeit_mark_goods', tier, evidence: {}, searched: [], result: 'met' as const },
  ...{ suspicion: false, basis: 'own' as const, officers: [] },
})
const sales = { agency: l.BUREAU, subject: l.SHOP, ip: 'trademark', channel: 'SRC-12315-JB', named: true }

const lead = {
  open: l.verifying,
  met: (tier: string) => [...l.verifying, at('2026-06-16T08:00', leadEvents.ThresholdEvaluated(own(tier)))],
  over: [...l.verifying, at('2026-06-10T09:00', leadEvents.LeadFiled({ ...sales, case: l.CASE }))],
  told: (pasts: readonly ReturnType<typeof at>[], input: object) =>
    l.spec
      .given(...pasts)
      .when(leadNotes, { by: SYSTEM, at: '2026-07-23T09:00', input: { ...input } })
      .told(),
}
const administrativeCase = {
  open: c.investigating,
  met: (tier: string) => [...c.investigating, at('2026-06-16T08:00', caseEvents.ThresholdEvaluated(own(tier)))],
  over: c.decided,
  told: (pasts: readonly ReturnType<typeof at>[], input: object) =>
    c.told(pasts, { step: caseNotes, by: SYSTEM, at: '2026-07-23T09:00', input: { ...input } }),
}

describe.each([
  ['lead', lead],
  ['administrative case', administrativeCase],
])('NoteAccumulation, %s', (_, matter) => {
  it('records the threshold as met by accumulation, every amount as evidence of its own figures', () => {
    const told = matter.told(matter.open, reached)
    expect(told.events).toEqual([
      {
        type: 'ThresholdEvaluated',
        data: {
          ...{ agency: c.BUREAU, subject: c.SHOP, ip: 'trademark', round: 1, officers: ['p-officer', 'p-second'] },
          ...{ ruleSet: 'FS5', offence: 'counterfeit_mark_goods', offences: ['counterfeit_mark_goods'] },
          ...{ rule: 'T213G-1b', tier: 'serious', actDate: '2026-06-02', flags: [] },
          metrics: { illegal_business: 6_000_000, pieces: 400 },
          evidence: { illegal_business: [ONE.id], pieces: [OTHER.id] },
          searched: [ONE, OTHER],
          ...{ result: 'met', suspicion: true, basis: 'accumulation' },
        },
      },
    ])
    expect(told.papers).toEqual(['涉嫌犯罪线索分析表'])
  })

  it('once per offence and tier', () => {
    expect(matter.told(matter.met('serious'), reached).events).toEqual([])
    expect(matter.told(matter.met('specially_serious'), reached).events).toEqual([])
    expect(matter.told(matter.met('base'), reached).events).toHaveLength(1)
    expect(matter.told(matter.met('serious'), { ...reached, tier: 'specially_serious' }).events).toHaveLength(1)
    expect(matter.told(matter.met('serious'), { ...reached, offence: 'sale_counterfeit_goods' }).events).toHaveLength(1)
  })

  it('not on one that is over', () => {
    expect(matter.told(matter.over, reached).events).toEqual([])
  })
})
