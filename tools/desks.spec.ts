import { beforeAll, describe, expect, it } from '@jest/globals'
import type { Actor, Summary } from '#kernel'
import { loadRules } from '#rules'
import { desksPerRules, type Desks } from '#shell'
import { deskOf } from '../services/portal/views/standing.js'
import { services } from './services.js'

/** Whom a record waits for while no clock runs on it: rulebook 11.3, 11.7 and 11.11 on the manifests and the rules as they are. */

const [BUREAU, CITY, POLICE] = ['SAMR-411003', 'SAMR-411000', 'PSB-411003']
const [PROSECUTOR, COURT, OFFICE] = ['PROC-411003', 'COURT-411003', 'JC-OFFICE-411000']
const transfer = (hand: string) => ({
  ...{ holder: [hand], agency: [BUREAU], police: [POLICE], prosecutor: [PROSECUTOR], court: [COURT] },
})
const action = (...hand: string[]) => ({
  ...{ holder: hand, proposer: [CITY], office: [OFFICE], lead: [CITY], participant: [CITY, POLICE], deciding: [] },
})
const listing = { holder: [BUREAU], consenter: [CITY], respondent: ['party:91411003MA9FK20288'] }

const WAITS: readonly (readonly [
  kind: string,
  state: string,
  roles: Summary['roles'],
  asked: string,
  not: readonly string[],
])[] = [
  ['routing/transfer', 'SUSPECTED', transfer(BUREAU), `${BUREAU} leader`, [POLICE, PROSECUTOR]],
  ['routing/transfer', 'TASK_FORCE', transfer(BUREAU), `${BUREAU} officer`, [POLICE, PROSECUTOR]],
  ['routing/transfer', 'SENT', transfer(POLICE), `${POLICE} officer`, [BUREAU, PROSECUTOR, COURT]],
  ['routing/transfer', 'FORWARDED', transfer(POLICE), `${POLICE} officer`, [BUREAU, PROSECUTOR, COURT]],
  ['routing/transfer', 'SUPERVISION_REQUESTED', transfer(PROSECUTOR), `${PROSECUTOR} officer`, [BUREAU, POLICE]],
  ['routing/transfer', 'REFUSED', transfer(BUREAU), `${BUREAU} officer`, [POLICE, PROSECUTOR]],
  ['routing/transfer', 'HANDED_OVER', transfer(POLICE), `${POLICE} officer`, [BUREAU]],
  ['routing/transfer', 'IN_INVESTIGATION', transfer(POLICE), `${PROSECUTOR} officer`, [BUREAU]],
  ['routing/transfer', 'PROSECUTED', transfer(COURT), `${COURT} officer`, [BUREAU, POLICE]],
  ['routing/joint-action', 'PROPOSED', action(CITY), `${CITY} officer`, [POLICE]],
  ['routing/joint-action', 'PLAN_DRAFT', action(POLICE), `${POLICE} head`, [BUREAU]],
  ['routing/joint-action', 'PLAN_DRAFT', action(OFFICE), `${OFFICE} head`, [BUREAU]],
  ['routing/joint-action', 'ANNOUNCED', action(CITY), `${CITY} officer`, [POLICE, BUREAU]],
  ['routing/joint-action', 'REPORTED', action(OFFICE), `${OFFICE} officer`, [POLICE, BUREAU]],
  ['credit/listing', 'CONSENT_ASKED', listing, `${CITY} leader`, ['SAMR-410000', 'DRC-411000']],
  ['credit/listing', 'CONSENTED', listing, `${BUREAU} leader`, [CITY]],
]

describe('a record on which no clock runs', () => {
  let desks: Desks
  beforeAll(() => {
    desks = desksPerRules(services)(loadRules())
  })
  const waitsOn = (agency: string, office: string, kind: string, state: string, roles: Summary['roles']): boolean => {
    const words = deskOf({ kind, state, roles } as Summary, [])
    const actor: Actor = { agency, office, person: 'p' }
    return desks.words(actor).some((word) => words.includes(word))
  }

  it.each(WAITS)('%s in %s waits on whoever has to act', (kind, state, roles, asked, others) => {
    const [agency, office] = asked.split(' ') as [string, string]
    expect(waitsOn(agency, office, kind, state, roles)).toBe(true)
    const offices = ['officer', 'leader', 'head']
    expect(others.filter((one) => offices.some((office) => waitsOn(one, office, kind, state, roles)))).toEqual([])
  })

  it('does not wait on whoever may only sign for a paper: a report waits on the head (GWY310 5)', () => {
    const asked = (office: string) => waitsOn(BUREAU, office, 'routing/transfer', 'REPORT_SUBMITTED', transfer(BUREAU))
    expect(['officer', 'leader', 'head'].filter(asked)).toEqual(['head'])
  })
})
