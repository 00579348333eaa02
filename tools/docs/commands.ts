import { nearest, type Service } from '#kernel'
import type { Story } from '#story'

/** A row of the table of commands in docs/decisions: the steps it names and its marks. */
export interface Marked {
  kind: string
  /** The rulebook's name; '–' where it has none. */
  command: string
  steps: readonly string[]
  marks: readonly string[]
}

const STORY_MARKS = /^(S\d+|flagship|corner)$/
const MARKS = /^(S\d+|flagship|corner|built|later)$/

const cellsOf = (line: string): string[] =>
  line
    .split('|')
    .slice(1, -1)
    .map((text) => text.trim())

const namesIn = (cell: string): string[] => [...cell.matchAll(/`([A-Z]\w+)`/g)].map((match) => match[1]!)

/**
 * Reads the tables: under a heading that ends with a record's kind in backticks,
 * rows `| command | steps in code, in backticks | marks | note |`.
 */
export const readMarks = (text: string): Marked[] => {
  let kind = ''
  return text.split('\n').flatMap((line) => {
    const heading = /^#+ .*`([a-z-]+\/[a-z-]+)`$/.exec(line)
    if (line.startsWith('#')) kind = heading?.[1] ?? ''
    if (!kind || !/^\|[^-]/.test(line) || /^\| command /.test(line)) return []
    const [command, steps, marks] = cellsOf(line) as [string, string, string]
    return [{ kind, command, steps: namesIn(steps), marks: marks.split(/\s+/).filter(Boolean) }]
  })
}

/** `scenario-2-…` → S2; every story beside the scenarios and the flagship is a corner. */
const markOf = (story: string): string => {
  const scenario = /^scenario-(\d+)\b/.exec(story)?.[1]
  return scenario ? `S${scenario}` : story === 'flagship' ? story : 'corner'
}

/** A corner counts only where nothing else plays the step. */
const counted = (marks: ReadonlySet<string>): ReadonlySet<string> =>
  marks.size > 1 ? new Set([...marks].filter((mark) => mark !== 'corner')) : marks

/** `service/record/Step` → marks of the stories that play it, their branches included. */
const playedBy = (stories: readonly Story[]): Map<string, Set<string>> => {
  const played = new Map<string, Set<string>>()
  for (const story of stories)
    for (const entry of [...story.entries, ...story.branches.flatMap((branch) => branch.entries)]) {
      if (!entry.do) continue
      played.set(entry.do, (played.get(entry.do) ?? new Set<string>()).add(markOf(story.story)))
    }
  return played
}

const listed = (names: Iterable<string>): string => [...names].sort().join(' ') || 'none'

const rowFaults = (row: Marked, known: ReadonlySet<string>): string[] => {
  const where = `${row.kind} ${row.command}`
  const strange = row.marks.filter((mark) => !MARKS.test(mark))
  const lost = row.steps.filter((step) => !known.has(`${row.kind}/${step}`))
  return [
    ...strange.map((mark) => `${where}: "${mark}" is no mark; write S1, S2, …, flagship, corner, built or later`),
    ...lost.map((step) => {
      const near = nearest(`${row.kind}/${step}`, [...known])
      return `${where}: there is no step ${row.kind}/${step}${near === undefined ? '' : `; did you mean ${near}?`}`
    }),
    ...(row.marks.length ? [] : [`${where}: has no mark`]),
    ...(row.marks.includes('later') && (row.steps.length || row.marks.length > 1)
      ? [`${where}: what is marked later has no step and no other mark`]
      : []),
    ...(row.marks.includes('built') && row.marks.length > 1
      ? [`${where}: what a story plays is not marked built as well`]
      : []),
  ]
}

/** What nobody may take by hand stands in no story as `do`: its marks are the writer's word. */
const stepFaults = (
  name: string,
  isSystem: boolean,
  rows: readonly Marked[],
  played: ReadonlySet<string>,
): string[] => {
  if (rows.length !== 1) return [`${name}: stands in ${rows.length} rows of the table; write exactly one`]
  const marks = new Set(rows[0]!.marks.filter((mark) => STORY_MARKS.test(mark)))
  if (isSystem || listed(marks) === listed(played)) return []
  return [`${name}: played by ${listed(played)}, marked ${listed(marks)}`]
}

/** Where the table of commands, the manifests and the stories disagree; empty when they do not. */
export const commandFaults = (
  rows: readonly Marked[],
  services: readonly Service[],
  stories: readonly Story[],
): string[] => {
  const steps = services.flatMap((service) => service.records.flatMap((entry) => entry.steps))
  const known = new Set(steps.map((step) => `${step.kind}/${step.name}`))
  const played = playedBy(stories)
  return [
    ...rows.flatMap((row) => rowFaults(row, known)),
    ...steps.flatMap((step) => {
      const name = `${step.kind}/${step.name}`
      const own = rows.filter((row) => row.kind === step.kind && row.steps.includes(step.name))
      return stepFaults(name, step.who === 'system', own, counted(played.get(name) ?? new Set()))
    }),
  ]
}
