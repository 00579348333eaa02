import { Card, Grid } from 'antd'
import type { ClipboardEvent } from 'react'
import { useTitle, useWords } from '../../words/language.js'
import { idOf, useForming } from '../context.js'
import type { ControlProps } from '../control.js'
import { Fields } from '../field.js'
import { inRow, type Field } from '../fields.js'
import { Label } from '../frame.js'
import { cellsOf } from '../paste.js'
import type { Values } from '../values.js'
import { formWords } from '../words.js'
import { AddLine, Bare, cellValue, RemoveLine } from './list.js'

const PLAIN: readonly Field['kind'][] = ['text', 'whole', 'money', 'day', 'choice', 'agency', 'person', 'record']
const MOST = 5

const isPlain = (fields: readonly Field[]): boolean =>
  fields.length <= MOST && fields.every(({ kind, nullable }) => PLAIN.includes(kind) && !nullable)

/** Cells of a sheet as rows, from the field that they were pasted into; rows that stand there keep their other fields. */
const filled = (
  rows: readonly Values[],
  cells: readonly string[][],
  fields: readonly Field[],
  at: number,
  from: number,
) =>
  rows.toSpliced(
    at,
    cells.length,
    ...cells.map((row, index) => ({
      ...rows[at + index],
      ...Object.fromEntries(
        fields.slice(from, from + row.length).map((field, column) => [field.name, cellValue(field, row[column]!)]),
      ),
    })),
  )

interface Rows extends ControlProps {
  rows: readonly Values[]
  remove: (index: number) => void
  paste: (event: ClipboardEvent, row: number, column: number) => void
}

const Table = ({ field, rows, path, remove, paste }: Rows) => {
  const words = useWords(formWords)
  const title = useTitle()
  return (
    <table className="field-table">
      <thead>
        <tr>
          {field.fields.map((one) => (
            <th key={one.name} scope="col">
              <Label field={one} />
            </th>
          ))}
          <td />
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <tr key={index}>
            {inRow(field.fields, row).map((one, column) => (
              <td key={one.name} onPaste={(event) => paste(event, index, column)}>
                <Bare
                  field={one}
                  value={row[one.name]}
                  path={[...path, index, one.name]}
                  label={`${title(one.title)} ${words.row(index + 1)}`}
                />
              </td>
            ))}
            <td style={{ width: 32 }}>
              <RemoveLine n={index + 1} onClick={() => remove(index)} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const Cards = ({ field, rows, path, remove }: Rows) => {
  const words = useWords(formWords)
  return rows.map((row, index) => (
    <Card
      key={index}
      size="small"
      title={words.row(index + 1)}
      extra={<RemoveLine n={index + 1} onClick={() => remove(index)} />}
      style={{ marginBottom: 8 }}
      styles={{ body: { paddingBottom: 0 } }}
    >
      <Fields fields={inRow(field.fields, row)} values={row} path={[...path, index]} />
    </Card>
  ))
}

/** A list of things: a table where it is wide and they are plain, cards else. */
export const RowsControl = (props: ControlProps) => {
  const { field, value, path } = props
  const words = useWords(formWords)
  const { set, prefix } = useForming()
  const wide = Grid.useBreakpoint().md !== false
  const rows = ((value ?? []) as (Values | undefined)[]).map((row) => row ?? {})
  const plain = isPlain(field.fields)
  const paste = (event: ClipboardEvent, row: number, column: number) => {
    const cells = cellsOf(event.clipboardData.getData('text/plain'))
    if (!cells) return
    event.preventDefault()
    set(path, filled(rows, cells, field.fields, row, column))
  }
  const Shape = plain && wide ? Table : Cards
  return (
    <>
      {rows.length > 0 && (
        <Shape {...props} rows={rows} paste={paste} remove={(index) => set(path, rows.toSpliced(index, 1))} />
      )}
      <AddLine field={field} id={`${idOf(prefix, path)}-add`} onClick={() => set(path, [...rows, {}])} />
      {plain && rows.length > 0 && <span className="field-hint"> {words.paste}</span>}
    </>
  )
}
