import { showNumbers, type MadePaper } from '#kernel'
import { draw, fillIn, layoutOf, missingIn, type Drawing, type Missing, type Names, type Source } from '#papers'
import type { Rules } from '#rules'
import type { Lexicon } from './sentence.js'

/** What a paper's names are looked up in. */
export const paperNames = (rules: Rules, words: Lexicon): Names => ({
  rules,
  word: (fact, code) => (words.get(`${fact}:${code}`) ?? words.get(code))?.zh,
})

/** A record as its papers are made from it. */
interface Matter {
  kind: string
  id: string
  facts: unknown
}

/** What a paper is made from, as its reader may know it: numbers of natural persons in full or masked. */
const sourceOf = (made: MadePaper, { kind, id, facts }: Matter, key: string, inFull: boolean): Source => {
  const source = { ...made, kind, record: id, now: facts }
  return JSON.parse(showNumbers(JSON.stringify(source), key, inFull)) as Source
}

/** How a paper stands: it can be drawn, something is missing, or nothing says how it is printed. */
export type Standing = { drawing: Drawing } | { missing: readonly Missing[] } | { none: true }

/** Everything about the reader and the record that does not differ from paper to paper. */
export interface Printing {
  matter: Matter
  names: Names
  /** Secret under which numbers are sealed. */
  key: string
  inFull: boolean
}

export const standingOf = (made: MadePaper, { matter, names, key, inFull }: Printing): Standing => {
  const layout = layoutOf(made.paper.title, matter.kind)
  if (!layout) return { none: true }
  const source = sourceOf(made, matter, key, inFull)
  const missing = missingIn(layout, source, names)
  return missing.length ? { missing } : { drawing: draw(fillIn(layout, source, names)) }
}

/** No directory, no control character, no sign that a file system takes for its own. */
const safe = (text: string): string => text.replace(/[\s\\/:*?"<>|\p{C}]+/gu, '_').slice(0, 80)

/** RFC 6266: a name of letters for old readers, the title for others. */
export const dispositionOf = ({ id, paper }: MadePaper): string => {
  const name = safe([paper.title, paper.number ?? paper.on].join(' '))
  const encoded = encodeURIComponent(`${name}.pdf`).replace(
    /['()*]/g,
    (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `inline; filename="${id}.pdf"; filename*=UTF-8''${encoded}`
}
