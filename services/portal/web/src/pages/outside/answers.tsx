import type { Field } from '../../forms/fields.js'
import { isEmpty, type Values } from '../../forms/values.js'
import { useTitle, useWords } from '../../words/language.js'
import { outsideWords } from './words.js'

interface Line {
  key: string
  called: string
  says: string
}

/** The parts of a group that were filled in, each under the name of the group. */
const partsOf = (leftOut: string) => (group: string, lines: readonly Line[]) =>
  lines.flatMap((line) => (line.says === leftOut ? [] : [{ ...line, called: `${group} · ${line.called}` }]))

/** What was written, as it will be read: groups by their parts, choices by their titles. */
const useLines = () => {
  const title = useTitle()
  const { leftOut } = useWords(outsideWords)
  const parts = partsOf(leftOut)
  const lines = (fields: readonly Field[], values: Values, path: string): Line[] =>
    fields.flatMap((field): Line[] => {
      const value = values[field.name]
      const called = title(field.title, field.name)
      const key = `${path}.${field.name}`
      if (isEmpty(value)) return [{ key, called, says: leftOut }]
      if (field.kind === 'group') return parts(called, lines(field.fields, value as Values, key))
      const text = String(value)
      return [{ key, called, says: title(field.node['x-titles']?.[text], text) }]
    })
  return lines
}

export const Answers = ({ fields, values }: { fields: readonly Field[]; values: Values }) => {
  const lines = useLines()
  return (
    <dl className="outside-answers">
      {lines(fields, values, '').map(({ key, called, says }) => (
        <div key={key}>
          <dt>{called}</dt>
          <dd>{says}</dd>
        </div>
      ))}
    </dl>
  )
}
