import type { Content, TableCell, TDocumentDefinitions } from 'pdfmake/interfaces.js'
import type { Part, Sheet, Table } from './fill.js'

/** A4 with the margins and sizes of GB/T 9704: 三号 for the text, 二号 for the title. */

const MM = 72 / 25.4
const LEFT = 28 * MM
const RIGHT = 26 * MM
const WIDTH = 210 * MM - LEFT - RIGHT
const TEXT = 16
const LINE = 1.55
/** In forms, in tables and in notes. */
const CELL = 12
const ITEM = 10.5
const NOTE = 10.5
const TITLE = 24
const LETTERHEAD = 28
const RED = '#c8102e'
/** What is for the eye only and not read: places of seals. */
const PALE = '#9a9a9a'

export const FONT = 'paper'

/** A definition that goes to another thread: footer and rules of tables are functions, and made there. */
export interface Drawing extends Omit<TDocumentDefinitions, 'footer' | 'info'> {
  /** Left on every page; the number of the page stands right. */
  foot: string
  info: { title: string; author: string; subject: string; creator: string; producer: string; creationDate: string }
}

type Of<K extends string> = Extract<Part, Record<K, unknown>>

const says = ({ says: text }: Of<'says'>): Content => ({
  stack: text.split('\n').map((one) => ({ text: one, leadingIndent: 2 * TEXT })),
})

const LABEL = /^[^：]{2,12}：/
/** In characters: what goes on after a longer label begins further left. */
const LONG = 6

/** What goes on after a label stands below where it began. */
const line = (text: string): Content => {
  const [first, ...more] = text.split('\n') as [string, ...string[]]
  const label = LABEL.exec(first)?.[0].length ?? 0
  const indent = (label > LONG ? 2 : label) * TEXT
  return {
    stack: [
      { text: first, alignment: 'left' },
      ...more.map((one): Content => ({ text: one, alignment: 'left', margin: [indent, 0, 0, 0] })),
    ],
  }
}

/** Label and value in turn; a single pair takes the whole width. */
const formRow = (row: Of<'form'>['form'][number]): TableCell[] => {
  const cells = row.flatMap(({ label, text }): TableCell[] => [
    { text: label, alignment: 'center', margin: [0, 4, 0, 4] },
    { text, alignment: 'left', margin: [2, 4, 2, 4], preserveLeadingSpaces: true },
  ])
  if (row.length > 1) return cells
  return [cells[0]!, { ...(cells[1] as object), colSpan: 3 } as TableCell, '', '']
}

const form = ({ form: rows }: Of<'form'>): Content => ({
  table: {
    widths: [80, '*', 56, '*'],
    heights: rows.map((row) => Math.max(...row.map(({ tall = 28 }) => tall))),
    body: rows.map(formRow),
    dontBreakRows: true,
  },
  layout: 'ruled',
  fontSize: CELL,
  lineHeight: 1.2,
  margin: [0, 4, 0, 8],
})

const widthOf = ({ width }: Table['columns'][number]): number | '*' => (width === undefined ? '*' : width * ITEM)

const header = (columns: Table['columns']): TableCell[] =>
  columns.map(({ title }) => ({ text: title, bold: true, alignment: 'center' }))

const table = ({ table: { columns, rows, total } }: Of<'table'>): Content => [
  {
    table: {
      headerRows: 1,
      keepWithHeaderRows: 1,
      widths: columns.map(widthOf),
      dontBreakRows: true,
      body: [
        header(columns),
        ...rows.map((row) =>
          row.map((text, index): TableCell => ({ text, alignment: columns[index]!.align ?? 'left' })),
        ),
      ],
    },
    layout: 'ruled',
    fontSize: ITEM,
    lineHeight: 1.25,
    margin: [0, 6, 0, total ? 2 : 8],
  },
  ...(total ? [{ text: total, fontSize: CELL, margin: [0, 2, 0, 8] as [number, number, number, number] }] : []),
]

const sign = ({ sign: labels }: Of<'sign'>): Content => ({
  columns: labels.map((label) => ({
    stack: [
      { text: `${label}：`, alignment: 'left' },
      { text: '　　　　　　年　　月　　日', alignment: 'left', preserveLeadingSpaces: true },
    ],
  })),
  fontSize: 14,
  lineHeight: 1.5,
  margin: [0, 10, 0, 2],
  unbreakable: true,
})

const SEAL = 21 * MM

/** The seal lies over agency and day, as it is stamped. */
const seal = ({ seal: agency, on }: Of<'seal'>): Content => ({
  margin: [0, 14, 0, 4],
  columns: [
    { width: '*', text: '' },
    {
      width: 'auto',
      lineHeight: 1,
      stack: [
        {
          canvas: [
            {
              type: 'ellipse',
              x: SEAL,
              y: SEAL,
              r1: SEAL,
              r2: SEAL,
              lineColor: PALE,
              lineWidth: 0.5,
              dash: { length: 3 },
            },
          ],
          alignment: 'center',
        },
        {
          text: '（印　章）',
          color: PALE,
          fontSize: NOTE,
          alignment: 'center',
          relativePosition: { x: 0, y: -1.75 * SEAL },
        },
        { text: agency, alignment: 'center', relativePosition: { x: 0, y: -1.3 * SEAL } },
        { text: on, alignment: 'center', relativePosition: { x: 0, y: -0.85 * SEAL } },
      ],
    },
    { width: 2 * TEXT, text: '' },
  ],
})

