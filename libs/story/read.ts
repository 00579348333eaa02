import { readFileSync } from 'node:fs'
import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument, type Document, type YAMLError } from 'yaml'
import { momentOf, storySchema, type Story, type StoryEntry } from './format.js'
import { inOrder, StoryError, type Mistake, type Place } from './mistake.js'
import { schemaMistakes } from './read-schema.js'
import { yamlText } from './read-yaml.js'

type Path = readonly PropertyKey[]

/** The text a story came from. */
interface Source {
  file: string
  document: Document
  lines: LineCounter
}

/** Parts of stories that were read from files, with where they stand. */
const parts = new WeakMap<object, { source: Source; path: Path; place: Place }>()

/** The line of what stands at a path, as far down as it is there. */
const lineOf = ({ document, lines }: Source, path: Path): number => {
  let node: unknown = document.contents
  let at = document.contents?.range?.[0] ?? 0
  for (const step of path) {
    if (isAlias(node)) node = node.resolve(document)
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step))
      if (!isScalar(pair?.key)) break
      at = pair.key.range?.[0] ?? at
      node = pair.value
    } else if (isSeq(node)) {
      node = node.items[Number(step)]
      at = (node as { range?: [number, number, number] } | undefined)?.range?.[0] ?? at
    } else break
  }
  return lines.linePos(at).line
}

/** Where something stands that belongs to a part of a story; nothing is known of a story that was not read from a file. */
export const placeOf = (part: object, path: Path = []): Place => {
  const known = parts.get(part)
  if (!known) return {}
  return { ...known.place, file: known.source.file, line: lineOf(known.source, [...known.path, ...path]) }
}

const remember = (story: Story, source: Source): void => {
  const keep = (part: object, path: Path, place: Place = {}) => parts.set(part, { source, path, place })
  const keepAll = (entries: readonly StoryEntry[], path: Path, place: Place) =>
    entries.forEach((one, n) => keep(one, [...path, 'entries', n], { ...place, entry: n + 1 }))
  keep(story, [])
  keep(story.switches, ['switches'])
  for (const [name, member] of Object.entries(story.cast)) keep(member, ['cast', name])
  keepAll(story.entries, [], {})
  story.branches.forEach((branch, n) => {
    keep(branch, ['branches', n], { branch: branch.id })
    keepAll(branch.entries, ['branches', n], { branch: branch.id })
  })
}

/** The entry that a path leads into. */
const entryAt = (source: Source, path: Path): Place => {
  const [first, n, second, m] = path
  if (first === 'entries' && typeof n === 'number') return { entry: n + 1 }
  if (first !== 'branches' || typeof n !== 'number') return {}
  const id: unknown = source.document.getIn(['branches', n, 'id'])
  const branch = typeof id === 'string' ? id : String(n + 1)
  return second === 'entries' && typeof m === 'number' ? { branch, entry: m + 1 } : { branch }
}

const REASONS: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  ENOENT: ['找不到这个文件', 'there is no such file'],
  ENOTDIR: ['找不到这个文件', 'there is no such file'],
  EISDIR: ['这是目录，不是文件', 'this is a folder, not a file'],
  EACCES: ['没有读取权限', 'it may not be read'],
}

const textOf = (file: string): string => {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException
    const [zh, en] = REASONS[code] ?? [`不能读取（${code}）`, `it cannot be read (${code})`]
    throw new StoryError([{ zh: `故事文件：${zh}`, en: `story file: ${en}`, place: { file } }])
  }
}

const yamlMistake = ({ file, lines }: Source, error: YAMLError): Mistake => ({
  ...yamlText(error),
  place: { file, line: lines.linePos(error.pos[0]).line },
})

const valueOf = (source: Source): unknown => {
  try {
    return source.document.toJS()
  } catch (error) {
    const en = (error as Error).message
    throw new StoryError([
      { zh: `YAML 不能展开：${en}`, en: `the YAML cannot be read: ${en}`, place: { file: source.file } },
    ])
  }
}

/** Reads a story. @throws StoryError with every mistake: file, line, entry */
export const readStory = (file: string): Story => {
  const lines = new LineCounter()
  const document = parseDocument(textOf(file), { lineCounter: lines, prettyErrors: false })
  const source: Source = { file, document, lines }
  const broken = [...document.errors, ...document.warnings]
  if (broken.length) throw new StoryError(broken.map((error) => yamlMistake(source, error)))
  const read = storySchema.safeParse(valueOf(source), { reportInput: true })
  if (read.success) {
    remember(read.data, source)
    return read.data
  }
  const mistakes = schemaMistakes(read.error.issues).map(({ path, zh, en }) => ({
    zh,
    en,
    place: { file, line: lineOf(source, path), ...entryAt(source, path) },
  }))
  throw new StoryError(inOrder(mistakes))
}

/** The moment at which the world's clock stands for an entry. */
export const worldTimeOf = ({ at, recordedAt }: StoryEntry) => momentOf(recordedAt ?? at)
