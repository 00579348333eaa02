import { useQuery } from '@tanstack/react-query'
import { DatePicker } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import { api } from '../../api/client.js'
import { useNow } from '../../api/now.js'
import { Reading } from '../../app/states.js'
import type { ExplainedDay } from '../../clocks/day-kinds.js'
import { DayStrip } from '../../clocks/strip.js'
import { sayDay, sayInstant } from '../../words/dates.js'
import { useLanguage, useListed, useTitle, useWords } from '../../words/language.js'
import { Facts, Standing, useRuled } from './facts.js'
import type { LawClock } from './read.js'
import { rulesWords } from './words.js'

interface Reckoned {
  due?: string
  strict?: string
  provisional: boolean
  days: readonly ExplainedDay[]
  omitted?: number
}

/** Any period from any day: when it ends, and why, day by day. */
const Reckon = ({ clock, now }: { clock: LawClock; now: string }) => {
  const words = useWords(rulesWords)
  const title = useTitle()
  const { language } = useLanguage()
  const first = clock.validTo !== undefined && clock.validTo < now.slice(0, 10) ? clock.validTo : now.slice(0, 10)
  const [start, setStart] = useState(first)
  const path = `/api/rules/clocks/${clock.id}/explain?start=${start}&record=${encodeURIComponent(clock.on)}`
  const query = useQuery({ queryKey: ['law', path], queryFn: () => api<Reckoned>(path), staleTime: 'static' })
  const when = (at: string) => (at.length > 10 ? sayInstant(at, language, now) : sayDay(at, language, now))
  return (
    <section aria-label={words.reckon} className="rule-reckon">
      <label>
        {words.from}{' '}
        <DatePicker
          value={dayjs(start)}
          allowClear={false}
          onChange={(day) => day && setStart(day.format('YYYY-MM-DD'))}
        />
      </label>
      <Reading query={query}>
        {({ due, strict, provisional, days, omitted }) => (
          <>
            {due && <strong className="rule-due">{words.ends(when(due))}</strong>}
            {strict && strict !== due && <div>{words.strict(when(strict))}</div>}
            {provisional && <div>◌ {words.provisional}</div>}
            {days.length > 0 && (
              <DayStrip days={days} due={due} now={now} name={title(clock.title)} omitted={omitted} />
            )}
          </>
        )}
      </Reading>
    </section>
  )
}

const useLength = () => {
  const words = useWords(rulesWords)
  const title = useTitle()
  return ({ spans }: LawClock): string => {
    const said = spans.map((one) => (one.words ? title(one.words) : words.named))
    return `${[...new Set(said)].join(' / ')}${spans.some(({ when }) => when && Object.keys(when).length) ? words.inCases : ''}`
  }
}

export const ClockLine = ({ clock }: { clock: LawClock }) => {
  const title = useTitle()
  const length = useLength()
  return (
    <>
      <strong>{title(clock.title)}</strong> <span className="rule-beside">{length(clock)}</span> <code>{clock.id}</code>{' '}
      <span className="rule-beside">{title(clock.kindTitle)}</span>
      <Standing rule={clock} />
    </>
  )
}

export const ClockEntry = ({ clock }: { clock: LawClock }) => {
  const words = useWords(rulesWords)
  const title = useTitle()
  const listed = useListed()
  const length = useLength()
  const ruled = useRuled()
  const now = useNow(true)
  const events = (told: readonly { event: string; title?: { zh: string; en: string } }[]) =>
    listed(told.map((one) => title(one.title, one.event)))
  const extended = clock.extensions.map(({ add, times, ...by }) =>
    words.times([title(by.title, by.event), add.words && title(add.words)].filter(Boolean).join(' '), times),
  )
  return (
    <>
      {clock.text && <blockquote className="rule-text">{title(clock.text)}</blockquote>}
      <Facts
        rows={[
          ...ruled(clock),
          [words.on, title(clock.kindTitle)],
          [words.length, length(clock)],
          [words.starts, events(clock.starts)],
          [words.pauses, events(clock.pauses)],
          [words.extended, listed(extended)],
          [words.stops, events(clock.stops)],
          [words.lapse, words[clock.lapse]],
          [words.switches, clock.if && (clock.applies ? words.ifSwitch(clock.if) : words.off(clock.if))],
        ]}
      />
      {now !== undefined && clock.applies && <Reckon clock={clock} now={now} />}
    </>
  )
}
