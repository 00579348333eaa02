import type { z } from 'zod'
import type { NormalRow, Reaction, Service, Step, Title, View } from '#kernel'
import type { Rules } from '#rules'
import { officeTitles, signingOf, startsFrom } from '#shell'
import { stateDiagram } from './diagrams.js'
import { code, inForce, page, table } from './markdown.js'

type Entry = Service['records'][number]

const whoText = (step: Step, rules: Rules): string => {
  if (step.who === 'system') return '系统 system'
  const { of, may, office } = step.who
  const right = rules.rights.find((one) => one.name === may)?.title.zh
  return [
    [of ?? []].flat().join('/'),
    may ? `〔${right ?? may}〕` : '',
    officeTitles(rules, [office].flat())
      .map(({ zh }) => zh)
      .join('/'),
  ]
    .filter(Boolean)
    .join(' · ')
}

const fromText = (step: Step, entry: Entry): string => {
  const states = Object.entries(entry.record.states)
  const starts = startsFrom(entry.record, step)
  const has = (state: string) => starts.includes(state)
  const isOpen = states.every(([state, { final }]) => final || has(state))
  if (!isOpen || states.length === 1) return step.from.map((state) => (state === 'new' ? '–' : state)).join(', ')
  const closed = states.filter(([state, { final }]) => final && has(state)).map(([state]) => state)
  const all = closed.length === states.filter(([, { final }]) => final).length
  return [has('new') ? '–' : '', all ? '任何 any' : ['未结 open', ...closed].join(', ')].filter(Boolean).join(', ')
}

const signingText = (paper: string): string => {
  const [made] = signingOf([paper])
  if (!made) return paper
  const by = made.signed.map(({ zh }) => zh).join('、')
  return `${paper}（${[by && `手签：${by}`, made.sealed && '盖章'].filter(Boolean).join('；')}）`
}

const paperText = (step: Step): string =>
  typeof step.makes === 'function' ? '（视情况 depends）' : [step.makes ?? []].flat().map(signingText).join('、')

type Input = [name: string, schema: z.ZodType]

const groupOf = ([, schema]: Input): string => (schema.meta()?.['x-group'] as Title | undefined)?.zh ?? ''

const fieldText = ([name, schema]: Input): string => `${name}${schema.safeParse(undefined).success ? '?' : ''}`

/** The fields in the order of the form, under the headings of their groups. */
const inputText = (step: Step): string => {
  const fields = Object.entries(step.input ?? {}) as Input[]
  return [...new Set(fields.map(groupOf))]
    .map((group) => {
      const inner = fields.filter((one) => groupOf(one) === group).map(fieldText)
      return `${group ? `${group}：` : ''}${inner.join(', ')}`
    })
    .join('；')
}

const stepRow = (step: Step, entry: Entry, rules: Rules): string[] => [
  `${step.title.zh} **${step.name}**`,
  fromText(step, entry),
  whoText(step, rules),
  inputText(step),
  step.emits.map((made) => made.type).join(', '),
  [paperText(step), ...(step.given ?? []).map((title) => `须附 given：${title}`)].filter(Boolean).join('；'),
  step.law.join(', '),
]

const STEP_HEAD = ['步骤 step', '可办状态 from', '谁 who', '填写 input', '事件 events', '文书 papers', '依据 law']

const lengthText = (row: NormalRow): string =>
  row.length
    .map((one) => {
      const when = one.when.map(({ field, values }) => `${field}=${values.join('|')}`).join(', ')
      return `${'n' in one ? `${one.n} ${one.unit}` : `→ ${one.until}`}${when ? ` (${when})` : ''}`
    })
    .join(' / ')

const eventsOf = (triggers: NormalRow['starts']): string => [...new Set(triggers.map((one) => one.event))].join(', ')

