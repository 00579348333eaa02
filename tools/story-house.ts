import { join } from 'node:path'
import { isKept, openEmbedded, systemTime } from '#embedded'
import { readInstant } from '#kernel'
import type { World } from '#kernel/world'
import { policy } from '#policy'
import type { Time } from '#ports'
import { loadRules, type Rules } from '#rules'
import { Accounts, lexiconOf, openShell, openTokens, OpenWorlds, type House, type Opening } from '#shell'
import { dropScratch, scratchDir } from './scratch.js'
import { services } from './services.js'

const OPERATOR_TOKEN = 'operator-of-the-stories'

export interface StoryHouse {
  baseUrl: string
  world: World
  worldNamed: (name: string) => World
  operatorToken: string
  rules: Rules
  close: () => Promise<void>
}

export interface StoryHouseOptions {
  dir?: string
  port?: number
  rules?: Rules
  /** Secret of the services. */
  key?: string
  /** Its clock; one that is moved by the operator when left out. */
  time?: Time
  /** Folder with the built console. */
  web?: string
  /** Its adapters; the embedded ones when left out. */
  openPorts?: Opening['openPorts']
}

/** The whole house on a free port of this machine, with anyone's sign-in: where stories are played. */
export const openStoryHouse = async (options: StoryHouseOptions = {}): Promise<StoryHouse> => {
  const dir = options.dir ?? scratchDir('stories')
  const rules = options.rules ?? loadRules()
  const { key = 'key-of-the-stories' } = options
  const worlds = await OpenWorlds.open({
    services,
    rules,
    policy,
    key,
    dir,
    stem: 'stories',
    manualFrom: options.time ? undefined : readInstant('2025-01-01')!,
    system: () => options.time ?? systemTime(),
    openPorts: options.openPorts ?? ((stem, time) => openEmbedded({ dir, file: `${stem}.sqlite`, time })),
    kept: async (stem) => isKept(dir, `${stem}.sqlite`),
    failed: (error) => console.error(error),
  })
  const accounts = Accounts.without(rules)
  const house: House = {
    services,
    rules,
    worlds,
    accounts,
    key,
    tokens: await openTokens(join(dir, 'token.key'), 600),
    dev: true,
    operator: { token: OPERATOR_TOKEN, open: () => true },
    lexicon: lexiconOf(services, rules),
    ready: () => true,
    web: options.web,
    log: { level: process.env.LOG_LEVEL ?? 'silent' },
  }
  const app = await openShell(house)
  await app.listen(options.port ?? 0, '127.0.0.1')
  return {
    baseUrl: await app.getUrl(),
    world: worlds.main,
    worldNamed: (name) => worlds.named(name)!,
    operatorToken: OPERATOR_TOKEN,
    rules,
    close: async () => {
      await app.close()
      await worlds.stop()
      if (!options.dir) dropScratch(dir)
    },
  }
}
