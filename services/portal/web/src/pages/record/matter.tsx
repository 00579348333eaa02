import { Link } from 'wouter'
import type { RecordShown } from '../../api/records.js'
import { useDossierRecords } from '../../forms/directory.js'
import { useTitle, useWords } from '../../words/language.js'
import { recordWords } from './words.js'

/** The other records of the matter that the reader may know. */
export const Matter = ({ record }: { record: RecordShown }) => {
  const words = useWords(recordWords)
  const title = useTitle()
  const others = useDossierRecords(record.dossier)?.filter(({ id }) => id !== record.id)
  if (!others?.length) return <p className="field-hint">{words.alone}</p>
  return (
    <ul className="plain-list">
      {others.map(({ id, kind, kindTitle, label, numbers, state, stateTitle }) => (
        <li key={id}>
          <Link href={`/records/${kind}/${id}`}>
            {title(kindTitle, kind)} · {label}
          </Link>
          <div className="field-hint">{[numbers?.[0], title(stateTitle, state)].filter(Boolean).join(' · ')}</div>
        </li>
      ))}
    </ul>
  )
}
