import { describe, expect, it } from '@jest/globals'
import { seal, START, type Commit } from '#kernel'
import { chainOutline, chainShown } from './chain.js'

const KEY = 'secret'
const commit = (message: string): Commit => ({
  header: {
    actor: { agency: 'A', office: 'officer', person: 'p' },
    ...{ at: '2026-03-02T09:00:00.000+08:00', recordedAt: '2026-03-02T09:00:00.000+08:00' },
    ...{ body: '', dossier: 'd', kind: 'alpha/notice', law: '', message, record: 'r', root: message, step: 'Serve' },
  },
  events: [{ id: message, type: 'Served', data: { fine: 500 } }],
  papers: [],
})
const first = seal(commit('m1'), START, KEY)
const second = seal(commit('m2'), { seq: 1, version: 1, hash: first.hash }, KEY)
const altered = { ...second, events: second.events.replace('500', '5') }

describe('a chain that is shown', () => {
  it('holds', () => {
    expect(chainShown([first, second], KEY)).toMatchObject({ holds: true, head: second.hash })
    expect(chainOutline([first, second], KEY)).toEqual({ holds: true, head: second.hash })
  })

  it('says where it was altered; a party, only that it was', () => {
    expect(chainShown([first, altered], KEY)).toMatchObject({ holds: false, brokenAt: { seq: 2, why: 'content' } })
    expect(chainOutline([first, altered], KEY)).toEqual({ holds: false, head: second.hash })
  })

  it('does not hold under another key', () => {
    expect(chainShown([first], 'another')).toMatchObject({ holds: false, brokenAt: { seq: 1, why: 'content' } })
  })
})
