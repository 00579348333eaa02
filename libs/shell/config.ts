import { isIP } from 'node:net'
import { z } from 'zod'
import { readInstant, type Title } from '#kernel'
import { SERVERS, serverFaults } from './config-servers.js'
import { WATCHING } from './config-watching.js'
import { variable, whole, type Variable } from './variable.js'

/** Every service this house has, in the order in which their lapses are fired. */
export const SERVICES = ['intake', 'routing', 'mediation', 'credit', 'portal'] as const

const services = z
  .string()
  .transform((text) => (text === 'all' ? [...SERVICES] : text.split(',').map((one) => one.trim())))
  .pipe(z.array(z.enum(SERVICES)).min(1))

const paths = z
  .string()
  .transform((text) => text.split(',').map((one) => one.trim()))
  .pipe(z.array(z.string().min(1)))

const host = z.string().refine((text) => text === 'localhost' || isIP(text) !== 0)

const widths: Readonly<Record<number, number>> = { 4: 32, 6: 128 }

/** An address, or a network with a width; one that holds every address would trust everybody. */
const isNetwork = (text: string): boolean => {
  const [address = '', width, ...more] = text.split('/')
  const most = widths[isIP(address)]
  if (most === undefined || more.length) return false
  return width === undefined || (/^[1-9]\d{0,2}$/.test(width) && Number(width) <= most)
}

const addresses = z
  .string()
  .transform((text) => text.split(',').map((one) => one.trim()))
  .pipe(z.array(z.string().refine(isNetwork)).min(1))

/** All there is to configure. `.env.example` is made from this table. */
export const VARIABLES = {
  PORT: variable({
    schema: whole(0, 65535),
    preset: '3000',
    about: { zh: '服务端口', en: 'port of the HTTP door' },
    form: { zh: '0 至 65535 的整数', en: 'a whole number from 0 to 65535' },
  }),
  HOST: variable({
    schema: host,
    preset: '127.0.0.1',
    about: { zh: '监听地址；默认只在本机', en: 'address to listen on; this machine only by default' },
    form: { zh: 'IP 地址或 localhost', en: 'an IP address or localhost' },
  }),
  PROXIES: variable({
    schema: addresses,
    about: {
      zh: '本服务前面的反向代理：只有从这些地址来的请求，才按 X-Forwarded-For 认定来访者的地址（登录和公众页面的次数限制按此计算）；不设则不信任任何代理',
      en: 'the reverse proxies before the door: of requests from them alone X-Forwarded-For says who asks, by which sign-ins and the public pages are held off; none is trusted when left out',
    },
    form: {
      zh: '以逗号分隔的 IP 地址或网段，如 10.0.0.5,10.244.0.0/16',
      en: 'IP addresses or networks, separated by commas, like 10.0.0.5,10.244.0.0/16',
    },
  }),
  DATA_DIR: variable({
    schema: z.string().min(1),
    preset: './data',
    about: {
      zh: '数据目录，同一时间只供一个进程使用',
      en: 'folder with everything that is kept; one process at a time',
    },
    form: { zh: '目录路径', en: 'path of a folder' },
  }),
  SERVICES: variable({
    schema: services,
    preset: 'all',
    about: { zh: '本进程运行哪些服务', en: 'services that this process runs' },
    form: { zh: `all，或以逗号分隔：${SERVICES.join(',')}`, en: `all, or some of ${SERVICES.join(',')}` },
  }),
  ADAPTERS: variable({
    schema: z.enum(['embedded', 'distributed']),
    preset: 'embedded',
    about: { zh: '内置存储，或真实的 Kafka、MongoDB、Redis', en: 'built-in store, or real Kafka, MongoDB and Redis' },
    form: { zh: 'embedded 或 distributed', en: 'embedded or distributed' },
  }),
  TIME: variable({
    schema: z.enum(['system', 'manual', 'story']),
    preset: 'story',
    about: {
      zh: '时钟：story 演示（故事放完后自行走动），system 系统时间（--live 的默认值），manual 由操作员推进（测试用）',
      en: 'clock: story for the demonstration, system for real time (the default with --live), manual for tests',
    },
    form: { zh: 'system、manual 或 story', en: 'system, manual or story' },
  }),
  START_AT: variable({
    schema: z
      .string()
      .transform((text) => readInstant(text) ?? '')
      .refine((at) => at !== ''),
    preset: '2026-01-01T00:00',
    about: { zh: '手动时钟的起点', en: 'where a manual clock begins' },
    form: { zh: '时间，如 2026-03-01T09:00', en: 'a time like 2026-03-01T09:00' },
  }),
  AUTH: variable({
    schema: z.enum(['password', 'dev']),
    preset: 'password',
    about: {
      zh: 'password：首次启动时生成随机密码，写入数据目录的 passwords.txt；dev：任何人可以任何身份登录，仅限本机试用',
      en: 'password: random ones, written to passwords.txt in the data directory at the first start; dev: anyone signs in as anyone, this machine only',
    },
    form: { zh: 'password 或 dev', en: 'password or dev' },
  }),
  TOKEN_MINUTES: variable({
    schema: whole(1, 720),
    preset: '30',
    about: { zh: '登录凭证有效分钟数', en: 'minutes a sign-in lasts' },
    form: { zh: '1 至 720 的整数', en: 'a whole number from 1 to 720' },
  }),
  SESSION_HOURS: variable({
    schema: whole(1, 24),
    preset: '10',
    about: {
      zh: '一次登录最长小时数：凭证随操作续期，满此时长须重新输入密码',
      en: 'hours a session lasts at most: tokens are renewed while somebody works, then the password is asked again',
    },
    form: { zh: '1 至 24 的整数', en: 'a whole number from 1 to 24' },
  }),
  OPERATOR_TOKEN: variable({
    schema: z.string().min(16).max(200),
    about: {
      zh: '操作员口令：在本机查看并重试停下的记录（/api/operator/parked、redrive），TIME=manual 时还可推进时钟；不设则启动时生成，只在 TIME=manual 时打印',
      en: 'the operator’s key: on this machine, records that stand still and their redrive (/api/operator/parked, redrive), with TIME=manual the clock too; made when left out, printed with TIME=manual only',
    },
    form: { zh: '16 至 200 个字符', en: '16 to 200 characters' },
    secret: true,
  }),
  STORIES: variable({
    schema: paths,
    preset: './seeds/stories/flagship.yaml,./seeds/stories/august.yaml',
    about: {
      zh: '演示世界首次启动时依次播放的故事',
      en: 'stories that the first start of a demonstration plays, one after the other',
    },
    form: { zh: '一个或几个文件路径，以逗号分隔', en: 'paths of files, separated by commas' },
  }),
  PAPER_FONT: variable({
    schema: z.string().min(1),
    about: {
      zh: '文书正文字体文件（OTF、TTF），如机关自有的仿宋；不设则用随附的思源黑体',
      en: 'font file of the papers (OTF, TTF), for instance the office’s own FangSong; the shipped Noto Sans when left out',
    },
    form: { zh: '文件路径', en: 'path of a file' },
  }),
  PAPER_FONT_BOLD: variable({
    schema: z.string().min(1),
    about: {
      zh: '文书标题字体文件，如小标宋、黑体；不设则与正文同（正文亦未设时用随附的粗体）',
      en: 'font file of their headings; the one of the text when left out, or the shipped bold',
    },
    form: { zh: '文件路径', en: 'path of a file' },
  }),
  ...WATCHING,
  ...SERVERS,
} as const

