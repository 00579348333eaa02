import type { Deed, Handover } from './groups.js'
import type { RecordClock } from './read.js'

/** Where everything of the picture stands, in pixels; nothing is measured here and nothing drawn. */

export interface Placed {
  deed: Deed
  x: number
  y: number
  /** Left out where there is no room; then it is read by pointing at it. */
  label?: string
}

export interface Lane {
  agency: string
  y: number
  height: number
}

export interface Bar {
  clock: RecordClock
  x1: number
  x2: number
  y: number
  /** Days that do not count. */
  paused: readonly (readonly [x1: number, x2: number])[]
  /** Where the last day is; undefined: beyond the picture, or not known. */
  due?: number
  /** It goes on beyond the picture. */
  beyond: boolean
  label: string
  labelAt: number
}

export interface Arrow {
  x1: number
  y1: number
  x2: number
  y2: number
}

export interface Tick {
  x: number
  label: string
  /** Begins a month. */
  strong: boolean
}

export interface Picture {
  width: number
  height: number
  lanes: readonly Lane[]
  points: readonly Placed[]
  arrows: readonly Arrow[]
  bars: readonly Bar[]
  /** Where the periods begin below the lanes. */
  barsAt: number
  ticks: readonly Tick[]
  now: number
}

export interface Asked {
  deeds: readonly Deed[]
  lanes: readonly string[]
  handovers: readonly Handover[]
  clocks: readonly RecordClock[]
  now: string
  /** Pixels that there are; and how many times wider the picture is. */
  room: number
  zoom: number
  /** What a point or a period is called. */
  nameOf: (thing: Deed | RecordClock) => string
}

/** For the names of the lanes. */
export const GUTTER = 116
const HEAD = 42
const ROW = 22
const PAD = 9
const BAR = 20
const EDGE = 14
/** Most rows of one lane whose marks have names; one more holds those without. */
const ROWS = 6
const DOT = 12
const DAY = 86_400_000

const msOf = (at: string): number => Date.parse(at.length === 10 ? `${at}T00:00:00+08:00` : at)
const endOfDay = (day: string): number => msOf(day.slice(0, 10)) + DAY

/** Chinese characters are as wide as they are high, others half. */
export const widthOf = (text: string): number =>
  [...text].reduce((sum, one) => sum + (one.codePointAt(0)! > 0x2e7f ? 13 : 7), 0)

interface Scale {
  x: (ms: number) => number
  from: number
  to: number
  perDay: number
  right: number
}

const scaleOf = ({ deeds, clocks, now, room, zoom }: Asked): Scale => {
  const moments = [...deeds.map(({ act }) => msOf(act.at)), ...clocks.map(({ start }) => msOf(start)), msOf(now)]
  const [first, last] = [Math.min(...moments), Math.max(...moments)]
  const [from, to] = [msOf(dayOf(first)) - DAY, msOf(dayOf(last)) + Math.max(6 * DAY, (last - first) * 0.08)]
  const inner = Math.max(200, (room - GUTTER - EDGE) * zoom)
  const x = (ms: number) => GUTTER + ((ms - from) / (to - from)) * inner
  return { x, from, to, perDay: (inner * DAY) / (to - from), right: GUTTER + inner }
}

/** The civil day in Asia/Shanghai. */
const dayOf = (ms: number): string => new Date(ms + 8 * 3_600_000).toISOString().slice(0, 10)

const isFirst = (day: string): boolean => day.endsWith('-01')
const isMonday = (day: string): boolean => new Date(`${day}T00:00:00Z`).getUTCDay() === 1

const said = (day: string): string => `${Number(day.slice(5, 7))}/${Number(day.slice(8, 10))}`

/** Days, Mondays or firsts of months, as there is room. */
const ticksOf = ({ x, from, to, perDay }: Scale): Tick[] => {
  const ticks: Tick[] = []
  for (let ms = msOf(dayOf(from)); ms < to; ms += DAY) {
    const day = dayOf(ms)
    const strong = isFirst(day)
    if (perDay >= 34 || (perDay >= 6 ? isMonday(day) || strong : strong))
      ticks.push({ x: x(ms), label: strong ? day.slice(0, 7).replace('-', '/') : said(day), strong })
  }
  return ticks.filter(
    (tick, index) =>
      tick.strong || !ticks.some((one) => one.strong && Math.abs(one.x - tick.x) < 46 && one !== ticks[index]),
  )
}

/** The first row with room, a new one while there may be more. */
const rowFor = (ends: readonly number[], x: number, most: number): number | undefined => {
  const row = ends.findIndex((end) => end <= x)
  if (row !== -1) return row
  return ends.length < most ? ends.length : undefined
}

interface Mark {
  x: number
  /** Where its name ends. */
  end: number
}

/** The row of each mark; undefined where there is no room for its name. */
const packed = (marks: readonly Mark[], most: number): (number | undefined)[] => {
  const ends: number[] = []
  return marks.map(({ x, end }) => {
    const row = rowFor(ends, x, most)
    if (row !== undefined) ends[row] = end
    return row
  })
}

