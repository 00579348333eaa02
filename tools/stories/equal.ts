import type { Shown } from '#kernel'
import type { ShownLink } from '../chain-check.js'
import type { Seen } from './checking.js'

/** Commits that answer one act by steps at which answers meet stand together; every other stands alone. */
const runsOf = ({ kind, chain }: Seen, meets: readonly string[]): ShownLink[][] => {
  const runs: ShownLink[][] = []
  let before: string | undefined
  for (const commit of chain.commits) {
    const { root, step } = JSON.parse(commit.sections.header?.text ?? '{}') as { root?: string; step?: string }
    const now = meets.includes(`${kind}/${step}`) ? root : undefined
    if (now !== undefined && now === before) runs.at(-1)!.push(commit)
    else runs.push([commit])
    before = now
  }
  return runs
}

/** Steps named by a story at which nothing meets in its records. */
export const meetsNowhere = (meets: readonly string[], all: readonly Seen[]): string[] =>
  meets.filter((name) => !all.some((one) => runsOf(one, [name]).some((run) => run.length > 1)))

const withoutBanner = (shown: Shown): object => ({ ...shown, demonstration: undefined })

const toldIn = ({ sections: { events }, digests }: ShownLink): string[] =>
  events
    ? (JSON.parse(events.text) as { type: string; data: unknown }[]).map(({ type, data }) =>
        JSON.stringify([type, data]),
      )
    : [digests.events!]

/** Whichever was first tells the news: together they tell the same, whatever their order. */
const together = (run: readonly ShownLink[]): object => ({
  of: run
    .map(({ message, digests }) => ({ message, digests: { ...digests, events: undefined } }))
    .sort((a, b) => (a.message < b.message ? -1 : 1)),
  tell: run.flatMap(toldIn).sort(),
})

const alone = ({ message, content }: ShownLink): object => ({ message, content })

const apartFromOrder = (one: Seen, meets: readonly string[]): object => ({
  ...withoutBanner(one.shown),
  chain: one.shown.chain.seq,
  entries: runsOf(one, meets).map((run) => (run.length > 1 ? together(run) : alone(run[0]!))),
})

/**
 * What has to be equal of a record in two runs of one story (kernel 9): all of it, its chain head included; where answers met in another
 * order, at a record of a kind that the story names, all but that order, the head, and which of those answers brought the news.
 */
export const compared = (
  one: Seen,
  other: Seen,
  meets: readonly string[],
): { one: object; other: object; met: boolean } => {
  const named = meets.some((name) => name.startsWith(`${one.kind}/`))
  const met = named && one.chain.head !== other.chain.head
  const look = (seen: Seen) => (met ? apartFromOrder(seen, meets) : withoutBanner(seen.shown))
  return { one: look(one), other: look(other), met }
}
