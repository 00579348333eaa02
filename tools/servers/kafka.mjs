import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { cached } from './cache.mjs'
import { must, onPath, output } from './commands.mjs'
import { Unavailable } from './unavailable.mjs'

/** 3.9.1 runs as well. */
const VERSION = process.env.KAFKA_VERSION || '4.2.0'

const dependency = (group, name, version) =>
  `<dependency><groupId>${group}</groupId><artifactId>${name}</artifactId><version>${version}</version></dependency>`
const pom = `<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion>
<groupId>liandun</groupId><artifactId>kafka</artifactId><version>1</version>
<dependencies>${dependency('org.apache.kafka', 'kafka_2.13', VERSION)}${dependency('org.slf4j', 'slf4j-simple', '1.7.36')}</dependencies></project>
`
const fetchJars = async (dir) => {
  writeFileSync(join(dir, 'pom.xml'), pom)
  await must('下载 Kafka', 'mvn', ['-q', '-B', 'dependency:copy-dependencies', '-DoutputDirectory=lib'], { cwd: dir })
}

/** One node that is broker and controller. */
const properties = ([port, controller], listen, host) => ({
  'process.roles': 'broker,controller',
  'node.id': '1',
  'controller.quorum.voters': `1@127.0.0.1:${controller}`,
  listeners: `PLAINTEXT://${listen}:${port},CONTROLLER://127.0.0.1:${controller}`,
  'advertised.listeners': `PLAINTEXT://${host}:${port}`,
  'controller.listener.names': 'CONTROLLER',
  'listener.security.protocol.map': 'PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT',
  'offsets.topic.replication.factor': '1',
  'transaction.state.log.replication.factor': '1',
  'transaction.state.log.min.isr': '1',
  'group.initial.rebalance.delay.ms': '0',
  'auto.create.topics.enable': 'false',
})

const checkJava = async () => {
  const { code, text } = await output('java', ['-version'], { limitMs: 20_000 })
  const found = Number(/version "(\d+)/.exec(text)?.[1])
  if (code !== 0 || !(found >= 17))
    throw new Unavailable(
      'Kafka 需要 Java 17；Debian、Ubuntu：apt-get install default-jre-headless',
      'Kafka needs Java 17; on Debian and Ubuntu: apt-get install default-jre-headless',
    )
}

const jars = async () => {
  await checkJava()
  return cached(`kafka-${VERSION}`, (dir) => {
    if (onPath('mvn')) return fetchJars(dir)
    throw new Unavailable(
      '取 Kafka 需要 Maven；Debian、Ubuntu：apt-get install maven',
      'Kafka comes by Maven; on Debian and Ubuntu: apt-get install maven',
    )
  })
}

const environmentOf = (settings) =>
  Object.fromEntries(
    Object.entries(settings).map(([name, value]) => [`KAFKA_${name.toUpperCase().replace(/\./g, '_')}`, value]),
  )

export const kafka = {
  title: 'Kafka',
  variable: 'KAFKA_BROKERS',
  ports: 2,
  needs: ['java', 'mvn'],
  url: (host, [port]) => `${host}:${port}`,

  /** Metadata name a controller. */
  async ready(host, [port]) {
    const { default: kafkajs } = await import('kafkajs')
    const { Kafka, logLevel } = kafkajs
    const retry = { retries: 0 }
    const admin = new Kafka({ brokers: [`${host}:${port}`], logLevel: logLevel.NOTHING, retry }).admin()
    try {
      await admin.connect()
      const { controller } = await admin.describeCluster()
      if (controller === null) throw new Error('no controller yet')
    } finally {
      await admin.disconnect()
    }
  },

  async local(dir, ports) {
    const lib = join(await jars(), 'lib', '*')
    const data = join(dir, 'kafka')
    const file = join(dir, 'kafka.properties')
    if (!existsSync(data)) {
      mkdirSync(data)
      const settings = { ...properties(ports, '127.0.0.1', '127.0.0.1'), 'log.dirs': data }
      writeFileSync(
        file,
        Object.entries(settings)
          .map(([name, value]) => `${name}=${value}\n`)
          .join(''),
      )
      // A leading dash would be read as an option.
      const id = randomBytes(16).toString('base64url').replace(/^-/, 'A')
      await must('初始化 Kafka', 'java', ['-cp', lib, 'kafka.tools.StorageTool', 'format', '-t', id, '-c', file])
    }
    const quiet = '-Dorg.slf4j.simpleLogger.defaultLogLevel=warn'
    return { command: 'java', args: ['-Xmx512m', quiet, '-cp', lib, 'kafka.Kafka', file] }
  },

  container: (ports, host) => ({ env: environmentOf(properties(ports, '0.0.0.0', host)) }),
}
