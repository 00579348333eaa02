import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { api } from '../api/client.js'
import type { ShownClock } from '../api/records.js'
import { Reading } from '../app/states.js'
import { daysBetween, sayDay } from '../words/dates.js'
import { useLanguage, useTitle, useWords } from '../words/language.js'
import { dayKind, SIGNS, type DayKind, type ExplainedDay } from './day-kinds.js'
import { clockWords } from './words.js'
import './clocks.css'

interface Explained {
  days?: readonly ExplainedDay[]
  omitted?: number
}

const LEGEND: readonly DayKind[] = ['counted', 'rest', 'excluded', 'rolled', 'start']
const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: 7, ArrowUp: -7 }

/** Days that stand out beside what they are. */
const MARKS = ['today', 'due'] as const
type Marked = Readonly<Record<(typeof MARKS)[number], string | undefined>>

const Legend = ({ days, marked }: { days: readonly ExplainedDay[]; marked: Marked }) => {
  const words = useWords(clockWords)
  const kinds = new Set(days.map(dayKind))
  const marks = MARKS.filter((mark) => days.some(({ day }) => day === marked[mark]))
  return (
    <div className="strip-legend">
      {LEGEND.filter((kind) => kinds.has(kind)).map((kind) => (
        <span key={kind}>
          <span className={`strip-sign ${kind}`} aria-hidden>
            {SIGNS[kind]}
          </span>{' '}
          {words[kind]}
        </span>
      ))}
      {marks.map((mark) => (
        <span key={mark}>
          <span className={`strip-mark ${mark}`} aria-hidden />
          {words[mark]}
        </span>
      ))}
    </div>
  )
}

const InWords = ({
  days,
  now,
  omitted = 0,
}: {
  days: readonly ExplainedDay[]
  now: string | undefined
  omitted?: number | undefined
}) => {
  const words = useWords(clockWords)
  const { language } = useLanguage()
  return (
    <details className="not-on-paper">
      <summary>{words.listed}</summary>
      <ol className="strip-words">
        {days.map((one) => (
          <li key={one.day}>{words.dayIs(sayDay(one.day, language, now), one[language], one.rule)}</li>
        ))}
      </ol>
      {omitted > 0 && <p>{words.omitted(omitted)}</p>}
    </details>
  )
}

const isFirst = (day: string): boolean => day.endsWith('-01')
const shortDay = (day: string): string => `${Number(day.slice(5, 7))}/${Number(day.slice(8))}`

/** Every day of a period by its shape; hovering or going there says the rule. */
const Days = ({
  days,
  due,
  now,
  name,
}: {
  days: readonly ExplainedDay[]
  due: string | undefined
  now: string | undefined
  name: string
}) => {
  const words = useWords(clockWords)
  const { language } = useLanguage()
  const marked: Marked = { today: now?.slice(0, 10), due: due?.slice(0, 10) }
  const today = days.findIndex(({ day }) => day === marked.today)
  const [at, setAt] = useState(today >= 0 ? today : days.length - 1)
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const day = box.current?.children[today] as HTMLElement | undefined
    if (box.current && day) box.current.scrollTop = day.offsetTop - box.current.clientHeight / 2
  }, [today])
  const go = (event: KeyboardEvent) => {
    const step = STEPS[event.key]
    if (step === undefined) return
    event.preventDefault()
    const next = Math.min(days.length - 1, Math.max(0, at + step))
    setAt(next)
    ;(box.current?.children[next] as HTMLElement | undefined)?.focus()
  }
  const chosen = days[at]
  return (
    <>
      <div
        className="strip"
        ref={box}
        role="listbox"
        aria-label={words.strip(name)}
        aria-orientation="horizontal"
        onKeyDown={go}
      >
        {days.map((one, index) => {
          const kind = dayKind(one)
          const marks = MARKS.filter((mark) => one.day === marked[mark])
          const names = ['strip-day', kind, ...marks, index === at && 'at', index > 0 && isFirst(one.day) && 'first']
          return (
            <span
              key={one.day}
              role="option"
              aria-selected={index === at}
              tabIndex={index === at ? 0 : -1}
              className={names.filter(Boolean).join(' ')}
              aria-label={[sayDay(one.day, language, now), one[language], ...marks.map((mark) => words[mark])].join(
                ' ',
              )}
              onMouseEnter={() => setAt(index)}
              onFocus={() => setAt(index)}
            >
              {SIGNS[kind]}
              <small data-day={index === 0 || isFirst(one.day) ? shortDay(one.day) : Number(one.day.slice(8))} />
            </span>
          )
        })}
      </div>
      <div className="strip-says" aria-live="polite">
        {chosen &&
          `${SIGNS[dayKind(chosen)]} ${words.dayIs(sayDay(chosen.day, language, now), chosen[language], chosen.rule)}`}
      </div>
      <Legend days={days} marked={marked} />
    </>
  )
}

/** The days of a period as a strip to look along, and in words. */
export const DayStrip = ({ omitted, ...shown }: Parameters<typeof Days>[0] & { omitted?: number | undefined }) => (
  <>
    <Days {...shown} />
    <InWords days={shown.days} now={shown.now} omitted={omitted} />
  </>
)

const PAUSE_RULE = 'R-CAL-14'

/** Days on which a period that stands still did not run; how many more there will be nobody knows. */
const Paused = ({ clock: { pausedSince }, now }: { clock: ShownClock; now: string | undefined }) => {
  const words = useWords(clockWords)
  const { language } = useLanguage()
  if (pausedSince === undefined || now === undefined) return null
  const [from, days] = [sayDay(pausedSince, language, now), daysBetween(pausedSince, now)]
  return (
    <div className="strip-excluded">
      <span className="strip-sign excluded" aria-hidden>
        {SIGNS.excluded.repeat(3)}
      </span>{' '}
      {words.standsStill(from, days)} <code>{PAUSE_RULE}</code>
    </div>
  )
}

/** Why a period ends on its day: the days counted, skipped, excluded and rolled, each with its rule. */
export const CalendarStrip = ({ clock, now }: { clock: ShownClock; now: string | undefined }) => {
  const title = useTitle()
  const query = useQuery({
    queryKey: ['explain', clock.explanation.href, clock.due, clock.pausedSince],
    queryFn: () => api<Explained>(clock.explanation.href),
    staleTime: 'static',
  })
  return (
    <Reading query={query}>
      {({ days = [], omitted }) =>
        days.length > 0 && (
          <>
            <DayStrip days={days} due={clock.due} now={now} name={title(clock.title, clock.id)} omitted={omitted} />
            <Paused clock={clock} now={now} />
          </>
        )
      }
    </Reading>
  )
}
