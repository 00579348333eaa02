import type { Title } from '#kernel'
import { text, type Format } from './formats.js'
import type { Source } from './source.js'

/** One thing that a paper says. */
export interface Field {
  title: Title
  /** Where it stands: the first path that has something. */
  of: string | readonly string[]
  as: Format
  /** Set where the paper may not be without it: where a person enters it. */
  where?: Title
  /** A mandatory field that this record need not have. */
  unless?: (source: Source) => boolean
}

export interface Column {
  title: string
  /** Path within an item; `#` is its number. */
  of: string
  as?: Format
  /** In characters; left out: what is left. */
  width?: number
  align?: 'right' | 'center'
}

/** `{name}` stands for a field; what stands between ⟦ and ⟧ is left out when one of its fields says nothing. */
export type Template = string

export type FormRow = readonly (readonly [label: string, template: Template, tall?: number])[]

interface Conditional {
  /** Left out unless this holds. */
  when?: (source: Source) => boolean
}

export type Block = Conditional &
  (
    | { lines: readonly Template[] }
    | { says: Template }
    | { head: Template }
    /** A form: cells in rows, label and what is written beside it. `tall`: room to write by hand. */
    | { form: readonly FormRow[] }
    | { items: string; columns: readonly Column[]; total?: Template }
    /** To be signed by hand, side by side. */
    | { sign: readonly Title[] }
    /** Agency, place of its seal, day. */
    | { seal: Template; on?: Template }
    | { annex: string }
    | { note: Template }
  )

export interface Layout {
  /** Title in the catalogue. */
  paper: string
  /** Kinds of record whose paper it is; left out: any. */
  kinds?: readonly string[]
  /** As it is printed. @default the title of the catalogue */
  printed?: string
  /** Whose name stands above the title. @default the agency of the paper */
  from?: Template | false
  /** Above the title in red with a line below it (GB/T 9704): letters between agencies. */
  red?: true
  fields: Readonly<Record<string, Field>>
  blocks: readonly Block[]
}

export const layout = (definition: Layout): Layout => definition

export const where = (zh: string, en: string): Title => ({ zh, en })

type Names = readonly [zh: string, en: string]

/** A field that may be missing. */
export const may = ([zh, en]: Names, of: Field['of'], as: Format = text): Field => ({ title: { zh, en }, of, as })

/** A field without which the paper is not made; `entered` says where a person enters it. */
export const must = (
  names: Names,
  of: Field['of'],
  entered: Title,
  { as = text, unless }: { as?: Format; unless?: Field['unless'] } = {},
): Field => ({ ...may(names, of, as), where: entered, unless })
