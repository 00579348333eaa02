import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { StoreError } from '#embedded'
import { loadRules, RulesError } from '#rules'
import { checkDataDir, ConfigFaults, dataDirFault, readConfig, StartError } from '#shell'
import { ServerError, StoryError } from '#story'
import { checkDemonstration, playDemonstration } from './demonstration.js'
import { tellHowToRead, walkers } from './first-look.js'
import { openHouse, type Running, type Say } from './open-house.js'

const tellWhereToLook = ({ config, house, url, operatorToken, data }: Running, say: Say): void => {
  const clock = house.worlds.main.time.now().slice(0, 16).replace('T', ' ')
  const local = url.replace('[::1]', 'localhost')
  say(
    '',
    `联盾已启动 / Liandun is running: ${local}`,
    `  时钟 clock        ${clock}${config.TIME === 'system' ? '' : ` (${config.TIME})`}`,
  )
  if (house.demonstration) say(`  ${house.demonstration.zh}`, `  ${house.demonstration.en}`)
  say(
    `  首页 home         ${local}/`,
    `  接口 API          ${local}/api/docs`,
    `  步骤 steps        ${local}/api/steps`,
    `  状态 readiness    ${local}/readyz`,
    `  数据 data         ${data.dir}`,
  )
  const people = config.TIME === 'story' ? walkers(config.STORIES, house.rules) : house.rules.users
  const user = people.find(({ offices }) => offices.includes('officer'))
  tellHowToRead(local, { dir: data.dir, user, dev: house.dev, dossier: data.dossier() }, say)
  if (config.TIME === 'manual' && config.OPERATOR_TOKEN === undefined)
    say(`  操作员口令 operator token   ${operatorToken}`)
  say('', '按 Ctrl+C 停止 / Ctrl+C stops it')
}

/** The stories are played over HTTP, through the same door as any user; then their clock runs on. Returns what stops the clock. */
const demonstrate = async (
  { config, data, house, worlds, operatorToken, url, phase }: Running,
  say: Say,
): Promise<() => void> => {
  if (data.unplayed) {
    const dossiers: (string | undefined)[] = []
    for (const file of config.STORIES) {
      say('', `播放故事 / playing the story: ${file}`)
      const played = { file, url, operatorToken, rules: house.rules, reports: house.reports!, say }
      const { report, dossier } = await playDemonstration(played)
      dossiers.push(dossier)
      say(`  报告 report       ${url}/stories/${report}`)
    }
    data.played(dossiers[0])
    phase.playing = false
  }
  return worlds.main.runOn()
}

const tellWhatStays = ({ data, config }: Running, say: Say): void =>
  say(
    '',
    '联盾已正常停止：已答复的全部在磁盘上。 / Liandun has closed cleanly: everything that was answered is on disk.',
    `  数据 data         ${data.dir}`,
    config.TIME === 'system'
      ? '  下次启动接着办理；停止期间届满的期限到时补记。 / The next start goes on from here; what fell due meanwhile is recorded then.'
      : '  下次启动从这里接着走，时钟停在此刻。 / The next start goes on from here; the clock stands still until then.',
  )

/** Opens the house as the environment and the words after `npm start --` say. Resolves when requests are taken. */
export const start = async (
  env: Readonly<Record<string, string | undefined>>,
  words: readonly string[],
  say: Say,
  fatal: (error: Error) => void,
): Promise<{ url: string; stop: () => Promise<void> }> => {
  const config = readConfig(env, words)
  const dir = resolve(config.DATA_DIR)
  checkDataDir(dir)
  const rules = loadRules()
  if (config.TIME === 'story') checkDemonstration(config.STORIES, rules)
  const running = await openHouse(config, rules, say, fatal).catch((error: unknown) => {
    throw dataDirFault(dir, error) ?? error
  })
  let stopClock = () => {}
  const stop = async () => {
    stopClock()
    await running.stop()
    tellWhatStays(running, say)
  }
  try {
    if (config.TIME === 'story') stopClock = await demonstrate(running, say)
  } catch (error) {
    stopClock()
    await running.stop()
    throw error
  }
  running.phase.ready = true
  tellWhereToLook(running, say)
  return { url: running.url, stop }
}

/** What a person can mend is told as a sentence; anything else with where it came from. */
const told = (error: unknown): string =>
  [ConfigFaults, StartError, StoreError, RulesError, StoryError, ServerError].some((kind) => error instanceof kind)
    ? (error as Error).message
    : String((error as Error)?.stack ?? error)

const end = (error: unknown): never => {
  process.stderr.write(`\n${told(error)}\n`)
  process.exit(error instanceof StoryError ? 2 : 1)
}

const main = async (): Promise<void> => {
  // What is kept is for the account that runs it, and for nobody else on the machine.
  process.umask(0o077)
  const say: Say = (...lines) => void process.stdout.write(lines.map((line) => `${line}\n`).join(''))
  const opening = start(process.env, process.argv.slice(2), say, end)
  let stopping = false
  const stop = async () => {
    if (stopping) process.exit(130)
    stopping = true
    say('', '正在停止…… / stopping …')
    await (await opening).stop()
    process.exit(0)
  }
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void stop().catch(end))
  await opening
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) main().catch(end)
