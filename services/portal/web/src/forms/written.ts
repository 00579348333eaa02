import type { Node } from './schema.js'

/** Codes of capital letters and figures: however they were typed, they are the same code. */
const CODES: readonly (string | undefined)[] = ['uscc', 'id-number']

/** A text as it is meant: without what stands around it; codes without spaces, in capitals and half width. */
export const written = ({ format }: Node, text: string): string =>
  CODES.includes(format) ? text.normalize('NFKC').replace(/\s/g, '').toUpperCase() : text.trim()
