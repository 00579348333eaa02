import { Input } from 'antd'
import { useState } from 'react'
import { useTitle, useWords } from '../../words/language.js'
import { numberOf } from '../check.js'
import { useForming } from '../context.js'
import { exampleOf, spoken, type ControlProps } from '../control.js'
import { yuanOf } from '../fen.js'
import { formWords } from '../words.js'

const textOf = (kind: 'money' | 'whole', value: unknown): string => {
  if (typeof value !== 'number') return String(value ?? '')
  return kind === 'money' ? yuanOf(value) : String(value)
}

/** A number typed as people write it; what was typed stays while it is being typed. */
export const NumberControl = (props: ControlProps & { kind: 'money' | 'whole' }) => {
  const { kind, path, value } = props
  const { set } = useForming()
  const { yuan, like } = useWords(formWords)
  const title = useTitle()
  const [typed, setTyped] = useState<string>()
  return (
    <Input
      {...spoken(props)}
      className="numbers"
      style={{ maxWidth: 260 }}
      styles={{ input: { textAlign: 'right' } }}
      value={typed ?? textOf(kind, value)}
      inputMode="decimal"
      autoComplete="off"
      suffix={kind === 'money' ? yuan : title(props.field.node['x-unit']) || undefined}
      placeholder={kind === 'money' ? undefined : exampleOf(props, like)}
      status={props.invalid ? 'error' : ''}
      onChange={({ target }) => {
        setTyped(target.value)
        set(path, numberOf(kind, target.value))
      }}
      onBlur={() => setTyped(undefined)}
    />
  )
}
