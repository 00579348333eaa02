import { readFileSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import type { AnyMaker } from '#kernel'
import * as listing from './listing.js'
import * as publicity from './publicity.js'

const records = { listing, publicity }

const golden = (name: string): Record<string, object> =>
  JSON.parse(readFileSync(new URL(`./${name}.samples.json`, import.meta.url), 'utf8')) as Record<string, object>

const makers = (module: object): AnyMaker[] =>
  Object.values(module).filter((value): value is AnyMaker => typeof value === 'function' && 'version' in value)

describe.each(Object.entries(records))('the contracts of %s', (name, module) => {
  const samples = golden(name)

  it('have one golden sample for each event and version', () => {
    expect(Object.keys(samples).sort()).toEqual(
      makers(module)
        .map((made) => `${made.type}@${made.version}`)
        .sort(),
    )
  })

  it.each(makers(module).map((made) => [made.type, made] as const))(
    '%s reads and makes its sample unchanged',
    (type, made) => {
      const sample = samples[`${type}@${made.version}`]!
      expect(made.schema.parse(sample)).toEqual(sample)
      expect(made(sample)).toEqual({ type, data: sample })
    },
  )
})
