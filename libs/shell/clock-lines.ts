import { party, type Service } from '#kernel'
import { ownClock } from '#policy'
import type { Row } from '#ports'
import type { Rules } from '#rules'
import { ruleWords } from './clock-words.js'
import { rowOf } from './explain.js'
import { heldPerRules, ownWaits, type Held, type HeldClock, type HeldOf, type Standing } from './held.js'
import { openClocks, type OpenClock } from './open-clocks.js'
import { inTime, peersOf, type PeerRow } from './peers.js'
import type { Seen } from './seen.js'
import { titlesOf, type Titles } from './titles.js'

/** An open clock and the record it stands on. */
export interface FoundClock {
  line: OpenClock
  clock: HeldClock
  standing: Standing
}

const foundIn = (clocks: readonly OpenClock[], peers: readonly PeerRow[]): FoundClock[] =>
  clocks.map((line) => {
    const { kind, roles, record: id, recordState: state, dossier } = line
    const beside = peers.filter((peer) => peer.dossier === dossier)
    return { line, clock: { ...line, id: line.clock }, standing: { id, kind, state, roles, at: '', peers: beside } }
  })

const without = (row: object, ...names: readonly string[]): Record<string, unknown> =>
  Object.fromEntries(Object.entries(row).filter(([name]) => !names.includes(name)))

/** The open clocks of rows as people see them: with the rule behind each, what it waits for and who holds it. */
export class ClockLines {
  readonly titles: Titles
  private readonly heldOf: (rules: Rules) => HeldOf

  constructor(services: readonly Service[]) {
    this.titles = titlesOf(services)
    this.heldOf = heldPerRules(services)
  }

  /** With the records beside theirs that the reader may know. */
  async found(clocks: readonly OpenClock[], seen: Seen): Promise<FoundClock[]> {
    const dossiers = clocks.map(({ dossier }) => dossier)
    return foundIn(clocks, await peersOf(seen.world, seen.actor, dossiers))
  }

  /** Of the records of one matter. */
  among(records: readonly Row[]): FoundClock[] {
    return foundIn(openClocks(records), inTime(records))
  }

  held({ clock, standing }: FoundClock, { rules }: Pick<Seen, 'rules'>): Held {
    return this.heldOf(rules).held(clock, standing)
  }

  shown(found: FoundClock, { rules }: Pick<Seen, 'rules'>) {
    const { line, clock, standing } = found
    return {
      ...line,
      kindTitle: this.titles.kind(standing.kind),
      recordStateTitle: this.titles.state(standing.kind, standing.state),
      ...ruleWords(rules, rowOf(rules, standing.kind, clock)),
      ...this.held(found, { rules }),
    }
  }

  /** Those that are the reader's own. */
  concerning(clocks: readonly FoundClock[], { rules, actor }: Seen): FoundClock[] {
    const self = party(actor.subject) ?? ''
    return clocks.filter(({ clock, standing }) => this.heldOf(rules).concerns(clock, standing, self))
  }

  /** A party sees its own periods and what it may do within them. */
  own(clocks: readonly FoundClock[], seen: Seen) {
    const self = party(seen.actor.subject) ?? ''
    return this.concerning(clocks, seen).map((found) => ({
      ...ownClock(without(found.line, 'roles', 'holder', 'version', 'recordState', 'id')),
      kindTitle: this.titles.kind(found.standing.kind),
      ...ruleWords(seen.rules, rowOf(seen.rules, found.standing.kind, found.clock)),
      ...ownWaits(this.held(found, seen), self),
    }))
  }
}
