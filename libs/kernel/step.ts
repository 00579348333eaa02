import type { Rules } from '#rules'
import type { AnyMaker, Made, Shape, DataOf, Title } from './event.js'
import type { GuardName } from './guards.js'
import type { Day, Instant } from './instant.js'
import type { Actor, Paper, RecordType, RecordView } from './record.js'

/** A refusal: the domain says no. `facts` are fields and numbers, never free text of the input. */
export interface Refusal {
  readonly refused: string
  readonly facts: Readonly<Record<string, unknown>>
}

/** A day or moment that cannot be: the field it stands in, and the first or last that could. */
export interface DateFacts {
  field: string
  given: Day | Instant
  notBefore?: Day | Instant
  notAfter?: Day | Instant
}

/** ERR_GUARD names a guard that has sentences, ERR_DATE says in one form which date cannot be; other codes say what they have. */
type FactsOf<C extends string> = C extends 'ERR_GUARD'
  ? [facts: { guard: GuardName; [fact: string]: unknown }]
  : C extends 'ERR_DATE'
    ? [facts: DateFacts]
    : [facts?: { guard?: GuardName; [fact: string]: unknown }]

export const refuse = <const C extends string>(code: C, ...[facts = {}]: FactsOf<C>): Refusal => ({
  refused: code,
  facts: { ...facts },
})

export const isRefusal = (value: unknown): value is Refusal =>
  typeof value === 'object' && value !== null && 'refused' in value

/** Shown and not blocking. */
export interface Warning {
  readonly warning: string
  readonly facts: Readonly<Record<string, unknown>>
}

export const warn = (code: string, facts: Record<string, unknown> = {}): Warning => ({ warning: code, facts })

/** The first refusal of several questions, if any: `firstOf(a && refuse(…), b && refuse(…))`. */
export const firstOf = (...answers: readonly (Refusal | false | undefined)[]): Refusal | undefined =>
  answers.find((answer) => answer !== false && answer !== undefined) as Refusal | undefined

/** What must be looked up before deciding; the rows found are kept in the commit. */
export type Lookup<T> = (
  | { readonly record: string; readonly ids: readonly string[]; readonly many: boolean }
  | { readonly view: string; readonly filter: Readonly<Record<string, unknown>> }
  | { readonly pseudonym: string; readonly record: string; readonly id: string }
) & { readonly found?: T }
export type Lookups = Readonly<Record<string, unknown>>

/** A record of the same service as it was found: `facts` and `state` with the version they were read at. */
export interface Found<S extends string = string, F = unknown> {
  id: string
  version: number
  dossier: string
  state: S
  facts: F
}

/** One record of the same service by id; undefined when there is none. */
export const oneRecord = <S extends string, F, M extends AnyMaker, R extends string>(
  type: Pick<RecordType<S, F, M, R>, 'kind' | 'states' | 'facts'>,
  id: string | undefined,
): Lookup<Found<S, F> | undefined> => ({ record: type.kind, ids: id ? [id] : [], many: false })

/** Several records of the same service, sorted by id; those that do not exist are left out. */
export const manyRecords = <S extends string, F, M extends AnyMaker, R extends string>(
  type: Pick<RecordType<S, F, M, R>, 'kind' | 'states' | 'facts'>,
  ids: readonly string[],
): Lookup<Found<S, F>[]> => ({ record: type.kind, ids, many: true })

/** Rows of one of the service's own views, sorted by id. */
export const rows = <T extends { id: string }>(view: string, filter: Record<string, unknown>): Lookup<T[]> => ({
  view,
  filter,
})

/** Whether this record and another hold, in one field, pseudonyms of the same person: the vault compares, and says only yes or no. */
export const samePerson = <S extends string, F, M extends AnyMaker, R extends string>(
  type: Pick<RecordType<S, F, M, R>, 'kind' | 'states' | 'facts'>,
  id: string,
  field: keyof F & string,
): Lookup<boolean> => ({ pseudonym: field, record: type.kind, id })

export interface Who<R extends string = string> {
  /** Role of the record whose agency (or party) may act; several: any of them. `superior` is the agency one level above the holder. */
  of?: R | 'superior' | readonly (R | 'superior')[]
  /** A right of rulebook 8.2: the actor's agency must have it. */
  may?: string
  /** An office or a group of offices of `rules.offices` (`responsible` 负责人, `head` 正职负责人), or several. */
  office: string | readonly string[]
  /** Code for the right agency in the wrong office. @default ERR_WRONG_APPROVER */
  else?: string
  /** Natural persons who may not take this step on this record: ERR_SOD. */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- facts are typed where the step is defined
  apart?: (facts: any) => readonly string[]
}

