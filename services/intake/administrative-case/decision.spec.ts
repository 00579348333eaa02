import { describe, expect, it } from '@jest/globals'
import * as c from './case.sample.js'
import { closeInvestigation } from './steps/close-investigation.js'
import { collectiveDiscuss } from './steps/collective-discuss.js'
import { finishReview } from './steps/finish-review.js'
import { publish } from './steps/publish.js'
import { submitDefence } from './steps/submit-defence.js'
import { submitReview } from './steps/submit-review.js'

const act = (step: c.Act['step'], by: c.Act['by'], at: string, input: Record<string, unknown> = {}): c.Act => ({
  step,
  by,
  at,
  input,
})
const LIGHT = { outcome: 'no-penalty', fine: 0, confiscation: 0 }

describe('Decide', () => {
  it('says what the penalty is and claims the one fine of the act', () => {
    const told = c.told(c.notified, c.deciding())
    expect(told.events).toEqual([
      {
        type: 'DecisionMade',
        data: {
          agency: c.BUREAU,
          subject: c.SHOP,
          ip: 'trademark',
          act: '销售假冒发制品',
          outcome: 'penalise',
          fine: 2_000_000,
          confiscation: 1_120_000,
          kinds: ['confiscation', 'fine'],
          duties: [],
          measures: [c.ID('m')],
          returned: [],
          heavy: false,
          warningOnly: false,
          decider: 'p-leader',
        },
      },
    ])
    expect(told.papers).toEqual(['行政处理决定审批表', '行政处罚决定书', '信用修复告知书'])
    expect(told.claims).toEqual(['fine:uscc:92411002MA9FK1017B:销售假冒发制品'])
  })

  it('tells with a penalty how credit is repaired; a mere warning is not made public (R-REP-04, R-PUB-04)', () => {
    const papers = (more: object) => c.told(c.notified, c.deciding({ fine: 0, confiscation: 0, ...more })).papers
    expect(papers({ kinds: ['warning'] })).toEqual(['行政处理决定审批表', '行政处罚决定书'])
    expect(papers({ kinds: ['warning'], duties: ['销毁标识'] })).toContain('信用修复告知书')
    expect(papers({ kinds: ['warning'], fine: 1 })).toContain('信用修复告知书')
  })

  describe('where nobody named the act (invariant 2)', () => {
    const unnamed = c.on(
      c.walk(c.filing({ act: undefined })),
      c.collecting,
      act(closeInvestigation, c.officer, '2026-07-03T17:00'),
      act(submitReview, c.officer, '2026-07-06T09:00'),
      act(finishReview, c.reviewer, '2026-07-10T09:00'),
      c.notifying(),
    )
    const other = (more: object) => ({
      ...{
        id: c.ID('x'),
        kind: 'intake/administrative-case',
        agency: c.OTHER,
        stage: 'DECIDED',
        keys: [],
        metrics: {},
      },
      penalties: [{ event: 'e', on: '2026-07-01', ip: 'trademark' }],
      ...more,
    })
    const deciding = (more: Record<string, unknown>, ...matters: object[]): c.Act => ({
      ...c.deciding(more),
      needs: { matters },
    })

    it('one fine for the person and the kind of right', () => {
      expect(c.told(unnamed, deciding({})).claims).toEqual(['fine:uscc:92411002MA9FK1017B:trademark:*'])
    })

    it('none when the person was fined before, until the act is named', () => {
      expect(c.refusal(unnamed, deciding({}, other({ number: '许市监处〔2026〕1号' })))).toEqual({
        refused: 'ERR_DOUBLE_FINE',
        facts: { cases: ['许市监处〔2026〕1号'] },
      })
      expect(c.refused(unnamed, deciding({}, other({ penalties: [] })))).toBeUndefined()
      expect(
        c.refused(unnamed, deciding({}, other({ penalties: [{ event: 'e', on: '2026-07-01', ip: 'copyright' }] }))),
      ).toBeUndefined()
      const told = c.told(unnamed, deciding({ act: '另一行为' }, other({})))
      expect(told.events).toMatchObject([{ type: 'DecisionMade', data: { act: '另一行为' } }])
      expect(told.claims).toEqual(['fine:uscc:92411002MA9FK1017B:另一行为'])
    })

    it('named once it stays so', () => {
      expect(c.refusal(c.notified, c.deciding({ act: '另一行为' }))).toEqual({
        refused: 'ERR_GUARD',
        facts: { guard: 'act-named', act: '销售假冒发制品' },
      })
    })
  })

  it('waits for the time for defence, unless nothing is to be imposed', () => {
    expect(c.refused(c.notified, c.deciding({}, '2026-07-20T10:00'))).toBe('ERR_TOO_EARLY')
    expect(c.refused(c.notified, c.deciding({}, '2026-07-21T00:00'))).toBeUndefined()
    expect(c.refused(c.notified, c.deciding(LIGHT, '2026-07-14T10:00'))).toBeUndefined()
  })

  it('to penalise there must be a notice', () => {
    expect(c.refused(c.reviewed, c.deciding({}, '2026-07-13T10:00'))).toBe('ERR_NOTICE_MISSING')
    expect(c.refused(c.underReview, c.deciding({}, '2026-07-08T10:00'))).toBe('ERR_STATE')
  })

  it.each([
    ['no-penalty', ['行政处理决定审批表', '不予行政处罚决定书']],
    ['not-established', ['行政处理决定审批表']],
    ['transfer-department', ['行政处理决定审批表']],
    ['transfer-judicial', ['行政处理决定审批表']],
  ])('%s is possible from the review on, and claims nothing', (outcome, papers) => {
    const told = c.told(c.reviewed, c.deciding({ ...LIGHT, outcome }, '2026-07-13T10:00'))
    expect([told.after.state, told.papers, told.claims]).toEqual(['DECIDED', papers, []])
  })

  it('is never heavier than notified', () => {
    const defended = c.on(c.notified, act(submitDefence, c.party, '2026-07-14T09:00', { statement: '不服' }))
    expect(c.refusal(defended, c.deciding({ fine: 2_000_001 }))).toEqual({
      refused: 'ERR_HEAVIER',
      facts: { added: [], fine: [2_000_000, 2_000_001] },
    })
    expect(c.refused(defended, c.deciding({ confiscation: 1_120_001 }))).toBe('ERR_HEAVIER')
    expect(c.refused(defended, c.deciding({ kinds: ['revocation'] }))).toBe('ERR_HEAVIER')
    expect(c.refused(defended, c.deciding({ fine: 1_000_000, kinds: ['warning'] }))).toBeUndefined()
  })

  it('names a penalty exactly when it penalises', () => {
    expect(c.refused(c.notified, c.deciding({ fine: 0, confiscation: 0 }))).toBe('ERR_GUARD')
    expect(c.refused(c.notified, c.deciding({ outcome: 'no-penalty' }))).toBe('ERR_GUARD')
  })

  it('is the responsible person’s, who did not investigate', () => {
    expect(c.refused(c.notified, c.deciding({}, '2026-07-22T10:00', c.officer))).toBe('ERR_WRONG_APPROVER')
    expect(c.refused(c.notified, c.deciding({}, '2026-07-22T10:00', c.asOffice('leader', c.second)))).toBe('ERR_SOD')
  })

  it('is heavy by its kind, whatever the officer says', () => {
    const notified = c.on(c.reviewed, c.notifying({ kinds: ['revocation'] }))
    expect(c.told(notified, c.deciding({ kinds: ['revocation'] })).events[0]).toMatchObject({ data: { heavy: true } })
  })

  it('returns goods that it does not confiscate', () => {
    const notified = c.on(c.reviewed, c.notifying({ confiscation: 0 }))
    expect(c.told(notified, c.deciding({ confiscation: 0 })).events[0]).toMatchObject({
      data: { measures: [c.ID('m')], returned: [c.ID('m')] },
    })
    expect(
      c.told(c.reviewed, c.deciding({ ...LIGHT, outcome: 'transfer-judicial' }, '2026-07-13T10:00')).events[0],
    ).toMatchObject({
      data: { measures: [], returned: [] },
    })
  })
})

