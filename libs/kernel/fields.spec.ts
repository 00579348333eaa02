import { describe, expect, it } from '@jest/globals'
import { z } from 'zod'
import { called, choice } from './fields.js'

const minor = { zh: '轻微', en: 'Minor' }
const serious = { zh: '严重', en: 'Serious' }

describe('a choice', () => {
  it('takes the keys of its table and nothing that every object has', () => {
    const kind = choice({ minor, serious })
    expect(kind.parse('serious')).toBe('serious')
    expect(['toString', 'constructor', 'heavy'].map((value) => kind.safeParse(value).success)).toEqual([
      false,
      false,
      false,
    ])
  })

  it('shows in a form what its values are called, whatever else is said of the field', () => {
    const kind = choice({ minor: { title: minor, barred: 'R-MED-14' }, serious }).meta({ title: '类别' })
    expect(z.toJSONSchema(kind)).toMatchObject({
      title: '类别',
      enum: ['minor', 'serious'],
      'x-titles': { minor, serious },
    })
    expect(called({ serious })).toEqual({ 'x-titles': { serious } })
  })
})
