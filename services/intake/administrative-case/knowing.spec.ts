import { describe, expect, it } from '@jest/globals'
import * as c from './case.sample.js'
import { administrativeCase } from './state.js'
import { serveByPublicNotice } from './steps/serve-by-public-notice.js'

/** How a report is handled is kept from the reported party (R-INT-14); its rights are told at the first taking of evidence (R-ADM-06). */
describe('the party of a case', () => {
  const unseized = c.filing({ measures: [] }, { leads: [], measures: [] })
  const PARTY = [`party:${c.SHOP.uscc}`]
  const known = (pasts: Parameters<typeof c.told>[0], act: c.Act) =>
    [administrativeCase.roles.respondent!(c.told(pasts, act).after.facts) ?? []].flat()

  it('knows nothing of a case that was filed and nothing more', () => {
    expect(known([], unseized)).toEqual([])
  })

  it('knows of it once its rights were told, or goods were taken from it', () => {
    expect(known(c.walk(unseized), c.collecting)).toEqual(PARTY)
    expect(known([], c.filing())).toEqual(PARTY)
  })

  it('knows of it from a notice, given in public too', () => {
    const { facts } = c.told(c.reviewed, c.notifying()).after
    expect(administrativeCase.roles.respondent!(facts)).toEqual(PARTY[0])
    const inPublic = {
      step: serveByPublicNotice,
      by: c.leader,
      at: '2026-07-13T10:00',
      input: { tried: '查无下落', notice: c.NOTICE },
    }
    expect(known(c.reviewed, inPublic)).toEqual(PARTY)
  })
})
