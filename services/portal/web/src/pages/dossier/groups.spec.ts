import { describe, expect, it } from '@jest/globals'
import { deedsOf, handoversOf, lanesOf } from './groups.js'
import type { Act, DossierRecord } from './read.js'

const act = (id: string, at: string, agency: string, record: string, root = id): Act => ({
  ...{ id, at: `2026-04-${at}:00.000+08:00`, agency, record, root, kind: `k/${record}`, step: id },
  ...{ office: '', person: '', eventTitles: [], order: root === id ? 0 : 1 },
})
const record = (id: string, holder: string, more: object = {}): DossierRecord => ({
  ...{ id, kind: `k/${id}`, state: 'S', label: id },
  roles: { holder: [holder], ...more },
})

const timeline = [
  act('register', '01T09:00', 'HUB-1', 'lead'),
  act('dispatch', '02T09:00', 'HUB-1', 'lead'),
  act('verify', '03T09:00', 'SAMR-1', 'lead'),
  act('file', '04T09:00', 'SAMR-1', 'case'),
  act('filed', '04T09:00', 'SYSTEM', 'lead', 'file'),
  act('suspect', '05T09:00', 'SAMR-1', 'case'),
  act('raise', '05T09:00', 'SYSTEM', 'transfer', 'suspect'),
  act('send', '06T09:00', 'SAMR-1', 'transfer'),
  act('defend', '06T10:00', 'RESPONDENT', 'case'),
  act('receive', '06T11:00', 'PSB-1', 'transfer'),
  act('lapse', '07T00:00', 'SYSTEM', 'case'),
]
const records = [record('lead', 'SAMR-1'), record('case', 'SAMR-1'), record('transfer', 'PSB-1')]
const deeds = deedsOf({ timeline, records })
const names = deeds.map((deed) => [deed.act.id, deed.lane, deed.followed.map(({ id }) => id)])
const passed = (all: ReturnType<typeof handoversOf>) =>
  all.map(({ from, to }) => [from.act.id, to.lane, to.at.slice(8, 16)])

describe('what was done', () => {
  it('stands with what came of it; what nobody did stands with the holder', () => {
    expect(names).toEqual([
      ['register', 'HUB-1', []],
      ['dispatch', 'HUB-1', []],
      ['verify', 'SAMR-1', []],
      ['file', 'SAMR-1', ['filed']],
      ['suspect', 'SAMR-1', ['raise']],
      ['send', 'SAMR-1', []],
      ['defend', 'RESPONDENT', []],
      ['receive', 'PSB-1', []],
      ['lapse', 'SAMR-1', []],
    ])
  })

  it('has lanes in the order in which agencies came in', () => {
    expect(lanesOf(deeds)).toEqual(['HUB-1', 'SAMR-1', 'RESPONDENT', 'PSB-1'])
  })

  it('stands by itself where the act that brought it about is not to be seen', () => {
    const seen = deedsOf({ timeline: [timeline[6]!], records })
    expect(seen.map(({ act: { id }, lane }) => [id, lane])).toEqual([['raise', 'PSB-1']])
  })
})

describe('a hand-over', () => {
  it('is the first time that a file comes to an agency; a party only answers', () => {
    expect(passed(handoversOf(deeds, records))).toEqual([
      ['dispatch', 'SAMR-1', '03T09:00'],
      ['send', 'PSB-1', '06T11:00'],
    ])
  })

  it('is a record that an act made for another agency', () => {
    const all = [
      act('allocate', '10T09:00', 'JC-1', 'joint'),
      act('open', '10T09:00', 'SYSTEM', 'new', 'allocate'),
      act('take', '12T09:00', 'SAMR-2', 'new'),
    ]
    const matter = [record('joint', 'JC-1'), record('new', 'SAMR-3')]
    expect(passed(handoversOf(deedsOf({ timeline: all, records: matter }), matter))).toEqual([
      ['allocate', 'SAMR-2', '10T09:00'],
    ])
    const untouched = all.slice(0, 2)
    expect(passed(handoversOf(deedsOf({ timeline: untouched, records: matter }), matter))).toEqual([
      ['allocate', 'SAMR-3', '10T09:00'],
    ])
  })

  it('is none among those who act on one plan together', () => {
    const all = [act('draft', '10T09:00', 'SAMR-0', 'joint'), act('approve', '11T09:00', 'PSB-1', 'joint')]
    const matter = [record('joint', 'SAMR-0', { participant: ['SAMR-0', 'PSB-1'] })]
    expect(handoversOf(deedsOf({ timeline: all, records: matter }), matter)).toEqual([])
  })
})
