import { Checkbox } from 'antd'
import type { AriaAttributes } from 'react'
import { useWords } from '../../words/language.js'
import { wall, WorldPicker } from '../clock.js'
import { useForming } from '../context.js'
import { spoken, type ControlProps } from '../control.js'
import { formWords } from '../words.js'

interface Picking extends AriaAttributes {
  id?: string
  status?: 'error'
  value: string | undefined
  onPick: (text: string | undefined) => void
  withTime: boolean
  disabled?: boolean | undefined
  from?: string
  until?: string
}

const DAY = 'YYYY-MM-DD'
const MINUTE = 'YYYY-MM-DDTHH:mm'

/** Picks a day or a minute by the wall clock; days outside the bounds cannot be picked. */
export const Picker = ({ value, onPick, withTime, disabled, from, until, ...rest }: Picking) => {
  const words = useWords(formWords)
  return (
    <WorldPicker
      {...rest}
      style={{ width: '100%', maxWidth: 260 }}
      value={value === undefined ? null : wall(value)}
      disabled={disabled ?? false}
      format={withTime ? 'YYYY-MM-DD HH:mm' : DAY}
      showTime={withTime ? { format: 'HH:mm' } : false}
      placeholder={withTime ? words.instant : words.day}
      needConfirm={false}
      {...(from !== undefined && { minDate: wall(from) })}
      {...(until !== undefined && { maxDate: wall(until) })}
      onChange={(picked) => onPick(picked ? picked.format(withTime ? MINUTE : DAY) : undefined)}
    />
  )
}

/** A day or an instant; where there may be none yet, that can be said. */
export const DayControl = (props: ControlProps & { withTime: boolean }) => {
  const { field, value, path, withTime, invalid } = props
  const { set } = useForming()
  const { none } = useWords(formWords)
  return (
    <>
      <Picker
        {...spoken(props)}
        {...(invalid && { status: 'error' as const })}
        value={typeof value === 'string' && value !== '' ? value : undefined}
        withTime={withTime}
        disabled={value === null}
        onPick={(text) => set(path, text)}
      />
      {field.nullable && (
        <div>
          <Checkbox checked={value === null} onChange={({ target }) => set(path, target.checked ? null : undefined)}>
            {none}
          </Checkbox>
        </div>
      )}
    </>
  )
}
