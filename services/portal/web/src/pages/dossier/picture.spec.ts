import { describe, expect, it } from '@jest/globals'
import type { Deed } from './groups.js'
import { GUTTER, pictureOf, widthOf, type Asked } from './picture.js'
import type { RecordClock } from './read.js'

const deed = (id: string, at: string, lane = 'A-1'): Deed =>
  ({ act: { id, at: `2026-${at}:00.000+08:00`, record: 'r' }, lane, followed: [] }) as unknown as Deed
const clock = (id: string, more: Partial<RecordClock>): RecordClock =>
  ({ id, key: '', record: 'r', state: 'running', start: '2026-03-02T09:00:00.000+08:00', ...more }) as RecordClock

/** Ten days in a thousand pixels and a little. */
const asked = (more: Partial<Asked> = {}): Asked => ({
  deeds: [deed('one', '03-02T00:00'), deed('two', '03-10T00:00')],
  lanes: ['A-1'],
  handovers: [],
  clocks: [],
  now: '2026-03-10T00:00:00.000+08:00',
  room: GUTTER + 14 + 1500,
  zoom: 1,
  nameOf: (thing) => ('act' in thing ? thing.act.id : thing.id),
  ...more,
})
/** From 03-01 to 03-16: fifteen days. */
const DAY = 100
const at = (days: number) => GUTTER + days * DAY

describe('the picture', () => {
  it('lets time run from the day before the first act to some days after the last moment', () => {
    const { points, now, width } = pictureOf(asked())
    expect(points.map(({ x }) => Math.round(x))).toEqual([at(1), at(9)])
    expect([Math.round(now), Math.round(width)]).toEqual([at(9), at(15) + 14])
  })

  it('is as many times wider as it is zoomed', () => {
    const { points } = pictureOf(asked({ zoom: 4 }))
    expect(points.map(({ x }) => Math.round(x))).toEqual([GUTTER + 4 * DAY, GUTTER + 36 * DAY])
  })

  it('puts acts of one moment under each other, lanes below lanes', () => {
    const deeds = [deed('one', '03-02T00:00'), deed('two', '03-02T00:00'), deed('three', '03-10T00:00', 'B-1')]
    const { points, lanes } = pictureOf(asked({ deeds, lanes: ['A-1', 'B-1'] }))
    expect(points.map(({ y }) => y)).toEqual([62, 84, 124])
    expect(lanes).toEqual([
      { agency: 'A-1', y: 42, height: 62 },
      { agency: 'B-1', y: 104, height: 40 },
    ])
  })

  it('leaves out names for which there is no room, never the acts', () => {
    const deeds = Array.from({ length: 9 }, (_, n) => deed(`act ${n}`, '03-02T00:00'))
    const { points } = pictureOf(asked({ deeds: [...deeds, deed('two', '03-10T00:00')] }))
    expect(points.map(({ label }) => label !== undefined)).toEqual([...Array(6).fill(true), false, false, false, true])
    expect(new Set(points.slice(6, 9).map(({ y }) => y)).size).toBe(1)
  })

  it('draws a hand-over from the act to where it arrives', () => {
    const [from, to] = [deed('one', '03-02T00:00'), deed('two', '03-04T00:00', 'B-1')]
    const picture = pictureOf(
      asked({
        deeds: [from, to, deed('x', '03-10T00:00')],
        lanes: ['A-1', 'B-1'],
        handovers: [{ from, to: { lane: 'B-1', at: to.act.at } }],
      }),
    )
    const [begin, end] = picture.points.filter(({ deed }) => deed === from || deed === to)
    expect(picture.arrows).toEqual([{ x1: begin!.x, y1: begin!.y, x2: end!.x, y2: end!.y }])
  })

  it('has room for every name', () => {
    const { width } = pictureOf(asked({ nameOf: () => '移'.repeat(60) }))
    expect(width).toBe(at(9) + 12 + 60 * 13)
    expect([widthOf('移送 ab'), widthOf('')]).toEqual([2 * 13 + 3 * 7, 0])
  })
})

describe('a period', () => {
  const barOf = (more: Partial<RecordClock>, name = 'C') => {
    const [bar] = pictureOf(asked({ clocks: [clock(name, more)] })).bars
    const { x1, x2, due, paused, beyond } = bar!
    const days = (x: number) => Number(((x - GUTTER) / DAY).toFixed(2))
    return { from: days(x1), to: days(x2), due: due && days(due), paused: paused.map((one) => one.map(days)), beyond }
  }

  it('runs to the end of its last day', () => {
    expect(barOf({ due: '2026-03-09' })).toEqual({ from: 1.38, to: 9, due: 9, paused: [], beyond: false })
  })

  it('ends when it was met, and keeps its last day', () => {
    const met = barOf({ due: '2026-03-09', state: 'satisfied', stoppedAt: '2026-03-04T00:00:00.000+08:00' })
    expect([met.to, met.due]).toEqual([3, 9])
  })

  it('shows the days that were not counted: after the first to the end of the last', () => {
    expect(barOf({ due: '2026-03-09', excluded: [['2026-03-03', '2026-03-05']] }).paused).toEqual([[3, 5]])
  })

  it('stands still until now while it is paused', () => {
    const paused = barOf({ state: 'paused', pausedSince: '2026-03-04' })
    expect([paused.to, paused.paused, paused.due]).toEqual([9, [[3, 9]], undefined])
  })

  it('goes on beyond the picture where its last day is far', () => {
    expect(barOf({ due: '2029-03-09' })).toMatchObject({ to: 15, due: undefined, beyond: true })
  })

  it('is named beside it where there is room, else before or on it', () => {
    const { bars } = pictureOf(
      asked({
        clocks: [
          clock('short', { due: '2026-03-04' }),
          clock('far', { due: '2029-03-09' }),
          clock('late', { start: '2026-03-12T00:00:00.000+08:00', due: '2029-03-09' }),
        ],
      }),
    )
    expect(bars.map(({ labelAt, x1 }) => (labelAt > x1 + 10 ? 'after' : labelAt > x1 ? 'on' : 'before'))).toEqual([
      'after',
      'before',
      'before',
    ])
  })
})

describe('ticks', () => {
  it.each([
    [0.2, ['2026/03', '3/9']],
    [1, ['2026/03', ...Array.from({ length: 15 }, (_, n) => `3/${n + 2}`)].slice(0, 15)],
  ])('at zoom %d', (zoom, labels) => {
    expect(pictureOf(asked({ zoom })).ticks.map(({ label }) => label)).toEqual(labels)
  })
})
