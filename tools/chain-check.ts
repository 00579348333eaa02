import { hash } from 'node:crypto'

/** A chain as the public route shows it. */
export interface ShownChain {
  genesis: string
  order: readonly string[]
  head: string
  commits: readonly ShownLink[]
}

export interface ShownLink {
  seq: number
  version: number
  message: string
  content: string
  prevHash: string
  hash: string
  digests: Readonly<Record<string, string>>
  sections: Readonly<Record<string, { text: string; salt: string } | undefined>>
}

const sm3 = (text: string): string => hash('sm3', text, 'hex')

const linkFault = (link: ShownLink, { order }: ShownChain, previous: string, seq: number): string | undefined => {
  const { digests, sections, content, prevHash } = link
  const shown = Object.entries(sections).find(
    ([name, section]) => section && digests[name] !== sm3(section.salt + section.text),
  )
  if (shown) return `${seq}: the text of ${shown[0]} is not what was digested`
  if (content !== sm3(order.map((name) => digests[name]).join('')))
    return `${seq}: the content is not that of the sections`
  if (link.seq !== seq || prevHash !== previous) return `${seq}: does not follow on what is before it`
  return link.hash === sm3(previous + seq + content) ? undefined : `${seq}: the hash is not that of the commit`
}

/** What is wrong with a chain, by nothing but what anyone is shown; undefined when it holds. */
export const chainFault = (chain: ShownChain): string | undefined => {
  let previous = chain.genesis
  for (const [index, link] of chain.commits.entries()) {
    const fault = linkFault(link, chain, previous, index + 1)
    if (fault) return fault
    previous = link.hash
  }
  return previous === chain.head ? undefined : 'the head is not that of the last commit'
}
