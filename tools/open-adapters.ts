import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isKept, keyFile, openEmbedded } from '#embedded'
import { services } from './services.js'
import {
  accountsFile,
  accountsTable,
  StartError,
  type AccountStore,
  type Config,
  type DataDir,
  type House,
  type KeptFile,
  type Opening,
} from '#shell'

export interface OpenAdapters extends Pick<Opening, 'openPorts' | 'kept'> {
  /** Of the main world, once it is open. */
  accounts: (key: string) => AccountStore
  servers?: House['servers']
  /** Whether a server is away: what failed is nobody's fault, and may be asked again. */
  away?: (error: unknown) => boolean
}

/** Where the keys of the house stand: in the data directory, or in files that its processes share. */
export const keysOf = ({ SERVICE_KEY_FILE, TOKEN_KEY_FILE, VAULT_KEY_FILE }: Config, { dir, stem }: DataDir) => ({
  service: SERVICE_KEY_FILE ?? join(dir, 'service.key'),
  token: TOKEN_KEY_FILE ?? join(dir, 'token.key'),
  vault: VAULT_KEY_FILE ?? join(dir, `${stem}.vault.key`),
})

const caOf = (path: string): string => {
  if (!existsSync(path))
    throw new StartError(
      `找不到 KAFKA_CA_FILE 指定的文件 ${path}。请改正路径。`,
      `The file that KAFKA_CA_FILE names, ${path}, is not there. Correct the path.`,
    )
  return readFileSync(path, 'utf8')
}

const kafkaOf = (config: Config) => {
  const { KAFKA_BROKERS, KAFKA_SSL, KAFKA_CA_FILE, KAFKA_SASL_MECHANISM } = config
  const sasl = KAFKA_SASL_MECHANISM && {
    mechanism: KAFKA_SASL_MECHANISM as 'plain',
    username: config.KAFKA_SASL_USERNAME!,
    password: config.KAFKA_SASL_PASSWORD!,
  }
  const ssl = KAFKA_CA_FILE === undefined ? KAFKA_SSL : { ca: [caOf(KAFKA_CA_FILE)] }
  return { brokers: KAFKA_BROKERS!, ssl, sasl }
}

const embedded = ({ dir }: DataDir, fatal: (error: Error) => void): OpenAdapters => ({
  openPorts: async (stem, time) => {
    const ports = await openEmbedded({ dir, file: `${stem}.sqlite`, time })
    ports.onFailure(fatal)
    return ports
  },
  kept: async (stem) => isKept(dir, `${stem}.sqlite`),
  accounts: () => accountsFile(dir),
})

/** The clients of the real servers are read only when they are asked for: a house of its own starts without them. */
const distributed = async (config: Config, data: DataDir, failed: (error: unknown) => void): Promise<OpenAdapters> => {
  const { isKept, isOutage, openDistributed, ServerRefused } = await import('#distributed')
  const [mongo, redis] = [config.MONGODB_URI!, config.REDIS_URL!]
  const vaultKey = keyFile(keysOf(config, data).vault)
  let main: Awaited<ReturnType<typeof openDistributed>> | undefined
  return {
    openPorts: async (stem, time) => {
      const ports = await openDistributed({
        ...{ mongo, redis, time, vaultKey, failed },
        kafka: kafkaOf(config),
        world: `${config.WORLD}-${stem}`,
        services: config.SERVICES,
        topics: services.filter(({ records }) => records.length > 0).map(({ name }) => name),
        partitions: config.KAFKA_PARTITIONS,
      }).catch((error: unknown) => {
        if (error instanceof ServerRefused) throw new StartError(error.zh, error.en, { cause: error })
        throw error
      })
      if (stem === data.stem) main = ports
      return ports
    },
    accounts: (key) => accountsTable(main!.views('portal').table('accounts'), key),
    servers: () => main!.servers(),
    kept: (stem) => isKept(mongo, `${config.WORLD}-${stem}`),
    away: isOutage,
  }
}

/** The adapters that the configuration asks for. `fatal`: nothing can be written any more. */
export const openAdapters = async (
  config: Config,
  data: DataDir,
  told: { fatal: (error: Error) => void; failed: (error: unknown) => void },
): Promise<OpenAdapters> =>
  config.ADAPTERS === 'embedded' ? embedded(data, told.fatal) : distributed(config, data, told.failed)

/** What the main world is kept with: on real servers the keys alone. */
export const keptFilesOf = (config: Config, data: DataDir, manual: boolean): readonly KeptFile[] => {
  const { service, vault } = keysOf(config, data)
  const inDir = (name: string): KeptFile => ({ name, path: join(data.dir, name) })
  const { stem } = data
  return [
    { name: 'service.key', path: service, secret: true },
    { name: `${stem}.vault.key`, path: vault, secret: true },
    ...(config.ADAPTERS === 'embedded' ? [inDir(`${stem}.sqlite`), inDir(`${stem}.vault.sqlite`)] : []),
    ...(manual ? [inDir(`${stem}.clock`)] : []),
  ]
}
