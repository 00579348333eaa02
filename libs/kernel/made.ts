import type { StoredCommit } from '#ports'
import type { Rules } from '#rules'
import { positionOf, unseal, type Commit } from './commit.js'
import { apply, fold, undone } from './fold.js'
import { derive } from './hash.js'
import type { Head } from './head.js'
import type { Instant } from './instant.js'
import type { RecordKit } from './kit.js'
import type { Clock } from './ledger.js'
import type { Actor, Paper } from './record.js'

type Data = Readonly<Record<string, unknown>>

/** A paper with the act that made it and the record as that act left it: what its text is made from, whatever came later. */
export interface MadePaper {
  id: string
  paper: Paper
  step: string
  at: Instant
  by: Actor
  /** What the act was told, without what went to the vault. */
  input: Data
  /** Data of every event up to then, by type. */
  happened: Readonly<Record<string, readonly Data[]>>
  facts: Data
  clocks: readonly Clock[]
  /** Papers up to then, those of the same act included. */
  papers: readonly Paper[]
}

const openInput = (kit: RecordKit, { header, input }: Commit): Data => {
  const sealed = kit.steps.get(header.step)?.vault ?? []
  const entries = Object.entries((input ?? {}) as Data)
  return Object.fromEntries(entries.filter(([name]) => !sealed.includes(name)))
}

const heard = (before: MadePaper['happened'], { events }: Commit): MadePaper['happened'] => {
  const all: Record<string, readonly Data[]> = { ...before }
  for (const { type, data } of events) all[type] = [...(all[type] ?? []), data]
  return all
}

const madeBy = (kit: RecordKit, commit: Commit, head: Head, happened: MadePaper['happened']): MadePaper[] => {
  const { record, message, step, at, actor: by } = commit.header
  const { facts, clocks, papers } = head
  const then = { step, at, by, input: openInput(kit, commit), happened, facts, clocks, papers }
  return commit.papers.map((paper, index) => ({ id: derive(record, message, 'paper', index), paper, ...then }))
}

/** Every paper of a chain that stands, in the order in which the record holds them. */
export const madePapers = (kit: RecordKit, rules: Rules, chain: readonly StoredCommit[]): MadePaper[] => {
  const commits = chain.map(unseal)
  const gone = undone(commits)
  const made: MadePaper[] = []
  let happened: MadePaper['happened'] = {}
  let head: Head | undefined
  for (const [index, commit] of commits.entries()) {
    head = commit.header.takesBack?.length
      ? fold(kit, rules, chain.slice(0, index + 1))!
      : apply(kit, rules, head, commit, positionOf(chain[index]!))
    happened = heard(happened, commit)
    if (!gone.has(commit)) made.push(...madeBy(kit, commit, head, happened))
  }
  return made
}
