import { Form } from 'antd'
import type { ReactNode } from 'react'
import { useTitle, useWords } from '../words/language.js'
import { idOf, keyOf, useForming } from './context.js'
import type { Field } from './fields.js'
import type { Path } from './values.js'
import { formWords } from './words.js'

const Fault = ({ id, text }: { id: string; text: string }) => (
  <div id={id} className="field-fault">
    <span aria-hidden>✕ </span>
    {text}
  </div>
)

/** What stands around a control: its fault and hint, tied to it for those who hear the page. */
export const useSurroundings = (field: Field, path: Path) => {
  const title = useTitle()
  const { faults, prefix } = useForming()
  const id = idOf(prefix, path)
  const fault = faults.get(keyOf(path))
  const hint = title(field.hint)
  const describedBy = [hint && `${id}-hint`, fault && `${id}-fault`].filter(Boolean).join(' ') || undefined
  return {
    id,
    describedBy,
    invalid: fault !== undefined,
    hint: hint ? (
      <div id={`${id}-hint`} className="field-hint">
        {hint}
      </div>
    ) : null,
    fault: fault && <Fault id={`${id}-fault`} text={title(fault)} />,
  }
}

export const Label = ({ field }: { field: Field }) => {
  const title = useTitle()
  const { required } = useWords(formWords)
  return (
    <span>
      {title(field.title, field.name)}
      {field.required && (
        <span className="field-required" title={required}>
          <span aria-hidden> *</span>
          <span className="spoken">（{required}）</span>
        </span>
      )}
    </span>
  )
}

/** A field of one control, under its label. */
export const OneFrame = ({ field, path, children }: { field: Field; path: Path; children: ReactNode }) => {
  const { id, hint, fault, invalid } = useSurroundings(field, path)
  return (
    <Form.Item
      htmlFor={id}
      label={<Label field={field} />}
      validateStatus={invalid ? 'error' : ''}
      style={{ marginBottom: 14 }}
    >
      {children}
      {fault}
      {hint}
    </Form.Item>
  )
}

/** A field of several controls: a set of them with a legend. */
export const ManyFrame = ({ field, path, children }: { field: Field; path: Path; children: ReactNode }) => {
  const { id, hint, fault } = useSurroundings(field, path)
  return (
    <fieldset className="field-set" id={id} tabIndex={-1}>
      <legend>
        <Label field={field} />
      </legend>
      {hint}
      {fault}
      {children}
    </fieldset>
  )
}
