import type { Subject } from './fields.js'

/** By what people look for a record, beside its numbers. */
export interface Sought {
  name?: readonly string[]
  uscc?: readonly string[]
  address?: readonly string[]
  goods?: readonly string[]
}

const given = (values: readonly (string | undefined)[]): string[] =>
  [...new Set(values.filter((one) => one !== undefined && one !== ''))] as string[]

/** What parties and goods are found by. Never the number of a natural person, nor who is behind a party. */
export const soughtBy = (subjects: readonly (Subject | undefined)[], goods: readonly string[] = []): Sought => ({
  name: given(subjects.flatMap((one) => [one?.name, one?.shop])),
  uscc: given(subjects.map((one) => one?.uscc)),
  address: given(subjects.map((one) => one?.address)),
  goods: given(goods),
})
