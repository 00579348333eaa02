import { describe, expect, it } from '@jest/globals'
import { desksOf, sorted, type Section } from './desks.js'
import { deskWords } from './words.js'

describe('the desks', () => {
  it('belong to kinds of agency', () => {
    expect(desksOf('PSB')).toEqual(['police', 'joint'])
    expect(desksOf('COURT')).toEqual(['court'])
    expect(desksOf('SAMR-COUNTY')).toEqual(['cases', 'transfers', 'mediation', 'credit', 'joint'])
    expect(desksOf('RESPONDENT')).toEqual([])
    expect(desksOf(undefined)).toEqual([])
  })

  it('are there for whoever may act at them (rulebook 8.1, 8.2)', () => {
    const at = (desk: string, kinds: string) => kinds.split(' ').filter((kind) => !desksOf(kind).includes(desk))
    expect(at('transfers', 'SAMR-COUNTY SAMR-CITY CULT-ENF AGRI FORESTRY CUSTOMS')).toEqual([])
    expect(at('mediation', 'MEDIATION-ORG SAMR-CITY SAMR-COUNTY CULT-ENF AGRI FORESTRY PROTECT FAST-YZ')).toEqual([])
    expect(at('joint', 'JC-OFFICE SAMR-COUNTY SAMR-CITY CULT-ENF AGRI FORESTRY CUSTOMS PSB PROC PROP-COPY')).toEqual([])
  })

  it('tell of a listing in the notice of the penalty and nowhere else (SX44 13)', () => {
    expect(deskWords.toNotice.zh).toBe('拟列入：随《行政处罚告知书》一并告知')
  })

  it('show every record once: where its state is named, else where the rest of its kind stands', () => {
    const sections: Section[] = [
      { word: 'toReceive', kind: 'a/b', states: ['SENT'] },
      { word: 'transferred', kind: 'a/b' },
    ]
    const rows = ['SENT', 'FILED', 'SENT'].map((state, id) => ({ id, kind: 'a/b', state }))
    const found = sorted(sections, [...rows, { id: 9, kind: 'c/d', state: 'SENT' }])
    expect(found.map(({ rows: those }) => those.map(({ id }) => id))).toEqual([[0, 2], [1]])
  })
})
