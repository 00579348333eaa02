import { Input } from 'antd'
import { Found, MarkedArea } from '../marks.js'
import { useForming } from '../context.js'
import { spoken, type ControlProps } from '../control.js'
import { written } from '../written.js'

const EXAMPLE = /^[\w-]{1,30}$/

/** A line of text; once it is left it stands there as it is sent. */
export const TextControl = (props: ControlProps) => {
  const { set } = useForming()
  const [example] = props.field.node.examples ?? []
  const like = typeof example === 'string' && EXAMPLE.test(example) ? example : undefined
  const text = String(props.value ?? '')
  const meant = written(props.field.node, text)
  const marks = props.field.node['x-marks']
  return (
    <>
      <Input
        {...spoken(props)}
        value={text}
        autoComplete="off"
        placeholder={like}
        status={props.invalid ? 'error' : ''}
        onChange={({ target }) => set(props.path, target.value)}
        onBlur={() => meant !== text && set(props.path, meant)}
      />
      {marks && <Found marks={marks} text={text} />}
    </>
  )
}

/** Text of several lines; it grows with what is written. */
export const LongControl = (props: ControlProps) => {
  const { set } = useForming()
  const text = String(props.value ?? '')
  const marks = props.field.node['x-marks']
  const area = (
    <Input.TextArea
      {...spoken(props)}
      value={text}
      autoSize={{ minRows: 2, maxRows: 12 }}
      status={props.invalid ? 'error' : ''}
      onChange={({ target }) => set(props.path, target.value)}
    />
  )
  return marks ? (
    <MarkedArea marks={marks} text={text}>
      {area}
    </MarkedArea>
  ) : (
    area
  )
}
