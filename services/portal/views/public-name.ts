import { bigramsIn, type Subject, type Summary } from '#kernel'

/** A party as it may stand in public: no number, address or shop of anybody, and of a natural person no whole name (R-PUB-04, GS45). */
export interface PublicParty {
  name: string
  uscc?: string
}

/** What follows a name and belongs to it: （虚构）. */
const NOTE = /（[^）]*）$/

/** 赵×: who has no code as an organisation or business and is not said to be one, is a natural person. */
const masked = (name: string): string => {
  const [note = ''] = NOTE.exec(name) ?? []
  const [first = ''] = [...name.slice(0, name.length - note.length)]
  return `${first}××${note}`
}

export const publicParty = ({ name, uscc, natural }: Subject): PublicParty => {
  if (uscc !== undefined) return { name, uscc }
  return { name: natural === false ? name : masked(name) }
}

/** What a public entry is found by: only what stands in it. */
export const gramsOf = ({ name, uscc }: PublicParty): string[] => [...new Set([name, uscc ?? ''].flatMap(bigramsIn))]

/** When the periods of a record end that run; the rules say which of them is the term of its publicity. */
export const duesOf = (clocks: Summary['clocks']): Record<string, string> =>
  Object.fromEntries(clocks.flatMap(({ id, due, stoppedAt }) => (due && !stoppedAt ? [[id, due]] : [])))
