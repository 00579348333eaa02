import { readFileSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import type { AnyMaker } from '#kernel'
import * as jointAction from './joint-action.js'
import * as transfer from './transfer.js'

const golden = (name: string): Record<string, unknown> =>
  JSON.parse(readFileSync(new URL(`./${name}.samples.json`, import.meta.url), 'utf8')) as Record<string, unknown>

const makers = (module: Record<string, unknown>): AnyMaker[] =>
  Object.values(module).filter((value): value is AnyMaker => typeof value === 'function' && 'schema' in value)

describe.each([
  ['transfer', makers(transfer)],
  ['joint-action', makers(jointAction)],
] as const)('the contracts of %s', (name, all) => {
  const samples = golden(name)

  it('have one golden sample for each event and version', () => {
    expect(Object.keys(samples).sort()).toEqual(all.map((made) => `${made.type}@${made.version}`).sort())
  })

  it.each(all.map((made) => [made.type, made] as const))('%s reads and makes its sample unchanged', (type, made) => {
    const sample = samples[`${type}@${made.version}`]
    expect(made.schema.parse(sample)).toEqual(sample)
    expect(made(sample)).toEqual({ type, data: sample })
  })
})
