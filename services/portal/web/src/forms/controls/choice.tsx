import { Checkbox, Radio, Select } from 'antd'
import { useTitle, useWords } from '../../words/language.js'
import { useForming } from '../context.js'
import { spoken, type ControlProps } from '../control.js'
import type { Field } from '../fields.js'
import { formWords } from '../words.js'

/** Values with their titles; titles are kept beside the codes or, in Chinese lists, are the values themselves. */
const useOptions = ({ node }: Field) => {
  const title = useTitle()
  const titles = node['x-titles']
  const values = node.enum ?? Object.keys(titles ?? {})
  return values.map((value) => ({ value, label: title(titles?.[value], value) }))
}

/** What a choice is for, where that is said. */
const About = ({ field: { node }, value }: { field: Field; value: unknown }) => {
  const title = useTitle()
  const about = node['x-about']?.[String(value)]
  return about ? <div className="field-hint">{title(about)}</div> : null
}

const FEW = 5

/** One of a few as radio buttons, one of many in a list that can be searched. */
export const ChoiceControl = (props: ControlProps) => {
  const { field, value, path } = props
  const { set } = useForming()
  const words = useWords(formWords)
  const options = useOptions(field)
  if (options.length <= FEW && !props.label)
    return (
      <Radio.Group
        {...spoken(props)}
        className="field-radios"
        value={value ?? (field.required ? undefined : '')}
        options={(field.required ? options : [...options, { value: '', label: words.leftOut }]).map((one) => ({
          value: one.value,
          label: (
            <>
              {one.label}
              <About field={field} value={one.value} />
            </>
          ),
        }))}
        onChange={({ target }) => set(path, target.value === '' ? undefined : target.value)}
      />
    )
  return (
    <>
      <Select
        {...spoken(props)}
        style={{ width: '100%' }}
        value={(value as string | undefined) ?? null}
        showSearch={{ optionFilterProp: 'label' }}
        allowClear={!field.required}
        options={options}
        placeholder={words.choose}
        status={props.invalid ? 'error' : ''}
        onChange={(picked: string | undefined) => set(path, picked)}
      />
      <About field={field} value={value} />
    </>
  )
}

const SOME = 10

/** Several of a few as boxes to tick, several of many in a list that can be searched. */
export const ChoicesControl = (props: ControlProps) => {
  const { field, value, path } = props
  const { set } = useForming()
  const words = useWords(formWords)
  const options = useOptions(field.item!)
  const chosen = (value ?? []) as string[]
  if (options.length <= SOME)
    return (
      <Checkbox.Group
        value={chosen}
        options={options}
        style={{ display: 'flex', flexWrap: 'wrap', gap: '4px 16px' }}
        onChange={(picked) => set(path, picked)}
      />
    )
  return (
    <Select
      {...spoken(props)}
      mode="multiple"
      style={{ width: '100%' }}
      value={chosen}
      options={options}
      showSearch={{ optionFilterProp: 'label' }}
      placeholder={words.choose}
      onChange={(picked: string[]) => set(path, picked)}
    />
  )
}

/** Yes or no; where nobody need say, that too. */
export const YesControl = (props: ControlProps) => {
  const { field, value, path } = props
  const { set } = useForming()
  const words = useWords(formWords)
  const options = [
    { value: 'yes', label: words.yes },
    { value: 'no', label: words.no },
    ...(field.required || field.node.default !== undefined ? [] : [{ value: '', label: words.leftOut }]),
  ]
  const said = typeof value === 'boolean' ? value : field.node.default
  const shown = said === true ? 'yes' : said === false ? 'no' : field.required ? undefined : ''
  return (
    <Radio.Group
      {...spoken(props)}
      value={shown}
      options={options}
      onChange={({ target }) => set(path, target.value === '' ? undefined : target.value === 'yes')}
    />
  )
}
