import { CloseOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Form } from 'antd'
import { useRef, type ClipboardEvent, type KeyboardEvent } from 'react'
import { useTitle, useWords } from '../../words/language.js'
import { numberOf } from '../check.js'
import { idOf, useForming } from '../context.js'
import type { ControlProps } from '../control.js'
import { Control } from '../field.js'
import { useSurroundings } from '../frame.js'
import { cellsOf } from '../paste.js'
import type { Field } from '../fields.js'
import type { Path } from '../values.js'
import { formWords } from '../words.js'

export const RemoveLine = ({ n, onClick }: { n: number; onClick: () => void }) => {
  const words = useWords(formWords)
  return <Button type="text" icon={<CloseOutlined />} aria-label={words.remove(n)} onClick={onClick} />
}

export const AddLine = ({ field, onClick, id }: { field: Field; onClick: () => void; id: string }) => {
  const words = useWords(formWords)
  const title = useTitle()
  return (
    <Button size="small" type="dashed" icon={<PlusOutlined />} onClick={onClick} id={id}>
      {words.add(title(field.title, field.name))}
    </Button>
  )
}

/** A pasted cell as the value of a field. */
export const cellValue = (field: Field, cell: string): unknown =>
  field.kind === 'money' || field.kind === 'whole' ? numberOf(field.kind, cell) : cell

/** A fault under a control that has its label elsewhere. */
export const Bare = ({ field, value, path, label }: { field: Field; value: unknown; path: Path; label: string }) => {
  const { id, describedBy, invalid, fault } = useSurroundings(field, path)
  return (
    <Form.Item validateStatus={invalid ? 'error' : ''} style={{ marginBottom: 0 }}>
      <Control {...{ field, value, path, id, describedBy, invalid, label }} />
      {fault}
    </Form.Item>
  )
}

/** A list of single values, one on each line; Enter goes on to the next, a pasted column fills the lines below. */
export const ListControl = ({ field, value, path }: ControlProps) => {
  const words = useWords(formWords)
  const title = useTitle()
  const { set, prefix } = useForming()
  const box = useRef<HTMLDivElement>(null)
  const items = (value ?? []) as unknown[]
  const lines = items.length ? items : [undefined]
  const item = { ...field.item!, title: field.title }
  const go = (index: number) => setTimeout(() => document.getElementById(idOf(prefix, [...path, index]))?.focus(), 0)
  const add = (index: number) => {
    set(path, [...lines.slice(0, index), undefined, ...lines.slice(index)])
    go(index)
  }
  const next = (event: KeyboardEvent, index: number) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || item.kind === 'long') return
    event.preventDefault()
    if (index === lines.length - 1) add(index + 1)
    else go(index + 1)
  }
  const paste = (event: ClipboardEvent, index: number) => {
    const cells = cellsOf(event.clipboardData.getData('text/plain'))
    if (!cells) return
    event.preventDefault()
    const pasted = cells.flat().filter((cell) => cell !== '')
    set(path, [...lines.slice(0, index), ...pasted.map((cell) => cellValue(item, cell)), ...lines.slice(index + 1)])
  }
  return (
    <div ref={box}>
      {lines.map((one, index) => (
        <div
          className="field-line"
          key={index}
          onKeyDown={(event) => next(event, index)}
          onPaste={(event) => paste(event, index)}
        >
          <div className="grow">
            <Bare
              field={item}
              value={one}
              path={[...path, index]}
              label={`${title(field.title)} ${words.row(index + 1)}`}
            />
          </div>
          {lines.length > 1 && <RemoveLine n={index + 1} onClick={() => set(path, lines.toSpliced(index, 1))} />}
        </div>
      ))}
      <AddLine field={field} id={`${idOf(prefix, path)}-add`} onClick={() => add(lines.length)} />
    </div>
  )
}
