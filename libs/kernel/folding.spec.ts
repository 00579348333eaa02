import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { manualTime, openEmbedded, type Embedded } from '#embedded'
import type { Row } from '#ports'
import { until } from '../ports/suite.js'
import { readInstant } from './instant.js'
import type { Service, View } from './service.js'
import { officer, services, toyPolicy, toyRules } from './toy.js'
import { createWorld, type World } from './world.js'

let dir: string
let store: Embedded
let world: World
let keys = 0
/** Reading a list of records waits for it. */
let held: (kind: string, after: string | undefined) => Promise<void> = async () => {}

/** One row per notice; `colour` is what differs from one program to the next. */
const shown = (format: number, colour: string, more: Partial<View> = {}): View => ({
  name: 'shown',
  format,
  topics: ['alpha'],
  index: ['colour'],
  ids: ({ record }) => [record],
  fold: (row, { seq, step }, id) =>
    row && (row.seq as number) >= seq
      ? row
      : { id, seq, colour, steps: [...((row?.steps as string[] | undefined) ?? []), step] },
  ...more,
})

const withViews = (views: readonly View[], deciding: readonly View[] = []): Service[] => [
  ...services.map((one) => (one.name === 'beta' && deciding.length ? { ...one, views: deciding } : one)),
  { name: 'gamma', title: { zh: '丙', en: 'Gamma' }, records: [], reactions: [], views },
]

const bound = (of: object, name: string | symbol): unknown => {
  const value = Reflect.get(of, name, of) as unknown
  return typeof value === 'function' ? (value.bind(of) as unknown) : value
}

const open = async (all: readonly Service[]) => {
  const time = manualTime(readInstant('2026-03-02T09:00')!)
  store = await openEmbedded({ dir, time, bus: { backoffMs: 1, retries: 1 } })
  const records = (service: string) => {
    const of = store.records(service)
    const list: typeof of.list = async (kind, after, limit) => {
      await held(kind, after)
      return of.list(kind, after, limit)
    }
    return new Proxy(of, { get: (_, name) => (name === 'list' ? list : bound(of, name)) })
  }
  const ports = { ...store, time, records }
  world = createWorld({ name: 'toy', services: all, ports, rules: toyRules(), policy: toyPolicy, key: 'secret' })
  await world.start()
}

/** Whoever waits for it waits until it is passed. */
class Gate {
  pass = (): void => {}
  readonly open = new Promise<void>((resolve) => (this.pass = resolve))
}

const shut = async () => {
  await world.stop()
  await store.close()
}

/** The next program opens what the last one left. */
const upgrade = async (...views: View[]) => {
  await shut()
  await open(withViews(views))
}

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'folding-'))
})
afterEach(async () => {
  held = async () => {}
  await shut()
  rmSync(dir, { recursive: true })
})

const act = async (step: string, input: object, id?: string): Promise<string> => {
  const answer = await world.handle({ kind: 'alpha/notice', step, actor: officer, input, key: `k${keys++}`, id })
  if (answer.outcome !== 'done') throw new Error(JSON.stringify(answer))
  return answer.id
}
const serve = () => act('Serve', { servedOn: '2026-03-02', to: `B-${keys}`, officers: ['p1'] })
const some = (n: number) => Promise.all(Array.from({ length: n }, serve))
const rows = (): Promise<Row[]> => world.view('gamma', 'shown')!.find({}, { limit: 1000 })
const isWhole = () => world.views().every(({ whole }) => whole)
const formats = () => store.views('gamma').formats('shown')

/** More than are read before requests are taken. */
const MANY = 260

