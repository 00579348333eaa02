import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { expect, test } from '@playwright/test'
import { play, readStory } from '#story'
import { Hands } from './hands.js'
import { openHouse, type House } from './house.js'
import { accountOf, rules, seeded, Windows } from './people.js'
import { pictureOf, tourText } from './tour.js'

const FILE = 'docs/tour.md'

let house: House
test.beforeAll(async () => {
  test.setTimeout(120_000)
  house = await openHouse({ TIME: 'manual', START_AT: '2026-08-05T09:00' })
})
test.afterAll(() => house.close())

test('a newcomer comes to a confirmed settlement, and docs/tour.md says how', async ({ browser }, { config }) => {
  // `npm run tour` writes the document and its pictures; else they are only compared.
  const write = config.updateSnapshots === 'all'
  test.setTimeout(180_000)
  const { story, users } = seeded(readStory('seeds/stories/tour.yaml'))
  const windows = new Windows(browser, house)
  let n = 0
  const hands = new Hands(house, windows, accountOf, async (page) => {
    const path = write ? `docs/${pictureOf(++n)}` : `artifacts/${pictureOf(++n)}`
    mkdirSync(dirname(path), { recursive: true })
    await page.waitForTimeout(1200)
    await page.screenshot({ path })
  })
  const playing = await play(story, { client: hands, rules, worlds: false })
  expect(playing.entries.flatMap(({ findings }) => findings.filter(({ ok }) => !ok))).toEqual([])
  const titles = playing.entries.map(({ title }) => title!)
  const text = tourText(
    story,
    titles,
    playing.entries.map(({ by }) => users.get(by!)!.user),
  )
  if (write) writeFileSync(FILE, text)
  expect(readFileSync(FILE, 'utf8')).toBe(text)
  await windows.close()
})
