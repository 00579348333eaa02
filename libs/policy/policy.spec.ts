import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { Query } from 'mingo'
import type { Actor, Guarded } from '#kernel'
import type { Agency, Level } from '#rules'
import { allows, knows, sight, visible } from './policy.js'
import type { City } from './reach.js'

const agency = (code: string, kind: string, level: Level, region: string, superior?: string): Agency => ({
  code,
  kind,
  level,
  region,
  name: { zh: code, en: code },
  superior,
})

const COUNTIES = ['411003', '411081']
const county = (region: string): Agency[] => [
  agency(`SAMR-${region}`, 'SAMR-COUNTY', 'county', region, 'SAMR-411000'),
  agency(`PSB-${region}`, 'PSB', 'county', region, 'PSB-411000'),
  agency(`PROC-${region}`, 'PROC', 'county', region, 'PROC-411000'),
]
const AGENCIES = [
  agency('SAMR-410000', 'SAMR-PROVINCE', 'province', '410000'),
  agency('SAMR-411000', 'SAMR-CITY', 'city', '411000', 'SAMR-410000'),
  agency('PSB-411000', 'PSB', 'city', '411000'),
  agency('PROC-411000', 'PROC', 'city', '411000'),
  agency('CULT-411000', 'CULT-ENF', 'city', '411000'),
  agency('JUSTICE-411000', 'JUSTICE', 'city', '411000'),
  agency('JC-OFFICE', 'JC-OFFICE', 'city', '411000'),
  ...COUNTIES.flatMap(county),
  agency('RESPONDENT', 'RESPONDENT', 'outside', '411000'),
  agency('HOLDER', 'HOLDER', 'outside', '411000'),
]
const find = (code: string) => AGENCIES.find((one) => one.code === code)
const RIGHTS: Record<string, readonly string[]> = {
  file: ['SAMR-COUNTY', 'SAMR-CITY', 'CULT-ENF'],
  mediate: ['HOLDER', 'RESPONDENT'],
  'read-penalty': ['JUSTICE', 'JC-OFFICE'],
  'read-transfer': ['PROC', 'JUSTICE', 'JC-OFFICE'],
  'approve-joint-action': ['JC-OFFICE'],
  'read-credit': ['FIN', 'DRC', 'JC-OFFICE'],
}
const city: City = {
  agencies: AGENCIES,
  agency: find,
  superiorOf: (code) => find(find(code)?.superior ?? ''),
  may: (code, right) => RIGHTS[right]!.includes(find(code)?.kind ?? ''),
}

const officer = (agency: string): Actor => ({ agency, office: 'officer', person: 'p1' })
const someParty = (agency: string, subject: string): Actor => ({ agency, office: 'party', person: 'p2', subject })

const lawCase: Guarded = {
  kind: 'intake/administrative-case',
  roles: { holder: ['SAMR-411003'], respondent: ['party:91411003MA9FK20288'] },
}
const transfer: Guarded = {
  kind: 'routing/transfer',
  roles: { holder: ['PSB-411003'], agency: ['SAMR-411003'], police: ['PSB-411003'] },
}
const action: Guarded = {
  kind: 'routing/joint-action',
  roles: { holder: ['JC-OFFICE'], member: ['SAMR-411081', 'PSB-411081'] },
}

describe('who may know a record', () => {
  it.each<[string, Actor, boolean, boolean, boolean]>([
    // who                                 actor                                                case   transfer action
    ['the bureau that holds it', officer('SAMR-411003'), true, true, false],
    ['a bureau of another county', officer('SAMR-411081'), false, false, true],
    ['the city bureau over both', officer('SAMR-411000'), true, true, true],
    ['the province, two levels above a county', officer('SAMR-410000'), false, false, false],
    ['the police of the county', officer('PSB-411003'), false, true, false],
    ['the police of another county', officer('PSB-411081'), false, false, true],
    ['the city police', officer('PSB-411000'), false, true, true],
    ['the procuratorate of the county', officer('PROC-411003'), false, true, false],
    ['the procuratorate of another county', officer('PROC-411081'), false, false, false],
    ['the city procuratorate', officer('PROC-411000'), false, true, false],
    ['the justice bureau', officer('JUSTICE-411000'), true, true, false],
    ['the joint-conference office', officer('JC-OFFICE'), true, true, true],
    ['another department', officer('CULT-411000'), false, false, false],
    ['the party', someParty('RESPONDENT', '91411003MA9FK20288'), true, false, false],
    ['another party', someParty('RESPONDENT', '91411002MA9FK1017E'), false, false, false],
    ['a party without a subject', officer('RESPONDENT'), false, false, false],
    ['an officer who claims a subject', someParty('CULT-411000', '91411003MA9FK20288'), false, false, false],
    ['an agency that does not exist', officer('SAMR-999999'), false, false, false],
  ])('%s', (_who, actor, onCase, onTransfer, onAction) => {
    expect([lawCase, transfer, action].map((record) => knows(actor, record, city))).toEqual([
      onCase,
      onTransfer,
      onAction,
    ])
  })

  it('shows a party an outline and officers the file', () => {
    expect(
      [officer('SAMR-411003'), someParty('HOLDER', 'x'), officer('SAMR-999999')].map((actor) => sight(actor, city)),
    ).toEqual(['file', 'outline', 'outline'])
  })
})

