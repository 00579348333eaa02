import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { play, readStory, textReport, type Playing, type Story } from '#story'
import { Killable } from './killable.js'
import { Checking, type Named } from './stories/checking.js'
import { meetsNowhere } from './stories/equal.js'
import { Interrupted, type Cuts } from './stories/interrupted.js'
import { openStoryHouse, type StoryHouse } from './story-house.js'

const FOLDER = 'seeds/stories'
const FLAGSHIP = 'flagship.yaml'
const files = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.yaml'))
  .sort()

let house: StoryHouse
const played: Playing[] = []
let chains = 0

beforeAll(async () => {
  house = await openStoryHouse()
}, 60_000)

afterAll(async () => {
  await house.close()
  const sum = (name: 'entries' | 'branches' | 'findings') =>
    played.reduce((total, { counts }) => total + counts[name], 0)
  process.stderr.write(
    `${played.length} stories, ${sum('entries')} entries, ${sum('branches')} branches, ${sum('findings')} checks; ${chains} chains hold\n`,
  )
})

const checkChains = async (client: Checking): Promise<void> => {
  expect(await client.faults()).toEqual([])
  chains += (await client.everything()).length
}

/** A failure is told as people read it. */
const asExpected = (playing: Playing): void => {
  if (!playing.ok) throw new Error(textReport(playing, { failedOnly: true }))
}

describe('a story, over HTTP', () => {
  it.each(files)(
    '%s',
    async (file) => {
      const client = new Checking(house.baseUrl, house.operatorToken, house.rules, checkChains)
      const playing = await play(readStory(join(FOLDER, file)), { client, rules: house.rules })
      await checkChains(client)
      played.push(playing)
      asExpected(playing)
      expect(playing.counts.findings).toBeGreaterThan(playing.counts.entries / 2)
    },
    60_000,
  )
})

describe('a story that names where answers meet', () => {
  const stories = files.map((file) => readStory(join(FOLDER, file))).filter(({ meets }) => meets.length)
  it.each(stories.map((story) => [story.story, story] as const))('%s has records where they do', async (_, story) => {
    const client = new Checking(house.baseUrl, house.operatorToken, house.rules)
    asExpected(await play({ ...story, branches: [] }, { client, rules: house.rules }))
    expect(meetsNowhere(story.meets, await client.seen())).toEqual([])
  })
})

/** Early, in the middle and late; some between entries, some while an answer is still being told to the others. */
const cutsOf = ({ entries }: Story): Cuts => {
  const at = (share: number) => Math.floor(entries.length * share)
  const told = entries.flatMap(({ do: step, as, expect }, index) =>
    step && typeof as !== 'object' && !expect?.rejected ? [index + 1] : [],
  )
  const near = (n: number) => told.find((one) => one >= n)!
  return { before: [at(0.25), at(0.6)], after: [near(at(0.4)), near(at(0.75))] }
}

describe('the flagship, killed and opened again', () => {
  let dir: string
  let killable: Killable
  beforeAll(async () => {
    dir = mkdtempSync(join(tmpdir(), 'killed-'))
    killable = new Killable(dir)
    await killable.start()
  }, 60_000)
  afterAll(async () => {
    await killable.kill()
    rmSync(dir, { recursive: true, force: true })
  })

  it('ends as if nothing had been', async () => {
    const story = { ...readStory(join(FOLDER, FLAGSHIP)), branches: [] }
    const whole = new Checking(house.baseUrl, house.operatorToken, house.rules)
    asExpected(await play(story, { client: whole, rules: house.rules }))
    const cuts = cutsOf(story)
    const cut = new Interrupted(killable, house.operatorToken, house.rules, cuts)
    asExpected(await play(story, { client: cut, rules: house.rules }))
    expect(killable.kills).toBe(cuts.before.length + cuts.after.length)
    const all: Named[] = await whole.everything()
    expect(all.length).toBeGreaterThan(5)
    expect(await cut.shown(all)).toEqual(await whole.shown(all))
    for (const one of all) expect(await cut.chainOf(one)).toEqual(await whole.chainOf(one))
    expect(await dossiers(cut, all)).toEqual(await dossiers(whole, all))
  }, 120_000)
})

/** What the portal shows of the matters: views folded before and after the kills. */
const dossiers = async (client: Checking, all: readonly Named[]): Promise<unknown> => {
  const actor = { agency: 'SAMR-411000', office: 'officer', person: 'reader' }
  const names = [...new Set((await client.shown(all)).map(({ dossier }) => dossier))].sort()
  return Promise.all(
    names.map(async (dossier) => (await client.request('GET', `/api/portal/dossiers/${dossier}`, { actor })).body),
  )
}
