import { z } from 'zod'
import type { Title } from '#kernel'
import { address, variable } from './variable.js'

const path = { schema: z.string().min(1), form: { zh: '文件路径', en: 'path of a file' } } as const

const service = (name: string, title: Title) =>
  variable({
    schema: address('http', 'https'),
    about: {
      zh: `门户进程转发到${title.zh}服务的地址`,
      en: `where a portal of its own finds the ${title.en} service`,
    },
    form: { zh: `地址，如 http://${name}:3000`, en: `an address like http://${name}:3000` },
  })

/** What ADAPTERS=distributed asks for: the servers, the keys that its processes share, and where they find each other. */
export const SERVERS = {
  MONGODB_URI: variable({
    schema: z.string().regex(/^mongodb(\+srv)?:\/\/.+/),
    about: { zh: 'MongoDB 副本集', en: 'the MongoDB replica set' },
    form: {
      zh: 'mongodb:// 或 mongodb+srv:// 开头的地址',
      en: 'an address that begins with mongodb:// or mongodb+srv://',
    },
    secret: true,
  }),
  KAFKA_BROKERS: variable({
    schema: z
      .string()
      .transform((text) => text.split(',').map((one) => one.trim()))
      .pipe(z.array(z.string().regex(/^[^\s:]+:\d{1,5}$/)).min(1)),
    about: { zh: 'Kafka 节点', en: 'the Kafka brokers' },
    form: { zh: '以逗号分隔的 主机:端口', en: 'host:port, separated by commas' },
  }),
  KAFKA_PARTITIONS: variable({
    schema: z
      .string()
      .regex(/^[1-9]\d{0,2}$/)
      .transform(Number),
    preset: '4',
    about: { zh: '新建主题的分区数', en: 'partitions of the topics that are made' },
    form: { zh: '1 至 999 的整数', en: 'a whole number from 1 to 999' },
  }),
  KAFKA_SSL: variable({
    schema: z.enum(['true', 'false']).transform((text) => text === 'true'),
    preset: 'false',
    about: { zh: '以 TLS 连接 Kafka', en: 'TLS to Kafka' },
    form: { zh: 'true 或 false', en: 'true or false' },
  }),
  KAFKA_CA_FILE: variable({ ...path, about: { zh: 'Kafka 的 CA 证书', en: 'the CA of Kafka' } }),
  KAFKA_SASL_MECHANISM: variable({
    schema: z.enum(['plain', 'scram-sha-256', 'scram-sha-512']),
    about: { zh: 'Kafka 的 SASL 机制；不设则不用 SASL', en: 'SASL mechanism of Kafka; none when left out' },
    form: { zh: 'plain、scram-sha-256 或 scram-sha-512', en: 'plain, scram-sha-256 or scram-sha-512' },
  }),
  KAFKA_SASL_USERNAME: variable({
    schema: z.string().min(1),
    about: { zh: 'Kafka 用户名', en: 'user name for Kafka' },
    form: { zh: '文本', en: 'text' },
  }),
  KAFKA_SASL_PASSWORD: variable({
    schema: z.string().min(1),
    about: { zh: 'Kafka 口令', en: 'password for Kafka' },
    form: { zh: '文本', en: 'text' },
    secret: true,
  }),
  REDIS_URL: variable({
    schema: address('redis', 'rediss'),
    about: { zh: 'Redis', en: 'Redis' },
    form: { zh: 'redis:// 或 rediss:// 开头的地址', en: 'an address that begins with redis:// or rediss://' },
    secret: true,
  }),
  WORLD: variable({
    schema: z.string().regex(/^[a-z][a-z0-9-]{0,11}$/),
    preset: 'liandun',
    about: {
      zh: '本套系统在服务器上的名字：数据库、主题和键的前缀',
      en: 'name of this house on the servers: begins its databases, topics and keys',
    },
    form: {
      zh: '至多 12 个小写字母、数字或 -，以字母开头',
      en: 'at most 12 lower-case letters, digits or -, a letter first',
    },
  }),
  SERVICE_KEY_FILE: variable({
    ...path,
    about: {
      zh: '各服务共用的密钥（存证盐值），默认在数据目录',
      en: 'key of the services (salts of the chains); in DATA_DIR when left out',
    },
  }),
  VAULT_KEY_FILE: variable({
    ...path,
    about: { zh: '举报人保管库的密钥，默认在数据目录', en: 'key of the informants’ vault; in DATA_DIR when left out' },
  }),
  TOKEN_KEY_FILE: variable({
    ...path,
    about: { zh: '登录凭证的签名密钥，默认在数据目录', en: 'key that signs sign-ins; in DATA_DIR when left out' },
  }),
  INTAKE_URL: service('intake', { zh: '受理办案', en: 'intake' }),
  ROUTING_URL: service('routing', { zh: '衔接协同', en: 'routing' }),
  MEDIATION_URL: service('mediation', { zh: '调解', en: 'mediation' }),
  CREDIT_URL: service('credit', { zh: '信用', en: 'credit' }),
} as const

