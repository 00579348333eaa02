import { describe, expect, it } from '@jest/globals'
import { type Fact, kitOf, type RecordType, versionFor } from '#kernel'
import { loadRules } from './load.js'

/** The version that a record's own events choose (R-INT-16): the line of a clock holds the event that chooses. */

const rules = loadRules()
const lead = { kind: 'intake/lead', events: [], states: {} } as unknown as RecordType
const kit = kitOf({ record: lead, steps: [] }, rules)

const lineOf = (clock: string, facts: readonly Fact[]): Fact[] =>
  facts.filter((fact) => kit.movers.get(fact.type)?.some((one) => one.id === clock))

const matter = (receivedOn: string): Fact[] => [
  {
    id: '1',
    type: 'LeadReceived',
    at: `${receivedOn}T09:00:00.000+08:00`,
    data: { handler: true, complaint: true, receivedOn },
  },
  { id: '2', type: 'ComplaintAccepted', at: '2026-04-20T09:00:00.000+08:00', data: {} },
]

describe('a complaint accepted on 2026-04-20', () => {
  it.each([
    ['2026-04-14', 'TSJB19', { n: 45, unit: 'WD', when: [] }],
    ['2026-04-15', 'TSJB', { n: 60, unit: 'CD', when: [] }],
  ])('received on %s runs under %s', (receivedOn, law, length) => {
    const row = versionFor(kit.clocks.get('CLK-TS-MEDIATE')!, lineOf('CLK-TS-MEDIATE', matter(receivedOn)))
    expect({ law: row.law, length: row.length }).toEqual({ law, length: [length] })
  })
})
