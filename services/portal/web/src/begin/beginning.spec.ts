import { describe, expect, it } from '@jest/globals'
import { addressOf, prefillFrom, prefillOf } from './beginning.js'

const input = {
  properties: {
    leads: { type: 'array', items: { type: 'string', format: 'record', 'x-kind': 'intake/lead' } },
    case: { type: 'string', format: 'record', 'x-kind': 'intake/administrative-case' },
    dossier: { type: 'string', format: 'record', 'x-kind': 'dossier' },
    act: { type: 'string' },
  },
}
const lead = { id: 'l1', kind: 'intake/lead', dossier: 'd1' }

describe('a first step that builds on a record', () => {
  it('has its id in the fields of its kind, and its matter', () => {
    expect(prefillFrom(input, lead)).toEqual({ leads: 'l1', dossier: 'd1' })
    expect(prefillFrom({ properties: { act: { type: 'string' } } }, lead)).toEqual({})
  })

  it('is found at an address, whose ids stand in the form again', () => {
    const step = { kind: 'intake/administrative-case', step: 'FileCase', title: { zh: '', en: '' } }
    expect(addressOf(step, { leads: 'l1' })).toBe('/begin/intake/administrative-case/FileCase?leads=l1')
    expect(prefillOf(input, new URLSearchParams('leads=l1&dossier=d1&elsewhere=x'))).toEqual({
      leads: ['l1'],
      dossier: 'd1',
    })
  })

  it('of a lead is a page of its own', () => {
    expect(addressOf({ kind: 'intake/lead', step: 'RegisterLead', title: { zh: '', en: '' } })).toBe('/register')
  })
})
