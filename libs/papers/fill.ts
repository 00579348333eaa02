import type { Title } from '#kernel'
import { agency, day } from './formats.js'
import { may, type Block, type Column, type Field, type Layout, type Template } from './layout.js'
import { firstAt, valueAt, type Names, type Source } from './source.js'

/** A mandatory field that says nothing, and where a person enters it. */
export interface Missing {
  field: string
  title: Title
  where: Title
}

/** A table with every cell in words. */
export interface Table {
  columns: readonly Column[]
  rows: readonly (readonly string[])[]
  total?: string
}

/** A block as it is printed: its templates are texts. */
export type Part =
  | { lines: readonly string[] }
  | { says: string }
  | { head: string }
  | { form: readonly (readonly { label: string; text: string; tall?: number }[])[] }
  | { table: Table }
  | { sign: readonly string[] }
  | { seal: string; on: string }
  | { annex: string }
  | { note: string }

/** A paper in words, before anything is drawn. */
export interface Sheet {
  from?: string
  red: boolean
  title: string
  number?: string
  agency: string
  on: string
  parts: readonly Part[]
}

/** Fields that every paper has. */
const COMMON: Layout['fields'] = {
  agency: may(['机关', 'Agency'], 'paper.agency', agency),
  number: may(['文号', 'Number'], 'paper.number'),
  on: may(['日期', 'Date'], 'paper.on', day),
}

const PLACE = /\{([a-zA-Z]+)\}/g
const OPTIONAL = /⟦([^⟦⟧]*)⟧/g

type Said = (name: string) => string | undefined

const saying = (source: Source, names: Names, fields: Layout['fields']): Said => {
  const all: Readonly<Record<string, Field>> = { ...COMMON, ...fields }
  return (name) => {
    const field = all[name]
    const value = field && firstAt(source, field.of)
    return value === undefined ? undefined : field!.as(value, names, source)
  }
}

const whole = (text: string, said: Said): boolean =>
  [...text.matchAll(PLACE)].every(([, name]) => said(name!) !== undefined)

const filled = (template: Template, said: Said): string =>
  template
    .replace(OPTIONAL, (_, inner: string) => (whole(inner, said) ? inner : ''))
    .replace(PLACE, (_, name: string) => said(name) ?? '')

const cellOf = (item: unknown, index: number, { of, as }: Column, { source, names }: Filling): string => {
  if (of === '#') return String(index + 1)
  const value = valueAt({ ...source, input: { item } } as Source, `input.item.${of}`)
  if (value === undefined) return ''
  return as ? (as(value, names, source) ?? '') : String(value)
}

interface Filling {
  source: Source
  names: Names
  said: Said
}

const tableOf = (block: Extract<Block, { items: string }>, filling: Filling): Table => {
  const items = [valueAt(filling.source, block.items) ?? []].flat()
  const total = block.total && filled(block.total, filling.said)
  return {
    columns: block.columns,
    rows: items.map((item, index) => block.columns.map((column) => cellOf(item, index, column, filling))),
    ...(total && { total }),
  }
}

const partOf = (block: Block, filling: Filling): Part => {
  const fill = (template: Template) => filled(template, filling.said)
  if ('lines' in block) return { lines: block.lines.map(fill).filter((line) => line !== '') }
  if ('says' in block) return { says: fill(block.says) }
  if ('head' in block) return { head: fill(block.head) }
  if ('note' in block) return { note: fill(block.note) }
  if ('annex' in block) return { annex: block.annex }
  if ('sign' in block) return { sign: block.sign.map(({ zh }) => zh) }
  if ('seal' in block) return { seal: fill(block.seal), on: fill(block.on ?? '{on}') }
  if ('items' in block) return { table: tableOf(block, filling) }
  return {
    form: block.form.map((row) =>
      row.map(([label, template, tall]) => ({ label, text: fill(template), ...(tall && { tall }) })),
    ),
  }
}

const says = (part: Part): boolean => !('says' in part && part.says === '') && !('lines' in part && !part.lines.length)

/** What a paper may not be without and has not, in the order of its fields. */
export const missingIn = ({ fields }: Layout, source: Source, names: Names): Missing[] => {
  const said = saying(source, names, fields)
  return Object.entries(fields).flatMap(([field, { title, where, unless }]) =>
    where && !unless?.(source) && said(field) === undefined ? [{ field, title, where }] : [],
  )
}

/** The paper in words; to be asked for only when nothing is missing. */
export const fillIn = (layout: Layout, source: Source, names: Names): Sheet => {
  const said = saying(source, names, layout.fields)
  const filling = { source, names, said }
  const { paper } = source
  const parts = layout.blocks.filter(({ when }) => !when || when(source)).map((block) => partOf(block, filling))
  return {
    ...(layout.from !== false && { from: filled(layout.from ?? '{agency}', said) }),
    red: layout.red === true,
    title: layout.printed ?? paper.title,
    ...(paper.number !== undefined && { number: paper.number }),
    agency: said('agency') ?? '',
    on: paper.on,
    parts: parts.filter(says),
  }
}