const inLane = (asked: Asked, scale: Scale, lane: string, y: number): { lane: Lane; points: Placed[] } => {
  const deeds = asked.deeds.filter((deed) => deed.lane === lane)
  const marks = deeds.map((deed) => {
    const x = scale.x(msOf(deed.act.at))
    return { x: x - DOT / 2, end: x + DOT + widthOf(asked.nameOf(deed)) }
  })
  const rows = packed(marks, ROWS)
  const named = Math.max(0, ...rows.map((row) => (row === undefined ? 0 : row + 1)))
  const points = deeds.map((deed, index): Placed => {
    const row = rows[index] ?? named
    const at = { deed, x: scale.x(msOf(deed.act.at)), y: y + PAD + row * ROW + ROW / 2 }
    return rows[index] === undefined ? at : { ...at, label: asked.nameOf(deed) }
  })
  const used = named + (rows.includes(undefined) ? 1 : 0)
  return { lane: { agency: lane, y, height: Math.max(1, used) * ROW + 2 * PAD }, points }
}

const lanesIn = (asked: Asked, scale: Scale) => {
  const lanes: Lane[] = []
  const points: Placed[] = []
  let y = HEAD
  for (const name of asked.lanes) {
    const placed = inLane(asked, scale, name, y)
    lanes.push(placed.lane)
    points.push(...placed.points)
    y += placed.lane.height
  }
  return { lanes, points, bottom: y }
}

const arrowsIn = ({ handovers }: Asked, scale: Scale, lanes: readonly Lane[], points: readonly Placed[]): Arrow[] =>
  handovers.flatMap(({ from, to }) => {
    const begin = points.find(({ deed }) => deed === from)
    const arrived = points.find(({ deed }) => deed.lane === to.lane && deed.act.at === to.at)
    const lane = lanes.find(({ agency }) => agency === to.lane)
    if (!begin || !lane) return []
    const y2 = arrived?.y ?? lane.y + PAD + ROW / 2
    return [{ x1: begin.x, y1: begin.y, x2: arrived?.x ?? scale.x(msOf(to.at)), y2 }]
  })

/** Until when a period has run or will: the day it was met, else its last day, else now. */
const endOf = ({ stoppedAt, due, lapseAt }: RecordClock, now: string): number =>
  stoppedAt
    ? msOf(stoppedAt)
    : due
      ? due.length === 10
        ? endOfDay(due)
        : msOf(due)
      : lapseAt
        ? msOf(lapseAt)
        : msOf(now)

const pausesOf = ({ excluded = [], pausedSince }: RecordClock, end: number, now: string): [number, number][] => [
  ...excluded.map(([from, to]): [number, number] => [endOfDay(from), endOfDay(to)]),
  ...(pausedSince ? [[msOf(pausedSince), Math.max(end, msOf(now))] as [number, number]] : []),
]

const barOf = (clock: RecordClock, asked: Asked, scale: Scale): Omit<Bar, 'y' | 'label' | 'labelAt'> => {
  const within = (ms: number) => scale.x(Math.min(Math.max(ms, scale.from), scale.to))
  const end = endOf(clock, asked.now)
  const x1 = within(msOf(clock.start))
  const due = clock.due && (clock.due.length === 10 ? endOfDay(clock.due) : msOf(clock.due))
  return {
    clock,
    x1,
    x2: Math.max(x1 + 3, within(clock.pausedSince ? Math.max(end, msOf(asked.now)) : end)),
    paused: pausesOf(clock, end, asked.now).map(([from, to]) => [within(from), within(to)] as const),
    ...(due && due <= scale.to && { due: scale.x(due) }),
    beyond: end > scale.to,
  }
}

const GAP = 9
/** For the sign before a name. */
const SIGN = 20

/** Right of the period and its last day where there is room, else left of it, else on it. */
const nameAt = ({ x1, x2, due = 0 }: Pick<Bar, 'x1' | 'x2' | 'due'>, width: number, right: number): number => {
  const after = Math.max(x2, due) + GAP
  if (after + width <= right) return after
  const before = x1 - GAP - width
  return before >= GUTTER ? before : x1 + GAP
}

const barsIn = (asked: Asked, scale: Scale, y: number): Bar[] => {
  const clocks = [...asked.clocks].sort((one, other) => (one.start < other.start ? -1 : 1))
  const bars = clocks.map((clock) => {
    const bar = barOf(clock, asked, scale)
    const label = asked.nameOf(clock)
    const width = widthOf(label) + SIGN
    const labelAt = nameAt(bar, width, scale.right)
    const mark = { x: Math.min(bar.x1, labelAt) - 2, end: Math.max(bar.x2, bar.due ?? 0, labelAt + width) + GAP }
    return { bar: { ...bar, label, labelAt }, mark }
  })
  const rows = packed(
    bars.map(({ mark }) => mark),
    Infinity,
  )
  return bars.map(({ bar }, index) => ({ ...bar, y: y + rows[index]! * BAR }))
}

/** One picture of the whole matter. */
export const pictureOf = (asked: Asked): Picture => {
  const scale = scaleOf(asked)
  const { lanes, points, bottom } = lanesIn(asked, scale)
  const barsAt = bottom + 30
  const bars = barsIn(asked, scale, barsAt)
  const labels = points.map(({ x, label = '' }) => x + DOT + widthOf(label))
  return {
    width: Math.max(scale.right + EDGE, ...labels),
    height: Math.max(bottom, ...bars.map(({ y }) => y + BAR)) + EDGE,
    lanes,
    points,
    arrows: arrowsIn(asked, scale, lanes, points),
    bars,
    barsAt,
    ticks: ticksOf(scale),
    now: scale.x(msOf(asked.now)),
  }
}
