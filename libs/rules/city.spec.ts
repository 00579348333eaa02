import { describe, expect, it } from '@jest/globals'
import { loadRules } from './load.js'

const rules = loadRules()

describe('agencies', () => {
  it('has the market regulator, police, procuratorate and court of every county', () => {
    for (const region of ['411002', '411003', '411024', '411025', '411081', '411082'])
      for (const kind of ['SAMR', 'PSB', 'PROC', 'COURT'])
        expect(rules.agency(`${kind}-${region}`)).toMatchObject({ level: 'county', region })
  })

  it('has a row for every actor of rulebook 8.1', () => {
    const kinds = new Set(rules.agencies.map((one) => one.kind))
    const actors =
      'JC-OFFICE SAMR-CITY SAMR-COUNTY SAMR-BRANCH PROP-COPY CULT-ENF AGRI FORESTRY CUSTOMS COMMERCE CCPIT PSB PROC COURT JUSTICE DRC INDUSTRY SCI FIN PROTECT FAST-YZ MEDIATION-ORG ARBITRATION PLATFORM INFORMANT HOLDER RESPONDENT AGENT'
    expect(actors.split(' ').filter((kind) => !kinds.has(kind))).toEqual([])
  })

  it('puts the county under the city and the city under the province', () => {
    expect(rules.superiorOf('SAMR-411002')!.code).toBe('SAMR-411000')
    expect(rules.superiorOf('SAMR-411000')!.code).toBe('SAMR-410000')
    expect(rules.superiorOf('SAMR-410000')).toBeUndefined()
    expect(rules.superiorOf('nobody')).toBeUndefined()
  })

  it('finds police and procuratorate of the same level', () => {
    expect(rules.sameLevel('SAMR-411003', 'PSB')!.code).toBe('PSB-411003')
    expect(rules.sameLevel('SAMR-411003', 'PROC')!.code).toBe('PROC-411003')
    expect(rules.sameLevel('SAMR-411000', 'PSB')!.code).toBe('PSB-411000')
    expect(rules.sameLevel('CULT-411000', 'PSB')!.code).toBe('PSB-411000')
    expect(rules.sameLevel('SAMR-410000', 'PSB')).toBeUndefined()
  })

  it.each([
    ['COURT-411000', '豫10'],
    ['COURT-411002', '豫1002'],
    ['COURT-411003', '豫1003'],
    ['COURT-411024', '豫1024'],
    ['COURT-411025', '豫1025'],
    ['COURT-411081', '豫1081'],
    ['COURT-411082', '豫1082'],
  ])('%s has the court code %s', (code, prefix) => {
    expect(rules.agency(code)!.prefix).toBe(prefix)
  })

  it('maps every zone to a county', () => {
    const zones = rules.regions.filter((one) => one.host)
    expect(zones.map((one) => one.host)).toEqual(['411002', '411002', '411003'])
  })
})

describe('people', () => {
  const officesOf = (agency: string) => rules.users.filter((one) => one.agency === agency).flatMap((one) => one.offices)

  it.each(['SAMR-411000', 'SAMR-411002', 'SAMR-411003', 'SAMR-411082', 'SAMR-411081', 'SAMR-411024', 'SAMR-411025'])(
    '%s can do a whole case',
    (agency) => {
      const offices = officesOf(agency)
      const wanted = {
        intake: 1,
        officer: 3,
        'unit-head': 1,
        reviewer: 2,
        host: 1,
        leader: 2,
        head: 1,
        publicity: 1,
        collective: 1,
      }
      for (const [office, least] of Object.entries(wanted))
        expect(offices.filter((one) => one === office).length).toBeGreaterThanOrEqual(least)
    },
  )

  it.each([
    ['PSB-411003', 'officer leader head'],
    ['PROC-411003', 'officer leader head'],
    ['COURT-411002', 'officer leader president'],
    ['MEDIATION-411000', 'mediator leader head'],
    ['JC-OFFICE-411000', 'officer head'],
    ['CUSTOMS-411000', 'officer head'],
    ['DRC-411000', 'officer head'],
    ['HUB-411000', 'intake'],
    ['SAMR-410000', 'leader head'],
  ])('%s has %s', (agency, offices) => {
    expect(officesOf(agency)).toEqual(expect.arrayContaining(offices.split(' ')))
  })

  it('binds parties to the subject they act for', () => {
    expect(rules.users.find((one) => one.user === 'respondent-jinfa')).toMatchObject({
      agency: 'RESPONDENT',
      offices: ['party'],
      subject: '92411002MA9FK1017B',
    })
  })
})

