import type { Title, Unit } from '../api/types.js'

/** JSON Schema, as far as the inputs of steps need it; `x-` words are those of GET /api/steps. */
export interface Node {
  type?: string
  title?: string
  description?: string
  enum?: readonly string[]
  anyOf?: readonly Node[]
  properties?: Readonly<Record<string, Node>>
  required?: readonly string[]
  items?: Node
  additionalProperties?: Node | boolean
  minItems?: number
  maxItems?: number
  minimum?: number
  maximum?: number
  minLength?: number
  maxLength?: number
  pattern?: string
  format?: string
  default?: unknown
  examples?: readonly unknown[]
  'x-titles'?: Readonly<Record<string, Title>>
  /** What the field is called in both languages, and what else there is to know of it. */
  'x-title'?: Title
  'x-hint'?: Title
  /** The heading under which it stands. */
  'x-group'?: Title
  'x-licensed'?: boolean
  'x-kind'?: string | readonly string[]
  /** By choice: what it is for, which fields of the form belong to it, and which of them must be filled in. */
  'x-about'?: Readonly<Record<string, Title>>
  'x-fields'?: Readonly<Record<string, readonly string[]>>
  'x-needs'?: Readonly<Record<string, readonly string[]>>
  /** In what each of its values, or the value under each of its keys, is counted. */
  'x-units'?: Readonly<Record<string, Unit>>
  'x-unit'?: Title
  /** The field beside it whose choice says in what this one is counted. */
  'x-unit-of'?: string
  /** The right that an agency must have to be named here. */
  'x-may'?: string
  /** Words that are marked where they are written, and what is wrong with them. */
  'x-marks'?: Marks
}

export interface Marks extends Title {
  words: readonly string[]
}

/** A step with its form, as GET /api/steps tells it. */
export interface StepInfo {
  /** `service/record`. */
  kind: string
  service: string
  record: string
  step: string
  title: Title
  recordTitle: Title
  law: readonly string[]
  lawTitles?: readonly { cited: string; instrument?: Title; article?: string }[]
  /** Papers by their Chinese titles, which are what is sent and kept. */
  paperTitles?: Readonly<Record<string, Title>>
  /** What the offices that may take it are called. */
  officeTitles?: readonly Title[]
  /** Who signs by hand what it makes, and what is sealed. */
  signing?: readonly { paper: string; signed: readonly Title[]; sealed: boolean }[]
  from: readonly string[]
  who: { of?: readonly string[]; may?: string; office: readonly string[]; apart: boolean }
  /** Papers it makes; left out where that depends on the input. */
  makes?: readonly string[]
  given: readonly string[]
  events: readonly string[]
  first: boolean
  /** Fields that hold an identity: never kept in the browser. */
  sealed: readonly string[]
  input: Node
}
