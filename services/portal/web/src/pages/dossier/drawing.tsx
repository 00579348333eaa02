import { useId, type KeyboardEvent } from 'react'
import { LIGHTS } from '../../app/theme.js'
import { useLanguage, useWords } from '../../words/language.js'
import { sayDay, sayInstant } from '../../words/dates.js'
import { lightOf, type DossierNames } from './names.js'
import { GUTTER, type Arrow, type Bar, type Picture, type Placed, type Tick } from './picture.js'
import { dossierWords } from './words.js'

/** What is chosen: a point by the id of its act, or a period by its place among the bars. */
export type Chosen = { act: string } | { bar: number }

export interface DrawingProps {
  picture: Picture
  names: DossierNames
  now: string
  chosen?: Chosen
  choose: (chosen: Chosen) => void
  /** A part of it alone: from where on, and how much. */
  part?: readonly [top: number, height: number]
}

const ENDED = '#8a94a3'

const Ticks = ({ ticks, height, top }: { ticks: readonly Tick[]; height: number; top: number }) => (
  <g aria-hidden="true">
    {ticks.map(({ x, label, strong }) => (
      <g key={x}>
        <line x1={x} x2={x} y1={top} y2={height} className={strong ? 'tick-strong' : 'tick'} />
        <text x={x + 3} y={top - 8} className="tick-label">
          {label}
        </text>
      </g>
    ))}
  </g>
)

const Lanes = ({ picture: { lanes, width }, names }: Pick<DrawingProps, 'picture' | 'names'>) => (
  <g aria-hidden="true">
    {lanes.map(({ agency, y, height }, index) => (
      <g key={agency}>
        <rect x={0} y={y} width={width} height={height} className={index % 2 ? 'lane-odd' : 'lane'} />
        <foreignObject x={0} y={y} width={GUTTER - 8} height={height} className="lane-name-drawn">
          <div className="lane-name">{names.agency(agency)}</div>
        </foreignObject>
      </g>
    ))}
  </g>
)

const bent = ({ x1, y1, x2, y2 }: Arrow): string => {
  const end = y2 > y1 ? y2 - 8 : y2 + 8
  if (Math.abs(x2 - x1) < 2) return `M${x1},${y1} L${x2},${end}`
  const middle = x1 + Math.min(14, (x2 - x1) / 2)
  return `M${x1},${y1} C${middle},${y1} ${x2},${y1} ${x2},${end}`
}

const Arrows = ({ arrows, head }: { arrows: readonly Arrow[]; head: string }) => (
  <g aria-hidden="true">
    {arrows.map((arrow, index) => (
      <path key={index} d={bent(arrow)} className="handover" markerEnd={`url(#${head})`} />
    ))}
  </g>
)

/** One stop for the tab key; the arrow keys go on from there. */
const stop = (isChosen: boolean, isFirst: boolean) => (isChosen || isFirst ? 0 : -1)

const Point = ({
  placed,
  said,
  isChosen,
  tab,
  choose,
}: {
  placed: Placed
  said: string
  isChosen: boolean
  tab: number
  choose: () => void
}) => (
  <g
    role="button"
    tabIndex={tab}
    aria-label={said}
    aria-pressed={isChosen}
    className={isChosen ? 'point point-chosen' : 'point'}
    data-act={placed.deed.act.id}
    onFocus={choose}
    onClick={choose}
    onMouseEnter={choose}
  >
    <circle cx={placed.x} cy={placed.y} r={11} className="point-room" />
    <circle cx={placed.x} cy={placed.y} r={5} className={placed.deed.followed.length ? 'dot' : 'dot dot-plain'} />
    {placed.label && (
      <text x={placed.x + 9} y={placed.y + 4} className="point-label">
        {placed.label}
      </text>
    )}
  </g>
)

const Period = ({
  bar,
  said,
  hatch,
  isChosen,
  choose,
  at,
}: {
  bar: Bar
  said: string
  hatch: string
  isChosen: boolean
  choose: () => void
  at: number
}) => {
  const light = lightOf(bar.clock)
  const colour = light ? LIGHTS[light].colour : ENDED
  const isOn = bar.labelAt > bar.x1 && bar.labelAt < bar.x2
  const named = isOn ? 'point-label point-label-on' : 'point-label'
  return (
    <g
      role="button"
      tabIndex={-1}
      aria-label={said}
      aria-pressed={isChosen}
      className={isChosen ? 'point point-chosen' : 'point'}
      data-bar={at}
      onFocus={choose}
      onClick={choose}
      onMouseEnter={choose}
    >
      <rect
        x={bar.x1}
        y={bar.y + 3}
        width={bar.x2 - bar.x1}
        height={11}
        rx={2}
        className="bar"
        fill={colour}
        stroke={colour}
      />
      {bar.paused.map(([from, to]) => (
        <rect key={from} x={from} y={bar.y + 3} width={Math.max(0, to - from)} height={11} fill={`url(#${hatch})`} />
      ))}
      {bar.due !== undefined && (
        <line x1={bar.due} x2={bar.due} y1={bar.y} y2={bar.y + 17} stroke={colour} strokeWidth={2.5} />
      )}
      {bar.beyond && (
        <path d={`M${bar.x2 - 4},${bar.y + 3} l6,5.5 l-6,5.5`} fill="none" stroke={colour} strokeWidth={2} />
      )}
      {light && (
        <text x={bar.labelAt} y={bar.y + 13} className={named} aria-hidden="true">
          {LIGHTS[light].sign}
        </text>
      )}
      <text x={bar.labelAt + (light ? 18 : 0)} y={bar.y + 13} className={named}>
        {bar.label}
      </text>
    </g>
  )
}

