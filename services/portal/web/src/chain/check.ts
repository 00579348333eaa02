/** One commit of a chain as GET …/chain shows it; how digests are made is fixed by the kernel. */
export interface ShownLink {
  seq: number
  message: string
  content: string
  prevHash: string
  hash: string
  digests: Readonly<Record<string, string>>
  /** Text and salt of what this reader may see. */
  sections: Readonly<Record<string, { text: string; salt: string } | undefined>>
}

export interface ShownChain {
  id: string
  genesis: string
  /** Names of the sections, in the order their digests are put together. */
  order: readonly string[]
  head: string
  commits: readonly ShownLink[]
}

/** What does not hold: a commit is missing or out of place, was put after another one, or was changed. */
export type Broken = 'seq' | 'prevHash' | 'content' | 'hash' | 'section' | 'record' | 'head'

export type Checked =
  | { holds: true; commits: number; texts: number; digests: number }
  | { holds: false; seq: number; why: Broken; section?: string }

export type Digest = (text: string) => string

interface Fault {
  why: Broken
  section?: string
}

/** Texts that are shown must give the digests that were chained. */
const sectionFault = ({ digests, sections }: ShownLink, order: readonly string[], sm3: Digest): Fault | undefined => {
  const section = order.find((name) => {
    const shown = sections[name]
    return shown !== undefined && digests[name] !== (shown.text === '' ? sm3('') : sm3(shown.salt + shown.text))
  })
  return section === undefined ? undefined : { why: 'section', section }
}

/** The header says itself of which record and message it is. */
const headerFault = ({ sections, message }: ShownLink, id: string): Fault | undefined => {
  const text = sections.header?.text
  if (text === undefined) return undefined
  const header = JSON.parse(text) as { record?: string; message?: string }
  return header.record === id && header.message === message ? undefined : { why: 'record' }
}

const linkFault = (link: ShownLink, at: { seq: number; prevHash: string }, chain: ShownChain, sm3: Digest) => {
  const { seq, prevHash, content, hash, digests } = link
  if (seq !== at.seq) return { why: 'seq' as const }
  if (prevHash !== at.prevHash) return { why: 'prevHash' as const }
  const changed = sectionFault(link, chain.order, sm3)
  if (changed) return changed
  if (content !== sm3(chain.order.map((name) => digests[name] ?? '').join(''))) return { why: 'content' as const }
  if (hash !== sm3(prevHash + seq + content)) return { why: 'hash' as const }
  return headerFault(link, chain.id)
}

const counted = ({ commits, order }: ShownChain): Checked => {
  const texts = commits.reduce((sum, { sections }) => sum + Object.keys(sections).length, 0)
  return { holds: true, commits: commits.length, texts, digests: commits.length * order.length }
}

/**
 * Reckons a chain again: texts give digests, digests the content, contents the links, and the last link the head.
 * @param sm3 SM3 of a text as lower-case hex
 * @returns the first commit that does not hold, with the reason, or how much was reckoned
 */
export const checkChain = (chain: ShownChain, sm3: Digest): Checked => {
  let prevHash = chain.genesis
  for (const [index, link] of chain.commits.entries()) {
    const fault = linkFault(link, { seq: index + 1, prevHash }, chain, sm3)
    if (fault) return { holds: false, seq: index + 1, ...fault }
    prevHash = link.hash
  }
  if (prevHash !== chain.head) return { holds: false, seq: chain.commits.length + 1, why: 'head' }
  return counted(chain)
}
