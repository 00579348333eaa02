import type { NormalRow, Title } from '#kernel'
import type { Held, HeldClock } from './held.js'
import type { Wait } from './waits.js'

/** What the sentence is made of, beside the clock itself. */
export interface HeldParts extends Omit<Held, 'says'> {
  /** What its end lets happen. */
  opens: readonly Wait[]
  /** Events whose pauses are open. */
  pausedFor: readonly Title[]
  /** Periods whose end starts the clock again. */
  byItself: readonly Title[]
}

const listed = (titles: readonly Title[]): Title => ({
  zh: titles.map(({ zh }) => zh).join('、'),
  en: titles.map(({ en }) => en).join(', '),
})

const listedOnce = (titles: readonly Title[]): Title =>
  listed([...new Map(titles.map((one) => [one.zh, one])).values()])

const steps = (waits: readonly Wait[]): Title => listedOnce(waits.map(({ title }) => title))

const dated = (text: string | undefined): string => (text ?? '').slice(0, 16).replace('T', ' ').replace(' 00:00', '')

const holders = ({ heldBy }: HeldParts): Title | undefined =>
  heldBy.length ? listedOnce(heldBy.map(({ name }) => name)) : undefined

const running = (row: NormalRow, clock: HeldClock, parts: HeldParts): Title => {
  const [who, until] = [holders(parts), dated(parts.until)]
  const what = steps(parts.waitsFor)
  if (row.kind === 'gate') {
    const opens = steps(parts.opens)
    return { zh: `${until} 起方可：${opens.zh}`, en: `not before ${until}: ${opens.en}` }
  }
  const byItself = row.lapse.kind === 'auto' && !parts.waitsFor.some(({ now }) => now)
  if (!who || byItself) return { zh: `期间进行中，至 ${until}`, en: `runs by itself until ${until}` }
  return { zh: `由${who.zh}办理，至 ${until}：${what.zh}`, en: `with ${who.en} until ${until}: ${what.en}` }
}

const paused = (_row: NormalRow, { pausedSince }: HeldClock, parts: HeldParts): Title => {
  const [who, since, why] = [holders(parts), dated(pausedSince), listed(parts.pausedFor)]
  const back = listed([steps(parts.waitsFor), ...parts.byItself].filter(({ zh }) => zh))
  const goesOn: Title = parts.until
    ? { zh: `${dated(parts.until)} 起恢复`, en: `goes on from ${dated(parts.until)}` }
    : { zh: back.zh && `可使其恢复：${back.zh}`, en: back.en && `starts again by: ${back.en}` }
  const said: readonly Title[] = [
    {
      zh: `自 ${since} 起中止${why.zh && `（${why.zh}）`}`,
      en: `stands still since ${since}${why.en && ` (${why.en})`}`,
    },
    ...(who ? [{ zh: `现由${who.zh}办理`, en: `with ${who.en}` }] : []),
    ...(goesOn.zh ? [goesOn] : []),
  ]
  return { zh: said.map(({ zh }) => zh).join('，'), en: said.map(({ en }) => en).join(', ') }
}

const over = (_row: NormalRow, { due, lapseAt }: HeldClock, parts: HeldParts): Title => {
  const [day, who, what] = [dated(due ?? lapseAt), holders(parts), steps(parts.waitsFor)]
  if (!who || !what.zh) return { zh: `${day} 已届满`, en: `ended on ${day}` }
  return { zh: `${day} 已届满，仍待${who.zh}：${what.zh}`, en: `ended on ${day}, still with ${who.en}: ${what.en}` }
}

const open = (_row: NormalRow, { lapseAt }: HeldClock, { waitsFor }: HeldParts): Title => {
  const what = steps(waitsFor)
  return { zh: `自 ${dated(lapseAt)} 起可以：${what.zh}`, en: `since ${dated(lapseAt)} may be taken: ${what.en}` }
}

/** One sentence: who holds it, until when, and what would move it. */
export const heldWords = (row: NormalRow, clock: HeldClock, parts: HeldParts): Title => {
  const end = dated(clock.stoppedAt)
  if (clock.state === 'cancelled') return { zh: `${end} 不再适用`, en: `no longer needed since ${end}` }
  if (clock.stoppedAt !== undefined) return { zh: `${end} 已完成`, en: `done on ${end}` }
  const words = { running, paused, open, lapsed: over, breached: over }[clock.state]
  return words ? words(row, clock, parts) : { zh: '', en: '' }
}
