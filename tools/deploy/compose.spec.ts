import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { parse } from 'yaml'
import { SERVICES, VARIABLES } from '../../libs/shell/config.js'

interface Service {
  image: string
  build?: { context: string; dockerfile: string }
  command?: string[]
  user?: string
  restart: string
  read_only?: boolean
  cap_drop?: string[]
  security_opt?: string[]
  environment?: Record<string, string>
  ports?: string[]
  networks?: string[]
  volumes?: string[]
  healthcheck?: { test: string[] }
  depends_on?: Record<string, { condition: string }>
  profiles?: string[]
}
interface Compose {
  services: Record<string, Service>
  networks: Record<string, { internal?: boolean }>
  volumes: Record<string, unknown>
}

const read = (name: string): Compose =>
  parse(readFileSync(join('deploy', name), 'utf8').replaceAll('!override', ''), { merge: true }) as Compose
const compose = read('compose.yaml')
const managed = read('compose.managed.yaml')
const all = Object.entries(compose.services)
const servicesOf = (fits: (service: Service) => boolean): string[] =>
  all.filter(([, one]) => fits(one)).map(([name]) => name)
const names = [...SERVICES]
const once = servicesOf(({ restart }) => restart === 'no')

/** The Compose Specification’s own schema, which testcontainers brings. */
const faultsOf = (file: unknown): string[] => {
  const here = createRequire(import.meta.url)
  const ajv = createRequire(here.resolve('eslint/package.json'))('ajv') as new (options: object) => {
    validate: (schema: object, file: unknown) => boolean
    errors: { dataPath: string; message: string }[] | null
  }
  const schema = createRequire(here.resolve('testcontainers'))('docker-compose/schema/compose-spec.json') as object
  const checker = new ajv({ allErrors: true, unknownFormats: 'ignore', logger: false })
  checker.validate({ ...schema, $schema: undefined }, file)
  return (checker.errors ?? []).map(({ dataPath, message }) => `${dataPath} ${message}`)
}