describe('rights (rulebook 8.2)', () => {
  const SAMR = ['SAMR-COUNTY', 'SAMR-CITY']
  const OTHER = ['CULT-ENF', 'AGRI', 'FORESTRY', 'CUSTOMS']
  const yes = (right: string, agency: string) => rules.may(agency, right)

  it.each([
    ['file-case', [...SAMR, ...OTHER]],
    ['decide-penalty', [...SAMR, ...OTHER]],
    ['approve-transfer', [...SAMR, ...OTHER]],
    ['approve-secret-seizure', ['SAMR-CITY']],
    ['list', SAMR],
    ['consent-listing', ['SAMR-CITY', 'SAMR-PROVINCE']],
    ['decide-filing', ['PSB']],
    ['decide-reconsideration', ['PSB']],
    ['supervise-filing', ['PROC']],
    ['confirm', ['COURT']],
    ['adjudicate', ['SAMR-CITY']],
    ['approve-joint-action', ['JC-OFFICE']],
    ['supervise-enforcement', ['PROC', 'JUSTICE']],
    ['designate-jurisdiction', ['SAMR-CITY', 'SAMR-PROVINCE']],
  ])('%s: %j', (right, kinds) => {
    expect(rules.right(right)).toEqual(kinds)
  })

  it('lets everybody who learns of a violation register a lead, but no court and no justice bureau', () => {
    expect(
      ['SAMR-411002', 'SAMR-411000', 'CULT-411000', 'PSB-411003', 'PROC-411003', 'JC-OFFICE-411000'].every((one) =>
        yes('register-lead', one),
      ),
    ).toBe(true)
    expect(['COURT-411002', 'JUSTICE-411000', 'HOLDER', 'nobody'].some((one) => yes('register-lead', one))).toBe(false)
  })

  it('names the nearest right', () => {
    expect(() => rules.right('decide-penalties')).toThrow(
      'there is no right decide-penalties; did you mean decide-penalty?',
    )
  })
})

describe('offices', () => {
  it('makes 负责人 leader, head or acting head, and 正职负责人 the last two (rulebook 8.1)', () => {
    expect(rules.officesIn('responsible')).toEqual(['leader', 'head', 'acting-head'])
    expect(rules.officesIn('head')).toEqual(['head', 'acting-head'])
    expect(rules.officesIn('officer')).toEqual(['officer'])
    expect(() => rules.officesIn('boss')).toThrow('there is no office boss')
  })
})

describe('competence (rulebook 1.4)', () => {
  it.each([
    ['trademark', 'penalty', ['SAMR-COUNTY', 'SAMR-CITY']],
    ['invention', 'adjudication', ['SAMR-CITY', 'SAMR-PROVINCE']],
    ['copyright', 'penalty', ['CULT-ENF']],
    ['copyright', 'adjudication', []],
    ['plant-variety-crop', 'penalty', ['AGRI']],
    ['plant-variety-forestry', 'penalty', ['FORESTRY']],
    ['layout-design', 'penalty', []],
    ['layout-design', 'adjudication', []],
    ['trademark', 'border', ['CUSTOMS']],
    ['technical-secret', 'border', []],
  ] as const)('%s %s: %j', (ip, work, kinds) => {
    expect(rules.competent(ip, work)).toEqual(kinds)
  })

  it('asks for the city head where FBZ 16 does', () => {
    const strict = rules.ipTypes.filter((one) => one.seizure === 'city-head').map((one) => one.code)
    expect(strict).toEqual(['technical-secret', 'business-secret', 'confusion'])
  })

  it('lets a named reporter know the result where FBZ 20 does', () => {
    expect(rules.ip('trademark')!.reporterTold).toBeUndefined()
    expect(rules.ip('business-secret')!.reporterTold).toBe('FBZ:20')
  })

  it.each([
    ['trademark', 'COURT-411002'],
    ['copyright', 'COURT-411002'],
    ['business-secret', 'COURT-411002'],
    ['design', 'COURT-411000'],
    ['well-known-mark', 'COURT-411000'],
    ['invention', 'COURT-ZZ-IP'],
    ['utility-model', 'COURT-ZZ-IP'],
    ['software', 'COURT-ZZ-IP'],
    ['technical-secret', 'COURT-ZZ-IP'],
    ['plant-variety-crop', 'COURT-ZZ-IP'],
    ['layout-design', 'COURT-ZZ-IP'],
  ])('confirms an agreement about %s at %s (R-JC-03)', (ip, court) => {
    expect(rules.courtFor(ip)).toBe(court)
  })

  it('takes another basic court by switch, by code or by name', () => {
    expect(rules.withSwitches({ 'court.ipBasic': 'COURT-411003' }).courtFor('trademark')).toBe('COURT-411003')
    expect(rules.withSwitches({ 'court.ipBasic': '长葛市人民法院' }).courtFor('trademark')).toBe('COURT-411082')
  })

  it('has the 13 channels of rulebook 1.1, one of them a complaint', () => {
    expect(rules.channels.map((one) => one.code)).toEqual(
      'SRC-12315-TS SRC-12315-JB SRC-RIGHTHOLDER SRC-INSPECT SRC-TRANSFER SRC-SUPERIOR SRC-PROC-OPINION SRC-POLICE-RETURN SRC-PLATFORM SRC-CUSTOMS SRC-EXPO SRC-COOP SRC-MEDIATION'.split(
        ' ',
      ),
    )
    expect(rules.channels.filter((one) => one.complaint).map((one) => one.code)).toEqual(['SRC-12315-TS'])
  })
})

