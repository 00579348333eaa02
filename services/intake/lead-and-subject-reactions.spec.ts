import { readFileSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import type { Reaction, Received } from '#kernel'
import { z } from 'zod'
import { leadReactions } from './lead/reactions.js'
import { subjectReactions } from './subject/reactions.js'

const ID = (letter: string) => letter.repeat(26)
const all = [...leadReactions, ...subjectReactions]

const sample = ({ on }: Reaction): Record<string, unknown> => {
  const samples = JSON.parse(readFileSync(`libs/contracts/${on.kind}.samples.json`, 'utf8')) as Record<string, never>
  return samples[`${on.type}@1`]!
}

const told = (name: string, data: Record<string, unknown> = {}, record = ID('x')) => {
  const found = all.find((one) => one.name === name)!
  const event = {
    ...{ id: ID('v'), type: found.on.type, kind: found.on.kind, record, dossier: record },
    ...{ at: '2026-06-12T09:00:00.000+08:00', data: { ...sample(found), ...data } },
  }
  return found.to(event as unknown as Received<never>)
}

const SUBJECT = { name: '某饰品店（虚构）', uscc: '92411002MA9FK1017B', natural: true }
const about = { agency: 'SAMR-411002', subject: SUBJECT, ip: 'trademark' }
const KEY = 'uscc:92411002MA9FK1017B'

describe('every reaction', () => {
  it.each(all.map((one) => [one.name, one] as const))(
    '%s turns the golden sample into an input of its step',
    (name, one) => {
      for (const { input } of told(name)) {
        const schema = z.strictObject(one.step.input ?? {})
        expect(schema.safeParse(input).error).toBeUndefined()
      }
    },
  )

  it('has a name of its own', () => {
    expect(new Set(all.map(({ name }) => name)).size).toBe(all.length)
  })
})

describe('the police', () => {
  const opening = (transfer: string, same: string) => [
    {
      target: { key: `police:${transfer}` },
      input: {
        channel: 'SRC-POLICE-RETURN',
        ...about,
        receivedOn: '2026-06-11',
        source: { kind: 'routing/transfer', record: same, matter: 'same' },
      },
    },
  ]

  it('give back what had no case as a lead of its own', () => {
    const data = { ...about, servedOn: '2026-06-11' }
    expect(told('lead-opens-on-withdrawal', { ...data, case: undefined, lead: ID('l') })).toEqual(
      opening(ID('x'), ID('l')),
    )
    expect(told('lead-opens-on-withdrawal', { ...data, case: undefined, lead: undefined })).toEqual(
      opening(ID('x'), ID('x')),
    )
    expect(told('lead-opens-on-withdrawal', { ...data, case: ID('c') })).toEqual([])
  })

  it('refusing, too', () => {
    const refused = { lead: ID('l'), servedOn: '2026-06-11' }
    expect(told('lead-taken-back-on-refusal', { ...refused, case: undefined })).toEqual([
      { target: { id: ID('l') }, input: { transfer: ID('x'), receivedOn: '2026-06-11' } },
    ])
    expect(told('lead-taken-back-on-refusal', { ...refused, case: ID('c') })).toEqual([])
    expect(
      told('lead-opens-on-police-return', { ...about, receivedOn: '2026-06-11', transfer: ID('t') }, ID('l')),
    ).toEqual(opening(ID('t'), ID('l')))
  })

  it('get a lead only where there is no case', () => {
    expect(told('lead-goes-to-police', { case: undefined, lead: ID('l'), to: 'PSB-411002' })).toEqual([
      { target: { id: ID('l') }, input: { to: 'PSB-411002' } },
    ])
    expect(told('lead-goes-to-police', { case: ID('c'), lead: ID('l') })).toEqual([])
  })
})

describe('a joint action', () => {
  it('opens one lead at each agency for each target and act', () => {
    const target = { name: '某公司（虚构）' }
    const allocations = [
      { target: SUBJECT, act: '销售', agency: 'SAMR-411082', ip: 'trademark' },
      { target, act: '制造', agency: 'PSB-411082', ip: 'trademark' },
    ]
    const source = { kind: 'routing/joint-action', record: ID('x'), matter: 'new' }
    const input = { channel: 'SRC-COOP', ip: 'trademark', receivedOn: '2026-06-12', source }
    expect(told('lead-opens-on-allocation', { allocations })).toEqual([
      {
        target: { key: `allocation:${ID('x')}:SAMR-411082:${KEY}:销售` },
        input: { ...input, agency: 'SAMR-411082', subject: SUBJECT, act: '销售' },
      },
      {
        target: { key: `allocation:${ID('x')}:PSB-411082:某公司（虚构）:制造` },
        input: { ...input, agency: 'PSB-411082', subject: target, act: '制造' },
      },
    ])
  })
})

describe('what is handed on', () => {
  it('a case opens a lead at the recipient, which is the same matter', () => {
    const data = { ...about, to: 'SAMR-411003', receivedOn: null }
    expect(told('lead-opens-on-case-transferred', data, ID('c'))).toEqual([
      {
        target: { key: `case:${ID('c')}:SAMR-411003` },
        input: {
          channel: 'SRC-TRANSFER',
          ...{ ...about, agency: 'SAMR-411003', receivedOn: null },
          source: { kind: 'case-transferred', record: ID('c'), matter: 'same', from: 'SAMR-411002' },
        },
      },
    ])
  })

  it.each([
    ['other-department', 'intake/lead'],
    ['designation', 'designated'],
  ])('a lead by %s, too', (ground, kind) => {
    const data = { ...about, to: 'SAMR-411003', ground, receivedOn: '2026-06-12' }
    expect(told('lead-opens-on-lead-transferred', data, ID('l'))[0]!.input.source).toEqual({
      ...{ kind, record: ID('l'), matter: 'same', from: 'SAMR-411002' },
    })
  })

  it('but not to the police, who have their transfer', () => {
    expect(told('lead-opens-on-lead-transferred', { ground: 'police' })).toEqual([])
  })

  it('a clue found while mediating', () => {
    expect(told('lead-opens-on-clue', { ...about, receivedOn: '2026-06-12' }, ID('n'))).toEqual([
      {
        target: { key: `clue:${ID('n')}:SAMR-411002:${ID('v')}` },
        input: {
          channel: 'SRC-MEDIATION',
          ...{ ...about, receivedOn: '2026-06-12' },
          source: { kind: 'mediation/mediation', record: ID('n'), matter: 'new' },
        },
      },
    ])
  })

  it('the other half of mixed material keeps its reporter', () => {
    const [half] = told('lead-opens-on-split', {
      other: 'complaint',
      channel: 'SRC-12315-TS',
      reporter: 'INF-2026-0001',
    })
    expect(half!.input).toEqual(
      expect.objectContaining({ complaint: true, channel: 'SRC-12315-TS', reporter: 'INF-2026-0001', named: true }),
    )
  })
})

describe('measures of a lead', () => {
  it.each([
    ['lead-notes-registration', true],
    ['lead-notes-measure', true],
    ['lead-notes-disposal', false],
    ['lead-notes-release', false],
    ['lead-notes-lifting', false],
  ])('%s', (name, open) => {
    expect(told(name, { lead: ID('l'), case: undefined }, ID('m'))).toEqual([
      { target: { id: ID('l') }, input: { measure: ID('m'), open } },
    ])
    expect(told(name, { lead: undefined, case: ID('c') })).toEqual([])
  })
})

describe('leads that a case names', () => {
  it('are filed with it', () => {
    expect(told('lead-filed-by-case', { agency: 'SAMR-411002', leads: [ID('l'), ID('k')] }, ID('c'))).toEqual(
      [ID('l'), ID('k')].map((id) => ({ target: { id }, input: { case: ID('c'), agency: 'SAMR-411002' } })),
    )
  })

  it('a transfer that was not approved answers the suspicion of its lead', () => {
    expect(told('lead-suspicion-answered', { lead: ID('l') })).toEqual([{ target: { id: ID('l') }, input: {} }])
    expect(told('lead-suspicion-answered', { lead: undefined, case: ID('c') })).toEqual([])
  })
})

describe('the ledger', () => {
  const inputs = (name: string, data: Record<string, unknown>, record?: string) =>
    told(name, data, record).map(({ target, input }) => [target, input])
  const whose = { key: KEY, name: SUBJECT.name, keys: [KEY] }
  const at = '2026-06-12T09:00:00.000+08:00'

  it('has one record per key of the subject, in a dossier of its own', () => {
    const told2 = told(
      'subject-notes-lead',
      { ...about, subject: { ...SUBJECT, shop: 's-1' }, source: undefined },
      ID('l'),
    )
    expect(told2.map(({ target }) => target)).toEqual([{ key: KEY }, { key: 'shop:s-1' }])
    expect(new Set(told2.map(({ dossier }) => dossier)).size).toBe(2)
    expect(told('subject-notes-lead', { ...about, subject: { name: '无名摊位' } })).toEqual([])
  })

  it('notes a lead, and what it took the place of', () => {
    const matter = { id: ID('l'), kind: 'intake/lead', agency: 'SAMR-411002' }
    const source = { kind: 'case-transferred', record: ID('c'), matter: 'same' }
    expect(inputs('subject-notes-lead', { ...about, source }, ID('l'))).toEqual([
      [{ key: KEY }, { ...whose, noted: { matter, at, replaces: [ID('c')] } }],
    ])
    expect(inputs('subject-notes-lead', { ...about, source: { ...source, matter: 'new' } }, ID('l'))).toEqual([
      [{ key: KEY }, { ...whose, noted: { matter, at, replaces: [] } }],
    ])
    expect(inputs('subject-notes-dispatched-lead', { ...about, to: 'SAMR-411003' }, ID('l'))).toEqual([
      [{ key: KEY }, { ...whose, noted: { matter: { ...matter, agency: 'SAMR-411003' }, at, replaces: [] } }],
    ])
  })

  it('notes a case with its leads and the revoked case it replaces', () => {
    const matter = { id: ID('c'), kind: 'intake/administrative-case', agency: 'SAMR-411002' }
    const data = { ...about, leads: [ID('l')], replaces: ID('o') }
    expect(inputs('subject-notes-case', data, ID('c'))).toEqual([
      [{ key: KEY }, { ...whose, noted: { matter, at, replaces: [ID('l'), ID('o')] } }],
    ])
  })

  it('notes own amounts, not those it told of itself', () => {
    const data = {
      ...about,
      basis: 'own',
      offences: ['sale_counterfeit_goods'],
      actDate: '2026-06-01',
      metrics: { sales_amount: 5 },
      flags: [],
    }
    const matter = { id: ID('l'), kind: 'intake/lead', agency: 'SAMR-411002' }
    const amount = {
      matter,
      at,
      ip: 'trademark',
      offences: ['sale_counterfeit_goods'],
      actDate: '2026-06-01',
      metrics: { sales_amount: 5 },
      flags: [],
    }
    expect(inputs('subject-notes-amount-of-lead', data, ID('l'))).toEqual([[{ key: KEY }, { ...whose, amount }]])
    expect(told('subject-notes-amount-of-lead', { ...data, basis: 'accumulation' })).toEqual([])
    expect(told('subject-notes-amount-of-case', { ...data, metrics: {} })).toEqual([])
  })

  it.each([
    ['penalise', 'penalty', true],
    ['not-established', 'not-established', false],
    ['no-penalty', undefined, false],
    ['transfer-judicial', undefined, false],
  ])('a decision to %s', (outcome, ground, repeats) => {
    const data = { ...about, outcome, offence: '214' }
    const settlement = { matter: ID('c'), ground, on: '2026-06-12' }
    expect(inputs('subject-settles-on-decision', data, ID('c'))).toEqual(
      ground ? [[{ key: KEY }, { ...whose, settlement }]] : [],
    )
    const repeat = { matter: ID('c'), on: '2026-06-12', ip: 'trademark', offence: '214', by: 'penalty' }
    expect(inputs('subject-notes-penalty', data, ID('c'))).toEqual(
      repeats ? [[{ key: KEY }, { ...whose, repeat }]] : [],
    )
  })

  it.each([
    ['convicted', 'sentence'],
    ['acquitted', 'acquittal'],
    ['non-prosecution', undefined],
  ])('a defendant %s', (outcome, ground) => {
    const data = { ...about, outcome, case: ID('c'), lead: undefined }
    const settlement = { matter: ID('c'), ground, on: '2026-06-12' }
    expect(inputs('subject-settles-on-judgment', data)).toEqual(
      ground ? [[{ key: KEY }, { ...whose, settlement }]] : [],
    )
    expect(told('subject-notes-sentence', data)).toHaveLength(outcome === 'convicted' ? 1 : 0)
  })

  it('a termination settles, a revocation restores', () => {
    expect(inputs('subject-settles-on-termination', about, ID('c'))).toEqual([
      [{ key: KEY }, { ...whose, settlement: { matter: ID('c'), ground: 'terminated', on: '2026-06-12' } }],
    ])
    expect(inputs('subject-restores-on-revocation', about, ID('c'))).toEqual([
      [{ key: KEY }, { ...whose, matter: ID('c') }],
    ])
  })

  it('tells the ledgers of the same person, and leads alone of what it tells matters', () => {
    const holdings = { keys: [KEY, 'shop:s-1'], matters: [], amounts: [], settled: [], repeats: [], restored: [] }
    expect(inputs('subject-joins-subject', { key: KEY, name: SUBJECT.name, holdings })).toEqual([
      [{ key: 'shop:s-1' }, { key: 'shop:s-1', name: SUBJECT.name, holdings }],
    ])
    const matters = [
      { id: ID('l'), kind: 'intake/lead', agency: 'SAMR-411002' },
      { id: ID('c'), kind: 'intake/administrative-case', agency: 'SAMR-411003' },
    ]
    expect(inputs('lead-linked', { matters })).toEqual([[{ id: ID('l') }, { matters }]])
    expect(told('lead-notes-accumulation', { matters }).map(({ target }) => target)).toEqual([{ id: ID('l') }])
  })
})
