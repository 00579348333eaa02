import { describe, expect, it } from '@jest/globals'
import type { Received } from '#kernel'
import { nursery, ORG, shop } from './cast.sample.js'
import { reactions } from './reactions.js'
import { applications } from './views/applications.js'

const MED = 'aaaaaaaaaaaaaaaaaaaaaaaaab'
const CONF = 'aaaaaaaaaaaaaaaaaaaaaaaaac'

const received = (kind: string, record: string, data: object): Received<never> =>
  ({ id: 'e', data, at: '2026-05-18T09:00:00.000+08:00', record, kind, dossier: MED }) as never

const put = (name: string, kind: string, record: string, data: object) =>
  reactions.find((one) => one.name === name)!.to(received(kind, record, data))

describe('the mediation service', () => {
  it('tells the mediation of an application, as of the court’s receipt', () => {
    const tell = (receivedOn: string) =>
      put('mediation-learns-of-application', 'mediation/confirmation', CONF, { mediation: MED, receivedOn })
    const told = {
      target: { id: MED },
      input: { confirmation: CONF, receivedOn: '2026-05-18' },
      at: '2026-05-18T09:00:00.000+08:00',
    }
    expect(tell('2026-05-18')).toEqual([told])
    expect(tell('2026-05-15')).toEqual([
      { ...told, input: { ...told.input, receivedOn: '2026-05-15' }, at: '2026-05-15T23:59:59.999+08:00' },
    ])
  })

  it('tells the court of performance where there is an application', () => {
    const data = { what: '付款', amount: 1, remaining: 0, left: [], all: true }
    expect(put('confirmation-learns-of-performance', 'mediation/mediation', MED, data)).toEqual([])
    expect(
      put('confirmation-learns-of-performance', 'mediation/mediation', MED, { ...data, confirmation: CONF }),
    ).toEqual([{ target: { id: CONF }, input: { remaining: 0, left: [], all: true } }])
  })

  it('opens a new mediation in the same dossier', () => {
    const data = {
      mediation: MED,
      organisation: ORG,
      parties: [nursery, shop],
      ip: 'trademark',
      track: 'people',
      dispute: 'infringement',
    }
    expect(put('new-mediation-opens', 'mediation/confirmation', CONF, data)).toEqual([
      {
        target: { key: `again:${CONF}` },
        input: {
          organisation: ORG,
          track: 'people',
          ip: 'trademark',
          dispute: 'infringement',
          requester: nursery,
          respondent: shop,
          previous: MED,
        },
        dossier: MED,
      },
    ])
  })
})

describe('applications for confirmation', () => {
  const envelope = (seq: number, state: string, events: object[] = []) =>
    ({ kind: 'mediation/confirmation', record: CONF, seq, summary: { state }, events }) as never

  it('are open until they are refused, rejected, withdrawn or revoked', () => {
    const applied = { id: 'e', type: 'ConfirmationApplied', data: { mediation: MED, court: 'COURT-411002' } }
    const row = applications.fold(undefined, envelope(1, 'APPLIED', [applied]), CONF)
    expect(row).toEqual({ id: CONF, mediation: MED, court: 'COURT-411002', open: true, seq: 1 })
    for (const state of ['REFUSED', 'REJECTED', 'WITHDRAWN', 'REVOKED'])
      expect(applications.fold(row, envelope(2, state), CONF)).toEqual({ ...row, open: false, seq: 2 })
    expect(applications.fold(row, envelope(2, 'PERFORMED'), CONF)).toEqual({ ...row, seq: 2 })
    expect(applications.fold(row, envelope(1, 'REFUSED'), CONF)).toBe(row)
    expect(applications.ids({ kind: 'mediation/mediation', record: MED } as never)).toEqual([])
  })
})
