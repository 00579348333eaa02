import { Alert, Button } from 'antd'
import { Link } from 'wouter'
import type { RecordShown, ShownClock } from '../../api/records.js'
import { useDossierRecords, type ListedRecord } from '../../forms/directory.js'
import type { Done } from '../../forms/send.js'
import { sayInstant } from '../../words/dates.js'
import { useLanguage, useListed, useTitle, useWords } from '../../words/language.js'
import { recordWords } from './words.js'

/** What was done, and how things stood before. */
export interface Act {
  done: Done
  step: string
  before: RecordShown
  /** Ids of the records of the matter that were there before. */
  there: readonly string[] | undefined
}

const nameOf = ({ id, key, start }: ShownClock): string => [id, key, start].join(' ')

/** Periods that were not there, and those that have ended since. */
export const changedClocks = (before: readonly ShownClock[], after: readonly ShownClock[]) => {
  const known = new Map(before.map((clock) => [nameOf(clock), clock]))
  return {
    begun: after.filter((clock) => !known.has(nameOf(clock)) && clock.stoppedAt === undefined),
    stopped: after.filter(
      (clock) =>
        clock.stoppedAt !== undefined && known.get(nameOf(clock))?.stoppedAt === undefined && known.has(nameOf(clock)),
    ),
  }
}

const Line = ({ name, children }: { name: string; children: React.ReactNode }) => (
  <div>
    <strong>{name}</strong>：{children}
  </div>
)

const Begun = ({ clock, now }: { clock: ShownClock; now: string | undefined }) => {
  const title = useTitle()
  const { language } = useLanguage()
  return (
    <span className="outcome-item">
      {title(clock.title, clock.id)}
      {clock.due && ` → ${sayInstant(clock.due, language, now)}`}
    </span>
  )
}

const Made = ({ record }: { record: ListedRecord }) => {
  const title = useTitle()
  return (
    <Link className="outcome-item" href={`/records/${record.kind}/${record.id}`}>
      {title(record.kindTitle, record.kind)} {record.numbers?.[0]} {record.label}
    </Link>
  )
}

/** What came of a step: the state, papers, periods and other records it made. */
export const Outcome = ({ act, record, close }: { act: Act; record: RecordShown; close: () => void }) => {
  const words = useWords(recordWords)
  const title = useTitle()
  const listed = useListed()
  const { language } = useLanguage()
  const { done, before, there } = act
  const records = useDossierRecords(record.dossier)?.filter(({ id }) => there && !there.includes(id)) ?? []
  const { begun, stopped } = changedClocks(before.clocks, record.clocks)
  const name = [...before.may, ...before.mayNot].find(({ step }) => step === act.step)
  return (
    <div style={{ marginBottom: 12 }}>
      <Alert
        role="status"
        type={done.warnings.length ? 'warning' : 'success'}
        showIcon
        title={words.done(title(name?.title, act.step))}
        action={
          <Button size="small" onClick={close}>
            {words.close}
          </Button>
        }
        description={
          <>
            {done.opened && (
              <Line name={words.opened}>
                <strong lang="zh-CN">{[done.opened.name, done.opened.contact].filter(Boolean).join('　')}</strong>
              </Line>
            )}
            {done.repeated && <div>{words.repeated}</div>}
            {done.warnings.map((warning) => (
              <div key={warning.warning}>{warning[language]}</div>
            ))}
            <div>{words.nowAt(title(record.stateTitle, record.state))}</div>
            {done.papers.length > 0 && (
              <Line name={words.madePapers}>
                {listed(done.papers.map(({ title: called, number }) => [called, number].filter(Boolean).join(' ')))}
              </Line>
            )}
            {begun.length > 0 && (
              <Line name={words.begun}>
                {begun.map((clock) => (
                  <Begun key={nameOf(clock)} clock={clock} now={record.now} />
                ))}
              </Line>
            )}
            {stopped.length > 0 && (
              <Line name={words.stopped}>{listed(stopped.map((clock) => title(clock.title, clock.id)))}</Line>
            )}
            {records.length > 0 && (
              <Line name={words.madeRecords}>
                {records.map((one) => (
                  <Made key={one.id} record={one} />
                ))}
              </Line>
            )}
          </>
        }
      />
    </div>
  )
}
