/** Tables that someone reads, folded from events; can be dropped and rebuilt. Rows are plain JSON with an `id`. */
export interface Views {
  /** Lower-case letters, digits and "-". Whoever writes the table says how it is looked up; readers need not. */
  table(name: string, options?: TableOptions): ViewTable
  /** In which formats there are rows of this table, lowest first. */
  formats(name: string): Promise<number[]>
  /** Drops the rows of one format; nobody may hold that table any more. */
  drop(name: string, format: number): Promise<void>
}

export interface TableOptions {
  /** Fields (dotted paths too) that are filtered and sorted by; a list is one index over several. It changes speed, never answers. */
  index?: readonly (string | readonly string[])[]
  /** The shape of the rows: those of another format are another table, so that programs of two versions leave each other's alone. @default 0 */
  format?: number
}

/** A row to be written, or (undefined) deleted. */
export interface Change {
  id: string
  row: Row | undefined
  /**
   * What `get` gave and the row was made from, undefined when it gave none. When somebody else has written the row since, its change is
   * not done and `apply` rejects: ask and make it again. Without this field whatever is there is replaced.
   */
  was?: Row | undefined
}

export interface ViewTable {
  get(id: string): Promise<Row | undefined>
  /**
   * Upserts and (row undefined) deletes, all or nothing but for rows that others have written meanwhile (`was`). Whoever reads sees them when the promise resolves. A store may keep them in
   * memory for a moment, as long as they are on disk before the relay mark of the commits that they were folded from.
   */
  apply(changes: readonly Change[]): Promise<void>
  /** The filter language is the subset of MongoDB's that mingo knows: equality, $in, $nin, $gt, $gte, $lt, $lte, $ne, $exists, $and, $or, dotted paths, arrays. Anything else throws. */
  find(filter: Filter, options?: FindOptions): Promise<Row[]>
  count(filter: Filter): Promise<number>
  /** Of a numeric field, over the rows that have one. */
  sum(filter: Filter, field: string): Promise<number>
  /** How many rows have which values of these fields, in any order. The fields hold single values; of a row without one it is null. */
  tally(filter: Filter, fields: readonly string[]): Promise<Tally[]>
  clear(): Promise<void>
}

export type Row = { id: string } & Record<string, unknown>
/** A combination of values, in the order of the fields asked for, and how many rows have it. */
export interface Tally {
  values: readonly (string | number | boolean | null)[]
  n: number
}
export type Filter = Record<string, unknown>

export interface FindOptions {
  /** Field to 1 or -1; ties by id ascending. Nothing before numbers before texts before true and false. @default by id */
  sort?: Record<string, 1 | -1>
  /** @default 100, at most MOST_ROWS */
  limit?: number
  skip?: number
}

/** No answer holds more rows. */
export const MOST_ROWS = 1000

/** @throws Error when no adapter has a table of this name */
export const checkTable = (name: string): void => {
  if (!/^[a-z][a-z0-9-]*$/.test(name)) throw new Error(`"${name}" names no view: lower-case letters, digits, "-"`)
}

/** @throws Error when a row says that it is another */
export const checkRows = (changes: readonly Change[]): void => {
  for (const { id, row } of changes) if (row && row.id !== id) throw new Error(`the row of ${id} says it is ${row.id}`)
}
