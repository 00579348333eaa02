import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals'
import { parse } from 'yaml'
import { pause } from '../../libs/ports/suite.js'

jest.setTimeout(60_000)

let dir: string
beforeAll(() => void (dir = mkdtempSync(join(tmpdir(), 'servers-'))))
afterAll(() => rmSync(dir, { recursive: true }))

const HERE = pathToFileURL('tools/servers/').href
const NONE = { MONGODB_URI: '', KAFKA_BROKERS: '', REDIS_URL: '', SERVERS_BY: 'local' }

const written = (script: string): string => {
  const file = join(dir, `${Math.random()}.mjs`)
  writeFileSync(file, script)
  return file
}

/** What a script prints as JSON when it runs to its end. */
const told = (script: string, env: Record<string, string>): unknown => {
  const { stdout, stderr } = spawnSync(process.execPath, [written(script)], {
    env: { ...process.env, ...NONE, ...env },
    encoding: 'utf8',
    timeout: 60_000,
  })
  expect(stderr).toBe('')
  return JSON.parse(stdout)
}
const started = `import { startServers } from '${HERE}index.mjs'
const { env, missing, stop } = await startServers()
await stop()
console.log(JSON.stringify({ env, missing: missing.map(({ variable, reason }) => [variable, reason.split(' / ')[1]]) }))`

describe('the real servers', () => {
  it('are those that the environment names', () => {
    const env = { MONGODB_URI: 'mongodb://a', KAFKA_BROKERS: 'b:1', REDIS_URL: 'redis://c' }
    expect(told(started, env)).toEqual({ env, missing: [] })
  })

  it('that are not to be had are named with what to do', () => {
    const missing = told(started, { PATH: dir }) as { env: object; missing: string[][] }
    expect(missing.env).toEqual({})
    expect(missing.missing.map(([variable]) => variable).sort()).toEqual(['KAFKA_BROKERS', 'MONGODB_URI', 'REDIS_URL'])
    const reasons = Object.fromEntries(missing.missing)
    expect(reasons.REDIS_URL).toBe('there is no redis-server; on Debian and Ubuntu: apt-get install redis-server')
    expect(reasons.KAFKA_BROKERS).toBe(
      'Kafka needs Java 17; on Debian and Ubuntu: apt-get install default-jre-headless',
    )
  })

  it('in Docker have the images of deploy/compose.yaml, by the same names', () => {
    const { services } = parse(readFileSync('deploy/compose.yaml', 'utf8')) as { services: Record<string, object> }
    expect(Object.keys(services)).toEqual(expect.arrayContaining(['mongodb', 'kafka', 'redis']))
  })
})

describe('a server is ready', () => {
  it('when Redis says PONG, not when it only listens', async () => {
    const asked = `import { redis } from '${HERE}redis.mjs'
const tell = (ready) => console.log(JSON.stringify(ready))
await redis.ready('127.0.0.1', [Number(process.env.AT)]).then(() => tell(true), () => tell(false))`
    const answers = async (answer: string) => {
      const server = createServer((socket) =>
        socket
          .on('error', () => {})
          .resume()
          .end(answer),
      ).listen(0, '127.0.0.1')
      await once(server, 'listening')
      const { port } = server.address() as { port: number }
      const child = spawn(process.execPath, [written(asked)], { env: { ...process.env, AT: String(port) } })
      const [text] = (await once(child.stdout, 'data')) as [Buffer]
      await once(child, 'close')
      await new Promise((done) => server.close(done))
      return JSON.parse(text.toString()) as boolean
    }
    expect([await answers('+PONG\r\n'), await answers('-LOADING\r\n'), await answers('')]).toEqual([true, false, false])
  })
})

const restarted = `import { startServers } from '${HERE}index.mjs'
const { env, servers, missing, stop } = await startServers({ need: ['redis'] })
const { redis } = servers
const first = redis.pid
process.kill(first, 'SIGKILL')
await redis.restart()
await stop()
console.log(JSON.stringify({ again: redis.pid !== first, same: env.REDIS_URL === redis.url, missing }))`
const here = spawnSync('redis-server', ['--version']).status === 0

describe('a server that was killed', () => {
  const name = 'is started again at the same address'
  if (here) it(name, () => expect(told(restarted, {})).toEqual({ again: true, same: true, missing: [] }))
  else it.skip(`${name} — not run: no redis-server`, () => {})
})

const lives = (pid: number): boolean => {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}
const keeping = `import { openKeeper } from '${HERE}kept.mjs'
import { writeFileSync } from 'node:fs'
const keeper = await openKeeper()
const pid = await keeper.run('one', process.execPath, ['-e', 'setInterval(() => {}, 1000)'])
writeFileSync(keeper.dir + '/data', 'kept')
console.log(JSON.stringify({ pid, dir: keeper.dir }))
setInterval(() => {}, 1000)`

describe('what a process keeps', () => {
  const begun = async (): Promise<{ child: ChildProcess; pid: number; folder: string }> => {
    const child = spawn(process.execPath, [written(keeping)], { stdio: ['ignore', 'pipe', 'inherit'] })
    const [text] = (await once(child.stdout!, 'data')) as [Buffer]
    const { pid, dir: folder } = JSON.parse(text.toString()) as { pid: number; dir: string }
    return { child, pid, folder }
  }

  it.each(['SIGKILL', 'SIGTERM', 'SIGINT'] as const)('ends with it on %s, and its data are gone', async (signal) => {
    const { child, pid, folder } = await begun()
    expect([lives(pid), existsSync(join(folder, 'data'))]).toEqual([true, true])
    child.kill(signal)
    await once(child, 'exit')
    for (let waits = 0; existsSync(folder) && waits < 100; waits++) await pause(50)
    expect([lives(pid), existsSync(folder)]).toEqual([false, false])
  })
})
