import { z } from 'zod'
import { nearest } from './nearest.js'

/** What is wrong with one field of an input, and what to write there. */
export interface Issue {
  path: string
  zh: string
  en: string
}

type ZodIssue = z.core.$ZodIssue
type Schema = z.core.$ZodType
type Path = readonly PropertyKey[]
type Said = readonly [zh: string, en: string]

const CLIP = 80
const clip = (text: string): string => (text.length > CLIP ? `${text.slice(0, CLIP)}…` : text)
const dotted = (path: Path): string => path.map((key) => clip(String(key))).join('.')
const list = (values: readonly unknown[]): Said => [values.join('、'), values.join(', ')]

/** The schema behind defaults, optional fields and transformations. */
const bare = (schema: Schema): Schema => {
  const def = schema._zod.def as { type: string; innerType?: Schema; in?: Schema }
  const within = def.innerType ?? (def.type === 'pipe' ? def.in : undefined)
  return within ? bare(within) : schema
}

const shapeOf = (schema: Schema | undefined): Readonly<Record<string, Schema>> | undefined => {
  const def = schema && (bare(schema)._zod.def as { type: string; shape?: Record<string, Schema> })
  return def?.type === 'object' ? def.shape : undefined
}

const below = (schema: Schema, key: PropertyKey): Schema | undefined => {
  const def = bare(schema)._zod.def as {
    type: string
    element?: Schema
    valueType?: Schema
    options?: readonly Schema[]
  }
  if (def.type === 'union') return def.options?.map((option) => below(option, key)).find((one) => one !== undefined)
  const shape = shapeOf(schema)
  if (shape) return Object.hasOwn(shape, key) ? shape[String(key)] : undefined
  return def.element ?? def.valueType
}

/** Whether a field, or what is behind its defaults, is of a format. */
const isOf = (format: string, schema: Schema | undefined): boolean => {
  if (!schema) return false
  if (z.globalRegistry.get(schema)?.format === format) return true
  const within = (schema._zod.def as { innerType?: Schema }).innerType
  return isOf(format, within)
}

const schemaAt = (schema: Schema, path: Path): Schema | undefined =>
  path.reduce<Schema | undefined>((found, key) => found && below(found, key), schema)

const valueAt = (value: unknown, path: Path): unknown =>
  path.reduce<unknown>((found, key) => {
    const holds = typeof found === 'object' && found !== null && Object.hasOwn(found, key)
    return holds ? (found as Record<PropertyKey, unknown>)[key] : undefined
  }, value)

const TYPES: Readonly<Record<string, Said>> = {
  string: ['文本', 'text'],
  number: ['数字', 'a number'],
  int: ['整数', 'a whole number'],
  boolean: ['true 或 false', 'true or false'],
  array: ['列表 […]', 'a list […]'],
  object: ['对象 {…}', 'an object {…}'],
  record: ['对象 {…}', 'an object {…}'],
  null: ['空值 null', 'null'],
}

const typeOf = (value: unknown): Said => {
  const type = value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value
  return TYPES[type] ?? [type, type]
}

const wrongType = (expected: string, value: unknown): Said => {
  const [zh, en] = TYPES[expected] ?? [expected, expected]
  if (value === undefined) return [`必须填写，应为${zh}`, `must be given: ${en}`]
  const [gotZh, gotEn] = typeOf(value)
  return [`应为${zh}，收到的是${gotZh}`, `write ${en}; this is ${gotEn}`]
}

const DECIMALS = /^-?\d+(?:\.\d{1,2})?$/

/** A number with a fraction where a whole one belongs; most often it is yuan where fen are asked for. */
const fraction = (value: number, isMoney: boolean): Said => {
  const [zh, en] = ['应为整数，收到的是小数', 'write a whole number; this has a fraction']
  if (!isMoney || !DECIMALS.test(String(value))) return [zh, en]
  const fen = Math.round(value * 100)
  return [`${zh}；金额以分计，${value} 元写 ${fen}`, `${en}; money is written in fen, CNY ${value} as ${fen}`]
}

/** Asks whether a word that is known was meant. */
const meant = (word: unknown, known: readonly string[]): Said => {
  const near = typeof word === 'string' ? nearest(word, known) : undefined
  return near === undefined ? ['', ''] : [`；您是否要写“${near}”？`, `; did you mean “${near}”?`]
}

const wrongValue = (values: readonly unknown[], value: unknown): Said => {
  const [zh, en] = list(values)
  const [near, nearEn] = meant(value, values.map(String))
  return [`应为以下之一：${zh}${near}`, `write one of: ${en}${nearEn}`]
}

const UNITS: Readonly<Record<string, Said>> = { string: ['个字符', ' characters'], array: ['项', ' items'] }

const outside = (origin: string, bound: number | bigint, small: boolean): Said => {
  const unit = UNITS[origin]
  if (!unit)
    return small
      ? [`不得小于 ${bound}`, `must be at least ${bound}`]
      : [`不得大于 ${bound}`, `must be at most ${bound}`]
  if (small && bound === 1) return ['不能为空', 'must not be empty']
  return small
    ? [`至少 ${bound} ${unit[0]}`, `needs at least ${bound}${unit[1]}`]
    : [`至多 ${bound} ${unit[0]}`, `takes at most ${bound}${unit[1]}`]
}

