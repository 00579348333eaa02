import { describe, expect, it } from '@jest/globals'
import { intake } from '#intake'
import { loadRules } from '#rules'
import { stepForms } from '../forms.js'

const rules = loadRules()
const forms = stepForms([intake], rules)

interface Channels {
  'x-titles': Record<string, object>
  'x-about': Record<string, object>
  'x-fields': Record<string, string[]>
  'x-needs': Record<string, string[]>
}
const propertiesOf = (step: string) =>
  forms.find((form) => form.step === step)!.input.properties as Record<string, unknown>
const channelIn = (step: string) => propertiesOf(step).channel as Channels

describe('the form of a channel', () => {
  it('offers every channel of rulebook 1.1 to those who register, two of them to the public', () => {
    expect(Object.keys(channelIn('RegisterLead')['x-titles'])).toEqual(rules.channels.map(({ code }) => code))
    expect(Object.keys(channelIn('SubmitLead')['x-titles'])).toEqual(['SRC-12315-TS', 'SRC-12315-JB'])
    expect(Object.keys(channelIn('SubmitLead')['x-about'])).toEqual(['SRC-12315-TS', 'SRC-12315-JB'])
  })

  it('names fields that are there; every field belongs to some channel, and what must be filled in is among them', () => {
    const { 'x-fields': fields, 'x-needs': needs } = channelIn('RegisterLead')
    expect([...new Set(Object.values(fields).flat())].sort()).toEqual(Object.keys(propertiesOf('RegisterLead')).sort())
    for (const [code, names] of Object.entries(needs)) expect(fields[code]).toEqual(expect.arrayContaining(names))
  })

  it('asks a complaint for the reporter, a report for the clue (TSJB 28), an assigned lead for its end', () => {
    const { 'x-fields': fields, 'x-needs': needs } = channelIn('RegisterLead')
    expect([needs['SRC-12315-TS'], needs['SRC-12315-JB'], needs['SRC-INSPECT']]).toEqual([['reporter'], ['clue'], []])
    expect(Object.keys(fields).filter((code) => fields[code]!.includes('dueBy'))).toEqual([
      'SRC-SUPERIOR',
      'SRC-PROC-OPINION',
    ])
    expect(fields['SRC-12315-TS']).not.toContain('anonymous')
    expect(fields['SRC-INSPECT']).not.toContain('reporter')
  })
})