export interface Context<N = Record<never, never>> {
  /** When the act happens in law. */
  at: Instant
  /** The local day of `at`. */
  today: Day
  /** When it is recorded. */
  now: Instant
  actor: Actor
  rules: Rules
  needs: N
  /** Id of the record, also when this step makes it. */
  id: string
}

type Fallible<E extends readonly AnyMaker[]> = Made<E[number]> | Refusal | readonly (Made<E[number]> | Warning)[]

/** A paper with what stands in it, where the title alone does not say it. */
export interface PaperDraft {
  title: string
  /** Whose paper: the actor's agency when left out. */
  agency?: string
  fields?: Record<string, unknown>
}

/** The input as a step decides on it: an identity has become its pseudonym. */
export type Sealed<I extends Shape, V extends string> = {
  [K in keyof DataOf<I>]: K extends V ? string | Extract<DataOf<I>[K], undefined> : DataOf<I>[K]
}

export interface StepDefinition<
  S extends string,
  F,
  R extends string,
  E extends readonly AnyMaker[],
  I extends Shape,
  N extends Lookups,
  V extends string = never,
> {
  /** PascalCase, as in the rulebook. */
  name: string
  title: Title
  /** Articles, `INSTRUMENT:article`. */
  law: readonly string[]
  /** 'new' for a step that makes the record; 'open' for every state that is not final, 'any' for every state. */
  from: readonly (S | 'new' | 'open' | 'any')[]
  /** 'system': taken by reactions only. */
  who: (Who<R> & { apart?: (facts: F) => readonly string[] }) | 'system'
  /** Papers the step makes: titles of the document catalogue. */
  makes?:
    | string
    | readonly string[]
    | ((input: DataOf<I>, record: RecordView<S, F>, context: Context<N>) => readonly (string | PaperDraft)[])
  /** Papers that must be given with it: titles, each found with at least one item in `input.enclosures`; else ERR_DOC_MISSING. */
  given?: readonly string[]
  /** Fields of the input; an unknown field is an error. */
  input?: I
  /** Fields of the input that hold an identity: sealed in the vault before anything else; the step sees the pseudonym. */
  vault?: readonly (V & keyof I)[]
  /** The vault is opened once the step is written, as its event of this type says; the identity goes into the answer and nowhere else. */
  opens?: AnyMaker
  /** The dossier a new record joins; its own when undefined. */
  joins?: (input: DataOf<I>, needs: N) => string | undefined
  /** The name under which reactions find the record this step makes; unique among records of its kind. */
  key?: (input: DataOf<I>, needs: N) => string | undefined
  emits: E
  /** Codes that hold whatever the input and whoever asks: lists leave the step out. */
  unless?: (record: RecordView<S, F>, asked: { rules: Rules }) => Refusal | false | undefined
  /** Codes that hold whatever the input, by who asks and when. */
  unlessBy?: (
    record: RecordView<S, F>,
    asked: { actor: Actor; at: Instant; rules: Rules },
  ) => Refusal | false | undefined
  needs?: {
    [K in keyof N]: (
      input: DataOf<I>,
      record: RecordView<S, F>,
      asked: { rules: Rules; actor: Actor; at: Instant },
    ) => Lookup<N[K]>
  }
  /** Names that must be unique in the service. */
  claims?: (input: DataOf<I>, record: RecordView<S, F>, context: Context<N>) => readonly string[]
  /** Code answered when a claim is taken. @default ERR_GUARD */
  claimed?: string
  decide: (input: Sealed<I, V>, record: RecordView<S, F>, context: Context<N>) => Fallible<E>
}

/** A step with its types worn off: what the manifest, the shell and the kernel see. */
export interface Step extends Omit<
  StepDefinition<string, never, string, readonly AnyMaker[], Shape, Lookups, string>,
  'decide' | 'needs' | 'unless' | 'unlessBy' | 'makes' | 'claims' | 'joins' | 'key' | 'who'
> {
  kind: string
  who: Who | 'system'
  makes?:
    | string
    | readonly string[]
    | ((input: unknown, record: RecordView, context: Context<Lookups>) => readonly (string | PaperDraft)[])
  joins?: (input: unknown, needs: Lookups) => string | undefined
  key?: (input: unknown, needs: Lookups) => string | undefined
  unless?: (record: RecordView, asked: { rules: Rules }) => Refusal | false | undefined
  unlessBy?: (record: RecordView, asked: { actor: Actor; at: Instant; rules: Rules }) => Refusal | false | undefined
  needs?: Record<
    string,
    (input: unknown, record: RecordView, asked: { rules: Rules; actor: Actor; at: Instant }) => Lookup<unknown>
  >
  claims?: (input: unknown, record: RecordView, context: Context<Lookups>) => readonly string[]
  decide: (input: unknown, record: RecordView, context: Context<Lookups>) => Fallible<readonly AnyMaker[]>
}

export type { Paper }
