import { Alert } from 'antd'
import { sayInstant } from '../words/dates.js'
import { useLanguage, useListed, useTitle, useWords } from '../words/language.js'
import type { Field } from './fields.js'
import { rehearsalWords } from './rehearsal-words.js'
import { Signing } from './signing.js'
import type { Rehearsal, Rehearsed } from './use-rehearsal.js'
import type { Values } from './values.js'

interface Shown extends Rehearsed {
  fields: readonly Field[]
  values: Values
  now: string | undefined
  /** An identity stands in the form: nothing is sent before the step itself is. */
  sealed: boolean
}

const Clock = ({ clock, now }: { clock: Rehearsal['clocks'][number]; now: string | undefined }) => {
  const words = useWords(rehearsalWords)
  const title = useTitle()
  const { language } = useLanguage()
  const says =
    clock.state === 'running' && clock.due !== undefined
      ? words.runs(sayInstant(clock.due, language, now))
      : clock.state === 'paused'
        ? words.paused
        : words.stops
  return (
    <li>
      {title(clock.title, clock.id)}：<strong>{says}</strong>
    </li>
  )
}

/** The fields in which words that were warned of stand, as they are being typed. */
const holding = (fields: readonly Field[], values: Values, words: readonly string[]): Field[] =>
  fields.filter(({ name }) => words.some((word) => JSON.stringify(values[name] ?? '').includes(word)))

const Warning = ({ warning, fields, values }: { warning: Rehearsal['warnings'][number] } & Shown) => {
  const words = useWords(rehearsalWords)
  const { language } = useLanguage()
  const title = useTitle()
  const found = warning.facts?.words ?? []
  return (
    <li>
      {warning[language]}
      {found.map((word) => (
        <div key={word}>
          <mark>{word}</mark>{' '}
          {holding(fields, values, [word])
            .map((field) => words.inField(title(field.title, field.name)))
            .join(' ')}
        </div>
      ))}
    </li>
  )
}

const Told = ({ told, ...shown }: { told: Rehearsal } & Shown) => {
  const words = useWords(rehearsalWords)
  const [title, listed] = [useTitle(), useListed()]
  return (
    <dl className="rehearsed">
      <dt>{words.state}</dt>
      <dd>{title(told.stateTitle, told.state)}</dd>
      {told.papers.length > 0 && (
        <>
          <dt>{words.papers}</dt>
          <dd>{listed(told.papers.map((paper) => title(told.paperTitles[paper], paper)))}</dd>
        </>
      )}
      {told.signing.length > 0 && (
        <>
          <dt>{words.signing}</dt>
          <dd>
            <Signing of={told.signing} titles={told.paperTitles} />
          </dd>
        </>
      )}
      {told.clocks.length > 0 && (
        <>
          <dt>{words.clocks}</dt>
          <dd>
            <ul>
              {told.clocks.map((clock) => (
                <Clock key={`${clock.id} ${clock.key}`} clock={clock} now={shown.now} />
              ))}
            </ul>
          </dd>
        </>
      )}
      {told.warnings.length > 0 && (
        <>
          <dt>{words.warnings}</dt>
          <dd>
            <ul>
              {told.warnings.map((warning) => (
                <Warning key={warning.warning} warning={warning} {...shown} />
              ))}
            </ul>
          </dd>
        </>
      )}
    </dl>
  )
}

/** Beside an open form: the state, papers, periods and warnings that the step would bring, or why it would be refused. */
export const RehearsalPanel = (shown: Shown) => {
  const words = useWords(rehearsalWords)
  const { language } = useLanguage()
  const { told, refused, sealed } = shown
  if (refused)
    return (
      <Alert
        role="status"
        type="warning"
        showIcon
        title={words.notYet}
        description={
          <>
            {refused[language]}
            <div>{refused.todo[language]}</div>
          </>
        }
      />
    )
  if (!told) return <p className="field-hint rehearsal-hint">{sealed ? words.notSent : words.whenWhole}</p>
  return (
    <Alert
      role="status"
      type={told.warnings.length ? 'warning' : 'info'}
      title={words.title}
      description={<Told {...shown} told={told} />}
    />
  )
}
