import { describe, expect, it } from '@jest/globals'
import * as c from './case.sample.js'
import { assignOfficers } from './steps/assign-officers.js'
import { fileCase } from './steps/file-case.js'

const LEAD = c.ID('a')
const EARLIER = c.ID('r')

const lead = (facts: Record<string, unknown> = {}, state = 'VERIFYING') => ({
  id: LEAD,
  version: 3,
  dossier: c.ID('d'),
  state,
  facts: {
    holder: c.BUREAU,
    subject: c.SHOP,
    ip: 'trademark',
    officers: ['p-officer'],
    measures: [c.ID('m')],
    ...facts,
  },
})
const fromLead = (facts?: Record<string, unknown>, state?: string, input: Record<string, unknown> = {}) =>
  c.filing(
    { leads: [LEAD], subject: undefined, ip: undefined, act: undefined, measures: [], ...input },
    { leads: [lead(facts, state)] },
  )
const replaced = (state: string, agency = c.BUREAU) => ({
  leads: [],
  replaced: {
    id: EARLIER,
    version: 9,
    dossier: c.ID('d'),
    state,
    facts: { agency, subject: c.SHOP, ip: 'trademark', act: '旧案' },
  },
})

describe('FileCase', () => {
  it('asks for all four conditions to be stated (PROC 19)', () => {
    const { conditions } = fileCase.input!
    const stated = { evidence: true, penalty: true, jurisdiction: true, limitation: true }
    expect(conditions!.safeParse(stated).success).toBe(true)
    const lacking = Object.keys(stated).map((name) => ({ ...stated, [name]: undefined }))
    expect([undefined, ...lacking].filter((one) => conditions!.safeParse(one).success)).toEqual([])
  })

  it('opens a case of the bureau’s own discovery', () => {
    const told = c.told([], c.filing())
    expect(told.events).toEqual([
      {
        type: 'CaseFiled',
        data: {
          agency: c.BUREAU,
          leads: [],
          officers: ['p-officer', 'p-second'],
          investigators: ['p-officer', 'p-second'],
          measures: [c.ID('m')],
          subject: c.SHOP,
          ip: 'trademark',
          act: '销售假冒发制品',
          approver: 'p-leader',
          transferred: false,
        },
      },
    ])
    expect([told.after.state, told.papers, told.claims]).toEqual(['FILED', ['立案/不予立案审批表'], []])
  })

  it('takes party, right, act and measures from the lead, and its outcome for itself', () => {
    const told = c.told([], fromLead({ act: '联合行动分配的行为', officers: ['p-verifier'] }))
    expect(told.after.facts).toMatchObject({
      subject: c.SHOP,
      ip: 'trademark',
      act: '联合行动分配的行为',
      measures: [c.ID('m')],
      investigators: ['p-officer', 'p-second', 'p-verifier'],
    })
    expect(told.claims).toEqual([`lead-outcome:${LEAD}`])
  })

  it('knows a case that another bureau filed before', () => {
    const told = c.told([], fromLead({ source: { kind: 'case-transferred', matter: 'same' } }))
    expect(told.after.facts.transferred).toBe(true)
  })

  it('replaces a case whose decision was revoked, once, under an act of its own', () => {
    const told = c.told([], c.filing({ replaces: EARLIER }, replaced('REVOKED')))
    expect([told.after.facts.act, told.claims]).toEqual(['旧案（重新立案）', [`replaced:${EARLIER}`]])
    expect(c.refused([], c.filing({ replaces: EARLIER }, replaced('CLOSED')))).toBe('ERR_GUARD')
    for (const state of ['REVOKED', 'CLOSED'])
      expect(c.refusal([], c.filing({ replaces: EARLIER }, replaced(state, c.OTHER)))).toEqual({
        refused: 'ERR_GUARD',
        facts: { guard: 'replaced-case-not-revoked', state: null },
      })
  })

  it('the approver is none of the officers', () => {
    expect(c.refused([], c.filing({ officers: ['p-officer', 'p-leader'] }))).toBe('ERR_SOD')
    expect(c.refused([], fromLead({ officers: ['p-leader'] }))).toBe('ERR_SOD')
  })

  it.each([
    ['one officer', c.filing({ officers: ['p-officer'] }), 'officers'],
    ['one officer twice', c.filing({ officers: ['p-officer', 'p-officer'] }), 'person-twice'],
    ['an unknown lead', c.filing({ leads: [LEAD] }), 'unknown-lead'],
    ['a lead of another bureau', fromLead({ holder: c.OTHER }), 'unknown-lead'],
    ['a lead that waits for a test', fromLead({}, 'VERIFY_PAUSED'), 'lead-not-in-verification'],
    ['a lead that has ended', fromLead({}, 'NOT_FILED'), 'lead-not-in-verification'],
    [
      'no evidence',
      c.filing({ conditions: { evidence: false, penalty: true, jurisdiction: true, limitation: true } }),
      'filing-conditions',
    ],
    ['no party', c.filing({ subject: undefined }), 'party-unknown'],
    ['no right', c.filing({ ip: undefined }), 'right-unknown'],
    ['an unknown right', c.filing({ ip: 'trademrk' }), 'unknown-ip'],
    ['a right that others penalise', c.filing({ ip: 'copyright' }), 'not-competent'],
  ])('refuses %s', (_what, act, guard) => {
    expect(c.refusal([], act)).toMatchObject({ refused: 'ERR_GUARD', facts: { guard } })
  })

  it('takes over what the bureau holds itself, and what came to it with a transferred or revoked case', () => {
    const seized = (facts: Record<string, unknown>) => ({ ...c.MEASURE, facts: { ...c.MEASURE.facts, ...facts } })
    const naming = (found: unknown[], needs: Record<string, unknown> = { leads: [] }, input = {}) =>
      c.refusal([], c.filing(input, { ...needs, measures: found }))
    const foreign = { refused: 'ERR_GUARD', facts: { guard: 'measures-of-others', measures: [c.ID('m')] } }
    expect(naming([])).toMatchObject(foreign)
    expect(naming([seized({ agency: c.OTHER })])).toMatchObject(foreign)
    expect(naming([seized({ case: c.ID('d') })])).toMatchObject(foreign)
    const came = lead({ measures: [], source: { kind: 'case-transferred', record: EARLIER, matter: 'same' } })
    const old = seized({ agency: c.OTHER, case: EARLIER })
    expect(naming([old], { leads: [came] }, { leads: [LEAD] })).toBeUndefined()
    expect(naming([old], { leads: [lead({ measures: [] })] }, { leads: [LEAD] })).toMatchObject(foreign)
    expect(naming([seized({ case: EARLIER })], replaced('REVOKED'), { replaces: EARLIER })).toBeUndefined()
  })

  it('leads of several persons are several cases', () => {
    const other = { ...lead({ subject: c.COMPANY }), id: c.ID('b') }
    const act = c.filing({ leads: [LEAD, c.ID('b')] }, { leads: [lead(), other] })
    expect(c.refusal([], act)).toMatchObject({ facts: { guard: 'leads-of-several-persons' } })
  })

  it('only the responsible person files', () => {
    expect(c.refused([], { ...c.filing(), by: c.officer })).toBe('ERR_WRONG_APPROVER')
  })

  it('a case is filed once', () => {
    expect(c.refused(c.filed, c.filing())).toBe('ERR_STATE')
  })
})

