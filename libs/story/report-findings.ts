import { plusDays, type Clock, type Shown, type Title } from '#kernel'
import type { Rules } from '#rules'
import { clockNamed, type Finding } from './expect.js'
import { clockTitle, explanation } from './report-clocks.js'
import { CLOCK_STATES, dateText, daysText, escape, spanText, valueText } from './report-words.js'
import type { Played } from './play.js'

/** What an entry expected and what was found, in the words of the law. */

/** What the page around an entry knows. */
export interface Page {
  rules: Rules
  /** Year that dates leave out. */
  year: string
  nameOf: (record: Shown) => string
}

/** A record, with what its facts and their values are called. */
type Told = Shown & { words?: Readonly<Record<string, Title>> }

/** One line: what was checked of a clock, or one other thing. */
interface Line {
  ok: boolean
  html: string
  wide?: true
}

const differs = (one: Finding, say: (value: unknown) => string): string =>
  one.ok ? say(one.expected) : `应为 ${say(one.expected)}，实为 ${say(one.found)}`

const CLOCK_WORDS: Readonly<Record<string, (value: unknown, year: string) => string>> = {
  due: (value, year) => (value === null ? '尚无截止日' : `截止 ${dateText(String(value), year)}`),
  strict: (value, year) => (value === null ? '尚无截止日' : `不顺延则为 ${dateText(String(value), year)}`),
  state: (value) => CLOCK_STATES[value as Clock['state']] ?? String(value),
  pausedSince: (value, year) => `自 ${dateText(String(value), year)} 起中止`,
  remaining: (value) => `剩余 ${spanText(value as { n: number; unit: string })}`,
  lateBy: (value) => (value === null ? '没有逾期' : `逾期 ${String(value).replace(' CD', '日').replace(' H', '小时')}`),
  lastSafeDay: (value, year) => `最后安全工作日 ${dateText(String(value), year)}`,
  provisional: (value) => (value ? '暂定（日历尚未公布）' : '已确定'),
  excluded: (value, year) =>
    (value as [string, string][])
      .filter(([from, to]) => from < to)
      .map(([from, to]) => `扣除 ${daysText(plusDays(from, 1), to, year)}`)
      .join('，') || '没有扣除',
}

/** The days after the first are left out; a last day that was not put off is no news beside the other. */
const clockWords = (findings: readonly Finding[], year: string): string[] => {
  const due = findings.find(({ what }) => what.endsWith(' due'))
  const same = (one: Finding) =>
    one.what.endsWith(' strict') && due !== undefined && one.ok && due.ok && one.expected === due.expected
  return findings.map((one) => (same(one) ? '没有顺延' : differs(one, sayClock(one.what.split(' ').at(-1)!, year))))
}

const sayClock =
  (word: string, year: string) =>
  (value: unknown): string => {
    const say = CLOCK_WORDS[word]
    return say && (value !== null || word === 'due' || word === 'strict' || word === 'lateBy')
      ? say(value, year)
      : valueText(value, year)
  }

/** Everything said of one clock of one record, with the days behind its date. */
const clockLine = (findings: readonly Finding[], whose: string, record: Shown | undefined, page: Page): Line => {
  const name = findings[0]!.clock!
  const clock = clockNamed(record, name)
  const title = record && clock ? clockTitle(page.rules, record.kind, clock) : name
  const said = clockWords(findings, page.year)
  const dated = findings.some((one) => one.what.endsWith(' due'))
  const days = record && clock && dated ? explanation(page.rules, record.kind, clock, page.year) : ''
  return {
    ok: findings.every((one) => one.ok),
    html: `${whose}<b>${escape(title)}</b> <small>${escape(name)}</small> ${escape(said.join('；'))}${days}`,
    wide: true,
  }
}

const stateText = (record: Shown | undefined, code: unknown): string =>
  record && record.state === code ? (record.stateTitle?.zh ?? record.state) : String(code)

const eventText = (record: Shown | undefined, types: unknown): string =>
  (types as string[])
    .map((type) => record?.entries.flatMap((one) => one.events).find((one) => one.type === type)?.title?.zh ?? type)
    .join('、') || '无'

type Say = (one: Finding, record: Shown | undefined, page: Page) => string

