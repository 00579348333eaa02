import type { Row, ViewTable } from '#ports'
import type { Question } from './decide.js'
import { seenBy } from './decide.js'
import { Fault } from './answer.js'
import type { Head } from './head.js'
import type { Found, Lookup, Lookups, Step } from './step.js'

/** Where a service's own lookups go. */
export interface Sources {
  head: (kind: string, id: string) => Promise<Head | undefined>
  /** Once it is whole. */
  view: (name: string) => Promise<ViewTable | undefined>
  /** Whether two pseudonyms of the vault stand for one person. */
  same: (one: string, other: string) => Promise<boolean>
}

/** Its fields in the order of their names, as they are kept. */
const found = (head: Head): Found => ({
  dossier: head.dossier,
  facts: head.facts,
  id: head.id,
  state: head.state,
  version: head.version,
})

const byId = <T extends { id: string }>(rows: readonly T[]): T[] =>
  [...rows].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))

const rowsOf = async (
  sources: Sources,
  lookup: { view: string; filter: Readonly<Record<string, unknown>> },
): Promise<Row[]> => {
  const table = await sources.view(lookup.view)
  if (!table) throw new Fault(`no view ${lookup.view} in this service`, { retry: false })
  return byId(await table.find(lookup.filter, { limit: 1000 }))
}

const isSamePerson = async (
  sources: Sources,
  own: unknown,
  { pseudonym, record, id }: { pseudonym: string; record: string; id: string },
): Promise<boolean> => {
  const [one, other] = [own, (await sources.head(record, id))?.facts].map(
    (facts) => (facts as Record<string, unknown> | undefined)?.[pseudonym],
  )
  return typeof one === 'string' && typeof other === 'string' && sources.same(one, other)
}

const answerTo = async (sources: Sources, lookup: Lookup<unknown>, own: unknown): Promise<unknown> => {
  if ('view' in lookup) return rowsOf(sources, lookup)
  if ('pseudonym' in lookup) return isSamePerson(sources, own, lookup)
  const heads = await Promise.all([...new Set(lookup.ids)].map((id) => sources.head(lookup.record, id)))
  const all = byId(heads.flatMap((head) => (head ? [found(head)] : [])))
  return lookup.many ? all : all[0]
}

/** Answers what a step needs to know; rows sorted by id, so that two runs keep the same text. */
export const lookUp = async (
  sources: Sources,
  step: Step,
  input: Record<string, unknown>,
  question: Question,
): Promise<Lookups> => {
  const needs: Record<string, unknown> = {}
  if (!step.needs) return needs
  const record = seenBy(question)
  const asked = { rules: question.rules, actor: question.actor, at: question.at }
  for (const [name, ask] of Object.entries(step.needs))
    needs[name] = await answerTo(sources, ask(input, record, asked), record.facts)
  return needs
}
