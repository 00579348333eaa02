import { InfoCircleOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { Link } from 'wouter'
import type { ShownClock } from '../api/records.js'
import { LIGHTS } from '../app/theme.js'
import { sayDay, sayInstant, withDays } from '../words/dates.js'
import { useLanguage, useTitle, useWords } from '../words/language.js'
import { byPress, isOpen } from './light.js'
import { CalendarStrip } from './strip.js'
import { clockWords } from './words.js'

type Words = ReturnType<typeof useWords<typeof clockWords>>

export const clockHref = (id: string): string => `/rules/clocks/${encodeURIComponent(id)}`

/** Colour, sign and word. */
export const LightMark = ({ clock }: { clock: ShownClock }) => {
  const words = useWords(clockWords)
  const light = isOpen(clock) ? (clock.light ?? 'green') : 'grey'
  const word = clock.light && clock.state !== 'open' ? words[light] : words[clock.state as 'satisfied']
  return (
    <span style={{ color: LIGHTS[light].colour, whiteSpace: 'nowrap' }}>
      <span aria-hidden>{isOpen(clock) ? LIGHTS[light].sign : '○'}</span> {word}
    </span>
  )
}

/** What is left, in the unit of the rule. */
export const useLeft = ({ state, remaining, leftTitle }: ShownClock): string => {
  const words = useWords(clockWords)
  const title = useTitle()
  if (state === 'paused' && remaining) return words.pausedLeft(remaining.n, unitOf(remaining.unit, words))
  return title(leftTitle)
}

const unitOf = (unit: string, words: Words): string =>
  unit === 'H' ? words.unitH : unit === 'WD' ? words.unitWD : words.unitCD

const useDue = ({ due, lapse }: ShownClock, now: string | undefined): string => {
  const words = useWords(clockWords)
  const { language } = useLanguage()
  if (due === undefined) return ''
  if (lapse === 'gate') return words.opensOn(sayDay(due, language, now))
  return due.length > 10 ? words.dueAt(sayInstant(due, language, now)) : words.dueBy(sayDay(due, language, now))
}

const OneClock = ({ clock, now, shown }: { clock: ShownClock; now: string | undefined; shown: boolean }) => {
  const words = useWords(clockWords)
  const title = useTitle()
  const { language } = useLanguage()
  const [open, setOpen] = useState(shown)
  const left = useLeft(clock)
  const due = useDue(clock, now)
  const name = title(clock.title, clock.id)
  const running = isOpen(clock)
  const { strict } = clock
  return (
    <article className="clock" aria-label={name}>
      <div className="clock-line">
        <LightMark clock={clock} />
        <strong>{name}</strong>
        {running && left && <span>{left}</span>}
        <span>{due}</span>
        <Link href={clockHref(clock.id)} title={words.rule}>
          {words.law(title(clock.lawTitle, clock.law), clock.article ?? '')} <InfoCircleOutlined aria-hidden />
        </Link>
      </div>
      {clock.says && running && <div>{withDays(title(clock.says), language, now)}</div>}
      {running && strict && clock.due && strict < clock.due && <div>{words.strict(sayDay(strict, language, now))}</div>}
      <Button type="link" size="small" style={{ padding: 0 }} aria-expanded={open} onClick={() => setOpen(!open)}>
        {open ? '▾' : '▸'} {words.explain}
      </Button>
      {open && (
        <>
          <div className="field-hint">{withDays(title(clock.explanation), language, now)}</div>
          <CalendarStrip clock={clock} now={now} />
        </>
      )}
    </article>
  )
}

/** The periods of a record, the most pressing first and with its calendar. */
export const ClockList = ({ clocks, now }: { clocks: readonly ShownClock[]; now: string | undefined }) => {
  const words = useWords(clockWords)
  const open = clocks.filter(isOpen).sort(byPress)
  const ended = clocks.filter((clock) => !isOpen(clock))
  return (
    <>
      {open.length === 0 && <p className="field-hint">{words.none}</p>}
      {open.map((clock, index) => (
        <OneClock key={`${clock.id} ${clock.key}`} clock={clock} now={now} shown={index === 0} />
      ))}
      {ended.length > 0 && (
        <details style={{ marginTop: 12 }}>
          <summary>{words.ended(ended.length)}</summary>
          {ended.map((clock) => (
            <OneClock key={`${clock.id} ${clock.key}`} clock={clock} now={now} shown={false} />
          ))}
        </details>
      )}
    </>
  )
}
