import type { Actor, Instant, Shown, Title } from '#kernel'
import type { Rules } from '#rules'
import type { Client, StepInfo } from './client.js'
import { plain, type Finding } from './expect.js'
import { momentOf, type Story, type StoryEntry } from './format.js'
import { StoryError, unknownName } from './mistake.js'
import { Names } from './names.js'
import { peopleOf } from './people.js'
import { checkStory } from './proofread.js'
import { placeOf } from './read.js'
import { Sender } from './send.js'

/** One entry as it was played. */
export interface Played {
  n: number
  id?: string
  branch?: string
  at: Instant
  by?: string
  actor?: Actor & { name?: string }
  do?: string
  /** Of the step. */
  title?: Title
  /** `says`: of a refusal, its sentence. */
  reply?: { status: number; outcome: string; says?: Title }
  findings: Finding[]
  /** The records it speaks of, as they stood after it. */
  records: Record<string, Shown>
  /** The run ended here: what follows speaks of records that are not there. */
  stopped?: true
}

export interface Playing {
  story: Story
  /** What kinds of record are called. */
  kinds: Readonly<Record<string, Title>>
  entries: Played[]
  ok: boolean
  counts: { entries: number; branches: number; findings: number; failed: number }
}

export interface PlayOptions {
  client: Client
  rules: Rules
  /** Play up to and with this entry. */
  until?: string
  /** Play this branch alone. */
  branch?: string
  /** Opens worlds of its own; false plays into the world that is there. @default true */
  worlds?: boolean
  heard?: (played: Played) => void
}

/** One run through a list of entries in one world. */
class Run {
  private readonly sender: Sender

  constructor(
    story: Story,
    private readonly options: PlayOptions,
    steps: readonly StepInfo[],
    name: string,
  ) {
    const { client, rules } = options
    this.sender = new Sender(client, new Names(story, steps, rules, client), name)
  }

  async play(entries: readonly StoryEntry[], branch?: string, quietly = 0): Promise<Played[]> {
    const played: Played[] = []
    for (const [index, entry] of entries.entries()) {
      const one = await this.sender
        .entry(entry, index + 1, branch)
        .catch((error: unknown) => cannot(error, entry, index + 1, played))
      if (index < quietly) continue
      played.push(one)
      this.options.heard?.(one)
      if (one.stopped) break
    }
    return played
  }
}

/** What cannot be played after something went wrong before is told beside it; else it is the story's own fault. */
const cannot = (error: unknown, entry: StoryEntry, n: number, before: readonly Played[]): Played => {
  if (!(error instanceof StoryError)) throw error
  const here = error.at({ entry: n, ...placeOf(entry) })
  if (!before.some((one) => one.findings.some((finding) => !finding.ok))) throw here
  const { id, by } = entry
  const findings = [plain('playable', 'yes', here.message)]
  return { n, id, at: momentOf(entry.at), by, do: entry.do, findings, records: {}, stopped: true }
}

const upTo = (story: Story, id: string | undefined): readonly StoryEntry[] => {
  if (id === undefined) return story.entries
  const index = story.entries.findIndex((entry) => entry.id === id)
  if (index >= 0) return story.entries.slice(0, index + 1)
  const ids = story.entries.flatMap((entry) => entry.id ?? [])
  throw new StoryError([{ ...unknownName({ zh: '条目', en: 'entry' }, id, ids), place: placeOf(story) }])
}

/** The branches to be played. */
const chosen = (story: Story, { branch, until, worlds }: PlayOptions): Story['branches'] => {
  if (branch === undefined) return until || worlds === false ? [] : story.branches
  const found = story.branches.filter(({ id }) => id === branch)
  if (found.length) return found
  const ids = story.branches.map(({ id }) => id)
  throw new StoryError([{ ...unknownName({ zh: '分支', en: 'branch' }, branch, ids), place: placeOf(story) }])
}

const countsOf = (played: readonly Played[], branches: number): Playing['counts'] => {
  const findings = played.flatMap((one) => one.findings)
  const failed = findings.filter((one) => !one.ok).length
  return { entries: played.length, branches, findings: findings.length, failed }
}

/** Plays a story and its branches, each in a fresh world, over HTTP. @throws StoryError for what cannot be played at all. */
export const play = async (story: Story, options: PlayOptions): Promise<Playing> => {
  const { client, rules } = options
  const steps = await client.steps()
  checkStory(story, { steps, rules })
  const branches = chosen(story, options)
  const people = peopleOf(story, rules)
  const played: Played[] = []
  const inWorld = async (name: string, entries: readonly StoryEntry[], branch?: string, quietly = 0) => {
    if (options.worlds !== false)
      await client.openWorld({ name, at: momentOf(entries[0]!.at), switches: story.switches, people })
    played.push(...(await new Run(story, options, steps, name).play(entries, branch, quietly)))
  }
  if (!options.branch) await inWorld(story.story, upTo(story, options.until))
  for (const one of branches) {
    const trunk = upTo(story, one.after)
    await inWorld(`${story.story}-${one.id}`, [...trunk, ...one.entries], one.id, options.branch ? 0 : trunk.length)
  }
  const counts = countsOf(played, branches.length)
  const kinds = Object.fromEntries(steps.map((one) => [one.kind, one.recordTitle]))
  return { story, kinds, entries: played, ok: counts.failed === 0, counts }
}