interface Asked {
  SERVICES: readonly string[]
  TIME: string
  MONGODB_URI?: unknown
  KAFKA_BROKERS?: unknown
  REDIS_URL?: unknown
  KAFKA_SASL_MECHANISM?: unknown
  KAFKA_SASL_USERNAME?: unknown
  KAFKA_SASL_PASSWORD?: unknown
  SERVICE_KEY_FILE?: unknown
  VAULT_KEY_FILE?: unknown
  TOKEN_KEY_FILE?: unknown
  INTAKE_URL?: unknown
  ROUTING_URL?: unknown
  MEDIATION_URL?: unknown
  CREDIT_URL?: unknown
}

const missing = (names: readonly (keyof Asked)[], asked: Asked, zh: string, en: string): Title[] =>
  names
    .filter((name) => asked[name] === undefined)
    .map((name) => ({ zh: `${zh}，请设 ${name}`, en: `${en}: set ${name}` }))

/** Where a portal finds each service that does not run beside it. */
const ADDRESSES = {
  intake: 'INTAKE_URL',
  routing: 'ROUTING_URL',
  mediation: 'MEDIATION_URL',
  credit: 'CREDIT_URL',
} as const

/** The services that do not run here, and the variable with the address of each. */
export const elsewhere = (services: readonly string[]) =>
  (Object.entries(ADDRESSES) as [string, (typeof ADDRESSES)[keyof typeof ADDRESSES]][]).filter(
    ([service]) => !services.includes(service),
  )

/** What does not go together when the real servers are used. */
export const serverFaults = (asked: Asked): Title[] => {
  const apart = elsewhere(asked.SERVICES).length > 0
  return [
    ...missing(['MONGODB_URI', 'KAFKA_BROKERS', 'REDIS_URL'], asked, '使用真实服务器时', 'the real servers are needed'),
    ...(asked.KAFKA_SASL_MECHANISM === undefined
      ? []
      : missing(
          ['KAFKA_SASL_USERNAME', 'KAFKA_SASL_PASSWORD'],
          asked,
          '使用 SASL 时',
          'SASL needs a name and a password',
        )),
    ...(apart
      ? missing(
          ['SERVICE_KEY_FILE', 'VAULT_KEY_FILE', 'TOKEN_KEY_FILE'],
          asked,
          '多个进程须共用密钥',
          'several processes share their keys',
        )
      : []),
    ...(apart && asked.SERVICES.includes('portal')
      ? missing(
          elsewhere(asked.SERVICES).map(([, variable]) => variable),
          asked,
          '门户须知道其他服务的地址',
          'a portal of its own has to find the services',
        )
      : []),
    ...(apart && asked.TIME === 'story'
      ? [
          {
            zh: '演示世界只在一个进程中播放：请设 TIME=system',
            en: 'a demonstration is played in one process: set TIME=system',
          },
        ]
      : []),
  ]
}
