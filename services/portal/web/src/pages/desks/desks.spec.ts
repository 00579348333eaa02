import { describe, expect, it } from '@jest/globals'
import { desksOf, sorted, type Section } from './desks.js'

describe('the desks', () => {
  it('belong to kinds of agency', () => {
    expect(desksOf('PSB')).toEqual(['police', 'joint'])
    expect(desksOf('COURT')).toEqual(['court'])
    expect(desksOf('SAMR-COUNTY')).toEqual(['cases', 'transfers', 'credit', 'joint'])
    expect(desksOf('RESPONDENT')).toEqual([])
    expect(desksOf(undefined)).toEqual([])
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
