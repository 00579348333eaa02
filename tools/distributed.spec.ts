import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { play, readStory, textReport, type Playing } from '#story'
import { onServers } from '../libs/adapters/distributed/fixture.js'
import { FiveProcesses } from './five-processes.js'
import { askAll, Asking, type Answered } from './stories/asking.suite.js'
import { Checking, faultsIn } from './stories/checking.js'
import { compared, meetsNowhere } from './stories/equal.js'
import { openStoryHouse, type StoryHouse } from './story-house.js'

const FOLDER = 'seeds/stories'
const files = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.yaml'))
  .sort()

/** The one after which everything that people look at is asked for as well. */
const ASKED = 'flagship.yaml'

const asExpected = (playing: Playing): void => {
  if (!playing.ok) throw new Error(textReport(playing, { failedOnly: true }))
}

/** A world costs the servers something for as long as it is open. */
const leave = async (client: Checking): Promise<void> => {
  const { current } = (await client.operator('GET', '/worlds')).body
  await client.operator('DELETE', `/worlds/${String(current)}`)
}

onServers('every story, over five processes on real servers', () => {
  let dir: string
  let one: StoryHouse
  let five: FiveProcesses
  const answers: (readonly Answered[])[] = []
  let records = 0
  let met = 0
  beforeAll(async () => {
    dir = mkdtempSync(join(tmpdir(), 'five-'))
    five = new FiveProcesses(dir, { WORLD: `t${process.pid}` })
    await five.start()
    one = await openStoryHouse({ key: five.key })
  }, 400_000)
  afterAll(async () => {
    await five.stop()
    await one.close()
    rmSync(dir, { recursive: true, force: true })
    process.stderr.write(`${records} records equal; ${met} of them with answers that met in another order\n`)
  }, 60_000)

  it.each(files)(
    '%s leaves the records that one process leaves',
    async (file) => {
      const story = { ...readStory(join(FOLDER, file)), branches: [] }
      const run = async ({ baseUrl, operatorToken }: { baseUrl: string; operatorToken: string }) => {
        const client = new (file === ASKED ? Asking : Checking)(baseUrl, operatorToken, one.rules)
        asExpected(await play(story, { client, rules: one.rules }))
        const seen = await client.seen()
        if (client instanceof Asking) answers.push(await askAll(client, seen))
        await leave(client)
        return seen
      }
      const alone = await run(one)
      expect(meetsNowhere(story.meets, alone)).toEqual([])
      const apart = await run(five)
      expect(apart.map(({ id }) => id)).toEqual(alone.map(({ id }) => id))
      for (const [n, here] of alone.entries()) {
        const looked = compared(here, apart[n]!, story.meets)
        expect(looked.other).toEqual(looked.one)
        if (looked.met) met += 1
      }
      records += alone.length
      expect(faultsIn(apart)).toEqual([])
    },
    600_000,
  )

  it('answers what one process answers: lists, records, papers, rehearsals, the outside, live updates', () => {
    const [alone, apart] = answers as [readonly Answered[], readonly Answered[]]
    expect(alone.length).toBeGreaterThan(100)
    expect(apart.map(([what]) => what)).toEqual(alone.map(([what]) => what))
    for (const [n, told] of alone.entries()) expect(apart[n]).toEqual(told)
  })
})
