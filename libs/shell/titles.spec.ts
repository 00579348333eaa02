import { expect, it } from '@jest/globals'
import { titlesOf } from './titles.js'

it('what a clock does by itself has a name, whatever the record', () => {
  const { step } = titlesOf([])
  expect(step('intake/lead', 'Lapse')).toEqual({ zh: '期限届满', en: 'A period ended' })
  expect(step('intake/lead', 'RegisterLead')).toBeUndefined()
})
