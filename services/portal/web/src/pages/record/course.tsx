import { useState } from 'react'
import { Button } from 'antd'
import type { Entry, RecordShown } from '../../api/records.js'
import { clockWords } from '../../clocks/words.js'
import { sayInstant, withDays } from '../../words/dates.js'
import { useLanguage, useListed, useTitle, useWords } from '../../words/language.js'
import { useNames } from './names.js'
import { recordWords } from './words.js'

const FIRST = 12
const MINUTE = 16

/** Acts that became known on another day, or in another minute, than they were done. */
const isLate = ({ at, recordedAt }: Entry): boolean =>
  recordedAt !== undefined && at.slice(0, MINUTE) !== recordedAt.slice(0, MINUTE)

const LateBy = ({ by }: { by: { n: number; unit: string } }) => {
  const words = useWords(recordWords)
  const units = useWords(clockWords)
  const unit = by.unit === 'H' ? units.unitH : by.unit === 'WD' ? units.unitWD : units.unitCD
  return <span className="late"> ▲ {words.late(by.n, unit)}</span>
}

const OneEntry = ({ entry, record, folded }: { entry: Entry; record: RecordShown; folded: boolean }) => {
  const words = useWords(recordWords)
  const title = useTitle()
  const { language } = useLanguage()
  const names = useNames(record)
  const listed = useListed()
  const { refused, actor, events } = entry
  const called = title(entry.title, entry.step)
  const brought = events.map((event) => title(event.title, event.type)).filter((name) => name !== called)
  return (
    <li className={['entry', refused && 'refused', folded && 'on-paper'].filter(Boolean).join(' ')}>
      <span className="entry-sign" aria-hidden>
        {refused ? '✕' : '●'}
      </span>
      <div>
        <time className="field-hint">{sayInstant(entry.at, language, record.now)}</time>
        {isLate(entry) && (
          <span className="late"> ◷ {words.recordedLater(sayInstant(entry.recordedAt!, language, record.now))}</span>
        )}
      </div>
      <div>
        <strong>{called}</strong>
        {refused && <span className="late"> {words.refusedTry}</span>}
        {brought.length > 0 && <span> → {listed(brought)}</span>}
        {events.map(({ lateBy }) => lateBy && <LateBy key={lateBy.clock} by={lateBy} />)}
      </div>
      {refused && <div>{withDays(refused[language], language, record.now)}</div>}
      {actor && <div className="field-hint">{names.who(actor)}</div>}
    </li>
  )
}

/** What happened to the record, the newest on top; attempts that were refused stand among it. */
export const Course = ({ record }: { record: RecordShown }) => {
  const words = useWords(recordWords)
  const [all, setAll] = useState(false)
  const entries = [...record.entries].reverse()
  if (!entries.length) return <p className="field-hint">{words.noEntries}</p>
  return (
    <>
      <ol className="course">
        {entries.map((entry, index) => (
          <OneEntry
            key={entry.seq ?? `${entry.at} ${index}`}
            entry={entry}
            record={record}
            folded={!all && index >= FIRST}
          />
        ))}
      </ol>
      {!all && entries.length > FIRST && (
        <Button type="link" style={{ padding: 0 }} onClick={() => setAll(true)}>
          {words.earlier(entries.length - FIRST)}
        </Button>
      )}
    </>
  )
}