describe('goods in a decision', () => {
  it('are those of the case, and what goes back is among them', () => {
    const naming = (input: Record<string, unknown>) => c.refusal(c.notified, c.deciding(input))
    expect(naming({ measures: [c.ID('n')] })).toMatchObject({
      refused: 'ERR_GUARD',
      facts: { guard: 'measures-of-others', measures: [c.ID('n')] },
    })
    expect(naming({ measures: [], returned: [c.ID('m')] })).toMatchObject({ facts: { measures: [c.ID('m')] } })
    expect(naming({ measures: [c.ID('m')], returned: [c.ID('m')] })).toBeUndefined()
  })
})

describe('CollectiveDiscuss', () => {
  const discuss = (outcome: string, at = '2026-07-21T09:00', by = c.collective) =>
    act(collectiveDiscuss, by, at, { outcome })

  it('is held to the same notice, time and papers', () => {
    expect(c.refused(c.notified, discuss('penalise', '2026-07-20T09:00'))).toBe('ERR_TOO_EARLY')
    expect(c.refused(c.reviewed, discuss('penalise', '2026-07-13T09:00'))).toBe('ERR_NOTICE_MISSING')
    expect(c.refused(c.notified, discuss('penalise', '2026-07-21T09:00', c.leader))).toBe('ERR_WRONG_APPROVER')
  })

  it('binds the decision to its outcome', () => {
    const ready = c.on(c.notified, discuss('penalise'))
    expect(c.record(ready, '2026-07-21T10:00').state).toBe('DECISION_READY')
    expect(c.refused(ready, c.deciding(LIGHT))).toBe('ERR_GUARD')
    expect(c.refused(ready, c.deciding())).toBeUndefined()
    expect(c.told(c.reviewed, discuss('no-penalty', '2026-07-13T09:00')).papers).toEqual(['集体讨论记录'])
  })

  it('where the review asks for it, nobody decides alone', () => {
    const complex = c.on(
      c.underReview,
      act(finishReview, c.reviewer, '2026-07-10T09:00', { kind: 'legal', collective: true }),
      c.notifying(),
    )
    expect(c.refused(complex, c.deciding())).toBe('ERR_WRONG_APPROVER')
    expect(c.refused(complex, c.deciding({}, '2026-07-22T10:00', c.collective))).toBeUndefined()
    expect(c.refused(c.on(complex, discuss('penalise')), c.deciding())).toBeUndefined()
  })
})

