import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { findDocker } from './docker.mjs'
import { freePorts } from './free-ports.mjs'
import { kafka } from './kafka.mjs'
import { openKeeper } from './kept.mjs'
import { mongodb } from './mongodb.mjs'
import { installPackages, mayInstall } from './packages.mjs'
import { untilReady } from './ready.mjs'
import { redis } from './redis.mjs'
import { Unavailable } from './unavailable.mjs'

const SERVERS = { mongodb, kafka, redis }

/** From choosing ports to using them someone else may take one. */
const ATTEMPTS = 2

const lastWords = (file) => {
  try {
    return readFileSync(file, 'utf8').trim().slice(-300)
  } catch {
    return ''
  }
}

const startLocal = async (name, server, keeper) => {
  const ports = await freePorts(server.ports)
  const run = async () => {
    const { command, args } = await server.local(keeper.dir, ports)
    const pid = await keeper.run(name, command, args)
    await untilReady(server.title, () => server.ready('127.0.0.1', ports), {
      runs: () => keeper.runs(name),
      lastWords: () => lastWords(join(keeper.dir, `${name}.log`)),
    })
    return pid
  }
  const started = { by: 'local', url: server.url('127.0.0.1', ports), pid: await run() }
  /** Once its process has ended: another one with the same data at the same port. */
  started.restart = async () => {
    while (keeper.runs(name)) await pause(20)
    started.pid = await run()
  }
  return started
}

const startInDocker = async (name, server, docker) => {
  const ports = await freePorts(server.ports)
  const container = await docker.start(name, server, ports)
  await untilReady(server.title, () => server.ready(docker.host, ports), { runs: () => true })
  return { by: 'docker', url: server.url(docker.host, ports), container }
}

const attempt = async (times, start) => {
  try {
    return await start()
  } catch (error) {
    if (times <= 1 || error.name !== 'Unavailable' || !error.message.includes('has ended')) throw error
    return attempt(times - 1, start)
  }
}

/** Docker where its engine answers; what that cannot start is tried without it. */
const startOne = async (name, { docker, by, keeper, say }) => {
  const server = SERVERS[name]
  if (docker)
    try {
      return await startInDocker(name, server, docker)
    } catch (error) {
      say(`${server.title}: Docker 未能启动 / Docker did not start it: ${error.message}`)
    }
  if (by === 'docker') throw new Unavailable('没有应答的 Docker', 'no Docker engine answers')
  return attempt(ATTEMPTS, () => startLocal(name, server, keeper))
}

const startAll = async (names, around) => {
  const started = {}
  const missing = []
  const one = async (name) => {
    try {
      started[name] = await startOne(name, around)
    } catch (error) {
      missing.push({ name, variable: SERVERS[name].variable, reason: error.message })
    }
  }
  await Promise.all(names.map(one))
  return { started, missing }
}

const givenOf = (need) =>
  need
    .map((name) => [name, process.env[SERVERS[name].variable]])
    .filter(([, url]) => url)
    .map(([name, url]) => [name, { by: 'environment', url }])

/**
 * The one place that decides which real servers are used: those that the environment names; else Docker's, where an engine answers;
 * else processes of this machine. All that it starts ends with this process, whatever ends it.
 *
 * `need`: of 'mongodb', 'kafka', 'redis' · `install`: whether Debian's packages may be installed (root only) · `by`: 'docker' or 'local'
 * for one way alone · `say`: told what takes long.
 * Resolves to { env: variables to run with, servers: name → { by, url, pid?, restart? }, missing: [{ name, variable, reason }], dir: with the data of local ones, stop }.
 */
export const startServers = async ({
  need = Object.keys(SERVERS),
  install = false,
  by = process.env.SERVERS_BY,
  say = () => {},
} = {}) => {
  const given = Object.fromEntries(givenOf(need))
  const wanted = need.filter((name) => !given[name])
  const docker = wanted.length && by !== 'local' ? await findDocker() : undefined
  if (install && !docker && wanted.length && mayInstall()) {
    const fault = await installPackages(
      wanted.flatMap((name) => SERVERS[name].needs),
      say,
    )
    if (fault) say(fault)
  }
  const keeper = wanted.length ? await openKeeper() : undefined
  const { started, missing } = await startAll(wanted, { docker, by, keeper, say })
  const servers = { ...given, ...started }
  const stop = async () => {
    await keeper?.stop()
    await Promise.all(Object.values(started).map(({ container }) => container?.stop()))
  }
  const env = Object.fromEntries(Object.entries(servers).map(([name, { url }]) => [SERVERS[name].variable, url]))
  return { env, servers, missing, dir: keeper?.dir, stop }
}