/** By the first word of what was checked. */
const SAYS: Readonly<Record<string, Say>> = {
  state: (one, record) => `状态：${differs(one, (value) => stateText(record, value))}`,
  overlay: (one) => `标记 ${one.what.slice(8)}${one.ok ? '' : '：没有'}`,
  paper: (one) => {
    const title = `《${one.what.slice(6)}》`
    if (!one.ok) return `${title} 应为 ${valueText(one.expected)}，实为 ${valueText(one.found)}`
    return one.what.endsWith(String(one.expected)) ? title : `${title}${one.expected}`
  },
  papers: (one) => `文书只有 ${differs(one, valueText)}`,
  clocks: (one) => `期限只有 ${differs(one, valueText)}`,
  events: (one, record) => `事件：${differs(one, (value) => eventText(record, value))}`,
  warnings: (one) => `提示：${differs(one, valueText)}`,
  rejected: (one) => `依规不予办理：${differs(one, valueText)}`,
  denied: (one) => (one.ok ? '无权办理' : `应无权办理，实为 ${valueText(one.found)}`),
  none: (one) => `没有产生：${one.what.split(' ')[1]}${one.ok ? '' : `，实有 ${(one.found as unknown[]).length} 份`}`,
  accepted: (one) => `没有办成：${valueText(one.found)}`,
}

/** A fact and its value by their titles, where the record tells them. */
const factText = (one: Finding, record: Told | undefined, page: Page): string => {
  const path = one.what.slice('facts.'.length)
  const name = path.split('.').at(-1)!
  const said = (value: unknown) => record?.words?.[`${name}:${String(value)}`]?.zh ?? valueText(value, page.year)
  return `${record?.words?.[name]?.zh ?? `事实 ${path}`}：${differs(one, said)}`
}

const plainLine = (one: Finding, whose: string, record: Shown | undefined, page: Page): Line => {
  const say = SAYS[one.what.split(' ')[0]!]
  const fact = one.what.startsWith('facts.') ? factText(one, record, page) : undefined
  return {
    ok: one.ok,
    html: `${whose}${escape(fact ?? say?.(one, record, page) ?? `${one.what}：${differs(one, valueText)}`)}`,
  }
}

/** What must not have changed, or not been seen, told in one line when it holds; what was looked for is not repeated. */
const gathered = (findings: readonly Finding[]): { lines: Line[]; rest: Finding[] } => {
  const asBefore = findings.filter((one) => one.what.endsWith(' as before'))
  const unseen = findings.filter((one) => one.what.startsWith('absent '))
  const lines: Line[] = []
  if (asBefore.length)
    lines.push({
      ok: asBefore.every((one) => one.ok),
      html: asBefore.every((one) => one.ok) ? '记录没有改变' : '记录被改变',
    })
  if (unseen.length) {
    const ok = unseen.every((one) => one.ok)
    lines.push({ ok, html: ok ? `不应出现的 ${unseen.length} 项内容均未出现` : '不应出现的内容出现了' })
  }
  return { lines, rest: findings.filter((one) => !asBefore.includes(one) && !unseen.includes(one)) }
}

interface Subject {
  alias: string
  findings: Finding[]
}

/** Findings by the record they speak of; '' is the entry's own. */
const bySubject = (one: Played, findings: readonly Finding[]): Subject[] => {
  const subjects = new Map<string, Finding[]>()
  for (const finding of findings) {
    const [, alias, what] = /^([^:\s]+): (.*)$/.exec(finding.what) ?? [undefined, '', finding.what]
    const known = alias && alias in one.records ? alias : ''
    subjects.set(known, [...(subjects.get(known) ?? []), known ? { ...finding, what: what! } : finding])
  }
  return [...subjects].map(([alias, of]) => ({ alias, findings: of }))
}

const subjectLines = ({ alias, findings }: Subject, one: Played, page: Page): Line[] => {
  const record = one.records[alias || 'this']
  const whose = alias && record ? `<em>${escape(page.nameOf(record))}</em> ` : ''
  const clocks = [...new Set(findings.flatMap((each) => each.clock ?? []))]
  const plain = findings.filter((each) => !each.clock && (alias || !each.ok || !/^(state|rejected)$/.test(each.what)))
  return [
    ...plain.map((each) => plainLine(each, whose, record, page)),
    ...clocks.map((name) =>
      clockLine(
        findings.filter((each) => each.clock === name),
        whose,
        record,
        page,
      ),
    ),
  ]
}

const lineText = ({ ok, html, wide }: Line): string =>
  `<li class="${ok ? 'ok' : 'no'}${wide ? ' wide' : ''}">${ok ? '✓' : '✗'} ${html}</li>`

/** The checks of an entry as a list; its own state and refusal stand in the head of the entry. */
export const findingList = (one: Played, page: Page): string => {
  const { lines, rest } = gathered(one.findings)
  const all = [...bySubject(one, rest).flatMap((subject) => subjectLines(subject, one, page)), ...lines]
  const ordered = [...all.filter((line) => !line.wide), ...all.filter((line) => line.wide)]
  return ordered.length ? `<ul class="checks">${ordered.map(lineText).join('')}</ul>` : ''
}
