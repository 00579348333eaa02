import { Link } from 'wouter'
import { sayInstant } from '../../words/dates.js'
import { useLanguage, useListed, useWords } from '../../words/language.js'
import type { Deed } from './groups.js'
import type { DossierNames } from './names.js'
import type { DossierRecord, RecordClock } from './read.js'
import { dossierWords } from './words.js'

interface TablesProps {
  deeds: readonly Deed[]
  clocks: readonly RecordClock[]
  records: readonly DossierRecord[]
  names: DossierNames
  now: string
}

const useRecordLink = ({ records, names }: Pick<TablesProps, 'records' | 'names'>) =>
  function RecordLink({ id }: { id: string }) {
    const record = records.find((one) => one.id === id)
    return record ? (
      <Link href={`/records/${record.kind}/${record.id}`}>{names.title(record.kindTitle, record.kind)}</Link>
    ) : null
  }

const Acts = ({ deeds, records, names, now }: TablesProps) => {
  const words = useWords(dossierWords)
  const { language } = useLanguage()
  const listed = useListed()
  const RecordLink = useRecordLink({ records, names })
  return (
    <table className="dossier-table">
      <caption>{words.acts}</caption>
      <thead>
        <tr>
          {[words.when, words.who, words.what, words.where].map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {deeds.map((deed) => (
          <tr key={deed.act.id}>
            <td className="numbers">{sayInstant(deed.act.at, language, now)}</td>
            <td>{names.who(deed)}</td>
            <td>
              {names.act(deed.act)}
              {deed.followed.length > 0 && (
                <div className="field-hint">
                  {words.followed}: {listed([...new Set(deed.followed.map((one) => names.act(one)))])}
                </div>
              )}
            </td>
            <td>
              <RecordLink id={deed.act.record} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const Periods = ({ clocks, records, names, now }: TablesProps) => {
  const words = useWords(dossierWords)
  const { language } = useLanguage()
  const RecordLink = useRecordLink({ records, names })
  const sorted = [...clocks].sort((one, other) => (one.start < other.start ? -1 : 1))
  return (
    <table className="dossier-table">
      <caption>{words.periods}</caption>
      <thead>
        <tr>
          {[words.period, words.from, words.until, words.state, words.where].map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {sorted.map((clock) => (
          <tr key={`${clock.record} ${clock.id} ${clock.key}`}>
            <td>{names.title(clock.title, clock.id)}</td>
            <td className="numbers">{sayInstant(clock.start, language, now)}</td>
            <td className="numbers">{clock.due ? sayInstant(clock.due, language, now) : ''}</td>
            <td>{names.state(clock)}</td>
            <td>
              <RecordLink id={clock.record} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** The same as the picture, for whoever reads rather than looks. */
export const Tables = (props: TablesProps) => {
  const words = useWords(dossierWords)
  return (
    <details className="dossier-tables">
      <summary>{words.asTable}</summary>
      <div className="dossier-scroll" tabIndex={0} role="region" aria-label={words.asTable}>
        {props.deeds.length > 0 && <Acts {...props} />}
        {props.clocks.length > 0 && <Periods {...props} />}
      </div>
    </details>
  )
}
