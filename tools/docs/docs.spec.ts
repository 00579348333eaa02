import { describe, expect, it } from '@jest/globals'
import { services, toyRules } from '#kernel/toy'
import { loadRules, type Rules } from '#rules'
import type { Story } from '#story'
import { asyncApi } from './asyncapi.js'
import { commandFaults, readMarks } from './commands.js'
import { stateDiagram } from './diagrams.js'
import { table } from './markdown.js'
import { clockPage, servicePage } from './tables.js'
import { thresholdPage } from './thresholds.js'

const toy = toyRules()
const terms = [{ code: 'responsible', title: { zh: '负责人', en: 'Responsible person' } }]
const rules = { ...toy, offices: [], terms, rights: [], allClocks: toy.clockRows('alpha/notice') } as unknown as Rules
const [alpha, beta] = services

describe('a table', () => {
  it('keeps its columns whatever stands in a cell', () => {
    expect(table(['a', 'b'], [['x|y', '1\n2 <i>']])).toBe('| a | b |\n|---|---|\n| x\\|y | 1 2 &lt;i> |')
  })
})

describe('a state diagram', () => {
  it('draws steps as arrows, gathers them, and ends in closed states', () => {
    expect(stateDiagram(alpha!.records[0]!, rules).split('\n')).toEqual([
      '```mermaid',
      'stateDiagram-v2',
      '  SERVED: 已送达 SERVED',
      '  ANSWERED: 已答复 ANSWERED',
      '  DECIDED: 已决定 DECIDED',
      '  CLOSED: 已结 CLOSED',
      '  [*] --> SERVED: Serve',
      '  SERVED --> ANSWERED: Answer',
      '  SERVED --> DECIDED: Decide',
      '  ANSWERED --> DECIDED: Decide',
      '  DECIDED --> CLOSED: Close',
      '  CLOSED --> [*]',
      '```',
    ])
  })
})

describe('a page of a service', () => {
  it('says who may take a step, from where and with what', () => {
    expect(servicePage(alpha!, rules)).toContain(
      '| 决定 **Decide** | SERVED, ANSWERED | holder · 负责人 | outcome | Decided |  | TOY:3 |',
    )
  })

  it('says which events of others become which steps', () => {
    const { name, on, step } = beta!.reactions[0]!
    expect(servicePage(beta!, rules)).toContain(`| \`${name}\` | ${on.kind}.${on.type} | ${step.kind}/${step.name} |`)
  })
})

describe('the page of clocks', () => {
  it('marks what is planned', () => {
    const page = clockPage([beta!], rules)
    const rows = page.split('\n').filter((line) => line.includes('CLK-'))
    expect(rows.length).toBe(rules.allClocks.length)
    expect(rows.every((line) => line.endsWith('| 待建 planned |'))).toBe(true)
  })
})

describe('the page of thresholds', () => {
  it('gives money in yuan', () => {
    expect(thresholdPage(loadRules())).toContain(
      '| `T214-1b` | 情节严重 serious | 销售金额 | ≥ 50,000 元 CNY |  | 5(1)(1) | verified |',
    )
  })
})

describe('the event catalogue', () => {
  it('has a channel per service that speaks, and no event of its own', () => {
    const { channels, components } = asyncApi(services) as {
      channels: Record<string, { address: string }>
      components: { messages: Record<string, unknown> }
    }
    expect(channels.alpha!.address).toBe('liandun.alpha')
    expect(Object.keys(components.messages)).toContain('alpha.notice.Decided')
    expect(Object.keys(components.messages)).not.toContain('alpha.notice.Closed')
  })
})

describe('the table of commands', () => {
  const text = (rows: string): string =>
    `### Notice \`alpha/notice\`\n\n| command | in code | played by | note |\n|---|---|---|---|\n${rows}`
  const right = `| Serve | \`Serve\` | S1 |  |
| Answer | \`Answer\` | corner |  |
| Decide | \`Decide\` | built |  |
| Close | \`Close\` | built |  |
| Appeal | – | later | no court yet |`
  const story = (name: string, ...steps: string[]) =>
    ({ story: name, entries: steps.map((step) => ({ do: `alpha/notice/${step}` })), branches: [] }) as unknown as Story
  const stories = [story('scenario-1-notice', 'Serve'), story('a-late-answer', 'Serve', 'Answer')]
  const faults = (rows: string) => commandFaults(readMarks(text(rows)), [alpha!], stories)

  it('agrees', () => {
    expect(faults(right)).toEqual([])
  })

  it('says which step it does not list', () => {
    expect(faults(right.replace('| Answer | `Answer` | corner |  |\n', ''))).toEqual([
      'alpha/notice/Answer: stands in 0 rows of the table; write exactly one',
    ])
  })

  it('says which story plays what is not marked so, and the other way round', () => {
    expect(faults(right.replace('| S1 |', '| built |').replace('`Close` | built', '`Close` | flagship'))).toEqual([
      'alpha/notice/Serve: played by S1, marked none',
      'alpha/notice/Close: played by none, marked flagship',
    ])
  })

  it('names the step that was meant, and marks that do not go together', () => {
    expect(
      faults(`${right.replace('`Close` | built', '`Close` | built later')}\n| Cancel | \`Clos\` | maybe |  |`),
    ).toEqual([
      'alpha/notice Close: what is marked later has no step and no other mark',
      'alpha/notice Close: what a story plays is not marked built as well',
      'alpha/notice Cancel: "maybe" is no mark; write S1, S2, …, flagship, corner, built or later',
      'alpha/notice Cancel: there is no step alpha/notice/Clos; did you mean alpha/notice/Close?',
    ])
  })
})
