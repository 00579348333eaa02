import { z } from 'zod'
import type { Title } from '#kernel'
import { WORDS } from './format.js'
import { nearest } from '#kernel'
import { unknownName } from './mistake.js'

/** What the schema complains of, told as people read it. */

type Issue = z.core.$ZodIssue

interface Found extends Title {
  path: readonly PropertyKey[]
}

const zhCN = z.locales.zhCN()
const en = z.locales.en()

const said = (locale: typeof en, issue: Issue): string => {
  const text = locale.localeError(issue as z.core.$ZodRawIssue)
  return (typeof text === 'string' ? text : text?.message) ?? issue.message
}

/** In the file an expectation about another record stands beside the words about this one. */
const inFile = (path: readonly PropertyKey[]): readonly PropertyKey[] =>
  path.filter((step, n) => !(step === 'others' && path[n - 1] === 'expect'))

/** The words that may stand at a path. */
const wordsAt = (path: readonly PropertyKey[]): readonly string[] => {
  const [last, before] = [path.at(-1), path.at(-2)]
  if (!path.length) return WORDS.story
  if (before === 'cast') return WORDS.member
  if (before === 'branches') return WORDS.branch
  if (before === 'entries') return WORDS.entry
  if (before === 'clocks') return WORDS.clock
  if (before === 'expect') return WORDS.about
  return last === 'expect' ? WORDS.expect : WORDS.title
}

const field = { zh: '字段', en: 'field' }

const isMissing = (issue: Issue): boolean => issue.code === 'invalid_type' && issue.input === undefined

/** A key of an expectation that is neither one of its words nor, having no words of its own, an alias. */
const isStrayWord = ({ path }: Issue): boolean => path.at(-2) === 'others' && path.at(-3) === 'expect'

const strayWord = (name: string): Title => {
  const near = nearest(name, WORDS.expect)
  return {
    zh: `"${name}" 不是 expect 的词${near === undefined ? '。' : `；是否想写 "${near}"？`}谈另一份记录时写作 别名: { … }`,
    en: `"${name}" is no word of expect${near === undefined ? '.' : `; did you mean "${near}"?`} About another record write alias: { … }`,
  }
}

/** What a value should be, by the schema's word for it. */
const FORMS: Readonly<Record<string, Title>> = {
  object: { zh: '表（键: 值）', en: 'a table (key: value)' },
  record: { zh: '表（键: 值）', en: 'a table (key: value)' },
  array: { zh: '列表', en: 'a list' },
  string: { zh: '文字', en: 'text' },
  number: { zh: '数', en: 'a number' },
  boolean: { zh: 'true 或 false', en: 'true or false' },
}

const sayOne = (issue: Issue): Title => {
  const name = String(inFile(issue.path).at(-1) ?? '')
  if (isMissing(issue)) return { zh: `缺少 "${name}"`, en: `"${name}" is missing` }
  if (isStrayWord(issue)) return strayWord(name)
  const about = name ? { zh: `"${name}"：`, en: `"${name}": ` } : { zh: '故事', en: 'the story ' }
  if (issue.code === 'custom')
    return { zh: about.zh + String(issue.params?.zh ?? issue.message), en: about.en + issue.message }
  if (issue.code === 'invalid_type' && issue.expected === 'string' && typeof issue.input === 'number')
    return {
      zh: `${about.zh}应为文字；请加引号，如 "${issue.input}"`,
      en: `${about.en}must be text: put it in quotes, like "${issue.input}"`,
    }
  const form = issue.code === 'invalid_type' ? FORMS[issue.expected] : undefined
  if (form) return { zh: `${about.zh}应为${form.zh}`, en: `${about.en}must be ${form.en}` }
  return { zh: about.zh + said(zhCN, issue), en: about.en + said(en, issue) }
}

/** Every mistake by its path in the file; an unknown field has its own. */
export const schemaMistakes = (issues: readonly Issue[]): Found[] =>
  issues.flatMap((issue) => {
    const path = inFile(issue.path)
    if (issue.code !== 'unrecognized_keys') return [{ path, ...sayOne(issue) }]
    return issue.keys.map((key) => ({ path: [...path, key], ...unknownName(field, key, wordsAt(path)) }))
  })
