import { readFileSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import { readEvent, type AnyMaker } from '#kernel'
import * as contracts from './index.js'

/** Where the contracts of each record lie; the golden samples lie beside them. */
const PLACES = {
  lead: 'intake/lead',
  administrativeCase: 'intake/administrative-case',
  measure: 'intake/measure',
  subject: 'intake/subject',
  mediation: 'mediation/mediation',
  confirmation: 'mediation/confirmation',
  listing: 'credit/listing',
  publicity: 'credit/publicity',
  transfer: 'routing/transfer',
  jointAction: 'routing/joint-action',
}
const modules = Object.entries<object | string>(contracts).flatMap(([name, module]) =>
  typeof module === 'object' ? [[name, module] as const] : [],
)

const golden = (place: string): Record<string, object> =>
  JSON.parse(readFileSync(new URL(`./${place}.samples.json`, import.meta.url), 'utf8')) as Record<string, object>

const makersOf = (module: object): AnyMaker[] =>
  Object.values(module).filter((value): value is AnyMaker => typeof value === 'function' && 'version' in value)

const versionsOf = ({ type, version }: AnyMaker): string[] =>
  Array.from({ length: version! }, (_, n) => `${type}@${n + 1}`)

describe.each(modules)('the contracts of %s', (name, module) => {
  const samples = golden(PLACES[name as keyof typeof PLACES])
  const makers = makersOf(module)

  it('have one golden sample for each event and version', () => {
    expect(Object.keys(samples).sort()).toEqual(makers.flatMap(versionsOf).sort())
  })

  it.each(makers.map((made) => [made.type, made] as const))('%s reads and makes its sample unchanged', (type, made) => {
    const sample = samples[`${type}@${made.version}`]!
    expect(made.schema.parse(sample)).toEqual(sample)
    expect(made(sample)).toEqual({ type, data: sample })
  })

  it.each(makers.map((made) => [made.type, made] as const))(
    '%s still reads the samples of its versions',
    (type, made) => {
      for (let version = 1; version <= made.version!; version++)
        made.schema.parse(readEvent(made, version, samples[`${type}@${version}`]))
    },
  )
})