describe('AssignOfficers', () => {
  const assign = (officers: string[], by = c.unitHead) => ({
    step: assignOfficers,
    by,
    at: '2026-07-11T09:00',
    input: { officers },
  })

  it('whoever investigated stays an investigator', () => {
    const told = c.told(c.filed, { ...assign(['p-second', 'p-third']), at: '2026-06-13T09:00' })
    expect(told.after.facts.officers).toEqual(['p-second', 'p-third'])
    expect(told.after.facts.investigators).toEqual(['p-officer', 'p-second', 'p-third'])
  })

  it('neither reviewer nor approver may investigate', () => {
    expect(c.refused(c.reviewed, assign(['p-second', 'p-reviewer']))).toBe('ERR_SOD')
    expect(c.refused(c.reviewed, assign(['p-second', 'p-leader']))).toBe('ERR_SOD')
  })

  it('two at least, by the head of the unit, before the decision', () => {
    expect(c.refused(c.reviewed, assign(['p-second']))).toBe('ERR_GUARD')
    expect(c.refused(c.reviewed, assign(['p-second', 'p-third'], c.officer))).toBe('ERR_WRONG_APPROVER')
    expect(c.refused(c.decided, { ...assign(['p-second', 'p-third']), at: '2026-07-23T09:00' })).toBe('ERR_STATE')
  })
})
