import { Input } from 'antd'
import { useForming } from '../context.js'
import { spoken, type ControlProps } from '../control.js'

const EXAMPLE = /^[\w-]{1,30}$/

/** A line of text. */
export const TextControl = (props: ControlProps) => {
  const { set } = useForming()
  const [example] = props.field.node.examples ?? []
  const like = typeof example === 'string' && EXAMPLE.test(example) ? example : undefined
  return (
    <Input
      {...spoken(props)}
      value={String(props.value ?? '')}
      autoComplete="off"
      placeholder={like}
      status={props.invalid ? 'error' : ''}
      onChange={({ target }) => set(props.path, target.value)}
    />
  )
}

/** Text of several lines; it grows with what is written. */
export const LongControl = (props: ControlProps) => {
  const { set } = useForming()
  return (
    <Input.TextArea
      {...spoken(props)}
      value={String(props.value ?? '')}
      autoSize={{ minRows: 2, maxRows: 12 }}
      status={props.invalid ? 'error' : ''}
      onChange={({ target }) => set(props.path, target.value)}
    />
  )
}
