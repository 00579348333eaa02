import { describe, expect, it } from '@jest/globals'
import { canonical } from '#kernel'
import type { Seen } from './checking.js'
import { compared, meetsNowhere } from './equal.js'

const text = (value: unknown) => ({ text: canonical(value), salt: '' })
const amount = { type: 'AmountNoted', data: { fen: 1 } }

/** A commit by its message, its step, the act it answers and what it tells. */
const commit = (message: string, step: string, root: string, events: { type: string; data: object }[] = []) => {
  const told = events.map((event) => ({ ...event, id: `${message}-e` }))
  const digests = { header: `${message} ${step}`, input: message, events: canonical(told) }
  const sections = { header: text({ root, step }), events: events.length ? text(told) : undefined }
  return { seq: 0, version: 0, message, content: canonical(digests), prevHash: '', hash: '', digests, sections }
}
const ledger = (head: string, ...commits: ReturnType<typeof commit>[]) =>
  ({
    ...{ kind: 'intake/subject', id: 'r' },
    shown: { state: 'KEPT', chain: { seq: commits.length, head }, entries: [head] },
    chain: { genesis: '', order: [], head, commits },
  }) as unknown as Seen

const first = commit('m', 'NoteMatter', 'act')
const run = (head: string, ...events: [string, object[]][]) =>
  ledger(head, first, ...events.map(([message, told]) => commit(message, 'Join', 'act', told as [])))
const one = run('x', ['a', [amount]], ['b', []])
const MEETS = ['intake/subject/Join']

const equal = (other: Seen, meets = MEETS) => {
  const looked = compared(one, other, meets)
  return canonical(looked.one) === canonical(looked.other)
}

describe('a record at which answers meet', () => {
  it('is equal when they came in the other order and the other one brought the news', () => {
    const other = run('y', ['b', [amount]], ['a', []])
    expect([equal(other), compared(one, other, MEETS).met]).toEqual([true, true])
  })

  it('is not equal so when the story does not name it', () => {
    const other = run('y', ['b', [amount]], ['a', []])
    expect([equal(other, []), equal(other, ['intake/lead/Join']), equal(other, ['intake/subject/NoteMatter'])]).toEqual(
      [false, false, false],
    )
  })

  it.each([
    ['other news', run('y', ['b', [{ type: 'AmountNoted', data: { fen: 2 } }]], ['a', []])],
    ['news told twice', run('y', ['b', [amount]], ['a', [amount]])],
    ['no news', run('y', ['b', []], ['a', []])],
    ['another message', run('y', ['c', [amount]], ['a', []])],
    ['one answer', run('y', ['a', [amount]])],
    [
      'another commit before',
      ledger(
        'y',
        commit('n', 'NoteMatter', 'act'),
        ...(run('', ['b', [amount]], ['a', []]).chain.commits.slice(1) as []),
      ),
    ],
    ['another act', ledger('y', first, commit('b', 'Join', 'other', [amount]), commit('a', 'Join', 'act'))],
  ])('is not equal with %s', (_, other) => {
    expect(equal(other)).toBe(false)
  })

  it('is compared whole, head included, when they came in the same order', () => {
    expect(compared(one, one, MEETS).one).toEqual({ ...one.shown, demonstration: undefined })
  })

  it('is one of the story, or the story need not name it', () => {
    expect(meetsNowhere([...MEETS, 'intake/subject/NoteMatter', 'intake/lead/Join'], [one])).toEqual([
      'intake/subject/NoteMatter',
      'intake/lead/Join',
    ])
  })
})
