import { Alert, Button } from 'antd'
import { useTitle, useWords } from '../words/language.js'
import type { Fault } from './check.js'
import { idOf } from './context.js'
import type { Field } from './fields.js'
import type { Path } from './values.js'
import { formWords } from './words.js'

/** What the field at a path is called, with the number of its line where it stands in one. */
const calledAt = (fields: readonly Field[], path: Path): { titles: Field['title'][]; line?: number } => {
  const titles: Field['title'][] = []
  let [within, line]: [readonly Field[], number | undefined] = [fields, undefined]
  for (const key of path) {
    if (typeof key === 'number') line = key + 1
    const field = within.find(({ name }) => name === key)
    if (!field) continue
    titles.push(field.title)
    within = field.fields
  }
  return { titles, ...(line !== undefined && { line }) }
}

const goTo = (id: string): void => {
  const found = document.getElementById(id) ?? document.getElementById(`${id}-of`)
  found?.scrollIntoView({ block: 'center' })
  found?.focus({ preventScroll: true })
}

/** Everything that keeps the form from being sent, on top, each leading to its field. */
export const Summary = ({
  faults,
  fields,
  prefix,
  refused,
}: {
  faults: readonly Fault[]
  fields: readonly Field[]
  prefix: string
  /** Whether it was sent, and refused. */
  refused: boolean
}) => {
  const words = useWords(formWords)
  const title = useTitle()
  const named = (path: Path): string => {
    const { titles, line } = calledAt(fields, path)
    return [...titles.map((one) => title(one)), ...(line === undefined ? [] : [words.row(line)])].join(' · ')
  }
  return (
    <Alert
      type="error"
      showIcon
      title={refused ? words.concerned(faults.length) : words.faults(faults.length)}
      description={
        <ul style={{ margin: 0, paddingInlineStart: 18 }}>
          {faults.map((fault) => (
            <li key={`${fault.path.join('.')} ${fault.zh}`}>
              <Button
                type="link"
                style={{ padding: 0, height: 'auto', whiteSpace: 'normal', textAlign: 'start' }}
                onClick={() => goTo(idOf(prefix, fault.path))}
              >
                {[named(fault.path), title(fault)].filter(Boolean).join('：')}
              </Button>
            </li>
          ))}
        </ul>
      }
    />
  )
}