describe('compose.yaml', () => {
  it('is what the Compose Specification says, with what lies over it; a misspelt word is not', () => {
    expect([faultsOf(compose), faultsOf(managed)]).toEqual([[], []])
    const { healthcheck, ...rest } = compose.services.redis!
    const wrong = { ...compose, services: { redis: { ...rest, healthchek: healthcheck } } }
    expect(faultsOf(wrong)).toContain(".services['redis'] should NOT have additional properties")
  })

  it('has the five processes of one image, and their servers', () => {
    expect(Object.keys(compose.services)).toEqual([
      ...[...names, 'keys', 'mongodb', 'replica-set', 'kafka', 'redis', 'prometheus'],
    ])
    const images = new Set([...names, 'keys'].map((name) => compose.services[name]!.image))
    expect([...images]).toEqual(['liandun:0.1.0'])
    expect(names.map((name) => compose.services[name]!.environment!.SERVICES)).toEqual(names)
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }
    expect([...images]).toEqual([`liandun:${version}`])
  })

  it('pins every image', () => {
    expect(all.map(([, { image }]) => image).filter((image) => !/:v?\d+\.\d+\.\d+(-[a-z0-9]+)?$/.test(image))).toEqual(
      [],
    )
  })

  it('runs nothing as root, with no capability, and none gained', () => {
    expect(servicesOf(({ user }) => user === undefined || /^(root|0)/.test(user))).toEqual([])
    expect(servicesOf(({ cap_drop }) => cap_drop?.join() !== 'ALL')).toEqual([])
    expect(servicesOf(({ security_opt }) => !security_opt?.includes('no-new-privileges:true'))).toEqual([])
    expect(servicesOf(({ read_only }) => !read_only)).toEqual(['mongodb', 'kafka'])
  })

  it('asks everything that runs whether it is well, and waits for it so', () => {
    expect(servicesOf(({ healthcheck }) => !healthcheck?.test.length)).toEqual(once)
    expect(once).toEqual(['keys', 'replica-set'])
    const waits = all.flatMap(([name, { depends_on = {} }]) =>
      Object.entries(depends_on).map(([other, { condition }]) => ({ name, other, condition })),
    )
    const conditionOf = (other: string) => (once.includes(other) ? 'service_completed_successfully' : 'service_healthy')
    expect(waits.filter(({ other, condition }) => condition !== conditionOf(other))).toEqual([])
    const needed = ['keys', 'replica-set', 'mongodb', 'kafka', 'redis']
    for (const name of names)
      expect(Object.keys(compose.services[name]!.depends_on!)).toEqual(expect.arrayContaining(needed))
  })

  it('opens one port, the portal’s, on this machine alone; and who watches, where it is asked for, its own', () => {
    expect(servicesOf(({ ports }) => ports !== undefined)).toEqual(['portal', 'prometheus'])
    expect(servicesOf(({ profiles }) => profiles?.join() === 'watch')).toEqual(['prometheus'])
    expect(compose.services.prometheus!.ports).toEqual(['127.0.0.1:${PROMETHEUS_PORT:-9090}:9090'])
    expect(compose.services.portal!.ports).toEqual(['${PORTAL_ADDRESS:-127.0.0.1}:${PORTAL_PORT:-3000}:3000'])
    expect(compose.services.portal!.environment!.PORT).toBe('3000')
    expect(compose.networks.inner).toEqual({ internal: true })
    expect(servicesOf(({ networks }) => networks?.includes('outer') ?? false)).toEqual(['portal', 'prometheus'])
  })

  it('tells the portal where the others stand', () => {
    const { environment } = compose.services.portal!
    for (const name of names.filter((one) => one !== 'portal'))
      expect(environment![`${name.toUpperCase()}_URL`]).toBe(
        `http://${name}:${compose.services[name]!.environment!.PORT}`,
      )
  })

  it('names the keys that it draws, each where it is read', () => {
    const drawn = compose.services.keys!.command!.slice(2)
    for (const name of names) {
      const files = Object.entries(compose.services[name]!.environment!).filter(([key]) => key.endsWith('_KEY_FILE'))
      expect(files.map(([, path]) => path)).toEqual(drawn)
      expect(compose.services[name]!.volumes).toContain('keys:/keys:ro')
    }
  })

  it('names only files and volumes that are there', () => {
    const sources = all.flatMap(([, { volumes = [] }]) => volumes.map((one) => one.split(':')[0]!))
    const missing = sources.filter((one) =>
      one.startsWith('.') ? !existsSync(join('deploy', one)) : !(one in compose.volumes),
    )
    expect(missing).toEqual([])
    expect(
      existsSync(join('deploy', compose.services.intake!.build!.context, compose.services.intake!.build!.dockerfile)),
    ).toBe(true)
  })

  it('gives the servers what the house asks of them', () => {
    const { mongodb, kafka, redis } = compose.services
    expect(mongodb!.image).toMatch(/^mongo:8\./)
    expect(mongodb!.command).toEqual(expect.arrayContaining(['--replSet', 'rs0']))
    expect(kafka!.image).toMatch(/^apache\/kafka:4\./)
    expect(kafka!.environment).toMatchObject({
      KAFKA_PROCESS_ROLES: 'broker,controller',
      KAFKA_AUTO_CREATE_TOPICS_ENABLE: 'false',
    })
    expect(redis!.image).toMatch(/^redis:7\./)
    expect(redis!.command!.join(' ')).toContain('--maxmemory-policy noeviction')
  })
})

describe('compose.managed.yaml', () => {
  it('starts no server of its own, and waits for none', () => {
    const off = Object.keys(managed.services).filter((name) => managed.services[name]!.profiles)
    expect(off).toEqual(['mongodb', 'replica-set', 'kafka', 'redis'])
    for (const name of names) {
      const { depends_on = {}, environment } = managed.services[name]!
      expect(Object.keys(depends_on).filter((other) => off.includes(other))).toEqual([])
      expect(environment).toMatchObject({
        MONGODB_URI: '${MONGODB_URI:?}',
        KAFKA_BROKERS: '${KAFKA_BROKERS:?}',
        REDIS_URL: '${REDIS_URL:?}',
      })
    }
  })
})

it('both name variables that there are', () => {
  const used = [compose, managed].flatMap(({ services }) =>
    names.flatMap((name) => Object.keys(services[name]!.environment ?? {})),
  )
  expect([...new Set(used)].filter((name) => !(name in VARIABLES))).toEqual([])
})
