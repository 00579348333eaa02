import type { Rules } from '#rules'
import type { Actor } from './record.js'
import type { Step } from './step.js'

/** What a policy sees of a record: its kind and who stands where in it. */
export interface Guarded {
  kind: string
  roles: Readonly<Record<string, readonly string[]>>
}

/** Who may know a record, and which agency may take a step on it. The office is asked later, by the step. */
export interface Policy {
  knows(actor: Actor, record: Guarded, rules: Rules): boolean
  /** `record` is undefined for a step that makes one. */
  allows(actor: Actor, step: Step, record: Guarded | undefined, rules: Rules): boolean
  /** Whether this person is told how the record stands that holds a name. @default nobody */
  hears?(actor: Actor, held: { kind: string; name: string }, rules: Rules): boolean
}
