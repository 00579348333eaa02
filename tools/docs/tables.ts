import { z } from 'zod'
import type { Service, Step } from '#kernel'
import type { Rules } from '#rules'
import { stateDiagram } from './diagrams.js'

type Entry = Service['records'][number]

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ')
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [`| ${head.join(' | ')} |`, `|${head.map(() => '---').join('|')}|`, ...rows.map((row) => `| ${row.map(cell).join(' | ')} |`)].join('\n')

const whoText = (step: Step): string => {
  if (step.who === 'system') return '系统 system'
  const { of, may, office } = step.who
  return [[of ?? []].flat().join('/'), may ? `right:${may}` : '', `office:${[office].flat().join('/')}`].filter(Boolean).join(' · ')
}

const paperText = (step: Step): string => (typeof step.makes === 'function' ? '（视情况 depends）' : [step.makes ?? []].flat().join('、'))

const stepRow = (step: Step): string[] => [
  `${step.title.zh} **${step.name}**`,
  step.from.join(', '),
  whoText(step),
  Object.entries(step.input ?? {}).map(([name, type]) => `${name}${(type as z.ZodType).safeParse(undefined).success ? '?' : ''}`).join(', '),
  step.emits.map((made) => made.type).join(', '),
  paperText(step),
  step.law.join(', '),
]

const clockTable = (kind: string, rules: Rules): string => {
  const rows = rules.clockRows(kind)
  if (!rows.length) return ''
  const length = (row: (typeof rows)[number]) => row.length.map((one) => ('n' in one ? `${one.n} ${one.unit}` : `→ ${one.until}`)).join(' / ')
  return `\n### 期限 Clocks\n\n${table(['clock', 'length', 'starts', 'stops', 'on lapse', 'law'], rows.map((row) => [`${row.title.zh} \`${row.id}\``, length(row), row.starts.map((one) => one.event).join(', '), [...row.stops, ...row.moot].map((one) => one.event).join(', '), `${row.lapse.kind}${row.lapse.event ? ` → ${row.lapse.event}` : ''}`, `${row.law} ${row.article ?? ''}`]))}\n`
}

const recordPage = (entry: Entry, rules: Rules): string =>
  `## ${entry.record.title.zh} ${entry.record.title.en} \`${entry.record.kind}\`\n\n${stateDiagram(entry, rules)}\n\n### 步骤 Steps\n\n${table(['step', 'from', 'who', 'input', 'events', 'papers', 'law'], entry.steps.map(stepRow))}\n${clockTable(entry.record.kind, rules)}`

/** One page per service: diagram, steps and clocks of every record. */
export const servicePage = (service: Service, rules: Rules): string =>
  `# ${service.title.zh} ${service.title.en}\n\n<!-- made by npm run docs; do not edit -->\n\n${service.records.map((entry) => recordPage(entry, rules)).join('\n')}`

/** Every clock of the law, built or planned. */
export const clockPage = (services: readonly Service[], rules: Rules): string => {
  const built = new Set(services.flatMap((service) => service.records.map((entry) => entry.record.kind)))
  const rows = [...rules.allClocks].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : a.validFrom < b.validFrom ? -1 : 1))
  const text = (row: (typeof rows)[number]) => row.length.map((one) => ('n' in one ? `${one.n} ${one.unit}` : `→ ${one.until}`)).join(' / ')
  return `# 期限总表 All clocks\n\n<!-- made by npm run docs; do not edit -->\n\n${rows.length} 行 rows\n\n${table(['clock', 'record', 'length', 'law', 'in force', 'confidence', ''], rows.map((row) => [`${row.title.zh} \`${row.id}\``, row.on, text(row), `${row.law} ${row.article ?? ''}`, `${row.validFrom} – ${row.validTo ?? ''}`, row.confidence, built.has(row.on) ? '' : '待建 planned']))}\n`
}