const ZH = z.locales.zhCN().localeError
const EN = z.locales.en().localeError
const worded = (told: ReturnType<typeof ZH>): string => (typeof told === 'string' ? told : (told?.message ?? ''))

/** A message of our own is written 中文 / English; any other is said by the locales of zod. */
const byMessage = (issue: ZodIssue, value: unknown): Said => {
  const [zh, en] = issue.message.split(' / ')
  if (en !== undefined && /\p{Script=Han}/u.test(zh!)) return [zh!, issue.message.slice(zh!.length + 3)]
  const raw = { ...issue, input: value } as z.core.$ZodRawIssue
  return [worded(ZH(raw)), worded(EN(raw))]
}

const said = (issue: ZodIssue, value: unknown): Said => {
  switch (issue.code) {
    case 'invalid_type':
      return wrongType(issue.expected, value)
    case 'invalid_value':
      return wrongValue(issue.values, value)
    case 'too_small':
      return outside(issue.origin, issue.minimum, true)
    case 'too_big':
      return outside(issue.origin, issue.maximum, false)
    case 'invalid_key':
      return issue.issues[0] ? said(issue.issues[0], issue.path.at(-1)) : byMessage(issue, value)
    default:
      return byMessage(issue, value)
  }
}

/** One issue for each field that the form does not have, at the field itself. */
const unknownKeys = (keys: readonly string[], path: Path, schema: Schema): Issue[] => {
  const known = Object.keys(shapeOf(schemaAt(schema, path)) ?? {})
  const [zh, en] = list(known)
  return keys.map((key) => {
    const [near, nearEn] = meant(key, known)
    return {
      path: dotted([...path, key]),
      zh: `没有这个字段，${known.length ? `可写：${zh}` : '此处不写任何字段'}${near}`,
      en: `there is no such field; ${known.length ? `there are: ${en}` : 'nothing is written here'}${nearEn}`,
    }
  })
}

const depth = (issues: readonly ZodIssue[]): number => Math.max(...issues.map((issue) => issue.path.length))

/** Of the branches of a union the one that was nearly right; none when the value fits the kind of no branch. */
const likeliest = (branches: readonly (readonly ZodIssue[])[]): readonly ZodIssue[] =>
  branches
    .filter((one) => one.some(({ code, path }) => code !== 'invalid_type' || path.length > 0))
    .sort((a, b) => depth(b) - depth(a) || a.length - b.length)[0] ?? []

const kindsOf = (branches: readonly (readonly ZodIssue[])[], value: unknown): Said => {
  const kinds = branches.flatMap((one) => one.flatMap((issue) => (issue.code === 'invalid_type' ? issue.expected : [])))
  const words = [...new Set(kinds)].map((kind) => TYPES[kind] ?? [kind, kind])
  const [zh, en] = [words.map(([one]) => one).join('或者'), words.map(([, one]) => one).join(' or ')]
  const [gotZh, gotEn] = typeOf(value)
  return value === undefined
    ? [`必须填写，应为${zh}`, `must be given: ${en}`]
    : [`应为${zh}，收到的是${gotZh}`, `write ${en}; this is ${gotEn}`]
}

const told = (issue: ZodIssue, above: Path, schema: Schema, input: unknown): Issue[] => {
  const path = [...above, ...issue.path]
  if (issue.code === 'unrecognized_keys') return unknownKeys(issue.keys, path, schema)
  const value = valueAt(input, path)
  if (issue.code !== 'invalid_union') {
    const broken = issue.code === 'invalid_type' && issue.expected === 'int' && Number.isFinite(value)
    const [zh, en] = broken ? fraction(value as number, isOf('fen', schemaAt(schema, path))) : said(issue, value)
    return [{ path: dotted(path), zh, en }]
  }
  const inner = likeliest(issue.errors)
  if (inner.length) return inner.flatMap((one) => told(one, path, schema, input))
  const [zh, en] = kindsOf(issue.errors, value)
  return [{ path: dotted(path), zh, en }]
}

/** Whether another issue of the same value sets a narrower bound on the same side. */
const isWider = (issue: ZodIssue, all: readonly ZodIssue[]): boolean =>
  all.some((other) => {
    if (other.path.join('\n') !== issue.path.join('\n')) return false
    if (issue.code === 'too_small') return other.code === 'too_small' && other.minimum > issue.minimum
    return issue.code === 'too_big' && other.code === 'too_big' && other.maximum < issue.maximum
  })

/** Every issue of an input in both languages, with the field's path and what to write there. */
export const issuesOf = (schema: z.ZodType, input: unknown, { issues }: z.ZodError): Issue[] =>
  issues.filter((issue) => !isWider(issue, issues)).flatMap((issue) => told(issue, [], schema, input))
