import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { parse } from 'yaml'
import { SERVICES } from '../../libs/shell/config.js'
import { openStoryHouse, type StoryHouse } from '../story-house.js'

interface Dashboard {
  panels: { title: string; targets: { expr: string }[] }[]
  templating: { list: { name: string; query: string }[] }
}

const dashboard = JSON.parse(readFileSync('deploy/grafana/liandun.json', 'utf8')) as Dashboard
const queries = [
  ...dashboard.panels.flatMap(({ targets }) => targets.map(({ expr }) => expr)),
  ...dashboard.templating.list.map(({ query }) => query).filter((query) => query.includes('(')),
]
const METRIC = /\b(liandun|process|nodejs)_[a-z_]+/g
const SELECTED = /\b((?:liandun|process|nodejs)_[a-z_]+)\{([^}]*)\}/g
const BY = /\bby \(([^)]*)\)/g

/** Names of series with the labels they have. */
const seriesIn = (text: string): Map<string, Set<string>> => {
  const found = new Map<string, Set<string>>()
  for (const line of text.split('\n')) {
    const [, name, labels = ''] = /^([a-z_]+)(?:\{(.*)\})? \S+$/.exec(line) ?? []
    if (!name) continue
    const known = found.get(name) ?? new Set<string>()
    for (const [, label] of labels.matchAll(/(\w+)="/g)) known.add(label!)
    found.set(name, known)
  }
  return found
}

/** Prometheus itself puts these on every series. */
const OF_THE_SCRAPE = ['job', 'instance']

describe('the dashboard', () => {
  let house: StoryHouse
  let series: Map<string, Set<string>>
  beforeAll(async () => {
    house = await openStoryHouse()
    const ask = async () => (await fetch(`${house.baseUrl}/metrics`)).text()
    await ask()
    series = seriesIn(await ask())
  }, 60_000)
  afterAll(() => house.close())

  it('asks only for what /metrics prints', () => {
    const asked = new Set(queries.flatMap((query) => query.match(METRIC) ?? []))
    expect([...asked].filter((name) => !series.has(name))).toEqual([])
    expect(asked.size).toBeGreaterThan(10)
  })

  it('chooses and groups by labels that are there', () => {
    const unknown = queries.flatMap((query) => {
      const names = query.match(METRIC) ?? []
      const labels = new Set([...OF_THE_SCRAPE, ...names.flatMap((name) => [...(series.get(name) ?? [])])])
      const chosen = [...query.matchAll(SELECTED)].flatMap(([, , pairs]) => [...pairs!.matchAll(/(\w+)[=!]/g)])
      const grouped = [...query.matchAll(BY)].flatMap(([, list]) => list!.split(', '))
      return [...chosen.map(([, label]) => label!), ...grouped].filter((label) => !labels.has(label))
    })
    expect(unknown).toEqual([])
  })

  it('shows everything of this house that is told', () => {
    const shown = queries.join(' ')
    const told = [...series.keys()].filter((name) => name.startsWith('liandun_') && !/_(sum|count)$/.test(name))
    expect(told.filter((name) => !shown.includes(name))).toEqual([])
  })
})

it('Prometheus asks every process', () => {
  const { scrape_configs } = parse(readFileSync('deploy/prometheus/prometheus.yaml', 'utf8')) as {
    scrape_configs: { metrics_path: string; static_configs: { targets: string[] }[] }[]
  }
  expect(scrape_configs).toMatchObject([
    { metrics_path: '/metrics', static_configs: [{ targets: SERVICES.map((name) => `${name}:3000`) }] },
  ])
})
