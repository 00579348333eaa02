import { count, isDay, readInstant, type CountInput, type Span, UNITS, type Unit } from '#kernel'
import { type Rules, RulesError } from '#rules'

/** The line cannot be answered. */
class BadLine extends Error {
  constructor(
    readonly zh: string,
    readonly en: string,
  ) {
    super(`${zh} / ${en}`)
  }
}

const dated = (value: unknown, field: string): string => {
  if (typeof value === 'string' && (isDay(value) || readInstant(value)))
    return isDay(value) ? value : readInstant(value)!
  throw new BadLine(
    `${field} 应为存在的日期 yyyy-mm-dd 或者时刻`,
    `${field} must be an existing day yyyy-mm-dd or an instant`,
  )
}

const spans = (value: unknown): CountInput['excluded'] => {
  if (value === undefined) return undefined
  if (!Array.isArray(value)) throw new BadLine('excluded 应为 [[起, 止], …]', 'excluded must be [[from, to], …]')
  return value.map((one, i): readonly [string, string] => {
    if (!Array.isArray(one) || one.length !== 2)
      throw new BadLine(`excluded 第 ${i + 1} 项应为 [起, 止]`, `item ${i + 1} of excluded must be [from, to]`)
    const [from, to] = [dated(one[0], 'excluded'), dated(one[1], 'excluded')]
    if (to < from)
      throw new BadLine(`excluded 第 ${i + 1} 项止日早于起日`, `item ${i + 1} of excluded ends before it begins`)
    return [from, to]
  })
}

const MOST: Readonly<Record<Unit, number>> = { H: 876_000, CD: 36_500, WD: 36_500, M: 1200, Y: 100 }

const span = (length: unknown, unit: unknown): Span => {
  if (!UNITS.includes(unit as Unit))
    throw new BadLine(`unit 应为 ${UNITS.join('、')} 之一`, `unit must be one of ${UNITS.join(', ')}`)
  if (typeof length === 'number' && Number.isInteger(length) && length > 0 && length <= MOST[unit as Unit])
    return { n: length, unit: unit as Unit }
  throw new BadLine(
    `length 应为 1 至 ${MOST[unit as Unit]} 的整数`,
    `length must be a whole number from 1 to ${MOST[unit as Unit]}`,
  )
}

const KINDS = ['period', 'before', 'gate']
const FIELDS = ['start', 'length', 'unit', 'excluded', 'restrictive', 'kind', 'clock', 'record', 'data']

const flag = (value: unknown, field: string): boolean | undefined => {
  if (value === undefined || typeof value === 'boolean') return value
  throw new BadLine(`${field} 应为 true 或者 false`, `${field} must be true or false`)
}

const kind = (value: unknown): CountInput['kind'] => {
  if (value === undefined || KINDS.includes(value as string)) return value as CountInput['kind']
  throw new BadLine(`kind 应为 ${KINDS.join('、')} 之一`, `kind must be one of ${KINDS.join(', ')}`)
}

const known = (asked: Record<string, unknown>): void => {
  const strange = Object.keys(asked).find((key) => !FIELDS.includes(key))
  if (strange !== undefined) throw new BadLine(`不认识的字段 ${strange}`, `unknown field ${strange}`)
}

const words = (value: unknown, field: string): string | undefined => {
  if (value === undefined || typeof value === 'string') return value
  throw new BadLine(`${field} 应为文字`, `${field} must be text`)
}

const fields = (value: unknown): Record<string, unknown> | undefined => {
  if (value === undefined || (typeof value === 'object' && value !== null && !Array.isArray(value)))
    return value as Record<string, unknown> | undefined
  throw new BadLine('data 应为对象', 'data must be an object')
}

const answerOf = (rules: Rules, asked: Record<string, unknown>): Record<string, unknown> => {
  known(asked)
  const start = dated(asked.start, 'start')
  const excluded = spans(asked.excluded)
  if (asked.clock !== undefined) {
    const question = {
      clock: words(asked.clock, 'clock')!,
      record: words(asked.record, 'record'),
      data: fields(asked.data),
      start,
      excluded,
    }
    return { clock: asked.clock, start, ...rules.countClock(question) }
  }
  const restrictive = flag(asked.restrictive, 'restrictive')
  const length = span(asked.length, asked.unit)
  const rolls = restrictive !== true && !rules.on('roll.restDay=none')
  return { start, ...count({ ...length, start, calendar: rules.calendar, kind: kind(asked.kind), rolls, excluded }) }
}

interface Told {
  error: { zh: string; en: string; line: number }
}

const errorOf = (error: unknown, line: number): Told => {
  if (error instanceof RulesError) return { error: { zh: error.faults[0]!.zh, en: error.faults[0]!.en, line } }
  if (error instanceof BadLine) return { error: { zh: error.zh, en: error.en, line } }
  if (error instanceof SyntaxError) return { error: { zh: '不是 JSON 对象', en: 'not a JSON object', line } }
  const { message } = error as Error
  return { error: { zh: `不能计算：${message}`, en: `it cannot be counted: ${message}`, line } }
}

/** The result of one line; a bad line answers its error and its number. */
export const dueLine = (rules: Rules, text: string, line: number): Record<string, unknown> => {
  try {
    const asked: unknown = JSON.parse(text)
    if (typeof asked !== 'object' || asked === null || Array.isArray(asked)) throw new SyntaxError()
    return answerOf(rules, asked as Record<string, unknown>)
  } catch (error) {
    return { ...errorOf(error, line) }
  }
}

const BATCH = 2000
/** So many line numbers are named at the end. */
const NAMED = 10

/** Answers every line in its order. Returns what to say when some could not be answered. */
export const answerLines = async (
  rules: Rules,
  lines: AsyncIterable<string> | Iterable<string>,
  write: (text: string) => Promise<void>,
): Promise<{ zh: string; en: string } | undefined> => {
  let out: string[] = []
  let line = 0
  const failed: number[] = []
  for await (const text of lines) {
    line += 1
    const answer = dueLine(rules, text, line)
    if ('error' in answer) failed.push(line)
    out.push(JSON.stringify(answer))
    if (out.length < BATCH) continue
    await write(`${out.join('\n')}\n`)
    out = []
  }
  if (out.length) await write(`${out.join('\n')}\n`)
  if (!failed.length) return undefined
  const named = `${failed.slice(0, NAMED).join(', ')}${failed.length > NAMED ? ', …' : ''}`
  return {
    zh: `${line} 行中有 ${failed.length} 行不能计算：第 ${named} 行`,
    en: `${failed.length} of ${line} lines could not be answered: line ${named}`,
  }
}
