import { beforeAll, describe, expect, it } from '@jest/globals'
import type { Guarded } from '#kernel'
import { loadRules, type Rules } from '#rules'
import { nameable } from './naming.js'
import { allows, knows, sight } from './policy.js'

/** The seeded city: every account against records of one county, by the agencies that may know them (rulebook 8.1, 8.2, R-PLT-05). */

const USCC = '91411003MA9FK20288'
const LEAD: Guarded = { kind: 'intake/lead', roles: { holder: ['SAMR-411003'], intake: ['HUB-411000'] } }
const CASE: Guarded = {
  kind: 'intake/administrative-case',
  roles: { holder: ['SAMR-411003'], respondent: [`party:${USCC}`] },
}
const TRANSFER: Guarded = {
  kind: 'routing/transfer',
  roles: { holder: ['PSB-411003'], agency: ['SAMR-411003'], police: ['PSB-411003'], prosecutor: ['PROC-411003'] },
}
const ACTION: Guarded = {
  kind: 'routing/joint-action',
  roles: { holder: ['JC-OFFICE-411000'], member: ['SAMR-411003', 'PSB-411003'] },
}
const LISTING: Guarded = { kind: 'credit/listing', roles: { holder: ['SAMR-411003'], subject: [`party:${USCC}`] } }
const MEDIATION: Guarded = {
  kind: 'mediation/mediation',
  roles: { holder: ['MEDIATION-411000'], requester: [`party:${USCC}`] },
}

const KNOWN_TO: readonly (readonly [string, Guarded, readonly string[]])[] = [
  ['a lead', LEAD, ['HUB-411000', 'SAMR-411000', 'SAMR-411003']],
  ['a case', CASE, ['JC-OFFICE-411000', 'JUSTICE-411000', 'SAMR-411000', 'SAMR-411003']],
  [
    'a transfer',
    TRANSFER,
    [
      'JC-OFFICE-411000',
      'JUSTICE-411000',
      'PROC-411000',
      'PROC-411003',
      'PSB-411000',
      'PSB-411003',
      'SAMR-411000',
      'SAMR-411003',
    ],
  ],
  ['a joint action', ACTION, ['JC-OFFICE-411000', 'PSB-411000', 'PSB-411003', 'SAMR-411000', 'SAMR-411003']],
  ['a listing', LISTING, ['DRC-411000', 'FIN-411000', 'JC-OFFICE-411000', 'SAMR-411000', 'SAMR-411003']],
  ['a mediation', MEDIATION, ['MEDIATION-411000']],
]

describe('the seeded city', () => {
  let rules: Rules
  beforeAll(() => {
    rules = loadRules()
  })
  const officers = () => rules.users.filter(({ agency }) => rules.agency(agency)?.level !== 'outside')
  const parties = () => rules.users.filter(({ agency }) => rules.agency(agency)?.level === 'outside')
  const acting = (users: readonly Rules['users'][number][]) =>
    users.flatMap(({ agency, person, subject, offices }) =>
      offices.map((office) => ({ agency, office, person, subject })),
    )

  it('has accounts in every kind of agency that the table speaks of', () => {
    const agencies = new Set(rules.users.map(({ agency }) => agency))
    const named = new Set(KNOWN_TO.flatMap(([, , known]) => known))
    expect([...named].filter((code) => !rules.agency(code))).toEqual([])
    expect([...named].filter((code) => !agencies.has(code))).toEqual(['FIN-411000'])
  })

  it.each(KNOWN_TO)('lets know %s exactly whom it concerns, whatever the office', (_what, record, known) => {
    const wrong = acting(officers()).filter((actor) => knows(actor, record, rules) !== known.includes(actor.agency))
    expect(wrong).toEqual([])
  })

  it.each(KNOWN_TO)('lets know %s the party it names and no other', (_what, record, _known) => {
    const named = Object.values(record.roles).flat()
    const wrong = acting(parties()).filter(
      (actor) => knows(actor, record, rules) !== named.includes(`party:${actor.subject}`),
    )
    expect(wrong).toEqual([])
    expect(knows({ agency: 'RESPONDENT', office: 'party', person: 'x', subject: USCC }, record, rules)).toBe(
      named.includes(`party:${USCC}`),
    )
  })

  it('does not read transfers of another city', () => {
    const away: Guarded = { kind: 'routing/transfer', roles: { holder: ['SAMR-411600'], agency: ['SAMR-411600'] } }
    const readers = [
      ...new Set(
        acting(officers())
          .filter((actor) => knows(actor, away, rules))
          .map(({ agency }) => agency),
      ),
    ]
    expect(readers.sort()).toEqual(['SAMR-410000', 'SAMR-411600'])
  })

  it('shows the file to agencies and an outline to parties', () => {
    expect(new Set(acting(officers()).map((actor) => sight(actor, rules)))).toEqual(new Set(['file']))
    expect(new Set(acting(parties()).map((actor) => sight(actor, rules)))).toEqual(new Set(['outline']))
  })

  it('names people to those who read their files, and to no party', () => {
    const named = (agency: string) => [...nameable({ agency, office: 'officer', person: 'p' }, rules)].sort()
    expect(named('SAMR-411003')).toEqual(['SAMR-411003'])
    expect(named('PSB-411003')).toEqual(['PSB-411003'])
    expect(named('SAMR-411000')).toEqual(expect.arrayContaining(['SAMR-411000', 'SAMR-411003', 'SAMR-411081']))
    expect(named('SAMR-411000')).not.toContain('PSB-411003')
    expect(named('JC-OFFICE-411000')).toEqual(expect.arrayContaining(['SAMR-411003', 'PSB-411003']))
    expect(named('NOBODY-1')).toEqual([])
    for (const actor of acting(parties())) expect([...nameable(actor, rules)]).toEqual([])
  })

  it('lets nobody step on a record in which they do not stand, whatever their right', () => {
    for (const right of rules.rights)
      for (const [, record] of KNOWN_TO) {
        const able = acting(rules.users).filter((actor) =>
          allows(actor, { who: { may: right.name, office: 'officer' } }, record, rules),
        )
        const named = Object.values(record.roles).flat()
        expect(
          able.filter(({ agency, subject }) => !named.includes(agency) && !named.includes(`party:${subject}`)),
        ).toEqual([])
      }
  })

  it('gives the rights of rulebook 8.2', () => {
    const first = (right: string) =>
      [
        ...new Set(
          acting(rules.users)
            .filter((actor) => allows(actor, { who: { may: right, office: 'officer' } }, undefined, rules))
            .map(({ agency }) => rules.agency(agency)!.kind),
        ),
      ].sort()
    expect(first('file-case')).toEqual(['AGRI', 'CULT-ENF', 'CUSTOMS', 'FORESTRY', 'SAMR-CITY', 'SAMR-COUNTY'])
    expect(first('approve-joint-action')).toEqual(['JC-OFFICE'])
    expect(first('confirm')).toEqual(['COURT'])
    expect(first('adjudicate')).toEqual(['SAMR-CITY'])
    expect(first('decide-filing')).toEqual(['PSB'])
    expect(first('defend')).toEqual(expect.arrayContaining(['RESPONDENT']))
  })
})
