import { isMap, isPair, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml'
import type { z } from 'zod'

/** A data file: its place in the repository and what stands in it. */
export interface Source {
  readonly file: string
  readonly text: string
}

/** What is wrong, where, and what to write. */
export interface Fault {
  readonly file: string
  readonly line: number
  readonly zh: string
  readonly en: string
}

/** The rules cannot be used; the message lists every fault with file and line. */
export class RulesError extends Error {
  constructor(readonly faults: readonly Fault[]) {
    super(faults.map(sentence).join('\n'))
    this.name = 'RulesError'
  }
}

export const sentence = ({ file, line, zh, en }: Fault): string => `${file && `${file}:${line} `}${zh} / ${en}`

/** A wrong question rather than a wrong file. */
export const wrong = (zh: string, en: string): RulesError => new RulesError([{ file: '', line: 0, zh, en }])

type Path = readonly PropertyKey[]

/** A file that was read: its values, and the line of each. */
export interface Parsed {
  readonly file: string
  readonly text: string
  readonly data: unknown
  /** Line of the value at a path, of the nearest one above when there is none. */
  readonly line: (path: Path) => number
  readonly fault: (path: Path, zh: string, en: string) => Fault
}

const child = (node: unknown, key: PropertyKey): unknown => {
  if (isMap(node)) {
    const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(key))
    return pair && isPair(pair) ? (pair.value ?? pair.key) : undefined
  }
  return isSeq(node) ? node.items[Number(key)] : undefined
}

const lineFinder = (root: unknown, lines: LineCounter) => {
  return (path: Path): number => {
    let node = root
    let offset = (root as Node | null)?.range?.[0] ?? 0
    for (const key of path) {
      node = child(node, key)
      const range = (node as Node | undefined)?.range
      if (!range) break
      offset = range[0]
    }
    return lines.linePos(offset).line
  }
}

/** Reads one file. A file that is no YAML gives a fault and no data. */
export const parse = ({ file, text }: Source): { parsed?: Parsed; faults: Fault[] } => {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  const faults = document.errors.slice(0, 1).map((error) => ({
    file,
    line: lines.linePos(error.pos[0]).line,
    zh: '不是有效的 YAML',
    en: `not valid YAML: ${error.message}`,
  }))
  if (faults.length > 0) return { faults }
  const line = lineFinder(document.contents, lines)
  const data: unknown = document.toJS()
  return { parsed: { file, text, data, line, fault: (path, zh, en) => ({ file, line: line(path), zh, en }) }, faults }
}

type Issue = z.core.$ZodIssue

const depth = (issues: readonly Issue[]): number => Math.max(...issues.map((issue) => issue.path.length))

/** Of the branches of a union the one that was nearly right. */
const likeliest = (branches: readonly (readonly Issue[])[]): readonly Issue[] =>
  [...branches].filter((one) => one.length > 0).sort((a, b) => depth(b) - depth(a) || a.length - b.length)[0] ?? []

/** Unions taken apart: every issue with its full path. */
export const flat = (issues: readonly Issue[], above: Path = []): { issue: Issue; path: Path }[] =>
  issues.flatMap((issue) => {
    const path = [...above, ...issue.path]
    if (issue.code !== 'invalid_union') return [{ issue, path }]
    const inner = likeliest(issue.errors)
    return inner.length > 0 ? flat(inner, path) : [{ issue, path }]
  })

const say = (issue: Issue): [zh: string, en: string] => {
  if (issue.code === 'unrecognized_keys')
    return [
      `不认识的键：${issue.keys.join('、')}，请删除或者改正`,
      `unknown key: ${issue.keys.join(', ')}; remove or correct it`,
    ]
  if (issue.code === 'invalid_value')
    return [`应写以下之一：${issue.values.join('、')}`, `write one of: ${issue.values.join(', ')}`]
  if (issue.code === 'invalid_type') return [`此处应为 ${issue.expected}`, `write a ${issue.expected} here`]
  return [`写法不对：${issue.message}`, issue.message]
}

/** An unknown key is shown on its own line. */
const placeOf = ({ issue, path }: { issue: Issue; path: Path }): Path =>
  issue.code === 'unrecognized_keys' ? [...path, issue.keys[0]!] : path

/** What a schema found wrong, with lines. `at` stands before every path, `what` names the thing it is about. */
export const faultsOf = (parsed: Parsed, error: z.ZodError, at: Path = [], what = ''): Fault[] =>
  flat(error.issues).map((one) => {
    const [zh, en] = say(one.issue)
    const name = [what, one.path.map(String).join('.')].filter(Boolean).join(' ')
    const before = name ? `${name}: ` : ''
    return parsed.fault([...at, ...placeOf(one)], `${before}${zh}`, `${before}${en}`)
  })
