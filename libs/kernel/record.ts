import type { AnyMaker, DataBy, Title } from './event.js'
import type { Instant } from './instant.js'
import type { Clock } from './ledger.js'
import type { Sought } from './sought.js'
import type { Lookups, Step, StepDefinition } from './step.js'
import type { Shape } from './event.js'

/** Who acted: the agency and office acted for, and the natural person. Outside users act for a subject. */
export interface Actor {
  agency: string
  office: string
  person: string
  /** USCC or other key of the subject an outside user is bound to. */
  subject?: string
}

export interface StateTitle extends Title {
  /** Closed: only a step whose `from` names this state may follow. */
  final?: true
}

export interface EventMeta<S extends string = string> {
  /** Event id. */
  id: string
  /** When it happened in law. */
  at: Instant
  actor: Actor
  /** The state before this event; '' before the first. */
  state: S | ''
}

/** What an event does to a record: a state alone, or where it leads (or stays) and what it leaves in the facts. */
export type Evolution<S extends string, F, D> =
  | S
  | {
      /** The states it may lead to; left out, the state stays. */
      to?: S | readonly S[]
      /** Which of several. */
      by?: (data: D, facts: F, meta: EventMeta<S>) => S
      set?: (data: D, facts: F, meta: EventMeta<S>) => Partial<F>
    }

export type Evolve<S extends string, F, M extends AnyMaker> = {
  [T in M['type']]: Evolution<S, F, DataBy<M, T>>
}

export type RoleValue = string | readonly string[] | undefined

/** A paper that a record holds. Its rendered form is made from `fields` when somebody asks. */
export interface Paper {
  title: string
  number?: string
  agency: string
  on: string
  fields: Record<string, unknown>
}

/** A record as steps and readers see it. */
export interface RecordView<S extends string = string, F = unknown> {
  id: string
  /** `service/record`. */
  kind: string
  dossier: string
  version: number
  state: S
  /** When the act happened that brought it into this state. */
  since: Instant
  facts: F
  overlays: readonly string[]
  clocks: readonly Clock[]
  papers: readonly Paper[]
}

/** The lapse an `auto` event comes from. */
export interface Lapse {
  clock: string
  key: string
  /** The first instant outside the period. */
  at: Instant
  due: string
}

/** A clock of a record, by an id that its `reads` names; undefined before it has started. */
export const clockIn = ({ clocks }: Pick<RecordView, 'clocks'>, id: string): Clock | undefined =>
  clocks.find((clock) => clock.id === id)

export interface RecordDefinition<
  S extends string,
  F,
  M extends AnyMaker,
  R extends string,
  C extends string = string,
> {
  service: string
  name: string
  title: Title
  states: Record<S, StateTitle>
  /** Before the first event. */
  facts: F
  events: readonly M[]
  evolve: Evolve<NoInfer<S>, NoInfer<F>, M>
  /** Who stands where: agency codes, or `partyOf(…)`. `holder` has the record in hand. */
  roles: Record<R, (facts: NoInfer<F>) => RoleValue>
  /** Data of events that a lapse makes; left out, the event has none. */
  auto?: { [T in M['type']]?: (facts: NoInfer<F>, lapse: Lapse) => DataBy<M, T> }
  /** Papers of the holder that a lapse makes with its event: titles of the document catalogue. */
  autoMakes?: { readonly [T in M['type']]?: string }
  /** Clocks that steps look at, each under a name of its own; at start each has to be a clock of this record. */
  reads?: Readonly<Record<C, string>>
  /** Marks beside the state, from the facts and clocks alone. */
  overlays?: Record<string, (facts: NoInfer<F>, clocks: readonly Clock[]) => boolean>
  /** One line that names the matter: the party, the goods. No informant, no person's id number. */
  label: (facts: NoInfer<F>) => string
  /** By what people find it. No informant, no person's id number. */
  search?: (facts: NoInfer<F>) => Sought
}

export interface RecordType<
  S extends string = string,
  F = any, // eslint-disable-line @typescript-eslint/no-explicit-any -- erased where only the shape of the manifest matters
  M extends AnyMaker = AnyMaker,
  R extends string = string,
  C extends string = string,
> extends RecordDefinition<S, F, M, R, C> {
  reads: Readonly<Record<C, string>>
  /** `service/record`. */
  kind: string
  maker: ReadonlyMap<string, M>
  /** One thing someone may do to the record; types flow from here, a step file needs no annotation. */
  step: <
    const E extends readonly M[],
    I extends Shape = Record<never, never>,
    N extends Lookups = Record<never, never>,
    const V extends string = never,
  >(
    definition: StepDefinition<S, F, R, E, I, N, V>,
  ) => Step
}

/** Any record, where only the shape of the manifest matters. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- worn off on purpose: records differ in all four
export type AnyRecord = RecordType<any, any, any, any, any>

/** The fields of a step that may be left out: all steps have them in one order, so that what handles any of them is compiled once. */
const LEFT_OUT = {
  makes: undefined,
  given: undefined,
  input: undefined,
  vault: undefined,
  opens: undefined,
  joins: undefined,
  key: undefined,
  unless: undefined,
  unlessBy: undefined,
  needs: undefined,
  claims: undefined,
  claimed: undefined,
}

/** Defines a record: its states, facts, events and where each event leads. */
export const record = <
  const S extends string,
  F,
  const M extends AnyMaker,
  const R extends string,
  const C extends string = never,
>(
  definition: RecordDefinition<S, F, M, R, C>,
): RecordType<S, F, M, R, C> => {
  const kind = `${definition.service}/${definition.name}`
  return {
    ...definition,
    reads: definition.reads ?? ({} as Record<C, string>),
    kind,
    maker: new Map(definition.events.map((made) => [made.type, made])),
    step: ({ name, title, law, from, who, emits, decide, ...more }) =>
      ({ kind, name, title, law, from, who, emits, decide, ...LEFT_OUT, ...more }) as unknown as Step,
  }
}
