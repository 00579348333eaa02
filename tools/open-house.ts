import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { createServer } from 'node:net'
import { join, resolve } from 'node:path'
import { keyFile, systemTime } from '#embedded'
import type { Instant, Title } from '#kernel'
import { policy } from '#policy'
import type { Envelope, Time } from '#ports'
import type { Rules } from '#rules'
import {
  Accounts,
  checkHouse,
  elsewhere,
  fontsOf,
  FrontWorlds,
  lexiconOf,
  Log,
  openDataDir,
  openShell,
  openTokens,
  openTracing,
  OpenWorlds,
  Neighbour,
  StartError,
  type AccountStore,
  type Config,
  type DataDir,
  type House,
  type LogSettings,
  type Tracing,
  type WorldKind,
} from '#shell'
import { beginOf, castOf } from './demonstration.js'
import { tellPasswords, walkers } from './first-look.js'
import { keptFilesOf, keysOf, openAdapters, type OpenAdapters } from './open-adapters.js'
import { services } from './services.js'

export type Say = (...lines: string[]) => void

const WORLDS: Readonly<Record<Config['TIME'], WorldKind>> = { story: 'demonstration', system: 'live', manual: 'manual' }

const BANNERS: Readonly<Record<WorldKind, Title | undefined>> = {
  demonstration: {
    zh: '这是演示世界：人物、企业和案件均属虚构，时钟是故事的时钟。',
    en: 'This is a demonstration: people, firms and cases are made up, and the clock is the story’s.',
  },
  live: undefined,
  manual: {
    zh: '这是测试世界：时钟由操作员推进，人物、企业和案件均属虚构。',
    en: 'This is a trial world: its clock is moved by the operator; people, firms and cases are made up.',
  },
}

const cannotListen = ({ PORT, HOST }: Config, cause: NodeJS.ErrnoException): StartError =>
  cause.code === 'EADDRINUSE'
    ? new StartError(
        `端口 ${PORT} 已被占用。请停止占用它的程序，或用 PORT 指定别的端口，例如：PORT=3001 npm start`,
        `Port ${PORT} is in use. Stop the program that has it, or choose another one: PORT=3001 npm start`,
        { cause },
      )
    : new StartError(
        `不能在 ${HOST}:${PORT} 上监听（${cause.code}）。请检查 HOST 和 PORT。`,
        `Cannot listen on ${HOST}:${PORT} (${cause.code}). Check HOST and PORT.`,
        { cause },
      )

/** Before anything is written: a busy port must not cost the passwords that are shown once. */
const tryPort = (config: Config): Promise<void> =>
  new Promise((done, failed) => {
    const probe = createServer()
    probe.once('error', (error) => failed(cannotListen(config, error)))
    probe.listen(config.PORT, config.HOST, () => probe.close(() => done()))
  })

const check = (rules: Rules): void => {
  const faults = checkHouse(services, rules)
  if (!faults.length) return
  const listed = faults.map((fault) => `- ${fault}`).join('\n')
  throw new StartError(
    `启动检查发现 ${faults.length} 处问题，见下。`,
    `${faults.length} faults found at start:\n${listed}`,
  )
}

/** People sign in at the portal. */
const accountsOf = async (
  config: Config,
  { dir, store }: { dir: string; store: AccountStore },
  rules: Rules,
  say: Say,
): Promise<Accounts> => {
  if (config.AUTH === 'dev' || !config.SERVICES.includes('portal')) return Accounts.without(rules)
  const { accounts, made } = await Accounts.open(store, rules)
  tellPasswords(made, config.TIME === 'story' ? walkers(config.STORIES, rules) : [], { dir, rules, say })
  return accounts
}

/** Where a manual clock begins; undefined where time is the machine's. */
const beginningOf = (config: Config): Instant | undefined => {
  if (config.TIME === 'system') return undefined
  return config.TIME === 'story' ? beginOf(config.STORIES) : config.START_AT
}

interface Kept {
  config: Config
  data: DataDir
  key: string
  manualFrom: Instant | undefined
  system: () => Time
  adapters: OpenAdapters
  log: Log
  tracing: Tracing
}

/** Where `npm run web` puts the console, beside what was built of this file. */
const builtConsole = (): string | undefined => {
  const web = join(import.meta.dirname, '../web')
  return existsSync(join(web, 'index.html')) ? web : undefined
}

const logOf = ({ LOG_LEVEL: level, LOG_FORMAT, SERVICES }: Config): LogSettings => ({
  level,
  format: LOG_FORMAT ?? (process.stdout.isTTY ? 'lines' : 'json'),
  service: SERVICES.length === 1 ? SERVICES[0] : 'liandun',
})

const tracingOf = ({ OTEL_EXPORTER_OTLP_ENDPOINT, OTEL_TRACES_SAMPLER_ARG, WORLD }: Config): Promise<Tracing> =>
  openTracing(OTEL_EXPORTER_OTLP_ENDPOINT, WORLD, OTEL_TRACES_SAMPLER_ARG)

