import { dayOf, party, type Actor } from '#kernel'
import type { Entry, Shown } from '#kernel/show'
import type { Rules } from '#rules'
import { sight } from './policy.js'
import type { City } from './reach.js'

type Clock = Shown['clocks'][number]
type Paper = Shown['papers'][number]

/** What says of a paper of the catalogue by which events it reaches the party. */
type Catalogue = Pick<Rules, 'document'>

/** Fields of a clock that tell of acts of others. */
const OTHERS = ['stoppedBy', 'pausedBy', 'holds', 'earlier'] as const
/** A period that is the party's own: its dates, not the acts it was reckoned from. */
export type OwnClock = Omit<Clock, (typeof OTHERS)[number]>
export type OwnEntry = Pick<Entry, 'step' | 'title' | 'at' | 'events'>

/** A record as a party to it sees it: where it stands, its own periods, papers, acts and steps. No counts, dates or persons of the agencies. */
export interface Outline extends Pick<
  Shown,
  'id' | 'kind' | 'dossier' | 'state' | 'stateTitle' | 'label' | 'papers' | 'may' | 'mayNot'
> {
  clocks: readonly OwnClock[]
  /** The digest that proves later what stood there; not how many commits it stands for. */
  chain: { head: string }
  entries: readonly OwnEntry[]
}

/** Whether a paper was made by the party, for it by name, or is of a kind that goes to the party and has been served. */
const isServed = (paper: Paper, self: string, entries: readonly Entry[], { document }: Catalogue): boolean => {
  const [to, from] = [paper.fields.to, paper.fields.from].map((one) => [one].flat())
  if (to!.includes(self) || from!.includes(self)) return true
  if (to!.some((one) => String(one).startsWith('party:'))) return false
  const served = document(paper.title)?.served ?? []
  return entries.some(({ at, events }) => dayOf(at) >= paper.on && events.some(({ type }) => served.includes(type)))
}

/** A clock without what tells of acts of others. */
export const ownClock = <T extends object>(clock: T): Omit<T, (typeof OTHERS)[number]> =>
  Object.fromEntries(Object.entries(clock).filter(([name]) => !OTHERS.includes(name as never))) as Omit<
    T,
    (typeof OTHERS)[number]
  >

const outlineOf = (shown: Shown, self: string, catalogue: Catalogue, concerns: (clock: Clock) => boolean): Outline => {
  const { id, kind, dossier, state, stateTitle, label, may, mayNot, chain, entries } = shown
  const own = entries.filter(({ actor, refused }) => party(actor.subject) === self && !refused)
  return {
    ...{ id, kind, dossier, state, stateTitle, label },
    papers: shown.papers.filter((paper) => isServed(paper, self, entries, catalogue)),
    clocks: shown.clocks.filter(concerns).map(ownClock),
    chain: { head: chain.head },
    may,
    mayNot: mayNot.filter(({ code }) => code !== 'FORBIDDEN'),
    entries: own.map(({ step, title, at, events }) => ({ step, title, at, events })),
  }
}

/**
 * What a person is shown of a record that it may know: agencies the file, a party an outline. Every way of reading asks this.
 * `concerns` says of a clock whether it is the person's own.
 */
export const shownTo = (
  actor: Actor,
  shown: Shown,
  city: City & Catalogue,
  concerns: (clock: Clock) => boolean,
): { file: Shown } | { outline: Outline } =>
  sight(actor, city) === 'file'
    ? { file: shown }
    : { outline: outlineOf(shown, party(actor.subject) ?? '', city, concerns) }
