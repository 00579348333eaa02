import { randomBytes } from 'node:crypto'
import { createServer } from 'node:net'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { keyFile, openEmbedded, StoreError, systemTime } from '#embedded'
import type { Instant, Title } from '#kernel'
import { policy } from '#policy'
import { loadRules, RulesError, type Rules } from '#rules'
import {
  Accounts,
  checkHouse,
  ConfigFaults,
  lexiconOf,
  openDataDir,
  openShell,
  openTokens,
  OpenWorlds,
  readConfig,
  StartError,
  type Config,
  type DataDir,
  type House,
  type NewAccount,
  type WorldKind,
} from '#shell'
import { beginOf, playDemonstration } from './demonstration.js'
import { services } from './services.js'

const say = (...lines: string[]): void => void process.stdout.write(lines.map((line) => `${line}\n`).join(''))

const WORLDS: Readonly<Record<Config['TIME'], WorldKind>> = { story: 'demonstration', system: 'live', manual: 'manual' }

const DEMONSTRATION: Title = {
  zh: '这是演示世界：人物、企业和案件均属虚构，时钟是故事的时钟。',
  en: 'This is a demonstration: people, firms and cases are made up, and the clock is the story’s.',
}
const TRIAL: Title = {
  zh: '这是测试世界：时钟由操作员推进，人物、企业和案件均属虚构。',
  en: 'This is a trial world: its clock is moved by the operator; people, firms and cases are made up.',
}
const BANNERS: Readonly<Record<WorldKind, Title | undefined>> = {
  demonstration: DEMONSTRATION,
  live: undefined,
  manual: TRIAL,
}

const portBusy = (port: number, cause: unknown): StartError =>
  new StartError(
    `端口 ${port} 已被占用。请停止占用它的程序，或用 PORT 指定别的端口，例如：PORT=3001 npm start`,
    `Port ${port} is in use. Stop the program that has it, or choose another one: PORT=3001 npm start`,
    { cause },
  )

const cannotListen = ({ PORT, HOST }: Config, cause: NodeJS.ErrnoException): StartError =>
  cause.code === 'EADDRINUSE'
    ? portBusy(PORT, cause)
    : new StartError(
        `不能在 ${HOST}:${PORT} 上监听（${cause.code}）。请检查 HOST 和 PORT。`,
        `Cannot listen on ${HOST}:${PORT} (${cause.code}). Check HOST and PORT.`,
        { cause },
      )

/** Before anything is written: a busy port must not cost the passwords that are printed once. */
const tryPort = (config: Config): Promise<void> =>
  new Promise((done, failed) => {
    const probe = createServer()
    probe.once('error', (error) => failed(cannotListen(config, error)))
    probe.listen(config.PORT, config.HOST, () => probe.close(() => done()))
  })

const checked = (rules: Rules): void => {
  const faults = checkHouse(services, rules)
  if (faults.length)
    throw new StartError(
      `启动检查发现 ${faults.length} 处问题：`,
      [`${faults.length} faults found at start:`, ...faults].join('\n- '),
    )
}

const tellPasswords = (made: readonly NewAccount[], rules: Rules): void => {
  if (!made.length) return
  say('', '账户（仅此一次显示，请妥善保存） / accounts, shown this once:')
  for (const { user, password } of made)
    say(
      `  ${user.user.padEnd(24)} ${password}  ${user.name} · ${rules.agency(user.agency)?.name.zh ?? user.agency} · ${user.offices.join(', ')}`,
    )
}

const accountsOf = async (config: Config, dir: string, rules: Rules): Promise<Accounts> => {
  if (config.AUTH === 'dev') return Accounts.without(rules)
  const { accounts, made } = await Accounts.open(dir, rules)
  tellPasswords(made, rules)
  return accounts
}

/** What is running, to be ended in the opposite order. */
interface Running {
  config: Config
  house: House
  worlds: OpenWorlds
  data: DataDir
  operatorToken: string
  url: string
  phase: { ready: boolean; playing: boolean }
  app: Awaited<ReturnType<typeof openShell>>
}

/** Where a manual clock begins; undefined where time is the machine's. */
const beginningOf = (config: Config): Instant | undefined =>
  config.TIME === 'system' ? undefined : config.TIME === 'story' ? beginOf(config.STORY) : config.START_AT

const openWorlds = (
  config: Config,
  rules: Rules,
  data: DataDir,
  key: string,
  fatal: (error: Error) => void,
): Promise<OpenWorlds> =>
  OpenWorlds.open({
    services,
    rules,
    policy,
    key,
    dir: data.dir,
    stem: data.stem,
    manualFrom: beginningOf(config),
    system: systemTime,
    openPorts: async (file, time) => {
      const ports = await openEmbedded({ dir: data.dir, file, time })
      ports.onFailure(fatal)
      return ports
    },
    failed: (error) =>
      process.stderr.write(
        `${JSON.stringify({ level: 50, msg: 'fault', error: String((error as Error)?.stack ?? error) })}\n`,
      ),
  })