describe('who may take a step', () => {
  const by = (who: Parameters<typeof allows>[1]['who']) => ({ who })

  it('asks for a role of the record', () => {
    const step = by({ of: 'holder', office: 'head' })
    expect(allows(officer('SAMR-411003'), step, lawCase, city)).toBe(true)
    expect(allows(officer('SAMR-411081'), step, lawCase, city)).toBe(false)
    expect(allows(officer('SAMR-411000'), step, lawCase, city)).toBe(false)
    expect(allows(officer('SAMR-411003'), step, transfer, city)).toBe(false)
  })

  it('leaves the office to the kernel', () => {
    expect(
      allows({ ...officer('SAMR-411003'), office: 'intake' }, by({ of: 'holder', office: 'head' }), lawCase, city),
    ).toBe(true)
  })

  it('finds the superior of the holder', () => {
    const step = by({ of: ['holder', 'superior'], office: 'head' })
    expect(allows(officer('SAMR-411000'), step, lawCase, city)).toBe(true)
    expect(allows(officer('PSB-411000'), step, lawCase, city)).toBe(false)
    expect(allows(officer('SAMR-411000'), by({ of: 'superior', office: 'head' }), transfer, city)).toBe(false)
  })

  it('asks for a right before there is a record, and for both where both are named', () => {
    const step = by({ may: 'file', office: 'leader' })
    expect(allows(officer('SAMR-411081'), step, undefined, city)).toBe(true)
    expect(allows(officer('PSB-411081'), step, undefined, city)).toBe(false)
    expect(allows(officer('PSB-411003'), by({ of: 'holder', may: 'file', office: 'leader' }), transfer, city)).toBe(
      false,
    )
  })

  it('asks for some role where a step names none, so that a right alone opens no record of others', () => {
    const step = by({ may: 'file', office: 'leader' })
    expect(allows(officer('SAMR-411003'), step, lawCase, city)).toBe(true)
    expect(allows(officer('SAMR-411081'), step, lawCase, city)).toBe(false)
  })

  it('denies what nothing allows', () => {
    expect(allows(officer('SAMR-411003'), by({ office: 'leader' }), undefined, city)).toBe(false)
    expect(allows(officer('SAMR-411003'), by('system'), lawCase, city)).toBe(false)
    expect(
      allows(
        officer('SAMR-999999'),
        by({ of: 'holder', office: 'head' }),
        { kind: 'x/y', roles: { holder: ['SAMR-999999'] } },
        city,
      ),
    ).toBe(false)
  })

  it('knows a party by the subject it acts for, not by its class', () => {
    const step = by({ of: 'respondent', office: 'party' })
    expect(allows(someParty('RESPONDENT', '91411003MA9FK20288'), step, lawCase, city)).toBe(true)
    expect(allows(someParty('RESPONDENT', '91411002MA9FK1017E'), step, lawCase, city)).toBe(false)
    expect(allows(someParty('SAMR-411081', '91411003MA9FK20288'), step, lawCase, city)).toBe(false)
    expect(allows(someParty('HOLDER', 'x'), by({ may: 'mediate', office: 'party' }), undefined, city)).toBe(true)
  })
})

describe('rows of a view', () => {
  const values = fc.constantFrom(...AGENCIES.map((one) => one.code), 'party:a', 'party:b')
  const roles = fc.dictionary(
    fc.constantFrom('holder', 'agency', 'police', 'respondent'),
    fc.array(values, { maxLength: 2 }),
    { maxKeys: 3 },
  )
  const records = fc.record({ kind: fc.constantFrom('intake/lead', 'routing/transfer', 'routing/joint-action'), roles })
  const actors = fc.record({
    agency: fc.constantFrom(...AGENCIES.map((one) => one.code), 'SAMR-999999'),
    office: fc.constant('officer'),
    person: fc.constant('p1'),
    subject: fc.option(fc.constantFrom('a', 'b'), { nil: undefined }),
  })

  it('are visible exactly when their record may be known', () => {
    fc.assert(
      fc.property(actors, records, (actor, record) => {
        const row = { kind: record.kind, seen: Object.values(record.roles).flat() }
        expect(new Query(visible(actor, city)).test(row)).toBe(knows(actor, record, city))
      }),
      { numRuns: 3000 },
    )
  })
})
