import { nearest, type Title } from '#kernel'

/** Where something stands in a story file, as far as it is known. */
export interface Place {
  file?: string
  line?: number
  /** Number of the entry, from 1; in a branch, of the branch's own. */
  entry?: number
  branch?: string
}

/** What is wrong, in both languages, and where. */
export interface Mistake extends Title {
  place?: Place
}

const entryText = ({ entry, branch }: Place): Title => {
  const inside = branch === undefined ? { zh: '', en: '' } : { zh: `分支 ${branch} `, en: `branch ${branch}, ` }
  if (entry !== undefined) return { zh: `${inside.zh}第 ${entry} 条：`, en: `${inside.en}entry ${entry}: ` }
  return branch === undefined ? inside : { zh: `分支 ${branch}：`, en: `branch ${branch}: ` }
}

const mistakeText = ({ zh, en, place = {} }: Mistake): string => {
  const at = [place.file, place.line].filter((part) => part !== undefined).join(':')
  const entry = entryText(place)
  return `${at ? `${at}: ` : ''}${entry.zh}${zh}\n  ${entry.en}${en}`
}

/** In the order of the file; what has no line first. */
export const inOrder = (mistakes: readonly Mistake[]): Mistake[] =>
  [...mistakes].sort((a, b) => (a.place?.line ?? 0) - (b.place?.line ?? 0))

/** What stands in a story and cannot be played: every mistake that was found, two lines each. */
export class StoryError extends Error {
  constructor(readonly mistakes: readonly Mistake[]) {
    super(mistakes.map(mistakeText).join('\n'))
    this.name = 'StoryError'
  }

  /** The same, said of a place where none is known. */
  at(place: Place): StoryError {
    return new StoryError(this.mistakes.map((one) => ({ ...one, place: one.place ?? place })))
  }
}

export const wrong = (zh: string, en: string): StoryError => new StoryError([{ zh, en }])

/** A name that nothing has, with the nearest one that something has. */
export const unknownName = (what: Title, name: string, known: Iterable<string>): Title => {
  const near = nearest(name, [...known])
  return {
    zh: `不认识的${what.zh} "${name}"${near === undefined ? '' : `；是否想写 "${near}"？`}`,
    en: `unknown ${what.en} "${name}"${near === undefined ? '' : `; did you mean "${near}"?`}`,
  }
}
