import type { RecordShown } from '../api/records.js'
import { sayDay } from '../words/dates.js'
import { useLanguage, useTitle, useWords } from '../words/language.js'
import { papersWords } from './words.js'

/** The papers of a record as its reader may see them: title, number, day and who made it. */
export const PapersList = ({ record }: { record: RecordShown }) => {
  const words = useWords(papersWords)
  const title = useTitle()
  const { language } = useLanguage()
  if (!record.papers.length) return <p className="field-hint">{words.none}</p>
  return (
    <ul className="plain-list">
      {record.papers.map((paper, index) => (
        <li key={index}>
          <strong>{paper.title}</strong> {paper.number}
          <div className="field-hint">
            {sayDay(paper.on, language, record.now)} · {title(record.names?.agencies[paper.agency], '')}
          </div>
        </li>
      ))}
    </ul>
  )
}
