import { describe, expect, it } from '@jest/globals'
import { eventsIn } from './events.js'

describe('events of a line', () => {
  it('are read whole, however the text is cut', () => {
    const text = 'id: a\nevent: ready\ndata: {"now":"x: y"}\n\nevent: change\ndata: {"id":"r1","kind":"k"}\n\n'
    const whole = [
      { id: 'a', event: 'ready', data: { now: 'x: y' } },
      { event: 'change', data: { id: 'r1', kind: 'k' } },
    ]
    expect(eventsIn()(text)).toEqual(whole)
    for (let at = 0; at <= text.length; at++) {
      const read = eventsIn()
      expect([...read(text.slice(0, at)), ...read(text.slice(at))]).toEqual(whole)
    }
  })

  it('are none where a block says nothing', () => expect(eventsIn()(': beat\n\nevent: x\n\n')).toEqual([]))
})
