import { Button, DatePicker, Select } from 'antd'
import dayjs from 'dayjs'
import type { FilterName, Filters } from '../../api/lists.js'
import type { Choices } from '../../api/lists.js'
import { useLanguage, useTitle, useWords } from '../../words/language.js'
import { sayDay } from '../../words/dates.js'
import { searchWords } from './words.js'

const MARKS = ['running', 'paused', 'breached', 'late', 'lapsed'] as const

interface Filtering {
  choices: Choices | undefined
  values: Filters
  change: (next: Partial<Record<FilterName, string | undefined>>) => void
}

type Option = { value: string; label: string }

/** What each filter may be, in words. */
export const useOptions = (
  choices: Choices | undefined,
  { kind }: Filters,
): Readonly<Record<'kind' | 'state' | 'holder' | 'clock' | 'mark' | 'is', Option[]>> => {
  const words = useWords(searchWords)
  const title = useTitle()
  const kinds = choices?.kinds ?? []
  const own = kinds.filter((one) => !kind || one.kind === kind)
  const unique = (options: Option[]): Option[] => [...new Map(options.map((one) => [one.value, one])).values()]
  return {
    kind: kinds.map((one) => ({ value: one.kind, label: title(one.title, one.kind) })),
    state: unique(
      own.flatMap(({ states }) => states.map((one) => ({ value: one.state, label: title(one.title, one.state) }))),
    ),
    holder: (choices?.agencies ?? []).map(({ agency, name }) => ({ value: agency, label: title(name, agency) })),
    clock: unique(
      own.flatMap(({ clocks }) => clocks.map((one) => ({ value: one.clock, label: title(one.title, one.clock) }))),
    ),
    mark: MARKS.map((mark) => ({ value: mark, label: words[mark] })),
    is: [
      { value: 'open', label: words.isOpen },
      { value: 'closed', label: words.isClosed },
    ],
  }
}

/** The filters that are set, each in words. */
export const useFilterWords = (choices: Choices | undefined, values: Filters): string[] => {
  const words = useWords(searchWords)
  const { language } = useLanguage()
  const options = useOptions(choices, values)
  const chosen = (['kind', 'state', 'holder', 'clock', 'mark', 'is'] as const).flatMap((name) =>
    values[name] ? [options[name].find(({ value }) => value === values[name])?.label ?? values[name]] : [],
  )
  const day = (value: string) => sayDay(value, language)
  return [
    ...chosen,
    ...(values.from ? [words.fromDay(day(values.from))] : []),
    ...(values.to ? [words.toDay(day(values.to))] : []),
    ...(values.week ? [words.weekOf(day(values.week))] : []),
  ]
}

const Days = ({ values, change }: Filtering) => {
  const words = useWords(searchWords)
  return (['from', 'to'] as const).map((name) => (
    <DatePicker
      key={name}
      aria-label={words[name]}
      placeholder={words[name]}
      value={values[name] ? dayjs(values[name]) : null}
      onChange={(day) => change({ [name]: day ? day.format('YYYY-MM-DD') : undefined })}
    />
  ))
}

/** Everything a list may be narrowed by. */
export const FilterBar = ({ choices, values, change }: Filtering) => {
  const words = useWords(searchWords)
  const options = useOptions(choices, values)
  const names = ['kind', 'state', 'holder', 'clock', ...(values.clock ? (['mark'] as const) : []), 'is'] as const
  const alone = {
    kind: { state: undefined, clock: undefined, mark: undefined },
    clock: { mark: undefined },
  } as Partial<Record<FilterName, Filters>>
  return (
    <div className="work-bar on-screen" role="group" aria-label={words.records}>
      {names.map((name) => (
        <Select
          key={name}
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          aria-label={words[name]}
          placeholder={words[name]}
          popupMatchSelectWidth={false}
          style={{ minWidth: 128, maxWidth: 260 }}
          value={values[name]}
          options={options[name]}
          onChange={(value: string | undefined) => change({ ...alone[name], [name]: value })}
        />
      ))}
      <Days {...{ choices, values, change }} />
      {Object.keys(values).length > 0 && (
        <Button
          type="link"
          onClick={() => change(Object.fromEntries(Object.keys(values).map((name) => [name, undefined])))}
        >
          {words.clear}
        </Button>
      )}
    </div>
  )
}
