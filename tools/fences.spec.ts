import { beforeAll, describe, expect, it } from '@jest/globals'
import { ESLint } from 'eslint'
import { loadRules } from '#rules'

/** Each fence is tried with what it must keep out. */
describe('the fences', () => {
  let eslint: ESLint
  beforeAll(() => {
    eslint = new ESLint()
  })

  const complaints = async (filePath: string, text: string): Promise<string[]> => {
    const [result] = await eslint.lintText(text, { filePath })
    return result!.messages.map(({ ruleId }) => ruleId ?? 'parse')
  }

  it.each([
    ['a framework in a step', 'services/intake/lead/steps/x.ts', "import '@nestjs/common'\n", 'no-restricted-imports'],
    ['a client in the rules', 'libs/rules/x.ts', "import 'mongoose'\n", 'no-restricted-imports'],
    ['another service', 'services/intake/x.ts', "import '#credit'\n", 'no-restricted-imports'],
    [
      'another service by its path',
      'services/intake/lead/x.ts',
      "import '../../credit/service.js'\n",
      'no-restricted-imports',
    ],
    [
      'another service from inside a step',
      'services/intake/lead/steps/x.ts',
      "import '../../../routing/transfer/state.js'\n",
      'no-restricted-imports',
    ],
    ['the time of day in the rules', 'libs/rules/x.ts', 'export const x = new Date()\n', 'no-restricted-syntax'],
    ['chance in the policy', 'libs/policy/x.ts', 'export const x = Math.random()\n', 'no-restricted-syntax'],
    ['a framework in a contract', 'libs/contracts/x.ts', "import 'rxjs'\n", 'no-restricted-imports'],
    ['another service in a spec', 'services/intake/lead/x.spec.ts', "import '#credit'\n", 'no-restricted-imports'],
    ['the shell in a service', 'services/credit/x.ts', "import '#shell'\n", 'no-restricted-imports'],
    ['a library in the kernel', 'libs/kernel/x.ts', "import 'yaml'\n", '@typescript-eslint/no-restricted-imports'],
    [
      'the time of day in a step',
      'services/credit/listing/steps/x.ts',
      'export const x = Date.now()\n',
      'no-restricted-syntax',
    ],
    ['the time of day beside records', 'services/intake/x.ts', 'export const x = new Date()\n', 'no-restricted-syntax'],
    [
      'the time of day in a sample',
      'services/intake/lead/x.sample.ts',
      'export const x = Date.now()\n',
      'no-restricted-syntax',
    ],
    ['chance in the kernel', 'libs/kernel/x.ts', 'export const x = Math.random()\n', 'no-restricted-syntax'],
    [
      'a kind of right in a step',
      'services/intake/lead/steps/x.ts',
      "export const x = 'trademark'\n",
      'no-restricted-syntax',
    ],
    ['an agency in a service', 'services/routing/x.ts', "export const x = 'SAMR-411000'\n", 'no-restricted-syntax'],
  ])('keep out %s', async (_what, file, text, rule) => {
    expect(await complaints(file, text)).toEqual([rule])
  })

  it.each([
    ['kind of right', () => loadRules().ipTypes.map(({ code }) => code)],
    ['agency', () => loadRules().agencies.map(({ code }) => code)],
    ['kind of agency', () => loadRules().agencies.map(({ kind }) => kind)],
    ['clock', () => loadRules().allClocks.map(({ id }) => id)],
  ])('keep out every %s', async (_what, codesOf) => {
    const codes = [...new Set(codesOf())]
    const text = codes.map((code, index) => `export const x${index} = '${code}'\n`).join('')
    const [result] = await eslint.lintText(text, { filePath: 'services/routing/x.ts' })
    const caught = result!.messages.map(({ line }) => codes[line - 1])
    expect(codes.length).toBeGreaterThan(0)
    expect(caught).toEqual(codes)
  })

  it.each([
    ['an agency in a sample', 'services/intake/lead/x.sample.ts', "export const x = 'SAMR-411000'\n"],
    [
      'a step that says everything about itself',
      'services/intake/lead/steps/x.ts',
      "import { field } from '#kernel'\nimport { lead } from '../state.js'\n\nexport const x = lead.step({ name: 'X', input: { ip: field.name } })\n",
    ],
    [
      'a clock that a record names',
      'services/intake/lead/state.ts',
      "export const x = record({ reads: { verify: 'CLK-VERIFY' } })\n",
    ],
    ['a test runner in a suite of the kernel', 'libs/kernel/x.suite.ts', "import 'fast-check'\n"],
    ['a record of the same service', 'services/intake/lead/steps/x.ts', "import '../../subject/keys.js'\n"],
    ['types of the rules in the kernel', 'libs/kernel/x.ts', "export type { Rules } from '#rules'\n"],
  ])('let in %s', async (_what, file, text) => {
    expect(await complaints(file, text)).toEqual([])
  })
})