describe('the hearing (R-ADM-16, 16a)', () => {
  const yuan = (n: number) => n * 100

  it.each([
    ['person', 5_000, true],
    ['person', 4_999.99, false],
    ['individual-business', 5_000, true],
    ['organisation', 50_000, true],
    ['organisation', 49_999.99, false],
  ] as const)('%s, fine %d: %s', (party, fine, inScope) => {
    expect(rules.hearing({ party, fine: yuan(fine) }).inScope).toBe(inScope)
  })

  it('counts a confiscation like a fine, but not the two together', () => {
    expect(rules.hearing({ party: 'person', confiscation: yuan(5_000) }).because).toEqual(['confiscation'])
    expect(rules.hearing({ party: 'person', fine: yuan(4_000), confiscation: yuan(4_000) }).inScope).toBe(false)
  })

  it('is offered for the heavier kinds whatever the amount', () => {
    expect(rules.hearing({ party: 'organisation', kinds: ['revocation'] })).toMatchObject({
      inScope: true,
      because: ['revocation'],
    })
    expect(() => rules.hearing({ party: 'person', kinds: ['warning'] })).toThrow('there is no kind of penalty warning')
  })

  it('follows the figure that the switch chooses', () => {
    const samr = rules.withSwitches({ 'hearing.threshold': 'samr' })
    expect(samr.hearing({ party: 'person', fine: yuan(9_999.99) }).inScope).toBe(false)
    expect(samr.hearing({ party: 'person', fine: yuan(10_000) })).toEqual({
      inScope: true,
      because: ['fine'],
      figure: yuan(10_000),
      source: 'TZBF 5',
    })
    expect(samr.hearing({ party: 'organisation', fine: yuan(100_000) }).inScope).toBe(true)
    const organisations = rules.withSwitches({ 'hearing.individualBusiness': 'organisation' })
    expect(organisations.hearing({ party: 'individual-business', fine: yuan(5_000) }).inScope).toBe(false)
  })
})

describe('figures', () => {
  it('holds money in fen', () => {
    expect(rules.figure('simple.person').value).toBe(20_000)
    expect(rules.figure('simple.organisation').value).toBe(300_000)
    expect(rules.figure('pay.surchargePerDay').value).toBe(0.03)
    expect(() => rules.figure('simple.persons')).toThrow(
      'there is no figure simple.persons; did you mean simple.person?',
    )
  })
})

describe('the rules as a value', () => {
  it('cannot be changed', () => {
    expect(Object.isFrozen(rules)).toBe(true)
    expect(Object.isFrozen(rules.switches)).toBe(true)
    expect(Object.isFrozen(rules.clockRows('intake/lead')[0])).toBe(true)
    expect(Object.isFrozen(rules.agency('SAMR-411000'))).toBe(true)
  })

  it('is the same for the same data', () => {
    expect(loadRules().version).toBe(rules.version)
  })
})
