import { describe, expect, it } from '@jest/globals'
import type { Envelope, Row } from '#ports'
import { matters, nextRound, type Matter } from './matters.js'
import { sealedGoods } from './sealed-goods.js'

const LEAD = 'l'.repeat(26)
const CASE = 'c'.repeat(26)
const SEAL = 'm'.repeat(26)
const TRANSFER = 't'.repeat(26)
const SUBJECT = { name: '许昌恒远电力器材有限公司', uscc: '91411003MA9FK20288' }

const envelope = (kind: string, record: string, type: string, data?: object): Envelope =>
  ({ kind, record, dossier: 'd'.repeat(26), events: [{ id: 'e', type, version: 1, data }] }) as unknown as Envelope

const folded = (view: typeof matters, all: readonly Envelope[]): Record<string, Row> => {
  const rows: Record<string, Row> = {}
  for (const one of all)
    for (const id of view.ids(one)) {
      const row = view.fold(rows[id], one, id)
      if (row) rows[id] = row
    }
  return rows
}

const received = envelope('intake/lead', LEAD, 'LeadReceived', { agency: 'HUB', subject: SUBJECT })
const dispatched = envelope('intake/lead', LEAD, 'LeadDispatched', {
  agency: 'HUB',
  to: 'SAMR-411003',
  subject: SUBJECT,
})
const filed = envelope('intake/administrative-case', CASE, 'CaseFiled', {
  agency: 'SAMR-411003',
  subject: SUBJECT,
  ip: 'trademark',
  leads: [LEAD],
  measures: [SEAL],
})
const evaluated = envelope('intake/administrative-case', CASE, 'ThresholdEvaluated', {
  agency: 'SAMR-411003',
  round: 1,
  subject: SUBJECT,
  ip: 'trademark',
})
const notApproved = envelope('routing/transfer', TRANSFER, 'TransferNotApproved', { case: CASE, reasons: 'x' })

describe('the matters a transfer may be about', () => {
  const row = { dossier: 'd'.repeat(26), subject: SUBJECT }

  it('belong to the bureau that has them', () => {
    expect(folded(matters, [received, dispatched, filed, evaluated])).toEqual({
      [LEAD]: { id: LEAD, kind: 'intake/lead', agency: 'SAMR-411003', ip: undefined, round: 0, ended: [], ...row },
      [CASE]: {
        id: CASE,
        kind: 'intake/administrative-case',
        agency: 'SAMR-411003',
        ip: 'trademark',
        round: 1,
        ended: [],
        ...row,
      },
    })
  })

  it('count the transfers that ended, each once', () => {
    const rows = folded(matters, [filed, evaluated, notApproved, notApproved])
    expect((rows[CASE] as Matter).ended).toEqual([TRANSFER])
    expect(nextRound(rows[CASE] as Matter)).toBe(2)
    expect(nextRound(folded(matters, [filed])[CASE] as Matter)).toBe(1)
  })

  it('are leads and cases alone', () => {
    expect(
      folded(matters, [envelope('intake/measure', SEAL, 'MeasureTaken', { agency: 'SAMR-411003' }), notApproved]),
    ).toEqual({})
  })
})

describe('sealed goods', () => {
  const taken = envelope('intake/measure', SEAL, 'MeasureTaken', { agency: 'SAMR-411003', lead: LEAD })
  const lifted = envelope('intake/measure', SEAL, 'MeasureLifted', { lead: LEAD, ground: 'handed-over' })
  const open = { [SEAL]: { id: SEAL, agency: 'SAMR-411003', lead: LEAD, case: CASE, open: true } }

  it('belong to the case that was filed, in whatever order that is heard', () => {
    expect(folded(sealedGoods, [taken, filed])).toEqual(open)
    expect(folded(sealedGoods, [filed, taken])).toEqual(open)
  })

  it('are held until they are lifted', () => {
    expect(folded(sealedGoods, [taken, filed, lifted])[SEAL]).toMatchObject({ open: false })
  })
})
