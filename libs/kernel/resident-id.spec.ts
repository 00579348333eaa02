import { describe, expect, it } from '@jest/globals'
import { subject } from './fields.js'

/** Numbers are those of the rulebook, fictitious. */
describe('the number of a natural person', () => {
  const fits = (person: string) => subject.safeParse({ name: '某人（虚构）', person }).success

  it.each([
    '11010519491231002X',
    '41100219850312001X',
    '41100219850312001x',
    '411081199007040029',
    '411082197811200035',
  ])('%s fits', (person) => {
    expect(fits(person)).toBe(true)
  })

  it.each(['411002199003071234', '110105194912310020', '41108119900704002X'])('%s does not', (person) => {
    expect(fits(person)).toBe(false)
  })

  it('of another form is not judged: a passport, a keyed hash', () => {
    expect([fits('E12345678'), fits('h-1')]).toEqual([true, true])
  })
})
