import { Link } from 'wouter'
import { sayInstant, withDays } from '../../words/dates.js'
import { useLanguage, useListed, useWords } from '../../words/language.js'
import type { Chosen } from './drawing.js'
import type { DossierNames } from './names.js'
import type { Picture } from './picture.js'
import type { DossierRecord } from './read.js'
import { dossierWords } from './words.js'

interface DetailsProps {
  chosen?: Chosen
  picture: Picture
  names: DossierNames
  records: readonly DossierRecord[]
  now: string
}

const OfRecord = ({ record, names }: { record?: DossierRecord; names: DossierNames }) => {
  const words = useWords(dossierWords)
  if (!record) return null
  const { kind, id, kindTitle, label } = record
  return (
    <div>
      {names.title(kindTitle, kind)} · {label}
      {'　'}
      <Link href={`/records/${kind}/${id}`}>{words.toRecord}</Link>
    </div>
  )
}

const Act = ({ id, picture, names, records, now }: DetailsProps & { id: string }) => {
  const words = useWords(dossierWords)
  const listed = useListed()
  const { language } = useLanguage()
  const deed = picture.points.find(({ deed }) => deed.act.id === id)?.deed
  if (!deed) return null
  const { act, followed } = deed
  const came = followed.map((one) => names.act(one))
  return (
    <>
      <strong>{names.act(act)}</strong>
      {'　'}
      <span className="numbers">{sayInstant(act.at, language, now)}</span>
      <div className="field-hint">{names.who(deed)}</div>
      {came.length > 0 && (
        <div>
          {words.followed}: {listed([...new Set(came)])}
        </div>
      )}
      <OfRecord record={records.find((one) => one.id === act.record)} names={names} />
    </>
  )
}

const Period = ({ at, picture, names, records, now }: DetailsProps & { at: number }) => {
  const { language } = useLanguage()
  const clock = picture.bars[at]?.clock
  if (!clock) return null
  const says = clock.says?.[language]
  return (
    <>
      <strong>{names.clock(clock)}</strong>
      <div>{withDays(clock.explanation[language], language, now)}</div>
      {says && <div>{withDays(says, language, now)}</div>}
      <OfRecord record={records.find((one) => one.id === clock.record)} names={names} />
    </>
  )
}

/** What is chosen in the picture, in words; read aloud as it changes. */
export const Details = (props: DetailsProps) => {
  const words = useWords(dossierWords)
  const { chosen } = props
  return (
    <div className="dossier-details" aria-live="polite">
      {!chosen && <span className="field-hint">{words.hint}</span>}
      {chosen && ('act' in chosen ? <Act {...props} id={chosen.act} /> : <Period {...props} at={chosen.bar} />)}
    </div>
  )
}
