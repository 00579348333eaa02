import { expect, test } from '@playwright/test'
import { play, readStory, tellPlayed, type Played } from '#story'
import { Hands } from './hands.js'
import { openHouse, type House } from './house.js'
import { accountOf, rules, seeded, Windows } from './people.js'

const STORY = 'seeds/stories/flagship.yaml'
const MINUTES = 60_000

let house: House
test.beforeAll(async () => {
  house = await openHouse({ TIME: 'manual', START_AT: '2026-03-02T08:00' })
})
test.afterAll(() => house.close())

const failed = (played: readonly Played[]) =>
  played.flatMap(({ n, do: step, findings }) =>
    findings.filter(({ ok }) => !ok).map((finding) => ({ n, step, ...finding })),
  )

test('a lead goes the whole way by the hands of its people', async ({ browser }) => {
  test.setTimeout(20 * MINUTES)
  const { story, users } = seeded(readStory(STORY))
  const windows = new Windows(browser, house)
  const playing = await play(story, {
    client: new Hands(house, windows, accountOf),
    rules,
    worlds: false,
    heard: (one) => console.log(tellPlayed(one)),
  })
  expect(failed(playing.entries)).toEqual([])
  expect(playing.counts.entries).toBe(story.entries.length)
  expect(new Set(playing.entries.map(({ by }) => by && users.get(by)!.user)).size).toBeGreaterThan(11)
  expect(windows.faults).toEqual([])
  await windows.close()
})
