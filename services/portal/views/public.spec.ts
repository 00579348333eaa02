import { describe, expect, it } from '@jest/globals'
import type { Subject, Summary, View } from '#kernel'
import type { Envelope, Row } from '#ports'
import { gramsOf, publicParty } from './public-name.js'
import { publicListings } from './public-listings.js'
import { publicDecisions, publicPenalties } from './public-penalties.js'

/** Fictitious, like all persons and firms here. */
const KILN = { name: '禹州市某钧瓷厂（虚构）', uscc: '91411081MA9FK404XQ', address: '神垕镇1号', controller: '赵大' }
const ZHAO = { name: '赵大有（虚构）', person: 'id.aaaaaaaaaaaaaaaaaaaaaa.bbbb', shop: '大有饰品', natural: true }
const AT = '2026-05-20T09:00:00.000+08:00'

type Told = readonly [type: string, data?: object]

const envelope = (
  kind: string,
  seq: number,
  state: string,
  told: readonly Told[],
  more: Partial<Summary> = {},
): Envelope => {
  const summary: Summary = {
    ...{
      id: 'r1',
      kind,
      dossier: 'd1',
      version: seq,
      state,
      overlays: [],
      label: '',
      roles: {},
      numbers: [],
      clocks: [],
    },
    ...{ since: AT, by: { agency: 'SAMR-411081', office: 'officer', person: 'p1' }, at: AT, ...more },
  }
  return {
    ...{ service: kind.split('/')[0]!, dossier: 'd1', record: 'r1', kind, seq, after: seq - 1, message: `m${seq}` },
    ...{ occurredAt: AT, recordedAt: AT, actor: { agency: 'SAMR-411081', office: 'officer', person: 'p1' } },
    events: told.map(([type, data], n) => ({ id: `e${n}`, type, ...(data && { version: 1, data }) })),
    ...{ summary, root: 'm1', step: 'S' },
  }
}

const foldAll = (view: View, envelopes: readonly Envelope[]): Row | undefined => {
  let row: Row | undefined
  for (const one of envelopes) for (const id of view.ids(one)) row = view.fold(row, one, id)
  return row
}

describe('a party in public', () => {
  it.each<[string, Subject, object]>([
    ['an organisation by name and code', KILN, { name: '禹州市某钧瓷厂（虚构）', uscc: '91411081MA9FK404XQ' }],
    [
      'an individual business by its trade name',
      { name: '锦发饰品店', uscc: '92411002MA9FK1017B', natural: true },
      { name: '锦发饰品店', uscc: '92411002MA9FK1017B' },
    ],
    ['a natural person by the first sign of the name', ZHAO, { name: '赵××（虚构）' }],
    ['somebody of whom it is not known as a person', { name: '某某' }, { name: '某××' }],
    ['an organisation without a code by name', { name: '某合作社', natural: false }, { name: '某合作社' }],
  ])('stands there: %s', (_what, subject, party) => expect(publicParty(subject)).toEqual(party))

  it('is found by nothing that does not stand there', () => {
    expect(gramsOf(publicParty(ZHAO))).toEqual(['赵×', '××', '×(', '(虚', '虚构', '构)'])
  })
})

const opened = (subject: Subject, more: Partial<Summary> = {}) =>
  envelope(
    'credit/publicity',
    1,
    'PUBLISHED',
    [
      [
        'PublicityOpened',
        {
          ...{ case: 'c1', agency: 'SAMR-411081', subject, class: 'ordinary' },
          ...{ determinedOn: '2026-05-14', where: '信用中国', on: '2026-05-20' },
        },
      ],
    ],
    more,
  )
const END = { id: 'CLK-PUBLIC-END', key: '', state: 'running', due: '2027-05-14', provisional: false, start: AT }
const now = (seq: number, state: string, more: Partial<Summary> = {}) =>
  envelope('credit/publicity', seq, state, [], more)

