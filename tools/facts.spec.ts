import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { factNames, factUnits } from '#shell'
import { play, readStory } from '#story'
import { services } from './services.js'
import { Checking } from './stories/checking.js'
import { openStoryHouse, type StoryHouse } from './story-house.js'

const names = factNames(services)
const units = factUnits(services)

interface Record {
  kind: string
  facts: unknown
}
let house: StoryHouse
let records: Record[]

beforeAll(async () => {
  house = await openStoryHouse()
  const client = new Checking(house.baseUrl, house.operatorToken, house.rules)
  const { ok } = await play(readStory('seeds/stories/flagship.yaml'), { client, rules: house.rules })
  expect(ok).toBe(true)
  records = (await client.shown(await client.everything())) as unknown as Record[]
}, 90_000)
afterAll(() => house.close())

const CHINESE = /\p{Script=Han}/u
const LINE = /\.\d+(?=\.|$)/g

/** Every value among the facts, by where it stands. */
const standing = (value: unknown, path = ''): (readonly [path: string, value: unknown])[] => [
  ...(path === '' || LINE.test(`.${path.split('.').at(-1)}`) ? [] : [[path, value] as const]),
  ...(typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, inner]) => standing(inner, path ? `${path}.${key}` : key))
    : []),
]

it('every fact of every record of the flagship has a title in both languages, of its own kind of record', () => {
  expect(new Set(records.map(({ kind }) => kind)).size).toBeGreaterThan(8)
  const untitled = records.flatMap(({ kind, facts }) => {
    const titles = names(house.rules, kind, facts)
    return standing(facts).flatMap(([path]) => {
      const title = titles[path.replace(LINE, '')]
      return title && CHINESE.test(title.zh) && title.en !== '' ? [] : [`${kind} ${path}`]
    })
  })
  expect([...new Set(untitled)]).toEqual([])
})

it('every number among them has a unit', () => {
  const uncounted = records.flatMap(({ kind, facts }) => {
    const known = units(house.rules, kind, facts)
    return standing(facts).flatMap(([path, value]) =>
      typeof value === 'number' && !known[path] ? [`${kind} ${path}`] : [],
    )
  })
  expect([...new Set(uncounted)]).toEqual([])
})

it('a fact is called as its own record calls it', () => {
  const called = (kind: string, facts: unknown) => names(house.rules, kind, facts)
  expect(
    called('routing/joint-action', { lead: 'SAMR-411000', parts: [{ agency: 'PSB-411000', inspects: '仓库' }] }),
  ).toEqual({
    lead: { zh: '牵头单位', en: 'Lead agency' },
    parts: { zh: '职责分工', en: 'Division of powers, agency by agency' },
    'parts.agency': { zh: '参加单位', en: 'Participating agency' },
    'parts.inspects': { zh: '检查内容', en: 'What it inspects, under which law' },
  })
})