/** A fault in the matter of an envelope. */
const untakenIn =
  (log: Log) =>
  (group: string, { kind, record, dossier, traceparent }: Envelope, error: unknown): void =>
    log.fault(
      error,
      { service: group.split(':')[0], group, kind, record, dossier, trace: traceparent?.slice(3, 35) },
      'warn',
    )

const openWorlds = async (rules: Rules, kept: Kept): Promise<OpenWorlds> => {
  const { config, data, key, manualFrom, system, adapters, log, tracing } = kept
  return OpenWorlds.open({
    services: services.filter(({ name }) => config.SERVICES.some((one) => one === name)),
    elsewhere: services.filter(({ name }) => !config.SERVICES.some((one) => one === name)),
    ...{ rules, policy, key, manualFrom, system },
    dir: data.dir,
    stem: data.stem,
    failed: (error: unknown) => log.fault(error),
    watching: { tracing, untaken: untakenIn(log) },
    ...adapters,
  })
}

/** Where a portal finds the services that run in processes of their own. */
const addressesOf = (config: Config): ReadonlyMap<string, string> =>
  new Map(
    config.SERVICES.includes('portal')
      ? elsewhere(config.SERVICES).map(([service, variable]) => [service, config[variable]!])
      : [],
  )

const neighboursAt = (addresses: ReadonlyMap<string, string>, token: string): ReadonlyMap<string, Neighbour> =>
  new Map([...addresses].map(([service, url]) => [service, new Neighbour(url, token)]))

/** What runs, and how to end it. */
export interface Running {
  config: Config
  house: House
  worlds: OpenWorlds
  data: DataDir
  operatorToken: string
  url: string
  /** `ready`: requests are taken. `playing`: a demonstration is being played, and its operator's door is open. */
  phase: { ready: boolean; playing: boolean }
  /** Finishes what has begun and takes nothing new. */
  stop: () => Promise<void>
}

const listen = (app: Awaited<ReturnType<typeof openShell>>, config: Config): Promise<string> =>
  app.listen({ port: config.PORT, host: config.HOST }).then(
    () => app.getUrl(),
    (error: NodeJS.ErrnoException) => {
      throw cannotListen(config, error)
    },
  )

/**
 * Opens the data directory, the worlds in it and the door before them.
 * @throws StartError, StoreError, StoryError: sentences that say what to do
 */
export const openHouse = async (
  config: Config,
  rules: Rules,
  say: Say,
  fatal: (error: Error) => void,
  system: () => Time = systemTime,
): Promise<Running> => {
  check(rules)
  const fonts = fontsOf(config)
  await tryPort(config)
  const manualFrom = beginningOf(config)
  const kind = WORLDS[config.TIME]
  const data = openDataDir(resolve(config.DATA_DIR), kind)
  const keys = keysOf(config, data)
  const files = keptFilesOf(config, data, manualFrom !== undefined)
  data.expect(files)
  const key = Buffer.from(keyFile(keys.service)).toString('hex')
  const peopled = config.TIME === 'story' ? rules.withPeople(castOf(config.STORIES, rules)) : rules
  const [log, tracing] = [logOf(config), await tracingOf(config)]
  const told = new Log(log)
  const adapters = await openAdapters(config, data, { fatal, failed: (error) => told.fault(error) })
  const worlds = await openWorlds(peopled, { config, data, key, manualFrom, system, adapters, tracing, log: told })
  data.begin(files)
  const phase = { ready: false, playing: data.unplayed }
  const operatorToken = config.OPERATOR_TOKEN ?? randomBytes(24).toString('base64url')
  const addresses = addressesOf(config)
  const house: House = {
    fonts,
    services,
    runs: config.SERVICES,
    rules,
    elsewhere: addresses,
    worlds: addresses.size ? new FrontWorlds(worlds, neighboursAt(addresses, operatorToken)) : worlds,
    key,
    accounts: await accountsOf(config, { dir: data.dir, store: adapters.accounts(key) }, rules, say),
    tokens: await openTokens(keys.token, config.TOKEN_MINUTES, config.SESSION_HOURS),
    dev: config.AUTH === 'dev',
    proxies: config.PROXIES,
    operator: {
      token: operatorToken,
      open: () => config.TIME === 'manual' || (config.TIME === 'story' && phase.playing),
    },
    demonstration: BANNERS[kind],
    reports: join(data.dir, 'reports'),
    web: config.SERVICES.includes('portal') ? builtConsole() : undefined,
    firstDossier: () => data.dossier(),
    lexicon: lexiconOf(services, rules),
    servers: adapters.servers,
    away: adapters.away,
    ready: () => phase.ready,
    ...{ log, tracing },
  }
  const app = await openShell(house)
  const stop = async () => {
    phase.ready = false
    await app.close()
    await worlds.stop()
    await tracing.close()
  }
  const url = await listen(app, config).catch(async (error: unknown) => {
    await stop()
    throw error
  })
  return { config, house, worlds, data, operatorToken, url, phase, stop }
}
