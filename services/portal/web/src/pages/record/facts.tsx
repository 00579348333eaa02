import { Fragment } from 'react'
import { Link } from 'wouter'
import type { RecordShown } from '../../api/records.js'
import type { Title } from '../../api/types.js'
import { useDossierRecords } from '../../forms/directory.js'
import { yuanOf } from '../../forms/fen.js'
import { fieldWords } from '../../forms/field-words.js'
import { bareTitle } from '../../forms/names.js'
import { isEmpty } from '../../forms/values.js'
import { sayInstant } from '../../words/dates.js'
import { useLanguage, useTitle, useWords } from '../../words/language.js'
import { useNames } from './names.js'
import { recordWords } from './words.js'

const ID = /^[a-z2-7]{26}$/
const DATED = /^\d{4}-\d{2}-\d{2}(T.*)?$/
const PEOPLE = /^(officers|investigators|examiners|person|hosts?|mediators?|approver)$/

interface Told {
  name: string
  value: unknown
  record: RecordShown
}

const isMoney = (record: RecordShown, name: string): boolean => bareTitle(record.words?.[name]).money

const One = ({ name, value, record }: Told) => {
  const words = useWords(recordWords)
  const title = useTitle()
  const { language } = useLanguage()
  const names = useNames(record)
  const beside = useDossierRecords(record.dossier)
  if (typeof value === 'boolean') return value ? words.yes : words.no
  if (typeof value === 'number') return isMoney(record, name) ? words.fen(yuanOf(value)) : String(value)
  const text = String(value)
  const known = record.words?.[`${name}:${text}`]
  if (known) return title(known)
  if (DATED.test(text)) return sayInstant(text, language, record.now)
  const other = ID.test(text) ? beside?.find(({ id }) => id === text) : undefined
  if (other)
    return <Link href={`/records/${other.kind}/${other.id}`}>{`${title(other.kindTitle)} ${other.label}`}</Link>
  return PEOPLE.test(name) ? names.person(text) : text
}

const Value = ({ name, value, record }: Told) => {
  const words = useWords(recordWords)
  if (!Array.isArray(value))
    return typeof value === 'object' ? (
      <Tree facts={value as object} record={record} within={name} />
    ) : (
      <One {...{ name, value, record }} />
    )
  return value.map((one, index) => (
    <Fragment key={index}>
      {typeof one === 'object' && one !== null ? (
        <div>
          <span className="field-hint">{words.line(index + 1)}</span>
          <Tree facts={one as object} record={record} within={name} />
        </div>
      ) : (
        <>
          {index > 0 && '、'}
          <One name={name} value={one} record={record} />
        </>
      )}
    </Fragment>
  ))
}

const calledIn = (record: RecordShown, name: string, within: string | undefined): Title | undefined =>
  bareTitle(record.words?.[name] ?? record.words?.[`${within}:${name}`]).title ??
  (fieldWords as Record<string, Title>)[name]

/** Facts that have a name, or stand in one that has; what is empty or not so is left out. */
const Tree = ({ facts, record, within }: { facts: object; record: RecordShown; within?: string }) => {
  const title = useTitle()
  const named = Object.entries(facts).filter(
    ([name, value]) =>
      value !== false && value !== null && !isEmpty(value) && (within !== undefined || record.words?.[name]),
  )
  return (
    <dl className="record-facts">
      {named.map(([name, value]) => (
        <Fragment key={name}>
          <dt>{title(calledIn(record, name, within), name)}</dt>
          <dd>
            <Value name={name} value={value} record={record} />
          </dd>
        </Fragment>
      ))}
    </dl>
  )
}

export const Facts = ({ record }: { record: RecordShown }) => {
  const words = useWords(recordWords)
  const { facts } = record
  return facts && Object.keys(record.words ?? {}).length ? (
    <Tree facts={facts} record={record} />
  ) : (
    <p className="field-hint">{words.noFacts}</p>
  )
}
