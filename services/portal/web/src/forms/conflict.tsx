import { Alert, Button } from 'antd'
import type { ApiProblem } from '../api/client.js'
import type { Entry } from '../api/records.js'
import type { Title } from '../api/types.js'
import { useLanguage, useTitle, useWords } from '../words/language.js'
import { conflictWords } from './conflict-words.js'

/** A clock's or another service's act is no person's. */
export const actedBy = ({ actor }: Pick<Entry, 'actor'>): 'person' | 'clock' | 'reaction' => {
  if (actor?.agency !== 'SYSTEM') return 'person'
  return actor.office === 'clock' ? 'clock' : 'reaction'
}

/** What was done since, as the problem tells it to those who read the file. */
interface Since {
  version: number
  at: string
  ago: Title
  title: Title
  by: { kind: string; who: Title }
}

interface Props {
  problem: ApiProblem
  busy: boolean
  send: (version: number | undefined) => Promise<void>
  onLeave: (() => void) | undefined
}

/** Somebody acted while the form was open: who and what, before anybody decides. */
export const Conflict = ({ problem: { body }, busy, send, onLeave }: Props) => {
  const words = useWords(conflictWords)
  const title = useTitle()
  const { language } = useLanguage()
  const since = (body.meanwhile ?? []) as readonly Since[]
  const version = Number(body.facts.version)
  const said = (
    <>
      {since.length === 0 && <div>{body[language]}</div>}
      <ul style={{ margin: '4px 0', paddingInlineStart: 18 }}>
        {since.map((one) => (
          <li key={one.version}>
            <strong>{title(one.title)}</strong> · {title(one.ago)} · {title(one.by.who)}
            {one.by.kind !== 'person' && <span className="field-hint"> {words.noPerson}</span>}
          </li>
        ))}
      </ul>
      <div style={{ display: 'flex', flexWrap: 'wrap', gap: 8, marginTop: 8 }}>
        <Button onClick={onLeave}>{words.look}</Button>
        <Button loading={busy} onClick={() => void send(Number.isFinite(version) ? version : undefined)}>
          {words.goOn}
        </Button>
      </div>
    </>
  )
  return <Alert type="warning" showIcon title={words.title} description={said} />
}
