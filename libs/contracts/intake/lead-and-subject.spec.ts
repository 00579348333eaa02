import { readFileSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import * as lead from './lead.js'
import * as subject from './subject.js'

interface Maker {
  type: string
  version: number
  schema: { parse: (data: unknown) => unknown }
}

const makersOf = (module: object) =>
  Object.values(module).filter((each): each is Maker => typeof each === 'function' && 'schema' in each)

describe.each([
  ['lead', makersOf(lead)],
  ['subject', makersOf(subject)],
])('%s', (name, makers) => {
  const samples = JSON.parse(readFileSync(`libs/contracts/intake/${name}.samples.json`, 'utf8')) as Record<
    string,
    unknown
  >

  it('has one golden sample for each contract event', () => {
    expect(Object.keys(samples).sort()).toEqual(makers.map((made) => `${made.type}@${made.version}`).sort())
  })

  it.each(makers.map((made) => [made.type, made] as const))('reads the sample of %s as it stands', (type, made) => {
    const sample = samples[`${type}@${made.version}`]
    expect(made.schema.parse(sample)).toEqual(sample)
  })
})
