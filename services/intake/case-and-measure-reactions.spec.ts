import { describe, expect, it } from '@jest/globals'
import type { Received, Reaction } from '#kernel'
import { administrativeCaseReactions } from './administrative-case/reactions.js'
import { measureReactions } from './measure/reactions.js'

const ID = (letter: string): string => letter.repeat(26)
const CASE = ID('c')
const AT = '2026-03-10T15:00:00.000+08:00'

const named = (all: readonly Reaction[]) => new Map(all.map((one) => [one.name, one]))
const cases = named(administrativeCaseReactions)
const measures = named(measureReactions)
const heard = (one: Reaction | undefined, data: object, record = CASE) =>
  one!.to({ data, at: AT, record } as unknown as Received<never>)

describe('a case hears', () => {
  it.each([
    ['case-enters-transfer', {}],
    ['case-enters-transfer-on-filing', {}],
    ['case-enters-transfer-on-reconsideration', { filed: true }],
    ['case-suspicion-settled', {}],
  ])('%s', (name, data) => {
    expect(heard(cases.get(name), { case: CASE, ...data })).toEqual([{ target: { id: CASE }, input: {} }])
    expect(heard(cases.get(name), data)).toEqual([])
  })

  it('nothing of a reconsideration that upholds the refusal', () => {
    expect(heard(cases.get('case-enters-transfer-on-reconsideration'), { case: CASE, filed: false })).toEqual([])
  })

  it('a paper on the day it arrived, or that it has not', () => {
    const refusal = (servedOn: string | null) => heard(cases.get('case-hears-refusal'), { case: CASE, servedOn })
    const input = { of: 'PoliceRefused', served: true }
    expect(refusal('2026-03-10')).toEqual([{ target: { id: CASE }, input, at: AT }])
    expect(refusal('2026-03-09')).toEqual([{ target: { id: CASE }, input, at: '2026-03-09T23:59:59.999+08:00' }])
    expect(refusal(null)).toEqual([{ target: { id: CASE }, input: { of: 'PoliceRefused', served: false }, at: AT }])
  })

  it('what the procuratorate says', () => {
    expect(heard(cases.get('case-hears-opinion'), { case: CASE, receivedOn: '2026-03-10' })).toEqual([
      { target: { id: CASE }, input: { of: 'OpinionReceived', served: true }, at: AT },
    ])
    expect(heard(cases.get('case-hears-reasons-hold'), { case: CASE, servedOn: '2026-03-10' })).toEqual([
      { target: { id: CASE }, input: { of: 'AgencyInformed', served: true }, at: AT },
    ])
    expect(heard(cases.get('case-hears-opinion'), { receivedOn: '2026-03-10' })).toEqual([])
  })

  it('that its lead is with the police already', () => {
    const linked = { case: CASE, lead: ID('a') }
    expect(heard(cases.get('case-enters-transfer-of-its-lead'), { ...linked, held: true })).toEqual([
      { target: { id: CASE }, input: {} },
    ])
    expect(heard(cases.get('case-enters-transfer-of-its-lead'), { ...linked, held: false })).toEqual([])
  })

  it('an outcome, and of a conviction that no fine is left', () => {
    const outcome = { case: CASE, outcome: 'convicted', fine: 6_000_000, servedOn: '2026-03-10' }
    expect(heard(cases.get('case-hears-outcome'), outcome)).toEqual([
      {
        target: { id: CASE },
        input: { of: 'CriminalOutcome', served: true, outcome: 'convicted', fine: 6_000_000 },
        at: AT,
      },
    ])
    expect(heard(cases.get('case-fine-barred'), outcome)).toEqual([
      { target: { id: CASE }, input: { fine: 6_000_000 } },
    ])
    expect(heard(cases.get('case-fine-barred'), { ...outcome, outcome: 'acquitted' })).toEqual([])
  })

  it('a measure taken in it, not one taken from a lead', () => {
    expect(heard(cases.get('case-links-measure'), { case: CASE }, ID('m'))).toEqual([
      { target: { id: CASE }, input: { measure: ID('m') } },
    ])
    expect(heard(cases.get('case-links-preservation'), { lead: ID('a') }, ID('m'))).toEqual([])
  })

  it('of amounts that add up, and of matters of the same person', () => {
    const matter = (id: string, kind: string) => ({ id, kind, agency: 'SAMR-411003' })
    const [own, other] = [matter(CASE, 'intake/administrative-case'), matter(ID('a'), 'intake/lead')]
    const reached = { offence: 'sale_counterfeit_goods', tier: 'base', matters: [own, other] }
    expect(heard(cases.get('case-notes-accumulation'), reached)).toEqual([{ target: { id: CASE }, input: reached }])
    expect(heard(cases.get('case-notes-matters'), { matters: [own, other] })).toEqual([
      { target: { id: CASE }, input: { matters: [own, other] } },
    ])
  })
})

describe('a measure hears', () => {
  it('of the case that was filed', () => {
    const filed = { measures: [ID('m')], agency: 'SAMR-411002', transferred: false }
    const input = { case: CASE, agency: 'SAMR-411002', takesOver: false }
    expect(heard(measures.get('measure-links-case'), filed)).toEqual([{ target: { id: ID('m') }, input }])
    expect(heard(measures.get('measure-links-case'), { ...filed, transferred: true })).toEqual([
      { target: { id: ID('m') }, input: { ...input, takesOver: true } },
    ])
  })

  it('of tests of its goods', () => {
    const test = { test: '一', kind: 'appraisal', measure: ID('m') }
    expect(heard(measures.get('measure-test-of-case'), test)).toEqual([{ target: { id: ID('m') }, input: test }])
    expect(heard(measures.get('measure-test-of-lead'), { test: '一', kind: 'appraisal' })).toEqual([])
  })

  it.each(['measure-ended-by-decision', 'measure-ended-by-receipt', 'measure-ended-by-public-notice'])('%s', (name) => {
    const data = { servedOn: '2026-07-22', measures: [ID('m'), ID('n')], returned: [ID('n')] }
    expect(heard(measures.get(name), data)).toEqual([
      { target: { id: ID('m') }, input: { ground: 'confiscated' } },
      { target: { id: ID('n') }, input: { ground: 'returned' } },
    ])
  })

  it('nothing of a decision that is not served yet, or of a notice', () => {
    expect(
      heard(measures.get('measure-ended-by-decision'), { servedOn: null, measures: [ID('m')], returned: [] }),
    ).toEqual([])
    expect(heard(measures.get('measure-ended-by-public-notice'), { of: 'notice' })).toEqual([])
  })

  it('of the hand-over to the police', () => {
    expect(heard(measures.get('measure-handed-over'), { measures: [ID('m')] })).toEqual([
      { target: { id: ID('m') }, input: { ground: 'handed-over' } },
    ])
  })
})
