import { readFileSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import { ConfigFaults, exampleEnv, isLoopback, readConfig } from './config.js'

const faultsOf = (env: Record<string, string>, words: string[] = []): string[] => {
  try {
    readConfig(env, words)
    return []
  } catch (error) {
    return (error as ConfigFaults).faults.map(({ en }) => en)
  }
}

describe('configuration', () => {
  it('needs nothing', () => {
    expect(readConfig({})).toEqual({
      PORT: 3000,
      HOST: '127.0.0.1',
      DATA_DIR: './data',
      SERVICES: ['intake', 'routing', 'mediation', 'credit', 'portal'],
      ADAPTERS: 'embedded',
      TIME: 'story',
      START_AT: '2026-01-01T00:00:00.000+08:00',
      AUTH: 'password',
      TOKEN_MINUTES: 30,
      SESSION_HOURS: 10,
      LOG_LEVEL: 'warn',
      OTEL_TRACES_SAMPLER_ARG: 1,
      STORIES: ['./seeds/stories/flagship.yaml', './seeds/stories/august.yaml'],
      KAFKA_PARTITIONS: 4,
      KAFKA_SSL: false,
      WORLD: 'liandun',
    })
  })

  it('takes system time with --live, unless TIME says otherwise', () => {
    expect(readConfig({}, ['--live']).TIME).toBe('system')
    expect(readConfig({ TIME: 'manual' }, ['--live']).TIME).toBe('manual')
    expect(readConfig({}, ['--live']).LOG_LEVEL).toBe('info')
  })

  it('tells every fault at once', () => {
    expect(faultsOf({ PORT: '70000', TIME: 'lunar', SERVICES: 'intake,police' }, ['--fast'])).toEqual([
      'unknown argument "--fast"; known: --live',
      'PORT must be a whole number from 0 to 65535, not "70000"',
      'SERVICES must be all, or some of intake,routing,mediation,credit,portal, not "intake,police"',
      'TIME must be system, manual or story, not "lunar"',
    ])
  })

  it('never echoes a secret', () => {
    const error = new ConfigFaults([])
    expect(error.faults).toEqual([])
    expect(() => readConfig({ OPERATOR_TOKEN: 'hunter2' })).toThrow(/OPERATOR_TOKEN must be 16 to 200 characters$/)
    expect(faultsOf({ OPERATOR_TOKEN: 'hunter2' }).join()).not.toContain('hunter2')
  })

  it('asks for the real servers, and for what several processes share, all at once', () => {
    const servers = {
      MONGODB_URI: 'mongodb://m/?replicaSet=rs0',
      KAFKA_BROKERS: 'a:9092, b:9092',
      REDIS_URL: 'redis://r',
    }
    const distributed = { ADAPTERS: 'distributed', TIME: 'system' }
    expect(readConfig({ ...distributed, ...servers })).toMatchObject({ KAFKA_BROKERS: ['a:9092', 'b:9092'] })
    expect(faultsOf({ ADAPTERS: 'distributed', SERVICES: 'portal', KAFKA_SASL_MECHANISM: 'plain' })).toEqual([
      'the real servers are needed: set MONGODB_URI',
      'the real servers are needed: set KAFKA_BROKERS',
      'the real servers are needed: set REDIS_URL',
      'SASL needs a name and a password: set KAFKA_SASL_USERNAME',
      'SASL needs a name and a password: set KAFKA_SASL_PASSWORD',
      'several processes share their keys: set SERVICE_KEY_FILE',
      'several processes share their keys: set VAULT_KEY_FILE',
      'several processes share their keys: set TOKEN_KEY_FILE',
      'a portal of its own has to find the services: set INTAKE_URL',
      'a portal of its own has to find the services: set ROUTING_URL',
      'a portal of its own has to find the services: set MEDIATION_URL',
      'a portal of its own has to find the services: set CREDIT_URL',
      'a demonstration is played in one process: set TIME=system',
    ])
    const secret = faultsOf({ MONGODB_URI: 'postgres://me:hunter2@m', REDIS_URL: 'hunter2' })
    expect(secret.map((fault) => fault.split(' ')[0])).toEqual(['MONGODB_URI', 'REDIS_URL'])
    expect(secret.join()).not.toContain('hunter2')
  })

  it('refuses what does not go together and says what to write', () => {
    expect(faultsOf({ SERVICES: 'intake' })).toEqual([
      'the built-in store belongs to one process: write SERVICES=all, or use ADAPTERS=distributed',
    ])
    expect(faultsOf({ AUTH: 'dev', HOST: '0.0.0.0' })).toEqual([
      'AUTH=dev lets anyone act as anyone, so only on this machine: write HOST=127.0.0.1, or AUTH=password',
    ])
  })

  it('is what .env.example says', () => {
    expect(readFileSync('.env.example', 'utf8')).toBe(exampleEnv())
  })

  it('knows loopback addresses', () => {
    expect(
      ['127.0.0.1', '::1', '::ffff:127.0.0.1', 'localhost', '10.0.0.1', '127.0.0.1.evil.example'].map(isLoopback),
    ).toEqual([true, true, true, true, false, false])
  })
})

describe('PROXIES', () => {
  it.each([
    ['10.0.0.5', ['10.0.0.5']],
    ['10.0.0.5, 10.244.0.0/16,fd00::/8', ['10.0.0.5', '10.244.0.0/16', 'fd00::/8']],
  ])('%s', (text, read) => expect(readConfig({ PROXIES: text }).PROXIES).toEqual(read))

  it('trusts nobody when left out', () => expect(readConfig({}).PROXIES).toBeUndefined())

  it.each([
    'true',
    '*',
    'proxy.example',
    '10.0.0.0/0',
    '0.0.0.0/0',
    '::/0',
    '10.0.0.0/33',
    '10.0.0.0/8/8',
    '1',
    'loopback',
    '10.0.0.5,',
  ])('is never everybody, nor a name: %s', (text) => expect(() => readConfig({ PROXIES: text })).toThrow(/PROXIES/))
})
