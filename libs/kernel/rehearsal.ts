import type { Rules } from '#rules'
import type { Decided, Question } from './decide.js'
import { draftCommit } from './draft.js'
import { apply } from './fold.js'
import type { Input } from './input.js'
import { canonical } from './json.js'
import type { Clock } from './ledger.js'
import type { Lookups, Warning } from './step.js'
import { viewOf } from './view.js'

/** What an act would bring. */
export interface Rehearsal {
  outcome: 'possible'
  kind: string
  id?: string
  /** The state that the record would be in. */
  state: string
  /** Titles of the papers that would be made. */
  papers: readonly string[]
  warnings: readonly Warning[]
  /** Clocks that would begin, stop or move. */
  clocks: readonly Clock[]
}

/** Nothing was chained: it stands nowhere. */
const nowhere = (head: Question['head']) => ({ seq: (head?.seq ?? 0) + 1, version: (head?.version ?? 0) + 1, hash: '' })

/** Folds what was decided onto the record as if it had been written. `secret` is the service's key. */
export const rehearsed = (
  input: Input,
  question: Question,
  { decided, needs }: { decided: Decided; needs: Lookups },
  rules: Rules,
  secret: string,
): Rehearsal => {
  const { kit, head, now } = question
  const commit = draftCommit(input, question, { decided, papers: [], needs }, secret)
  const after = apply(kit, rules, head, commit, nowhere(head))
  const before = new Set(head ? viewOf(kit, head, now).clocks.map(canonical) : [])
  return {
    outcome: 'possible',
    kind: kit.type.kind,
    id: head?.id,
    state: after.state,
    papers: decided.papers.map(({ title }) => title),
    warnings: decided.warnings,
    clocks: viewOf(kit, after, now).clocks.filter((clock) => !before.has(canonical(clock))),
  }
}
