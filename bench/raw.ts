import { closeSync, fdatasyncSync, openSync, writeSync } from 'node:fs'
import { canonical, chainOf, contentOf, digestsOf, SECTIONS, type Texts } from '#kernel'
import type { StoredCommit } from '#ports'

export interface RawRate {
  perSecond: number
  cpuMicros: number
}

const KEY = 'key-of-the-bench'

/** The honest work of one input: read what came, write each section canonically, digest, chain. */
const honest = (commit: StoredCommit): string => {
  const read = SECTIONS.map((section) =>
    commit[section] === '' ? undefined : (JSON.parse(commit[section]) as unknown),
  )
  const texts = Object.fromEntries(
    SECTIONS.map((name, n) => [name, read[n] === undefined ? '' : canonical(read[n])]),
  ) as Texts
  const content = contentOf(digestsOf(KEY, commit.message, texts))
  return `${SECTIONS.map((name) => texts[name]).join('\n')}\n${content} ${chainOf(commit.prevHash, commit.seq, content)}\n`
}

const plain = (commit: StoredCommit): string =>
  `${SECTIONS.map((name) => commit[name]).join('\n')}\n${commit.content} ${commit.hash}\n`

const run = (
  path: string,
  commits: readonly StoredCommit[],
  group: number,
  lineOf: (commit: StoredCommit) => string,
): RawRate => {
  const file = openSync(path, 'w')
  const [beginMs, cpu] = [performance.now(), process.cpuUsage()]
  for (let n = 0; n < commits.length; n += group) {
    writeSync(
      file,
      commits
        .slice(n, n + group)
        .map(lineOf)
        .join(''),
    )
    fdatasyncSync(file)
  }
  const { user, system } = process.cpuUsage(cpu)
  const seconds = (performance.now() - beginMs) / 1000
  closeSync(file)
  return { perSecond: commits.length / seconds, cpuMicros: (user + system) / commits.length }
}

/** The same commits in the same groups without rules, stores or views: with the honest work, and bare. */
export const rawPeers = (
  path: string,
  commits: readonly StoredCommit[],
  group: number,
): { honest: RawRate; bare: RawRate } => {
  run(path, commits.slice(0, 4000), group, honest)
  return { honest: run(path, commits, group, honest), bare: run(path, commits, group, plain) }
}
