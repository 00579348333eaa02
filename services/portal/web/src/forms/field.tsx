import { memo, type ComponentType } from 'react'
import { useTitle } from '../words/language.js'
import { useForming } from './context.js'
import type { ControlProps } from './control.js'
import { AgencyControl, PeopleControl, RecordsControl } from './controls/directory.js'
import { ChoiceControl, ChoicesControl, YesControl } from './controls/choice.js'
import { DayControl } from './controls/day.js'
import { ListControl } from './controls/list.js'
import { EitherControl, MapControl } from './controls/map.js'
import { NumberControl } from './controls/number.js'
import { RowsControl } from './controls/rows.js'
import { LongControl, TextControl } from './controls/text.js'
import type { Title } from '../api/types.js'
import { groupsOf, type Field, type FieldKind } from './fields.js'
import { ManyFrame, OneFrame, useSurroundings } from './frame.js'
import type { Path, Values } from './values.js'

const ManyControl = (props: ControlProps) => {
  const kind = props.field.item!.kind
  if (kind === 'person') return <PeopleControl {...props} many />
  if (kind === 'record') return <RecordsControl {...props} many />
  if (kind === 'agency') return <AgencyControl {...props} many />
  return <ChoicesControl {...props} />
}

const CONTROLS: Readonly<Record<FieldKind, ComponentType<ControlProps>>> = {
  text: TextControl,
  long: LongControl,
  whole: (props) => <NumberControl {...props} kind="whole" />,
  money: (props) => <NumberControl {...props} kind="money" />,
  day: (props) => <DayControl {...props} withTime={false} />,
  instant: (props) => <DayControl {...props} withTime />,
  yes: YesControl,
  choice: ChoiceControl,
  agency: AgencyControl,
  person: PeopleControl,
  record: RecordsControl,
  group: ({ field, value, path }) => (
    <div className="field-group">
      <Fields fields={field.fields} values={(value ?? {}) as Values} path={path} />
    </div>
  ),
  list: ListControl,
  choices: ManyControl,
  rows: RowsControl,
  map: MapControl,
  either: EitherControl,
}

/** The control of a field alone. */
export const Control = (props: ControlProps) => {
  const Kind = CONTROLS[props.field.kind]
  return <Kind {...props} />
}

/** Kinds that are several controls under one legend. */
const MANY: readonly FieldKind[] = ['group', 'list', 'rows', 'map', 'either', 'yes', 'choices']
const RADIOS = 5

const isMany = ({ kind, node }: Field): boolean =>
  MANY.includes(kind) || (kind === 'choice' && (node.enum?.length ?? RADIOS + 1) <= RADIOS)

/** A field with its label, hint and fault. */
export const FieldBox = memo(({ field, value, path }: { field: Field; value: unknown; path: Path }) => {
  const { id, describedBy, invalid } = useSurroundings(field, path)
  const title = useTitle()
  const many = isMany(field)
  const Frame = many ? ManyFrame : OneFrame
  const label = field.kind === 'choices' ? title(field.title, field.name) : undefined
  return (
    <Frame field={field} path={path}>
      <Control
        field={field}
        value={value}
        path={path}
        id={many ? `${id}-of` : id}
        describedBy={describedBy}
        invalid={invalid}
        label={label}
      />
    </Frame>
  )
}, samePlace)

interface Place {
  field: Field
  value: unknown
  path: Path
}

function samePlace(before: Place, after: Place): boolean {
  return before.field === after.field && before.value === after.value && before.path.join('.') === after.path.join('.')
}

const WIDE: readonly FieldKind[] = ['long', 'group', 'list', 'rows', 'map', 'either', 'choices']

const isWide = ({ kind, node }: Field): boolean => WIDE.includes(kind) || node['x-about'] !== undefined

interface Laid {
  fields: readonly Field[]
  values: Values
  path: Path
}

/** Short fields beside each other, long ones by themselves. */
const Grid = ({ fields, values, path }: Laid) => {
  const { beneath } = useForming()
  return (
    <div className="field-grid">
      {fields.map((field) => (
        <div key={field.name} className={isWide(field) ? 'wide' : ''}>
          <FieldBox field={field} value={values[field.name]} path={[...path, field.name]} />
          {path.length === 0 && beneath?.(field.name)}
        </div>
      ))}
    </div>
  )
}

const Part = ({ heading, ...laid }: Laid & { heading: Title }) => {
  const title = useTitle()
  return (
    <fieldset className="field-part">
      <legend>{title(heading)}</legend>
      <Grid {...laid} />
    </fieldset>
  )
}

/** The fields of an object, in their order, under the headings of their groups. */
export const Fields = ({ fields, ...laid }: Laid) =>
  groupsOf(fields).map(({ heading, fields: inner }) =>
    heading ? (
      <Part key={inner[0]!.name} {...laid} heading={heading} fields={inner} />
    ) : (
      <Grid key={inner[0]!.name} {...laid} fields={inner} />
    ),
  )
