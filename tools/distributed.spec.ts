import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { play, readStory, textReport, type Playing } from '#story'
import { FiveProcesses } from './five-processes.js'
import { Checking } from './stories/checking.js'
import { openStoryHouse, type StoryHouse } from './story-house.js'

const FOLDER = 'seeds/stories'
const files = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.yaml'))
  .sort()

const here = process.env.MONGODB_URI && process.env.KAFKA_BROKERS && process.env.REDIS_URL

const asExpected = (playing: Playing): void => {
  if (!playing.ok) throw new Error(textReport(playing, { failedOnly: true }))
}

/** The trial house says on every answer that it is one. */
const withoutBanner = (shown: object): object => ({ ...shown, demonstration: undefined })

;(here ? describe : describe.skip)('every story, over five processes on real servers', () => {
  let dir: string
  let one: StoryHouse
  let five: FiveProcesses
  beforeAll(async () => {
    dir = mkdtempSync(join(tmpdir(), 'five-'))
    five = new FiveProcesses(dir, { WORLD: `t${process.pid}` })
    await five.start()
    one = await openStoryHouse({ key: five.key })
  }, 120_000)
  afterAll(async () => {
    await five.stop()
    await one.close()
    rmSync(dir, { recursive: true, force: true })
  }, 60_000)

  it.each(files)(
    '%s leaves the records that one process leaves',
    async (file) => {
      const story = { ...readStory(join(FOLDER, file)), branches: [] }
      const alone = new Checking(one.baseUrl, one.operatorToken, one.rules)
      asExpected(await play(story, { client: alone, rules: one.rules }))
      const apart = new Checking(five.baseUrl, five.operatorToken, one.rules)
      asExpected(await play(story, { client: apart, rules: one.rules }))
      const all = await alone.everything()
      expect((await apart.everything()).map(({ id }) => id).sort()).toEqual(all.map(({ id }) => id).sort())
      expect((await apart.shown(all)).map(withoutBanner)).toEqual(await alone.shown(all))
      expect(await apart.faults()).toEqual([])
    },
    180_000,
  )
})
