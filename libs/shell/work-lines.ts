import { dayOf, type Service, type SummaryClock, type Title } from '#kernel'
import type { Row } from '#ports'
import { ClockLines, type FoundClock } from './clock-lines.js'
import type { Desks, MayTake } from './desk.js'
import { rowOf } from './explain.js'
import { nameOf } from './held.js'
import { LIGHTS, lightOf } from './light.js'
import { openClocks } from './open-clocks.js'
import { isParty, type Seen } from './seen.js'
import { leftOf, leftWords, openingWords, untilWords, withDayWords } from './time-words.js'
import { ruleWords } from './clock-words.js'

const listed = (titles: readonly Title[]): Title => ({
  zh: titles.map(({ zh }) => zh).join('、'),
  en: titles.map(({ en }) => en).join(', '),
})

/** The steps that this person may take now, or where the record stands. */
const withoutClock = (may: readonly MayTake[], state: Title | undefined): Title => {
  const steps = listed(may.map(({ title }) => title))
  const at = state ?? { zh: '', en: '' }
  return may.length ? { zh: `${at.zh}，现在可以：${steps.zh}`, en: `${at.en}; may be done now: ${steps.en}` } : at
}

/** Steps that a clock waits for come before the others. */
const awaitedFirst = (may: readonly MayTake[], awaited: readonly string[]) =>
  may
    .map((one) => ({ ...one, awaited: awaited.includes(one.step) }))
    .sort((a, b) => Number(b.awaited) - Number(a.awaited))

/** A record as a line of somebody's work: what is to be done in one sentence, until when, and the steps at hand. */
export class WorkLines {
  readonly clocks: ClockLines
  constructor(services: readonly Service[]) {
    this.clocks = new ClockLines(services)
  }

  async of(rows: readonly Row[], desks: Desks, seen: Seen) {
    const all = await this.clocks.found(openClocks(rows), seen)
    const own = isParty(seen) ? this.clocks.concerning(all, seen) : all
    return rows.map((row) =>
      this.line(
        row,
        own.filter(({ line }) => line.record === row.id),
        desks.may(seen.actor, row),
        seen,
      ),
    )
  }

  private line(row: Row, clocks: readonly FoundClock[], may: readonly MayTake[], seen: Seen) {
    const { titles } = this.clocks
    const [kind, state] = [String(row.kind), String(row.state)]
    const stateTitle = titles.state(kind, state)
    const [first, ...more] = clocks.map((found) => this.clock(found, seen))
    const awaited = first?.waitsFor.filter(({ on }) => !on).map(({ step }) => step) ?? []
    const holder = isParty(seen) ? [] : (row.holder as string[])
    return {
      ...{ id: row.id, kind, kindTitle: titles.kind(kind), state, stateTitle },
      ...{ label: row.label, dossier: row.dossier, number: isParty(seen) ? undefined : (row.numbers as string[])[0] },
      holder: holder.map((agency) => ({ agency, name: nameOf(seen.rules, agency) })),
      light: first?.light ?? 'green',
      lightTitle: LIGHTS[first?.light ?? 'green'],
      says: first?.says ?? withoutClock(may, stateTitle),
      clock: first,
      more,
      may: awaitedFirst(may, awaited),
    }
  }

  private clock(found: FoundClock, seen: Seen) {
    const { clock, line, standing } = found
    const row = rowOf(seen.rules, standing.kind, clock)
    const { waitsFor, heldBy, says } = this.clocks.held(found, seen)
    const summary: SummaryClock = { ...line, id: line.clock }
    const light = lightOf(summary, row?.kind, seen.now)
    const left =
      line.due === undefined || light === 'grey'
        ? undefined
        : leftOf(line.due, line.unit, seen.now, seen.rules.calendar)
    const { title, law, lawTitle, article } = ruleWords(seen.rules, row)
    const sentence = withDayWords(says, seen.now)
    const remaining = left && leftWords(left)
    return {
      ...{
        id: line.clock,
        key: line.key,
        state: line.state,
        start: line.start,
        due: line.due,
        provisional: line.provisional,
      },
      ...{ title, law, lawTitle, article, gate: row?.kind === 'gate', pausedSince: line.pausedSince },
      ...{
        light,
        lightTitle: LIGHTS[light],
        left,
        leftTitle: remaining,
        dueTitle: line.due && (row?.kind === 'gate' ? openingWords : untilWords)(line.due, seen.now),
      },
      waitsFor: isParty(seen)
        ? []
        : waitsFor.map(({ step, title: called, on }) => ({ step, title: called, ...(on && { on }) })),
      heldBy: isParty(seen) ? [] : heldBy,
      says: isParty(seen) ? ownWords(title, remaining) : spoken(title, remaining, sentence),
      since: dayOf(line.start),
    }
  }
}

const ownWords = (title: Title | undefined, left: Title | undefined): Title => ({
  zh: [title?.zh, left?.zh].filter(Boolean).join('，'),
  en: [title?.en, left?.en].filter(Boolean).join(', '),
})

const spoken = (title: Title | undefined, left: Title | undefined, says: Title): Title => ({
  zh: `${[title?.zh, left?.zh].filter(Boolean).join('，')}：${says.zh}`,
  en: `${[title?.en, left?.en].filter(Boolean).join(', ')}: ${says.en}`,
})