const clockRow = (row: NormalRow): string[] => [
  `${row.title.zh} ${code(row.id)}`,
  lengthText(row),
  eventsOf(row.starts),
  eventsOf(row.pauses.map((one) => one.from)),
  eventsOf([...row.stops, ...row.moot]),
  `${row.lapse.kind}${row.lapse.event ? ` → ${row.lapse.event}` : ''}`,
  [row.law, row.article].filter(Boolean).join(' '),
  inForce(row),
]

const CLOCK_HEAD = [
  '期限 clock',
  '长度 length',
  '起算 starts',
  '中止 pauses',
  '终止 stops',
  '届满 on lapse',
  '依据 law',
  '施行 in force',
]

const byId = (a: NormalRow, b: NormalRow): number =>
  a.id < b.id ? -1 : a.id > b.id ? 1 : a.validFrom < b.validFrom ? -1 : a.validFrom > b.validFrom ? 1 : 0

const clockTable = (kind: string, rules: Rules): string => {
  const rows = [...rules.clockRows(kind)].sort(byId)
  return rows.length ? `### 期限 Clocks\n\n${table(CLOCK_HEAD, rows.map(clockRow))}` : ''
}

const recordParts = (entry: Entry, rules: Rules): string[] => {
  const { kind, title } = entry.record
  return [
    `## ${title.zh} ${title.en} ${code(kind)}`,
    stateDiagram(entry, rules),
    `### 步骤 Steps\n\n${table(
      STEP_HEAD,
      entry.steps.map((step) => stepRow(step, entry, rules)),
    )}`,
    clockTable(kind, rules),
  ]
}

const reactionRow = ({ name, on, step }: Reaction): string[] => [
  code(name),
  `${on.kind}.${on.type}`,
  `${step.kind}/${step.name}`,
]

const viewRow = ({ name, topics, index }: View): string[] => [code(name), topics.join(', '), (index ?? []).join(', ')]

const reactionTable = (reactions: readonly Reaction[]): string =>
  reactions.length
    ? `## 反应 Reactions\n\n${table(['反应 reaction', '听到 on', '变成 becomes'], reactions.map(reactionRow))}`
    : ''

const viewTable = (views: readonly View[]): string =>
  views.length ? `## 视图 Views\n\n${table(['视图 view', '听取 listens to', '索引 index'], views.map(viewRow))}` : ''

/** One page per service: diagram, steps and clocks of every record, its reactions and views. */
export const servicePage = (service: Service, rules: Rules): string =>
  page(
    `${service.title.zh} ${service.title.en}`,
    ...service.records.flatMap((entry) => recordParts(entry, rules)),
    reactionTable(service.reactions),
    viewTable(service.views),
  )

/** Every clock of the law, built or planned. */
export const clockPage = (services: readonly Service[], rules: Rules): string => {
  const built = new Set(services.flatMap((service) => service.records.map((entry) => entry.record.kind)))
  const rows = [...rules.allClocks].sort(byId)
  const ids = (of: readonly NormalRow[]) => new Set(of.map((row) => row.id)).size
  const planned = rows.filter((row) => !built.has(row.on))
  return page(
    '期限总表 All clocks',
    `${ids(rows)} 个期限、${rows.length} 行；其中 ${ids(planned)} 个属于尚未建立的记录（待建）。H 小时、CD 日、WD 工作日、M 月、Y 年。\n${ids(rows)} clocks in ${rows.length} rows; ${ids(planned)} of them belong to records that are not built yet (planned). H hours, CD calendar days, WD working days, M months, Y years.`,
    table(
      ['期限 clock', '记录 record', '长度 length', '届满 on lapse', '依据 law', '施行 in force', '可信 confidence', ''],
      rows.map((row) => [
        `${row.title.zh} ${code(row.id)}`,
        row.on,
        lengthText(row),
        row.lapse.kind,
        [row.law, row.article].filter(Boolean).join(' '),
        inForce(row),
        row.confidence,
        [row.if ? `开关 switch ${row.if}` : '', built.has(row.on) ? '' : '待建 planned'].filter(Boolean).join('；'),
      ]),
    ),
  )
}
