import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { loadRules } from '#rules'
import { exampleEnv } from '#shell'
import { readStory } from '#story'
import { commandFaults, readMarks } from './docs/commands.js'
import { generatedPages } from './docs/pages.js'
import { services } from './services.js'

/**
 * docs            writes docs/generated and .env.example
 * docs --check    compares them with what is on disk, and the table of commands with steps and stories; exits 1 when they differ
 */
const GENERATED = 'docs/generated'
const COMMANDS = 'docs/decisions/0006-steps-and-stories.md'
const STORIES = 'seeds/stories'

/** Every file that is made, by path. */
const wanted = (): ReadonlyMap<string, string> =>
  new Map([
    ...[...generatedPages(services, loadRules())].map(([name, text]) => [join(GENERATED, name), text] as const),
    ['.env.example', exampleEnv()],
  ])

const textOf = (file: string): string | undefined => (existsSync(file) ? readFileSync(file, 'utf8') : undefined)

/** Files that were made once and are not made any more. */
const leftOver = (files: ReadonlyMap<string, string>): string[] =>
  existsSync(GENERATED)
    ? readdirSync(GENERATED)
        .map((name) => join(GENERATED, name))
        .filter((file) => !files.has(file))
    : []

const drift = (files: ReadonlyMap<string, string>): string[] => [
  ...[...files].filter(([file, text]) => textOf(file) !== text).map(([file]) => file),
  ...leftOver(files),
]

const commandTable = (): string[] => {
  const stories = readdirSync(STORIES)
    .filter((name) => /\.ya?ml$/.test(name))
    .sort()
    .map((name) => readStory(join(STORIES, name)))
  return commandFaults(readMarks(readFileSync(COMMANDS, 'utf8')), services, stories)
}

const write = (files: ReadonlyMap<string, string>): void => {
  mkdirSync(GENERATED, { recursive: true })
  for (const file of leftOver(files)) rmSync(file)
  for (const [file, text] of files) writeFileSync(file, text)
  process.stdout.write(`${files.size} 个文件已写入 files written: ${GENERATED}, .env.example\n`)
}

const check = (files: ReadonlyMap<string, string>): boolean => {
  const differing = drift(files)
  if (differing.length)
    process.stderr.write(
      `与代码和规则不一致 / differ from code and rules:\n${differing.map((file) => `  ${file}\n`).join('')}请运行并提交 / run this and commit: npm run docs\n`,
    )
  return differing.length === 0
}

const checkCommands = (): boolean => {
  const faults = commandTable()
  if (faults.length)
    process.stderr.write(
      `${COMMANDS} 与步骤和故事不一致 / does not agree with steps and stories:\n${faults.map((fault) => `  ${fault}\n`).join('')}请改该表 / correct its table by hand\n`,
    )
  return faults.length === 0
}

const { values } = parseArgs({ options: { check: { type: 'boolean' } } })
const files = wanted()
if (!values.check) write(files)
const fine = [!values.check || check(files), checkCommands()]
process.exitCode = fine.every(Boolean) ? 0 : 1
