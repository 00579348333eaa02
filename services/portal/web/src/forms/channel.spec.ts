import { describe, expect, it } from '@jest/globals'
import { chosenIn, fieldsFor } from './channel.js'
import { fieldsOf } from './fields.js'

const text = { type: 'string' }
const channel = { ...text, 'x-fields': { A: ['channel', 'clue'], B: ['due'] }, 'x-needs': { A: ['clue'] } }
const FIELDS = fieldsOf({ properties: { due: text, channel, clue: text }, required: ['channel', 'due'] })
const shown = (chosen: unknown) => fieldsFor(FIELDS, chosen).map(({ name, required }) => [name, required])

describe('a form whose channel says which fields there are', () => {
  it('asks for the channel first, and for nothing else until it is chosen', () => {
    expect([shown(undefined), shown('none')]).toEqual([[['channel', true]], [['channel', true]]])
  })

  it('asks for the fields of that channel alone, and for those that it needs', () => {
    expect([shown('A'), shown('B')]).toEqual([
      [
        ['channel', true],
        ['clue', true],
      ],
      [
        ['channel', true],
        ['due', true],
      ],
    ])
    expect(chosenIn(FIELDS, { channel: 'A' })).toBe('A')
  })

  it('is every other form unchanged', () => {
    const plain = fieldsOf({ properties: { clue: text } })
    expect([fieldsFor(plain, undefined) === plain, chosenIn(plain, { clue: 'x' })]).toEqual([true, undefined])
  })
})
