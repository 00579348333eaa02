import { beforeEach, describe, expect, it } from '@jest/globals'
import { draftName, forgetDrafts, keepDraft, keptDraft } from './draft.js'
import { fieldsOf } from './fields.js'
import { attemptOf } from './send.js'

/** What a browser keeps, as far as drafts use it: its names are its own keys. */
class Kept {
  [name: string]: unknown
  getItem = (name: string): string | null => (this[name] as string | undefined) ?? null
  setItem = (name: string, text: string): void => void (this[name] = text)
  removeItem = (name: string): void => void delete this[name]
}

beforeEach(() => void Object.assign(globalThis, { localStorage: new Kept() }))

const NOTHING_SEALED = { sealed: [], fields: [] }

describe('a draft', () => {
  const name = draftName('p1', 'intake/lead', undefined, 'RegisterLead')
  const values = { clue: '店内出售假发', reporter: { name: '何举报' } }

  it('comes back as it was typed', () => {
    keepDraft(name, { values, at: '2026-03-07T16:00', sent: { key: 'k', body: '{}' } }, NOTHING_SEALED)
    expect(keptDraft(name)).toEqual({ values, at: '2026-03-07T16:00', sent: { key: 'k', body: '{}' } })
  })

  it('never holds an identity, neither in its fields nor in what was sent', () => {
    keepDraft(
      name,
      { values, sent: { key: 'k', body: JSON.stringify({ input: values }) } },
      { sealed: ['reporter'], fields: [] },
    )
    expect(keptDraft(name)).toEqual({ values: { clue: '店内出售假发' } })
    expect(localStorage.getItem(name)).not.toContain('何举报')
  })

  it('never holds the number of an identity document, wherever it stands in the form', () => {
    const party = {
      type: 'object',
      properties: { name: { type: 'string' }, person: { type: 'string', format: 'id-number' } },
    }
    const properties = {
      subject: party,
      others: { type: 'array', items: party },
      whom: { anyOf: [{ type: 'string' }, party] },
    }
    const one = { name: '何某', person: '411002199001011234' }
    const filled = { subject: one, others: [one], whom: { way: 1, value: one } }
    const sent = { key: 'k', body: JSON.stringify({ input: filled }) }
    keepDraft(name, { values: filled, sent }, { sealed: [], fields: fieldsOf({ properties }) })
    const kept = { name: '何某' }
    expect(keptDraft(name)).toEqual({ values: { subject: kept, others: [kept], whom: { way: 1, value: kept } } })
    expect(localStorage.getItem(name)).not.toContain('411002')
  })

  it('is of one person, record and step, and gone when that person signs out', () => {
    const other = draftName('p2', 'intake/lead', undefined, 'RegisterLead')
    for (const one of [name, other]) keepDraft(one, { values: { clue: 'x' } }, NOTHING_SEALED)
    expect(draftName('p1', 'intake/lead', 'a', 'RegisterLead')).not.toBe(name)
    forgetDrafts('p1')
    expect([keptDraft(name), keptDraft(other)]).toEqual([undefined, { values: { clue: 'x' } }])
  })

  it('that cannot be read is none', () => {
    localStorage.setItem(name, '{')
    expect(keptDraft(name)).toBeUndefined()
  })
})

describe('an attempt', () => {
  it('keeps its key while its body is the same, so that it is done once', () => {
    const first = attemptOf({ input: { a: 1 } }, undefined)
    expect(first.key).toMatch(/^[0-9a-f]{32}$/)
    expect(attemptOf({ input: { a: 1 } }, first)).toBe(first)
    expect(attemptOf({ input: { a: 2 } }, first).key).not.toBe(first.key)
  })
})
