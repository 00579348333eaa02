import { Fragment } from 'react'
import { Link } from 'wouter'
import type { RecordShown } from '../../api/records.js'
import { useDossierRecords } from '../../forms/directory.js'
import { yuanOf } from '../../forms/fen.js'
import { sayInstant } from '../../words/dates.js'
import { useLanguage, useListed, useTitle, useWords } from '../../words/language.js'
import { useNames } from './names.js'
import { saysNothing } from './nothing.js'
import { recordWords } from './words.js'

const ID = /^[a-z2-7]{26}$/
const DATED = /^\d{4}-\d{2}-\d{2}(T.*)?$/

interface Told {
  name: string
  value: unknown
  record: RecordShown
  /** Where it stands among the facts: `amounts.0.value`. */
  path: string
  /** The fact that it stands in. */
  within?: string | undefined
}

const One = (told: Told) => {
  const { name, value, record, path } = told
  const words = useWords(recordWords)
  const title = useTitle()
  const { language } = useLanguage()
  const names = useNames(record)
  const beside = useDossierRecords(record.dossier)
  if (typeof value === 'boolean') return value ? words.yes : words.no
  if (typeof value === 'number') {
    const unit = record.units?.[path]
    return unit?.format === 'fen'
      ? words.fen(yuanOf(value))
      : [value.toLocaleString('en'), title(unit)].join(' ').trim()
  }
  const text = String(value)
  const known = record.words?.[`${name}:${text}`]
  if (known) return title(known)
  if (DATED.test(text)) return sayInstant(text, language, record.now)
  if (!ID.test(text)) return names.person(text)
  const other = beside?.find(({ id }) => id === text)
  if (!other) return beside ? words.elsewhere : '…'
  return <Link href={`/records/${other.kind}/${other.id}`}>{`${title(other.kindTitle)} ${other.label}`}</Link>
}

const Value = ({ name, value, record, path, within }: Told) => {
  const listed = useListed()
  const words = useWords(recordWords)
  if (!Array.isArray(value))
    return typeof value === 'object' ? (
      <Tree facts={value as object} record={record} path={path} within={name} />
    ) : (
      <One {...{ name, value, record, path, within }} />
    )
  return value.map((one, index) => (
    <Fragment key={index}>
      {typeof one === 'object' && one !== null ? (
        <div>
          <span className="field-hint">{words.line(index + 1)}</span>
          <Tree facts={one as object} record={record} path={`${path}.${index}`} within={name} />
        </div>
      ) : (
        <>
          {index > 0 && listed(['', ''])}
          <One name={name} value={one} record={record} path={`${path}.${index}`} />
        </>
      )}
    </Fragment>
  ))
}

/** Lines of a list share their titles. */
const placeOf = (path: string): string => path.replace(/\.\d+(?=\.|$)/g, '')

interface Given {
  facts: object
  record: RecordShown
  path?: string
  within?: string
}

/** A nought beside other figures is one of them. */
const isToldOf = (value: unknown, path: string | undefined): boolean =>
  !saysNothing(value) || (value === 0 && path !== undefined)

/** Facts that have a title; what says nothing is left out. */
const Tree = ({ facts, record, path, within }: Given) => {
  const title = useTitle()
  const named = Object.entries(facts).flatMap(([name, value]) => {
    const here = path === undefined ? name : `${path}.${name}`
    const called = record.titles?.[placeOf(here)]
    return called && isToldOf(value, path) ? [{ name, value, here, called }] : []
  })
  return (
    <dl className="record-facts">
      {named.map(({ name, value, here, called }) => (
        <Fragment key={name}>
          <dt>{title(called)}</dt>
          <dd>
            <Value {...{ name, value, record, within }} path={here} />
          </dd>
        </Fragment>
      ))}
    </dl>
  )
}

export const Facts = ({ record }: { record: RecordShown }) => {
  const words = useWords(recordWords)
  const { facts } = record
  return facts && Object.keys(record.titles ?? {}).length ? (
    <Tree facts={facts} record={record} />
  ) : (
    <p className="field-hint">{words.noFacts}</p>
  )
}