describe('a penalty in public', () => {
  it('says whose, by whom, since when and until when, and nothing that protects nobody', () => {
    expect(foldAll(publicPenalties, [opened(KILN, { clocks: [END] })])).toEqual({
      ...{ id: 'r1', seq: 1, case: 'c1', agency: 'SAMR-411081', class: 'ordinary' },
      ...{ party: { name: KILN.name, uscc: KILN.uscc }, grams: expect.any(Array) },
      ...{
        decidedOn: '2026-05-14',
        on: '2026-05-20',
        dues: { 'CLK-PUBLIC-END': '2027-05-14' },
        open: true,
        contested: false,
      },
    })
    expect(JSON.stringify(foldAll(publicPenalties, [opened(ZHAO)]))).not.toMatch(/大有|赵大|神垕|id\./)
  })

  it.each<[string, boolean, boolean, object | undefined]>([
    ['REPAIR_APPLIED', true, false, undefined],
    ['REPAIR_REFUSED', true, false, undefined],
    ['MARKED', true, true, undefined],
    ['CHECKING', true, true, undefined],
    ['DISMISSED', true, false, undefined],
    ['REPAIRED', false, false, undefined],
    ['ENDED', false, false, undefined],
    ['WITHDRAWN', true, false, { on: '2026-05-20', ground: 'penalty-revoked' }],
    ['UPHELD', true, false, { on: '2026-05-20', ground: 'objection-upheld' }],
  ])('%s', (state, open, contested, ended) => {
    expect(foldAll(publicPenalties, [opened(KILN), now(2, state)])).toMatchObject({ open, contested })
    expect(foldAll(publicPenalties, [opened(KILN), now(2, state)])!.ended).toEqual(ended)
  })

  it('is not shown while the check of an objection is late', () => {
    expect(foldAll(publicPenalties, [opened(KILN), now(2, 'CHECKING', { overlays: ['SUSPENDED'] })])!.open).toBe(false)
  })

  it('changes nothing when it comes again', () => {
    const all = [opened(KILN), now(2, 'ENDED')]
    expect(foldAll(publicPenalties, [...all, all[0]!])).toEqual(foldAll(publicPenalties, all))
  })

  it('consists of what the decision says, without the acts', () => {
    const made = {
      ...{ agency: 'SAMR-411081', subject: KILN, ip: 'trademark', act: '向张三销售', outcome: 'penalise' },
      ...{ fine: 100, confiscation: 0, kinds: ['fine'], duties: [], measures: [], returned: [] },
      ...{ heavy: false, warningOnly: false, decider: 'p' },
    }
    const numbers = ['禹市监罚告〔2026〕1号', '禹市监处罚〔2026〕7号', '禹市监强制〔2026〕1号']
    const decided = envelope('intake/administrative-case', 9, 'DECIDED', [['DecisionMade', made]], { numbers })
    expect(foldAll(publicDecisions, [decided])).toEqual({
      ...{
        id: 'r1',
        seq: 9,
        number: '禹市监处罚〔2026〕7号',
        ip: 'trademark',
        kinds: ['fine'],
        fine: 100,
        confiscation: 0,
      },
    })
  })
})

const about = { case: 'c1', agency: 'SAMR-411081', subject: KILN }
const listed = envelope('credit/listing', 5, 'LISTED', [
  ['Listed', { ...about, conduct: 'intentional-infringement', date: '2026-05-14' }],
])
const published = envelope('credit/listing', 6, 'PUBLISHED', [['ListingPublished', { case: 'c1', on: '2026-05-20' }]])
const next = (state: string, ...told: Told[]) => envelope('credit/listing', 7, state, told)

describe('a listing in public', () => {
  it('stands there when it was published, not before', () => {
    const nominated = envelope('credit/listing', 1, 'CANDIDATE', [['ListingNominated']])
    expect(foldAll(publicListings, [nominated, listed])!.open).toBe(false)
    expect(foldAll(publicListings, [nominated, listed, published])).toMatchObject({
      ...{ party: { name: KILN.name, uscc: KILN.uscc }, conduct: 'intentional-infringement' },
      ...{ listedOn: '2026-05-14', on: '2026-05-20', open: true, contested: false },
    })
  })

  it.each<[string, Told, boolean, object | undefined]>([
    ['OBJECTED', ['ObjectionFiled'], true, undefined],
    ['EARLY_APPLIED', ['EarlyApplied'], true, undefined],
    ['EARLY_REFUSED', ['EarlyDecided'], true, undefined],
    ['REMOVED_EARLY', ['EarlyDecided'], false, undefined],
    ['AUTO_REMOVED', ['ListingExpired'], false, undefined],
    ['RESTORED', ['ListingRestored'], false, undefined],
    [
      'REVOKED',
      ['ListingRevoked', { ...about, ground: 'x', published: true }],
      true,
      { on: '2026-05-20', ground: 'listing-revoked' },
    ],
  ])('%s', (state, told, open, ended) => {
    const row = foldAll(publicListings, [listed, published, next(state, told)])!
    expect([row.open, row.ended]).toEqual([open, ended])
  })

  it('that was revoked before it stood in public never does', () => {
    expect(
      foldAll(publicListings, [
        listed,
        next('REVOKED', ['ListingRevoked', { ...about, ground: 'x', published: false }]),
      ])!.open,
    ).toBe(false)
  })

  it('that was restored stands there again when it is published again', () => {
    const again = envelope('credit/listing', 8, 'PUBLISHED', [['ListingPublished', { case: 'c1', on: '2027-06-01' }]])
    expect(foldAll(publicListings, [listed, published, next('RESTORED', ['ListingRestored']), again])).toMatchObject({
      open: true,
      on: '2027-06-01',
    })
  })
})
