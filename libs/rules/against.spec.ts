import { describe, expect, it } from '@jest/globals'
import { checkAgainst, loadRules, readSources } from './load.js'

const rules = loadRules()
const ASSISTANCE = [
  'AssistanceSent',
  'AssistanceReceived',
  'AssistanceCompleted',
  'AssistanceRefused',
  'DelayNotified',
  'AssistanceEscalated',
]
const JURISDICTION = ['DisputeRaised', 'JurisdictionAgreed', 'DisputeEscalated', 'JurisdictionDesignated']

describe('clocks against the records that are built', () => {
  it('plans every clock while nothing is built', () => {
    const { faults, running, planned } = checkAgainst(rules, {})
    expect([faults, running]).toEqual([[], []])
    expect(planned).toContain('routing/assistance CLK-COOP')
    expect(planned).not.toContain('mediation/confirmation CLK-JC-OBJ-3RD')
  })

  it('runs the clocks of a record that has all their events', () => {
    const { faults, running } = checkAgainst(rules, {
      'routing/assistance': ASSISTANCE,
      'routing/jurisdiction': JURISDICTION,
    })
    expect(faults).toEqual([])
    expect(running).toEqual([
      'routing/assistance CLK-COOP',
      'routing/jurisdiction CLK-JUR-CONSULT',
      'routing/jurisdiction CLK-JUR-DESIGNATE',
    ])
  })

  it('names file, line and the nearest event where a record has not what a clock names', () => {
    const { faults } = checkAgainst(rules, {
      'routing/assistance': ASSISTANCE.filter((one) => one !== 'DelayNotified').concat('DelayNotifed'),
    })
    const file = 'libs/rules/law/PROC/2021-07-15.yaml'
    const text = readSources().find((one) => one.file === file)!.text
    expect(faults).toEqual([
      {
        file,
        line: text.split('\n').findIndex((line) => line.includes('DelayNotified')) + 1,
        zh: 'CLK-COOP 指名事件 DelayNotified，但 routing/assistance 没有该事件，是否应为 DelayNotifed',
        en: 'CLK-COOP names the event DelayNotified, which routing/assistance does not have; did you mean DelayNotifed?',
      },
    ])
  })

  it('says so once for the two variants of a switch', () => {
    const { faults } = checkAgainst(rules, { 'routing/transfer': ['TransferApproved', 'SentToPolice'] })
    expect(
      faults.filter((one) => one.en.startsWith('CLK-TF-APPROVE names the event TransferReportSubmitted')),
    ).toHaveLength(1)
    expect(faults.filter((one) => one.en.startsWith('CLK-TF-SEND'))).toEqual([])
  })

  it('plans a clock that cannot start before events to come, and forgives them elsewhere', () => {
    const later = { 'routing/jurisdiction': ['DisputeEscalated', 'JurisdictionDesignated'] }
    const { faults, running, planned } = checkAgainst(
      rules,
      { 'routing/jurisdiction': ['DisputeRaised', 'JurisdictionAgreed'] },
      later,
    )
    expect(faults).toEqual([])
    expect(running).toEqual(['routing/jurisdiction CLK-JUR-CONSULT'])
    expect(planned).toContain('routing/jurisdiction CLK-JUR-DESIGNATE')
  })

  it('names a field that an event has not, where the fields are told', () => {
    const fields = Object.fromEntries(ASSISTANCE.map((one) => [one, one === 'DelayNotified' ? ['newDay'] : []]))
    const [fault, ...rest] = checkAgainst(rules, { 'routing/assistance': fields }).faults
    expect(rest).toEqual([])
    expect(fault!.en).toBe(
      'CLK-COOP asks DelayNotified for newDate, which that event of routing/assistance does not have; did you mean newDay?',
    )
    const right = { ...fields, DelayNotified: ['newDate'] }
    expect(checkAgainst(rules, { 'routing/assistance': right }).faults).toEqual([])
  })

  it('works for rules under other switches', () => {
    expect(checkAgainst(rules.withSwitches({ 'unit.310days': 'WD' }), {}).faults).toEqual([])
  })
})