describe('a view of another format', () => {
  it('is whole at once in an empty house, and after a restart', async () => {
    await open(withViews([shown(1, 'red')]))
    expect(world.views()).toContainEqual({ service: 'gamma', name: 'shown', whole: true })
    const [id] = await some(1)
    await world.quiet()
    await upgrade(shown(1, 'blue'))
    expect(isWhole()).toBe(true)
    expect(await rows()).toEqual([{ id, seq: 1, colour: 'red', steps: ['Serve'] }])
  })

  it('is folded anew from the records, and the rows of before are gone', async () => {
    await open(withViews([shown(1, 'red')]))
    const ids = (await some(3)).sort()
    await world.quiet()
    await upgrade(shown(2, 'blue'))
    expect(isWhole()).toBe(true)
    expect(await rows()).toEqual(ids.map((id) => ({ id, seq: 1, colour: 'blue', steps: ['Serve'] })))
    expect(await world.view('gamma', 'shown')!.count({ colour: 'blue' })).toBe(3)
    expect(await formats()).toEqual([2])
  })

  it('is folded anew when nobody knows whether its rows are whole, as those of programs without formats', async () => {
    await open(withViews([]))
    await some(2)
    const old = store.views('gamma').table('shown')
    await old.apply([{ id: 'old', row: { id: 'old' } }])
    await upgrade(shown(1, 'red'))
    expect((await rows()).map(({ colour }) => colour)).toEqual(['red', 'red'])
    expect(await formats()).toEqual([1])
  })

  it('takes in what happens while it is folded anew, once and in order', async () => {
    await open(withViews([shown(1, 'red')]))
    const ids = await some(MANY)
    await world.quiet()
    let [reading, ending] = [0, 0]
    const [go, end] = [new Gate(), new Gate()]
    held = async (kind) => {
      if (kind === 'alpha/notice' && ++reading > 10) await go.open
      if (kind === 'beta/file' && ++ending === 1) await end.open
    }
    await upgrade(shown(2, 'blue'))
    expect(isWhole()).toBe(false)
    const answered = ids.filter((_, n) => n % 7 === 0)
    await Promise.all([...answered.map((id) => act('Answer', { answer: 'no' }, id)), some(20)])
    await world.quiet()
    go.pass()
    await until(() => ending > 0)
    await some(5)
    await world.quiet()
    expect(isWhole()).toBe(false)
    end.pass()
    await until(isWhole)
    await world.quiet()
    const all = await rows()
    expect(all.length).toBe(MANY + 25)
    for (const { id, colour, steps } of all)
      expect([colour, steps]).toEqual(['blue', answered.includes(id) ? ['Serve', 'Answer'] : ['Serve']])
  })

  it('begins again when the process ended before it was whole', async () => {
    await open(withViews([shown(1, 'red')]))
    await some(MANY)
    await world.quiet()
    await upgrade(shown(2, 'blue'))
    expect(isWhole()).toBe(false)
    await upgrade(shown(2, 'green'))
    await until(isWhole)
    expect(await world.view('gamma', 'shown')!.count({ colour: 'green' })).toBe(MANY)
    expect((await rows()).length).toBe(MANY)
  })

  it('is folded anew for an older program too, with all that happened meanwhile, and again for the newer', async () => {
    await open(withViews([shown(1, 'red')]))
    await some(1)
    await upgrade(shown(2, 'blue'))
    await some(1)
    await upgrade(shown(1, 'red'))
    await some(1)
    await world.quiet()
    expect((await rows()).map(({ colour }) => colour)).toEqual(['red', 'red', 'red'])
    await upgrade(shown(2, 'blue'))
    expect((await rows()).map(({ colour }) => colour)).toEqual(['blue', 'blue', 'blue'])
  })

  it('leaves what it cannot fold to the operator, in order, while other records are there', async () => {
    await open(withViews([shown(1, 'red')]))
    const [id, other] = await some(2)
    await act('Answer', { answer: 'no' }, id)
    await world.quiet()
    let broken = true
    const { fold } = shown(2, 'blue')
    const picky: View['fold'] = (row, envelope, at) => {
      if (broken && envelope.record === id) throw new Error('unreadable')
      return fold(row, envelope, at)
    }
    await upgrade(shown(2, 'blue', { fold: picky }))
    expect(await rows()).toEqual([{ id: other, seq: 1, colour: 'blue', steps: ['Serve'] }])
    expect(await world.parked()).toMatchObject([{ group: 'gamma:shown', record: id, waiting: 2, error: 'unreadable' }])
    broken = false
    expect(await world.redrive('gamma:shown', id!)).toBe(2)
    expect(await world.view('gamma', 'shown')!.get(id!)).toEqual({
      ...{ id, seq: 2, colour: 'blue', steps: ['Serve', 'Answer'] },
    })
  })

  it('is whole before requests are taken where steps look things up in it', async () => {
    await open(withViews([]))
    await some(MANY)
    await shut()
    await open(withViews([], [shown(1, 'red')]))
    expect(isWhole()).toBe(true)
    expect(await world.view('beta', 'shown')!.count({ colour: 'red' })).toBe(MANY)
  })
})
