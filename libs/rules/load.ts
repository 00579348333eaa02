import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { canonical, sm3 } from '#kernel'
import { assemble, type RulesData } from './data.js'
import { type Fault, RulesError, type Source } from './faults.js'
import { type Form, type Files, readFiles } from './files.js'
import { dataOf, makeRules } from './rules.js'
import { type BuiltEvents, type Checked, checkRows } from './against.js'
import { crossCheck } from './validate.js'
import type { Rules } from './answers.js'
import type { SwitchValue } from './types.js'

/** Folders of the repository that hold rules and the city as data. */
const FOLDERS = ['libs/rules', 'seeds/agencies', 'seeds/users', 'seeds/rights']
/** Files that are wrong on purpose. */
const WRONG = 'libs/rules/invalid'

/**
 * The folder that holds the data: the first one above this file with `nx.json` and `libs/rules`, so that source and build find the same files.
 * @throws Error when there is none.
 */
export const rootFolder = (from: string = dirname(fileURLToPath(import.meta.url))): string => {
  for (let folder = from; ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'nx.json')) && existsSync(join(folder, 'libs', 'rules', 'switches.yaml'))) return folder
    if (dirname(folder) === folder)
      throw new Error(
        `找不到规则数据（含 nx.json 与 libs/rules 的目录） / no folder with nx.json and libs/rules above ${from}`,
      )
  }
}

/** Every data file of the rules and seeds, in the order of their names. */
export const readSources = (root: string = rootFolder()): Source[] =>
  FOLDERS.filter((folder) => existsSync(join(root, folder)))
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) => join(root, folder, name)),
    )
    .filter((path) => path.endsWith('.yaml'))
    .map((path) => ({ file: relative(root, path).split(sep).join('/'), text: readFileSync(path, 'utf8') }))
    .filter(({ file }) => !file.startsWith(`${WRONG}/`))
    .sort((a, b) => (a.file < b.file ? -1 : 1))

/** Forms without which nothing can be answered. */
const REQUIRED: readonly Form[] = [
  'law',
  'calendar',
  'offences',
  'documents',
  'switches',
  'hearing',
  'figures',
  'channels',
  'kinds',
  'offices',
  'rights',
  'ipTypes',
  'competence',
]

const absent = (files: Files): Fault[] =>
  REQUIRED.filter((form) => files[form].length === 0).map((form) => ({
    file: 'libs/rules',
    line: 1,
    zh: `缺少数据文件：${form}`,
    en: `data file missing: ${form}`,
  }))

/** Reads and checks sources: the data, and all faults at once. */
export const compile = (sources: readonly Source[]): { data?: RulesData; faults: Fault[] } => {
  const { files, faults } = readFiles(sources)
  const lost = absent(files)
  if (lost.length > 0) return { faults: faults.length > 0 ? faults : lost }
  const built = assemble(files)
  const found = [...faults, ...built.faults]
  return { data: built.data, faults: found.length > 0 ? found : crossCheck(files, built.data) }
}

export interface LoadOptions {
  /** Where the data stands. @default the folder found by `rootFolder` */
  readonly root?: string
  /** Files to read instead of those of the folder. */
  readonly sources?: readonly Source[]
  /** What differs from the defaults of rulebook 0.3. */
  readonly switches?: Readonly<Record<string, SwitchValue>>
}

/**
 * Reads everything once; afterwards the answers are pure.
 * @throws RulesError naming file, line and what to write, in Chinese and English.
 */
export const loadRules = ({ root, sources, switches }: LoadOptions = {}): Rules => {
  const read = sources ?? readSources(root)
  const { data, faults } = compile(read)
  if (!data || faults.length > 0) throw new RulesError(faults)
  return makeRules(data, sm3(canonical(read.map(({ file, text }) => [file, text]))), switches)
}

/**
 * Compares the clocks with the events of the built records, by `service/record`; see `checkRows`.
 * Throws nothing: the caller decides what a fault means.
 */
export const checkAgainst = (
  rules: Rules,
  records: Readonly<Record<string, BuiltEvents>>,
  later?: Readonly<Record<string, readonly string[]>>,
): Checked => {
  const data = dataOf(rules)
  if (!data) throw new Error('checkAgainst 需要 loadRules 读出的规则 / checkAgainst needs rules from loadRules')
  return checkRows(data.clocks, records, later, rules.on)
}
