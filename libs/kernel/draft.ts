import type { Commit, Header } from './commit.js'
import { happen, type Decided, type Question } from './decide.js'
import { bodyDigest, type Input } from './input.js'
import { LapseTakenBack } from './lapse-events.js'
import type { TakesBack } from './late.js'
import type { Paper } from './record.js'
import type { Lookups, Refusal } from './step.js'

/** Its fields in the order of their names, as they are kept. */
const headerOf = (input: Input, { head, kit, now, id, rules }: Question, secret: string): Header => ({
  actor: input.actor,
  at: input.at,
  body: bodyDigest(secret, input),
  cause: input.cause,
  dossier: head?.dossier ?? input.dossier ?? id,
  kind: kit.type.kind,
  law: rules.version,
  message: input.message,
  reason: input.reason,
  record: id,
  recordedAt: now,
  root: input.root,
  step: input.step.name,
})

/** The commit of a refusal: who tried what, without the body. `secret` is the service's key. */
export const refusalCommit = (
  input: Input,
  question: Question,
  { refused: code, facts }: Refusal,
  secret: string,
): Commit => ({
  header: { ...headerOf(input, question, secret), refused: { code, facts } },
  events: [],
  papers: [],
})

/** Everything that a decided input leaves in the chain. */
export interface Draft {
  decided: Decided
  papers: readonly Paper[]
  needs: Lookups
  late?: TakesBack
  /** The name under which reactions find the record; first commit only. */
  recordKey?: string
}

const takenBack = ({ kit }: Question, { lapses }: TakesBack): Decided['events'] =>
  lapses.map(({ clock, key, at }) => {
    const event = kit.clocks.get(clock)!.versions[0]!.lapse.event ?? ''
    return LapseTakenBack({ clock, key, due: '', at, event })
  })

/** The commit of what was decided. `secret` is the service's key. */
export const draftCommit = (input: Input, question: Question, draft: Draft, secret: string): Commit => {
  const { decided, papers, needs, late, recordKey } = draft
  const header = headerOf(input, question, secret)
  if (!question.head) header.dossier = input.step.joins?.(input.body, needs) ?? header.dossier
  if (recordKey !== undefined) header.key = recordKey
  if (decided.warnings.length) header.warnings = decided.warnings
  if (late) header.takesBack = late.lapses.map(({ clock, key, at }) => ({ clock, key, at }))
  const events = late ? [...decided.events, ...takenBack(question, late)] : decided.events
  return { header, input: input.body, needs, events: happen(question, input.message, events), papers }
}
