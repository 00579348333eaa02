import js from '@eslint/js'
import tseslint from 'typescript-eslint'
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'

/** Rooms that hold rules: no framework, no client, no clock, no chance. */
const pure = [
  'libs/kernel/**/*.ts',
  'libs/rules/**/*.ts',
  'libs/policy/**/*.ts',
  'libs/papers/**/*.ts',
  'libs/contracts/**/*.ts',
  'services/**/*.ts',
]
const frameworks = [
  '@nestjs/*',
  'mongoose',
  'kafkajs',
  'bullmq',
  'ioredis',
  'fastify',
  'rxjs',
  'node:http',
  'node:net',
  'node:timers*',
]

const ambient = [
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: 'Time comes in as an argument: no Date.now() where rules live.',
  },
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'Time comes in as an argument: no new Date() where rules live.',
  },
  {
    selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']",
    message: 'Nothing is drawn: no Math.random() where rules live.',
  },
]
/** Specs and what they stand on: examples name their agency and right, and need a test runner; time and chance stay outside. */
const examples = ['**/*.spec.ts', '**/*.suite.ts', '**/*.sample.ts', '**/toy.ts']

const data = (name) => parse(readFileSync(new URL(`libs/rules/${name}`, import.meta.url), 'utf8'))
const ipTypes = data('ip-types.yaml').ipTypes.map(({ code }) => code)
const agencyKinds = data('agency-kinds.yaml').kinds.map(({ kind }) => kind)

/** What data can say is no literal in a service: IP types, agencies and their kinds, clocks. */
const literals = [
  {
    selector: `Literal[value=/^(${ipTypes.join('|')})$/]`,
    message: 'An IP type is data: ask rules.ip(…).',
  },
  {
    selector: `Literal[value=/^((${agencyKinds.join('|')})(-[A-Z0-9-]+)?|[A-Z]+(-[A-Z]+)*-[0-9]{6}(-[0-9]+)?)$/]`,
    message: 'An agency is data: ask rules.agency(…), rules.sameLevel(…) or a role.',
  },
  {
    selector: "Literal[value=/^CLK-/]:not(Property[key.name='reads'] Literal)",
    message: 'A clock is data: name it in reads of state.ts, so that it is checked at start.',
  },
]

/** Names of rooms are matched by regex: a group pattern that begins with `#` is a comment. */
const elsewhere = (others) => ({
  regex: `^(#|(\\.\\./)+(services/)?)(${others.join('|')})(/|$)`,
  message: 'Services never import each other: say it with an event in libs/contracts.',
})
const around = [
  { group: frameworks, message: 'A file that holds a rule imports no framework.' },
  {
    regex: '^#(shell|embedded|distributed|story|policy)(/|$)',
    message: 'A service knows the kernel, the rules, the contracts and nothing else.',
  },
]

/** A spec of a service may open a world, never another service. */
const service = (name, others) => [
  {
    files: [`services/${name}/**/*.ts`],
    rules: { 'no-restricted-imports': ['error', { patterns: [elsewhere(others), ...around] }] },
  },
  {
    files: [`services/${name}/**/*.spec.ts`],
    rules: { 'no-restricted-imports': ['error', { patterns: [elsewhere(others)] }] },
  },
]
const names = ['intake', 'routing', 'mediation', 'credit', 'portal']

export default tseslint.config(
  { ignores: ['dist/**', 'node_modules/**', 'data/**', 'coverage/**', 'docs/generated/**', '.nx/**'] },
  js.configs.recommended,
  ...tseslint.configs.recommended,
  {
    rules: {
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': 'error',
      'max-lines-per-function': ['error', { max: 80, skipBlankLines: true, skipComments: true }],
    },
  },
  { files: ['**/*.spec.ts', '**/*.suite.ts'], rules: { 'max-lines-per-function': 'off' } },
  {
    files: pure,
    ignores: ['**/*.spec.ts', 'libs/rules/load.ts', 'services/portal/web/**'],
    rules: {
      'no-restricted-syntax': ['error', ...ambient],
      'no-restricted-imports': [
        'error',
        { patterns: [{ group: frameworks, message: 'A file that holds a rule imports no framework.' }] },
      ],
    },
  },
  {
    files: ['services/**/*.ts'],
    ignores: [...examples, 'services/portal/web/**'],
    rules: { 'no-restricted-syntax': ['error', ...ambient, ...literals] },
  },
  {
    files: ['libs/kernel/**/*.ts'],
    ignores: examples,
    rules: {
      'no-restricted-syntax': ['error', ...ambient],
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: '^(?!zod$|node:crypto$|\\./)',
              allowTypeImports: true,
              message: 'The kernel imports zod and node:crypto; of ports and rules only their types.',
            },
          ],
        },
      ],
    },
  },
  ...names.flatMap((name) =>
    service(
      name,
      names.filter((other) => other !== name),
    ),
  ),
  {
    files: ['**/*.js', '**/*.mjs'],
    languageOptions: { globals: { process: 'readonly', console: 'readonly', URL: 'readonly' } },
  },
)