const annex = ({ annex: title }: Of<'annex'>): Content => ({
  text: title,
  pageBreak: 'before',
  fontSize: TITLE,
  bold: true,
  alignment: 'center',
  lineHeight: 1.2,
  margin: [0, 0, 0, 12],
})

const note = ({ note: text }: Of<'note'>): Content => ({
  text,
  fontSize: NOTE,
  lineHeight: 1.3,
  color: '#444444',
  margin: [0, 6, 0, 0],
})

const drawn = (part: Part): Content => {
  if ('lines' in part) return { stack: part.lines.map(line), margin: [0, 0, 0, 2] }
  if ('says' in part) return says(part)
  if ('head' in part) return { text: part.head, bold: true, leadingIndent: 2 * TEXT }
  if ('form' in part) return form(part)
  if ('table' in part) return table(part)
  if ('sign' in part) return sign(part)
  if ('seal' in part) return seal(part)
  if ('annex' in part) return annex(part)
  return note(part)
}

const isShort = (part: Part | undefined): boolean => part !== undefined && ('sign' in part || 'lines' in part)
const endsText = (part: Part): boolean => 'seal' in part || 'sign' in part

/** Short parts that one page holds with a seal. */
const SHORT = 3

/** Where a run of signatures and seals begins that ends at `at`: with the paragraph before it. */
const tailFrom = (parts: readonly Part[], at: number): number => {
  let from = at
  while (isShort(parts[from - 1]) && at - from < SHORT) from -= 1
  const before = parts[from - 1]
  return before && 'says' in before ? from - 1 : from
}

/** Parts that stay on one page with the one after them: a heading; the text before a seal, which never stands on a page of its own (GB/T 9704 7.3.5.4). */
const sticking = (parts: readonly Part[]): ReadonlySet<number> => {
  const stuck = new Set<number>()
  for (const [at, part] of parts.entries()) {
    const next = parts[at + 1]
    if ('head' in part && next && 'says' in next) stuck.add(at)
    if (endsText(part) && next && 'note' in next) stuck.add(at)
    if (endsText(part)) for (let from = tailFrom(parts, at); from < at; from += 1) stuck.add(from)
  }
  return stuck
}

const together = (parts: readonly Part[]): Content[] => {
  const stuck = sticking(parts)
  const groups: Part[][] = []
  for (const [at, part] of parts.entries())
    if (stuck.has(at - 1)) groups.at(-1)!.push(part)
    else groups.push([part])
  return groups.map((group) => (group.length > 1 ? { stack: group.map(drawn), unbreakable: true } : drawn(group[0]!)))
}

const headed = ({ from, red }: Sheet): Content[] => {
  if (!from) return []
  const text = red ? `${from}文件` : from
  const fontSize = red ? Math.min(LETTERHEAD, WIDTH / text.length) : 20
  return [
    { text, fontSize, bold: true, alignment: 'center', color: red ? RED : 'black', lineHeight: 1.3, noWrap: true },
    ...(red ? [rule] : []),
  ]
}

const rule: Content = {
  canvas: [{ type: 'line', x1: 0, y1: 0, x2: WIDTH, y2: 0, lineColor: RED, lineWidth: 1.5 }],
  margin: [0, 4, 0, 18],
}

const entitled = ({ title, number }: Sheet): Content[] => [
  { text: title, fontSize: TITLE, bold: true, alignment: 'center', lineHeight: 1.2, margin: [0, 4, 0, 8] },
  ...(number
    ? [
        {
          text: number,
          alignment: 'right' as const,
          fontSize: 14,
          margin: [0, 0, 0, 6] as [number, number, number, number],
        },
      ]
    : []),
]

/** What the printer makes a paper from. The same sheet gives the same drawing, and that the same bytes. */
export const draw = (sheet: Sheet): Drawing => {
  const isForm = sheet.parts.some((part) => 'form' in part)
  return {
    pageSize: 'A4',
    pageMargins: [LEFT, (isForm ? 22 : 32) * MM, RIGHT, (isForm ? 20 : 26) * MM],
    language: 'zh-CN',
    version: '1.7',
    displayTitle: true,
    info: {
      title: [sheet.title, sheet.number].filter(Boolean).join(' '),
      author: sheet.agency,
      subject: sheet.title,
      creator: 'Liandun',
      producer: 'Liandun',
      creationDate: sheet.on,
    },
    foot: [sheet.agency, sheet.number ?? sheet.title].join('　'),
    defaultStyle: { font: FONT, fontSize: TEXT, lineHeight: LINE, alignment: 'justify' },
    content: [...headed(sheet), ...entitled(sheet), ...together(sheet.parts)],
  }
}