const openHouse = async (config: Config, rules: Rules, fatal: (error: Error) => void): Promise<Running> => {
  const kind = WORLDS[config.TIME]
  const data = openDataDir(resolve(config.DATA_DIR), kind)
  const key = Buffer.from(keyFile(join(data.dir, 'service.key'))).toString('hex')
  const worlds = await openWorlds(config, rules, data, key, fatal)
  const phase = { ready: false, playing: data.unplayed }
  const operatorToken = config.OPERATOR_TOKEN ?? randomBytes(24).toString('base64url')
  const house: House = {
    services,
    rules,
    worlds,
    key,
    accounts: await accountsOf(config, data.dir, rules),
    tokens: await openTokens(join(data.dir, 'token.key'), config.TOKEN_MINUTES),
    dev: config.AUTH === 'dev',
    operator:
      config.TIME === 'system'
        ? undefined
        : { token: operatorToken, open: () => config.TIME === 'manual' || phase.playing },
    demonstration: BANNERS[kind],
    reports: join(data.dir, 'reports'),
    lexicon: lexiconOf(services, rules),
    ready: () => phase.ready,
    log: { level: config.LOG_LEVEL },
  }
  const app = await openShell(house)
  const url = await app.listen({ port: config.PORT, host: config.HOST }).then(
    () => app.getUrl(),
    (error: NodeJS.ErrnoException) => {
      throw cannotListen(config, error)
    },
  )
  return { config, house, worlds, data, operatorToken, url, phase, app }
}

const tellWhereToLook = ({ config, house, url, operatorToken, data }: Running): void => {
  const clock = house.worlds.main.time.now().slice(0, 16).replace('T', ' ')
  say(
    '',
    `联盾已启动 / Liandun is running: ${url}`,
    `  时钟 clock        ${clock}${config.TIME === 'system' ? '' : `（${config.TIME}）`}`,
  )
  if (house.demonstration) say(`  ${house.demonstration.zh}`, `  ${house.demonstration.en}`)
  say(
    `  首页 home         ${url}/`,
    `  接口 API          ${url}/api/docs`,
    `  步骤 steps        ${url}/api/steps`,
    `  状态 readiness    ${url}/readyz`,
    `  数据 data         ${data.dir}`,
  )
  if (config.TIME === 'manual' && config.OPERATOR_TOKEN === undefined)
    say(`  操作员口令 operator token   ${operatorToken}`)
  say('', '按 Ctrl+C 停止 / Ctrl+C stops it')
}

/** The story is played over HTTP, through the same door as any user; then its clock runs on. */
const demonstrate = async (running: Running): Promise<() => void> => {
  const { config, data, house, worlds, operatorToken, url, phase } = running
  if (data.unplayed) {
    say('', `播放故事 / playing the story: ${config.STORY}`)
    const played = await playDemonstration({
      file: config.STORY,
      url,
      operatorToken,
      rules: house.rules,
      reports: house.reports!,
      say,
    })
    data.played()
    phase.playing = false
    say(`  报告 report       ${url}/stories/${played.report}`)
  }
  return worlds.main.runOn()
}

const stopOn = (running: Running, stopClock: () => void): void => {
  const { app, worlds, phase } = running
  let stopping = false
  const stop = async () => {
    if (stopping) process.exit(130)
    stopping = true
    phase.ready = false
    stopClock()
    await app.close()
    await worlds.stop()
    process.exit(0)
  }
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void stop())
}

/** Opens the house as the environment and the words after `npm start --` say. */
export const start = async (env: NodeJS.ProcessEnv, words: readonly string[]): Promise<void> => {
  const config = readConfig(env, words)
  const rules = loadRules()
  checked(rules)
  await tryPort(config)
  const fatal = (error: Error) => {
    process.stderr.write(`${error.message}\n`)
    process.exit(1)
  }
  const running = await openHouse(config, rules, fatal)
  const stopClock = config.TIME === 'story' ? await demonstrate(running) : () => {}
  stopOn(running, stopClock)
  running.phase.ready = true
  tellWhereToLook(running)
}

/** Faults that a person can mend are told as sentences; others with where they came from. */
const told = (error: unknown): string => {
  const known =
    [ConfigFaults, StartError, StoreError, RulesError].some((kind) => error instanceof kind) ||
    (error as Error)?.name === 'StoryError'
  return known ? (error as Error).message : String((error as Error)?.stack ?? error)
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href)
  start(process.env, process.argv.slice(2)).catch((error: unknown) => {
    process.stderr.write(`\n${told(error)}\n`)
    process.exit(1)
  })
