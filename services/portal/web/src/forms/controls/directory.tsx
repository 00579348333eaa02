import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useMemo, useState } from 'react'
import { readList } from '../../api/lists.js'
import { useSettled } from '../../api/settled.js'
import { useTitle, useWords } from '../../words/language.js'
import { useForming } from '../context.js'
import { spoken, type ControlProps } from '../control.js'
import { useDirectory, useDossierRecords } from '../directory.js'
import { formWords } from '../words.js'
import { ListControl } from './list.js'
import { TextControl } from './text.js'

interface Option {
  value: string
  label: string
}

/** Whoever is in no list that this reader may see, such as an officer of another agency, is written by the id. */
const useWritten = (options: readonly Option[], may: boolean) => {
  const [typed, setTyped] = useState('')
  const text = typed.trim()
  const known = !may || text === '' || options.some(({ label, value }) => `${label} ${value}`.includes(text))
  return { setTyped, all: known ? [...options] : [...options, { value: text, label: text }] }
}

/** One or several of a list that can be searched by name and by code. */
const Pick = ({
  options,
  many,
  also,
  ...props
}: ControlProps & { options: readonly Option[]; many: boolean; also?: (picked: string) => void }) => {
  const { field, value, path } = props
  const { set } = useForming()
  const words = useWords(formWords)
  const { all, setTyped } = useWritten(options, (field.item ?? field).kind === 'person')
  const common = {
    ...spoken(props),
    style: { width: '100%' },
    options: all,
    placeholder: words.choose,
    showSearch: {
      onSearch: setTyped,
      filterOption: (typed: string, option?: Option) => `${option?.label} ${option?.value}`.includes(typed.trim()),
    },
    ...(props.invalid && { status: 'error' as const }),
  }
  if (many)
    return (
      <Select
        {...common}
        mode="multiple"
        value={(value ?? []) as string[]}
        onChange={(picked: string[]) => set(path, picked)}
      />
    )
  return (
    <Select
      {...common}
      allowClear={!field.required}
      value={(value as string | undefined) ?? null}
      onChange={(picked: string | null) => {
        set(path, picked ?? undefined)
        if (picked) also?.(picked)
      }}
    />
  )
}

type Picked = ControlProps & { many?: boolean }

/** Where there is nothing to choose from, ids are written. */
const Written = ({ many, ...props }: Picked) => (many ? <ListControl {...props} /> : <TextControl {...props} />)

export const AgencyControl = (props: Picked) => {
  const title = useTitle()
  const agencies = useDirectory()?.agencies
  const may = (props.many ? props.field.item! : props.field).node['x-may']
  const options = useMemo(
    () =>
      agencies
        ?.filter(({ rights }) => may === undefined || (rights?.includes(may) ?? true))
        .map(({ code, name }) => ({ value: code, label: `${title(name, code)} · ${code}` })),
    [agencies, may, title],
  )
  return options?.length ? <Pick {...props} many={props.many ?? false} options={options} /> : <Written {...props} />
}

/** A person of the directory; the number of a licence goes along where a row asks for it. */
export const PeopleControl = (props: Picked) => {
  const title = useTitle()
  const { set } = useForming()
  const { licensed } = useWords(formWords)
  const directory = useDirectory()
  const node = props.many ? props.field.item!.node : props.field.node
  const options = useMemo(() => {
    const names = new Map(directory?.agencies.map(({ code, name }) => [code, title(name, code)]))
    return directory?.people
      .filter((one) => !node['x-licensed'] || one.licensed !== false)
      .map(({ person, name, agency, licensed: is }) => ({
        value: person,
        label: [name, names.get(agency) ?? agency, ...(is ? [licensed] : [])].join(' · '),
      }))
  }, [directory, node, title, licensed])
  const licenceOf = (picked: string) => {
    const licence = directory?.people.find(({ person }) => person === picked)?.licence
    if (licence) set([...props.path.slice(0, -1), 'licence'], licence)
  }
  const also = props.path.at(-1) === 'person' ? licenceOf : () => {}
  return options?.length ? (
    <Pick {...props} many={props.many ?? false} options={options} also={also} />
  ) : (
    <Written {...props} />
  )
}

interface Offered {
  options: Option[]
  placeholder: string
  /** Asked for what is typed; the options are what was found. */
  seek?: (typed: string) => void
}

/** Some to choose from; the id of another can be written. */
const PickOrWrite = ({ options, placeholder, seek, many, ...props }: Picked & Offered) => {
  const { value, path } = props
  const { set } = useForming()
  return (
    <Select
      {...spoken(props)}
      mode="tags"
      style={{ width: '100%' }}
      value={value === undefined ? [] : ([value].flat() as string[])}
      options={options}
      placeholder={placeholder}
      showSearch={seek ? { onSearch: seek, filterOption: false } : { optionFilterProp: 'label' }}
      {...(!many && { maxCount: 1 })}
      {...(props.invalid && { status: 'error' as const })}
      onChange={(picked: string[]) => set(path, many ? picked : picked.at(-1))}
    />
  )
}

const FOUND = 10
const STILL_MS = 200

/** A matter that this reader may know, found by a name, number or code in it. */
const DossierControl = (props: Picked) => {
  const words = useWords(formWords)
  const { dossier: own } = useForming()
  const [typed, seek] = useState('')
  const sought = useSettled(typed.trim(), STILL_MS)
  const { data } = useQuery({
    queryKey: ['records', 'dossiers', sought],
    queryFn: () => readList({}, sought, { limit: FOUND, skip: 0 }),
    enabled: [...sought].length > 1,
  })
  const options = useMemo(
    () => [
      ...new Map([
        ...(data?.rows ?? []).map(
          ({ dossier, label, numbers }) =>
            [dossier, { value: dossier, label: [label, numbers?.[0]].filter(Boolean).join(' · ') }] as const,
        ),
        ...(own ? [[own, { value: own, label: words.thisDossier }] as const] : []),
      ]).values(),
    ],
    [data, own, words],
  )
  return <PickOrWrite {...props} options={options} placeholder={words.findDossier} seek={seek} />
}

export const RecordsControl = (props: Picked) => {
  const node = props.many ? props.field.item!.node : props.field.node
  return node['x-kind'] === 'dossier' ? <DossierControl {...props} /> : <OfMatter {...props} />
}

/** Another record of the same matter, of the kind that is asked for. */
const OfMatter = (props: Picked) => {
  const title = useTitle()
  const words = useWords(formWords)
  const { dossier, record } = useForming()
  const records = useDossierRecords(dossier)
  const node = props.many ? props.field.item!.node : props.field.node
  const options = useMemo(() => {
    const kinds = node['x-kind'] === undefined ? undefined : [node['x-kind']].flat()
    return records
      ?.filter(({ id, kind }) => id !== record && (kinds?.includes(kind) ?? true))
      .map(({ id, kind, kindTitle, numbers, label }) => ({
        value: id,
        label: [title(kindTitle, kind), numbers?.[0], label].filter(Boolean).join(' · '),
      }))
  }, [records, record, node, title])
  return options ? (
    <PickOrWrite {...props} options={options} placeholder={words.chooseRecord} />
  ) : (
    <Written {...props} />
  )
}