type Variables = typeof VARIABLES
export type Config = {
  [K in keyof Variables]:
    z.output<Variables[K]['schema']> | (Variables[K] extends { preset: string } ? never : undefined)
}

/** Everything that is wrong, at once; each line Chinese first. */
export class ConfigFaults extends Error {
  constructor(readonly faults: readonly Title[]) {
    super(faults.map(({ zh, en }) => `${zh}\n  ${en}`).join('\n'))
    this.name = 'ConfigFaults'
  }
}

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|::1)$/
export const isLoopback = (address: string): boolean => LOOPBACK.test(address.replace(/^::ffff:/, ''))

const shown = (value: string): string => JSON.stringify(value.length > 60 ? `${value.slice(0, 60)}…` : value)

const faultOf = (name: string, row: Variable<z.ZodType>, value: string): Title => ({
  zh: `${name} 应为${row.form.zh}${row.secret ? '' : `，现为 ${shown(value)}`}`,
  en: `${name} must be ${row.form.en}${row.secret ? '' : `, not ${shown(value)}`}`,
})

const together = (config: Config): Title[] => {
  const faults: Title[] = []
  if (config.ADAPTERS === 'embedded' && config.SERVICES.length < SERVICES.length)
    faults.push({
      zh: '内置存储只能由一个进程使用：SERVICES 请写 all，或改用 ADAPTERS=distributed',
      en: 'the built-in store belongs to one process: write SERVICES=all, or use ADAPTERS=distributed',
    })
  if (config.ADAPTERS === 'distributed') faults.push(...serverFaults(config))
  if (config.AUTH === 'dev' && !isLoopback(config.HOST))
    faults.push({
      zh: 'AUTH=dev 允许任何人以任何身份登录，只能在本机使用：HOST 请写 127.0.0.1，或改用 AUTH=password',
      en: 'AUTH=dev lets anyone act as anyone, so only on this machine: write HOST=127.0.0.1, or AUTH=password',
    })
  return faults
}

/** A demonstration tells its story on the console, so it logs only what is wrong. */
const presetOf = (
  name: string,
  { preset }: Variable<z.ZodType>,
  words: readonly string[],
  found: Readonly<Record<string, unknown>>,
): string | undefined => {
  if (name === 'TIME' && words.includes('--live')) return 'system'
  return name === 'LOG_LEVEL' && found.TIME === 'story' ? 'warn' : preset
}

/**
 * Reads the environment and the words after `npm start --`.
 * @throws ConfigFaults with every fault at once; secrets are never in it.
 */
export const readConfig = (
  env: Readonly<Record<string, string | undefined>>,
  words: readonly string[] = [],
): Config => {
  const faults: Title[] = words
    .filter((word) => word !== '--live')
    .map((word) => ({
      zh: `不认识参数 ${shown(word)}；可用：--live`,
      en: `unknown argument ${shown(word)}; known: --live`,
    }))
  const found: Record<string, unknown> = {}
  for (const [name, row] of Object.entries<Variable<z.ZodType>>(VARIABLES)) {
    const preset = presetOf(name, row, words, found)
    const value = env[name] === undefined || env[name] === '' ? preset : env[name]
    if (value === undefined) continue
    const read = row.schema.safeParse(value)
    if (read.success) found[name] = read.data
    else faults.push(faultOf(name, row, value))
  }
  if (!faults.length) faults.push(...together(found as Config))
  if (faults.length) throw new ConfigFaults(faults)
  return found as Config
}

/** The text of `.env.example`. */
export const exampleEnv = (): string =>
  Object.entries<Variable<z.ZodType>>(VARIABLES)
    .map(
      ([name, { about, form, preset }]) =>
        `# ${about.zh}\n# ${about.en}\n# ${form.zh} / ${form.en}\n# ${name}=${preset ?? ''}\n`,
    )
    .join('\n')
