import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Actor, Service, Step } from '#kernel'
import { Client, play, readStory, type Reply, type Story } from '#story'
import { openStoryHouse, type StoryHouse } from '../story-house.js'
import { services } from '../services.js'

/** A person's act as a story sent it. */
export interface Act {
  kind: string
  step: string
  id?: string
  actor: Actor
  body: { at?: string; reason?: string; input: Record<string, unknown> }
  key: string
  reply: Reply
}

export interface StagedWorld {
  name: string
  acts: Act[]
  /** Every record in it. */
  records: { kind: string; id: string }[]
}

const ADDRESS = /^\/api\/([a-z-]+\/[a-z-]+)\/(?:([a-z2-7]{26})\/)?([A-Z]\w*)$/

/** Plays as any client does and remembers what was sent. */
class Remembering extends Client {
  acts: Act[] = []

  override async request(
    method: string,
    path: string,
    options: { actor?: Actor; body?: unknown; key?: string } = {},
  ): Promise<Reply> {
    const reply = await super.request(method, path, options)
    const [, kind, id, step] = (method === 'POST' && ADDRESS.exec(path)) || []
    if (kind && step && options.actor && options.key)
      this.acts.push({
        kind,
        step,
        id,
        actor: options.actor,
        body: options.body as Act['body'],
        key: options.key,
        reply,
      })
    return reply
  }
}

const STORIES = 'seeds/stories'

/** The first half of a story, and the whole of it; without its branches. */
const halves = (story: Story): Story[] => {
  const whole = { ...story, branches: [] }
  return [{ ...whole, entries: story.entries.slice(0, Math.ceil(story.entries.length / 2)) }, whole]
}

/** What a world came to: the records of the acts and all that came into being because of them. */
const recordsOf = async (client: Client, acts: readonly Act[]): Promise<StagedWorld['records']> => {
  const found = new Map<string, { kind: string; id: string }>()
  for (const { reply } of acts)
    if (reply.status < 300) for (const one of await client.caused(reply.body.message as string)) found.set(one.id, one)
  return [...found.values()]
}

/** The house with worlds at different stages of the stories. */
export interface Stage {
  house: StoryHouse
  client: Client
  worlds: StagedWorld[]
  services: readonly Service[]
  stories: Story[]
  steps: { kind: string; step: Step }[]
}

/** Worlds beside the main one; the house closes the oldest when there are more. */
const MOST = 7

export const openStage = async (dir: string): Promise<Stage> => {
  const house = await openStoryHouse({ dir })
  const client = new Remembering(house.baseUrl, house.operatorToken)
  const worlds: StagedWorld[] = []
  const files = readdirSync(STORIES)
    .sort()
    .filter((file) => file.endsWith('.yaml'))
  const stories = files.map((file) => readStory(join(STORIES, file)))
  const longest = [...stories].sort((a, b) => b.entries.length - a.entries.length)
  for (const story of longest.flatMap(halves).slice(0, MOST)) {
    client.acts = []
    await play(story, { client, rules: house.rules })
    const name = (await client.operator('GET', '/worlds')).body.current as string
    worlds.push({ name, acts: client.acts, records: await recordsOf(client, client.acts) })
  }
  const steps = services.flatMap((service) =>
    service.records.flatMap(({ record, steps }) =>
      steps.filter(({ who }) => who !== 'system').map((step) => ({ kind: record.kind, step })),
    ),
  )
  return { house, client, worlds, services, stories, steps }
}
