import { Input } from 'antd'
import { Found, MarkedArea } from '../marks.js'
import { useForming } from '../context.js'
import { useWords } from '../../words/language.js'
import { exampleOf, spoken, type ControlProps } from '../control.js'
import { formWords } from '../words.js'
import { written } from '../written.js'

/** A line of text; once it is left it stands there as it is sent. */
export const TextControl = (props: ControlProps) => {
  const { set } = useForming()
  const { like } = useWords(formWords)
  const text = String(props.value ?? '')
  const meant = written(props.field.node, text)
  const marks = props.field.node['x-marks']
  return (
    <>
      <Input
        {...spoken(props)}
        value={text}
        autoComplete="off"
        placeholder={exampleOf(props, like)}
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
  const { like } = useWords(formWords)
  const text = String(props.value ?? '')
  const marks = props.field.node['x-marks']
  const area = (
    <Input.TextArea
      {...spoken(props)}
      value={text}
      autoSize={{ minRows: 2, maxRows: 12 }}
      placeholder={exampleOf(props, like)}
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
