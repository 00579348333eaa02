import { brokenAt, digestsOf, GENESIS, saltOf, SECTIONS, type Section } from '#kernel'
import type { StoredCommit } from '#ports'

/**
 * Sections that a reader of the file sees. `needs` holds what was looked up in other records, which may be another agency's:
 * its digest is shown, not its text.
 */
const OPEN: readonly Section[] = ['header', 'input', 'events', 'papers']

export interface ChainLink {
  seq: number
  version: number
  message: string
  content: string
  prevHash: string
  hash: string
  digests: Record<Section, string>
  /** Text and salt of the sections that this reader may see: digest = SM3(salt ‖ text). */
  sections: Partial<Record<Section, { text: string; salt: string }>>
}

const link = (commit: StoredCommit, key: string): ChainLink => {
  const digests = digestsOf(key, commit.message, commit)
  const shown = OPEN.filter((section) => commit[section] !== '')
  return {
    seq: commit.seq,
    version: commit.version,
    message: commit.message,
    content: commit.content,
    prevHash: commit.prevHash,
    hash: commit.hash,
    digests: Object.fromEntries(SECTIONS.map((section, index) => [section, digests[index]!])) as Record<
      Section,
      string
    >,
    sections: Object.fromEntries(
      shown.map((section) => [section, { text: commit[section], salt: saltOf(key, commit.message, section) }]),
    ),
  }
}

/** All that a party is shown: what stood there can be proved by it later, how often somebody acted cannot be counted. */
export const chainOutline = (commits: readonly StoredCommit[], key: string) => ({
  holds: brokenAt(commits, key) === undefined,
  head: commits.at(-1)?.hash ?? GENESIS,
})

const shownAs = (commits: readonly StoredCommit[], key: string) => ({
  genesis: GENESIS,
  order: SECTIONS,
  head: commits.at(-1)?.hash ?? GENESIS,
  commits: commits.map((commit) => link(commit, key)),
})

/** The chain as anyone can check it: hash = SM3(prevHash ‖ seq ‖ content), content = SM3(digests in order); and whether the texts kept are still those that were chained. */
export const chainShown = (commits: readonly StoredCommit[], key: string) => {
  const broken = brokenAt(commits, key)
  return { ...shownAs(commits, key), holds: broken === undefined, ...(broken && { brokenAt: broken }) }
}