describe('ServeDecision and Publish', () => {
  const put = (where: string, at = '2026-07-29T09:00', by = c.publicity) => act(publish, by, at, { where })

  it('sets going what there is to perform', () => {
    expect(c.told(c.decided, c.serving()).events).toEqual([
      {
        type: 'DecisionServed',
        data: {
          fine: 2_000_000,
          fined: true,
          toPerform: true,
          measures: [c.ID('m')],
          returned: [],
          servedOn: '2026-07-22',
        },
      },
    ])
    const free = c.on(c.reviewed, c.deciding(LIGHT, '2026-07-13T10:00'), c.serving({}, '2026-07-13T15:00'))
    expect(c.clock('CLK-CLOSE', free, '2026-07-13T16:00')?.due).toBe('2026-08-03')
    expect(c.clock('CLK-PAY', free, '2026-07-13T16:00')).toBeUndefined()
    expect(c.clock('CLK-PUB-20', free, '2026-07-13T16:00')).toBeUndefined()
  })

  it('is by officers, not before the decision and not in the future', () => {
    expect(c.refused(c.decided, { ...c.serving(), by: c.leader })).toBe('ERR_WRONG_APPROVER')
    expect(c.refused(c.decided, c.serving({ servedOn: '2026-07-23' }))).toBe('ERR_DATE')
    expect(c.refused(c.notified, c.serving())).toBe('ERR_STATE')
  })

  it('is published once there is a penalty that may be', () => {
    expect(c.told(c.decided, put('部门网站')).after.facts.published).toEqual(['部门网站'])
    expect(c.refused(c.decided, put('部门网站', '2026-07-29T09:00', c.officer))).toBe('ERR_WRONG_APPROVER')
    expect(c.refused(c.notified, put('部门网站', '2026-07-14T09:00'))).toBe('ERR_STATE')
    const warned = c.on(
      c.reviewed,
      c.notifying({ fine: 0, confiscation: 0, kinds: ['warning'] }),
      c.deciding({ fine: 0, confiscation: 0, kinds: ['warning'] }),
    )
    expect(c.clock('CLK-PUB-20', warned, '2026-07-23')).toBeUndefined()
    expect(c.refused(warned, put('信用中国'))).toBe('ERR_GUARD')
    const light = c.on(c.reviewed, c.deciding(LIGHT, '2026-07-13T10:00'))
    expect(c.refused(light, put('信用中国'))).toBe('ERR_GUARD')
  })
})