const order = ({ points, bars }: Picture): Chosen[] => [
  ...[...points].sort((a, b) => a.x - b.x || a.y - b.y).map(({ deed }): Chosen => ({ act: deed.act.id })),
  ...bars.map((_, bar): Chosen => ({ bar })),
]

const same = (one: Chosen | undefined, other: Chosen): boolean =>
  one !== undefined &&
  ('act' in one ? 'act' in other && one.act === other.act : 'bar' in other && one.bar === other.bar)

const STEPS: Readonly<Record<string, (at: number, most: number) => number>> = {
  ArrowRight: (at, most) => Math.min(at + 1, most),
  ArrowDown: (at, most) => Math.min(at + 1, most),
  ArrowLeft: (at) => Math.max(at - 1, 0),
  ArrowUp: (at) => Math.max(at - 1, 0),
  Home: () => 0,
  End: (_, most) => most,
}

const walks =
  ({ picture, chosen }: DrawingProps) =>
  (event: KeyboardEvent<SVGSVGElement>): void => {
    const step = STEPS[event.key]
    if (!step) return
    event.preventDefault()
    const all = order(picture)
    const next =
      all[
        step(
          all.findIndex((one) => same(chosen, one)),
          all.length - 1,
        )
      ]
    if (!next) return
    const mark = 'act' in next ? `[data-act="${next.act}"]` : `[data-bar="${next.bar}"]`
    const element = event.currentTarget.querySelector<SVGGElement>(mark)
    element?.focus()
    element?.scrollIntoView({ block: 'nearest', inline: 'center' })
  }

const useSaid = ({ names, now }: DrawingProps) => {
  const { language } = useLanguage()
  return {
    point: ({ deed: { act, lane } }: Placed) =>
      `${sayInstant(act.at, language, now)} · ${names.agency(lane)} · ${names.act(act)}`,
    bar: ({ clock }: Bar) => `${names.clock(clock)} · ${clock.due ? sayDay(clock.due, language, now) : ''}`,
  }
}

/** Lanes, points, hand-overs and periods, drawn where the picture has put them. */
export const Drawing = (props: DrawingProps) => {
  const { picture, names, chosen, choose, part: [top, height] = [0, picture.height] } = props
  const words = useWords(dossierWords)
  const said = useSaid(props)
  const [hatch, head] = [useId(), useId()]
  const first = order(picture)[0]
  return (
    <svg
      className="dossier-drawing"
      viewBox={`0 ${top} ${picture.width} ${height}`}
      width={picture.width}
      height={height}
      role="group"
      aria-label={words.pictured(picture.points.length, picture.lanes.length, picture.bars.length)}
      onKeyDown={walks(props)}
    >
      <defs>
        <pattern id={hatch} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="6" height="6" fill="#fff" />
          <rect width="2.5" height="6" fill="#5b6675" />
        </pattern>
        <marker id={head} viewBox="0 0 8 8" refX="6" refY="4" markerWidth="7" markerHeight="7" orient="auto">
          <path d="M0,0 L8,4 L0,8 z" className="handover-head" />
        </marker>
      </defs>
      <Lanes picture={picture} names={names} />
      <Ticks ticks={picture.ticks} top={38} height={picture.height} />
      <line x1={picture.now} x2={picture.now} y1={16} y2={picture.height} className="now-line" />
      <text x={picture.now} y={11} className="now-label" textAnchor="middle">
        {words.now}
      </text>
      <Arrows arrows={picture.arrows} head={head} />
      <text x={6} y={picture.barsAt - 8} className="bars-title lane-name-drawn">
        {words.periods}
      </text>
      {picture.bars.map((bar, at) => (
        <Period
          key={`${bar.clock.record} ${bar.clock.id} ${bar.clock.key}`}
          bar={bar}
          at={at}
          hatch={hatch}
          said={said.bar(bar)}
          isChosen={same(chosen, { bar: at })}
          choose={() => choose({ bar: at })}
        />
      ))}
      {picture.points.map((placed) => (
        <Point
          key={placed.deed.act.id}
          placed={placed}
          said={said.point(placed)}
          isChosen={same(chosen, { act: placed.deed.act.id })}
          tab={stop(same(chosen, { act: placed.deed.act.id }), !chosen && same(first, { act: placed.deed.act.id }))}
          choose={() => choose({ act: placed.deed.act.id })}
        />
      ))}
    </svg>
  )
}
