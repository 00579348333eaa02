import { AutoComplete, Segmented, Select } from 'antd'
import { useTitle, useWords } from '../../words/language.js'
import { idOf, keyOf, useForming } from '../context.js'
import type { ControlProps } from '../control.js'
import { Control, FieldBox } from '../field.js'
import type { Chosen, MapRow } from '../values.js'
import { valueUnder, type Field } from '../fields.js'
import { valueWords } from '../field-words.js'
import { formWords } from '../words.js'
import { AddLine, RemoveLine } from './list.js'

/** Titles that are offered for the rows: what the step asks for, and the names that its schema knows. */
const useOffered = ({ field }: ControlProps): { value: string; label: string }[] => {
  const title = useTitle()
  const { offered } = useForming()
  const named = Object.entries(field.node['x-titles'] ?? {}).map(([value, one]) => ({
    value,
    label: title(one, value),
  }))
  const papers = field.item!.kind === 'list' ? offered : []
  return [...named, ...papers.map((value) => ({ value, label: value }))]
}

const KeyControl = ({ props, row, index }: { props: ControlProps; row: MapRow; index: number }) => {
  const words = useWords(formWords)
  const title = useTitle()
  const { set, faults, prefix } = useForming()
  const options = useOffered(props)
  const path = [...props.path, index, 'key']
  const fault = faults.get(keyOf(path))
  const common = {
    id: idOf(prefix, path),
    'aria-label': `${words.paper} ${words.row(index + 1)}`,
    style: { width: '100%' },
    ...(fault && { status: 'error' as const }),
    onChange: (key: string | undefined) => set(path, key ?? ''),
  }
  return (
    <>
      {props.field.node['x-titles'] ? (
        <Select
          {...common}
          value={row.key || null}
          options={options}
          placeholder={words.choose}
          showSearch={{ optionFilterProp: 'label' }}
        />
      ) : (
        <AutoComplete
          {...common}
          value={row.key}
          options={options.filter(({ value }) => row.key === '' || value.includes(row.key))}
          placeholder={words.paper}
        />
      )}
      {fault && <div className="field-fault">{title(fault)}</div>}
    </>
  )
}

const valueField = (field: Field, key: string): Field => ({
  ...valueUnder(field, key),
  title: field.item!.kind === 'list' ? valueWords.evidence : valueWords.content,
})

/** Things by their titles, as the evidence enclosed under the title of each paper. */
export const MapControl = (props: ControlProps) => {
  const { field, value, path } = props
  const { set, prefix } = useForming()
  const rows = (value ?? []) as MapRow[]
  return (
    <>
      {rows.map((row, index) => (
        <div className="field-group" key={index} style={{ marginBottom: 8 }}>
          <div className="field-line">
            <div className="grow">
              <KeyControl props={props} row={row} index={index} />
            </div>
            <RemoveLine n={index + 1} onClick={() => set(path, rows.toSpliced(index, 1))} />
          </div>
          <FieldBox field={valueField(field, row.key)} value={row.value} path={[...path, index, 'value']} />
        </div>
      ))}
      <AddLine
        field={field}
        id={`${idOf(prefix, path)}-add`}
        onClick={() => set(path, [...rows, { key: '', value: undefined }])}
      />
    </>
  )
}

/** One of two ways to say the same: for all of them, or for each. */
export const EitherControl = (props: ControlProps) => {
  const { field, value, path } = props
  const words = useWords(formWords)
  const { set } = useForming()
  const { way = 0, value: inner } = (value ?? {}) as Chosen
  const names = field.ways!.map((one) => (one.kind === 'map' ? words.forEach : words.forAll))
  const chosen = { ...field.ways![way]!, title: field.title }
  return (
    <>
      <Segmented
        size="small"
        value={way}
        style={{ marginBottom: 8 }}
        options={names.map((label, index) => ({ value: index, label }))}
        onChange={(picked) => set(path, { way: picked, value: undefined })}
      />
      <Control {...props} key={way} field={chosen} value={inner} path={[...path, 'value']} />
    </>
  )
}
