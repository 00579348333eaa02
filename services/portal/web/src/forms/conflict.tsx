import { Alert, Button } from 'antd'
import { useQuery } from '@tanstack/react-query'
import type { ApiProblem } from '../api/client.js'
import { readRecord, type Entry, type RecordShown } from '../api/records.js'
import { Loading } from '../app/states.js'
import { sayInstant } from '../words/dates.js'
import { useLanguage, useTitle, useWords } from '../words/language.js'
import { conflictWords } from './conflict-words.js'

/** A clock's or another service's act is no person's. */
export const actedBy = ({ actor }: Pick<Entry, 'actor'>): 'person' | 'clock' | 'reaction' => {
  if (actor?.agency !== 'SYSTEM') return 'person'
  return actor.office === 'clock' ? 'clock' : 'reaction'
}

const Meanwhile = ({ entries, record }: { entries: readonly Entry[]; record: RecordShown }) => {
  const words = useWords(conflictWords)
  const title = useTitle()
  const { language } = useLanguage()
  const whose = (entry: Entry): string => {
    const by = actedBy(entry)
    if (by !== 'person') return words[by]
    const { agency, office, person } = entry.actor!
    return [title(record.names?.agencies[agency], agency), title(record.names?.offices[office], office), person].join(
      ' · ',
    )
  }
  return (
    <ul style={{ margin: '4px 0', paddingInlineStart: 18 }}>
      {entries.map((entry) => (
        <li key={entry.seq}>
          {sayInstant(entry.recordedAt ?? entry.at, language, record.now)} · {whose(entry)}：
          <strong>{title(entry.title, entry.step)}</strong>
        </li>
      ))}
    </ul>
  )
}

interface Props {
  problem: ApiProblem
  /** The version that the form was opened on. */
  seen: number | undefined
  record: RecordShown
  busy: boolean
  send: (version: number | undefined) => Promise<void>
  onLeave: (() => void) | undefined
}

/** Somebody acted while the form was open: who and what, before anybody decides. */
export const Conflict = ({ problem, seen = 0, record, busy, send, onLeave }: Props) => {
  const words = useWords(conflictWords)
  const { language } = useLanguage()
  const { kind, id } = record
  const asked = String(problem.body.facts.version)
  const fresh = useQuery({ queryKey: ['record-now', kind, id, asked], queryFn: () => readRecord(kind, id), gcTime: 0 })
  if (fresh.isPending) return <Loading />
  const now = fresh.data
  const entries = now?.entries.filter(({ version, refused }) => (version ?? 0) > seen && !refused) ?? []
  const body = (
    <>
      {now && <Meanwhile entries={entries} record={now} />}
      <div>{now?.stateTitle && `${words.state}${now.stateTitle[language]}`}</div>
      <div style={{ display: 'flex', flexWrap: 'wrap', gap: 8, marginTop: 8 }}>
        <Button onClick={onLeave}>{words.look}</Button>
        <Button loading={busy} onClick={() => void send(now?.version)}>
          {words.goOn}
        </Button>
      </div>
    </>
  )
  return (
    <div role="alert" style={{ marginBottom: 16 }}>
      <Alert type="warning" showIcon title={entries.length ? words.title : problem.body[language]} description={body} />
    </div>
  )
}
