import { Link } from 'wouter'
import { useDossierRecords } from '../../forms/directory.js'
import type { RecordShown, ShownClock } from '../../api/records.js'
import { LightMark, useLeft } from '../../clocks/clock-list.js'
import { byPress, isOpen } from '../../clocks/light.js'
import { sayDay, sayInstant } from '../../words/dates.js'
import { useLanguage, useListed, useTitle, useWords } from '../../words/language.js'
import { useNames } from './names.js'
import { recordWords, roleWords } from './words.js'

/** Who must do what until when, of the most pressing period. */
const Pressing = ({ clock, record }: { clock: ShownClock; record: RecordShown }) => {
  const listed = useListed()
  const words = useWords(recordWords)
  const title = useTitle()
  const { language } = useLanguage()
  const left = useLeft(clock)
  const who = listed((clock.heldBy ?? []).map(({ name, agency }) => title(name, agency)))
  const what = listed([...new Set(clock.waitsFor.map((wait) => title(wait.title, wait.step)))].slice(0, 3))
  const until = clock.due && sayInstant(clock.due, language, record.now)
  const day = clock.due && clock.due.length === 10 ? `${until} 24:00` : until
  return (
    <>
      {who && what && <>{words.waits(who, what)} · </>}
      {title(clock.title, clock.id)} <LightMark clock={clock} />
      {left && <> · {left}</>}
      {day && <> · {day}</>}
    </>
  )
}

/** The state as a sentence: where it stands, and what it waits for. */
export const StateLine = ({ record }: { record: RecordShown }) => {
  const words = useWords(recordWords)
  const title = useTitle()
  const state = title(record.stateTitle, record.state)
  const [clock] = record.clocks.filter(isOpen).sort(byPress)
  return (
    <p className="record-state">
      {clock ? (
        <>
          <strong>{state}</strong> — <Pressing clock={clock} record={record} />
        </>
      ) : (
        <strong>{words.noClock(state)}</strong>
      )}
    </p>
  )
}

const useNumbers = (record: RecordShown): readonly string[] => {
  const listed = useDossierRecords(record.dossier)?.find(({ id }) => id === record.id)?.numbers
  return listed ?? record.papers.flatMap(({ number }) => number ?? [])
}

export const RecordHead = ({ record }: { record: RecordShown }) => {
  const words = useWords(recordWords)
  const title = useTitle()
  const numbers = useNumbers(record)
  return (
    <header className="record-head">
      <div className="record-kind">
        <span>{title(record.kindTitle, record.kind)}</span>
        {numbers.slice(0, 2).map((number) => (
          <span key={number} className="numbers">
            {number}
          </span>
        ))}
        <Link className="on-screen" href={`/dossiers/${record.dossier}`}>
          {words.dossier}
        </Link>
      </div>
      <h1>{record.label}</h1>
      <StateLine record={record} />
    </header>
  )
}

/** Who has it in hand and since when, the last step and by whom, and who else stands where. */
export const Hands = ({ record }: { record: RecordShown }) => {
  const words = useWords(recordWords)
  const roles = useWords(roleWords)
  const listed = useListed()
  const title = useTitle()
  const { language } = useLanguage()
  const names = useNames(record)
  const { holder = [], ...others } = record.roles ?? {}
  const { by, since, now } = record
  const rest = Object.entries(others).filter(([, codes]) => codes.length > 0)
  return (
    <dl className="record-facts">
      <dt>{words.holder}</dt>
      <dd>
        {listed(holder.map(names.agency))}
        {since && (
          <div className="field-hint">{`${words.stateSince} ${words.since(sayDay(since, language, now))}`}</div>
        )}
      </dd>
      {by && (
        <>
          <dt>{words.lastStep}</dt>
          <dd>
            {title(by.stepTitle, by.step)}
            <div className="field-hint">
              {sayInstant(by.at, language, now)} · {names.who(by)}
            </div>
          </dd>
        </>
      )}
      {rest.map(([role, codes]) => (
        <RoleLine
          key={role}
          name={roles[role as keyof typeof roleWords] ?? role}
          says={listed(codes.map(names.agency))}
        />
      ))}
    </dl>
  )
}

const RoleLine = ({ name, says }: { name: string; says: string }) => (
  <>
    <dt>{name}</dt>
    <dd>{says}</dd>
  </>
)
