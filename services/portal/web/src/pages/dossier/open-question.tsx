import { Alert } from 'antd'
import { Link } from 'wouter'
import { LIGHTS } from '../../app/theme.js'
import { withDays } from '../../words/dates.js'
import { useLanguage, useTitle, useWords } from '../../words/language.js'
import { lightOf } from './names.js'
import type { Dossier, OpenClock } from './read.js'
import { dossierWords } from './words.js'

const URGENCY = ['red', 'amber', 'green', 'blue', 'grey']
const urgency = (clock: OpenClock): number => URGENCY.indexOf(lightOf(clock) ?? 'grey')

const KIND = { red: 'error', amber: 'warning' } as const

/** What the whole matter waits for: the most urgent period that is open, and how many more there are. */
export const OpenQuestion = ({ dossier: { clocks, now } }: { dossier: Dossier }) => {
  const words = useWords(dossierWords)
  const title = useTitle()
  const { language } = useLanguage()
  const [first, ...more] = [...clocks].sort((one, other) => urgency(one) - urgency(other))
  if (!first) return <Alert type="success" showIcon title={words.nothingOpen} />
  const light = lightOf(first) ?? 'grey'
  const says = first.says?.[language] ?? first.explanation?.[language] ?? ''
  return (
    <Alert
      type={KIND[light as keyof typeof KIND] ?? 'info'}
      title={
        <>
          {words.open}：<span aria-hidden="true">{LIGHTS[light].sign}</span>{' '}
          <Link href={`/records/${first.kind}/${first.record}`}>{title(first.title, first.clock)}</Link>
          {[title(first.lightTitle), title(first.leftTitle)].filter(Boolean).map((part) => ` · ${part}`)}
        </>
      }
      description={
        <>
          <div>
            {title(first.kindTitle, first.kind)} · {first.label}
          </div>
          <div>{withDays(says, language, now)}</div>
          {more.length > 0 && <div className="field-hint">{words.moreOpen(more.length)}</div>}
        </>
      }
    />
  )
}
