import { setTimeout as pause } from 'node:timers/promises'
import { Redis } from 'ioredis'
import { SERVICES } from '#shell'
import type { FiveProcesses, Name } from '../five-processes.js'
import { WIRE_FAULTS, type Wire, type WireFault } from './wire.js'

/** A real server of this machine. */
export interface Server {
  url: string
  pid: number
  restart: () => Promise<void>
}

export const SERVERS = ['mongodb', 'kafka', 'redis'] as const
type ServerName = (typeof SERVERS)[number]

/** One way to go wrong. `for` milliseconds between `begin` and `heal`, as it is drawn. */
export interface Trouble {
  name: string
  lasts: 'moment' | 'while'
  begin(): Promise<void> | void
  heal(): Promise<void> | void
}

export interface House {
  five: FiveProcesses
  servers: Record<ServerName, Server>
  wires: Record<ServerName, Wire>
}

/** A process that a supervisor starts again until it stays. */
const reopen = async (five: FiveProcesses, name: Name): Promise<void> => {
  for (let tries = 1; ; tries += 1)
    try {
      return await five.open(name)
    } catch (error) {
      if (tries === 5) throw error
      await five.end(name, 'SIGKILL')
      await pause(500)
    }
}

const killed = (five: FiveProcesses, name: Name): Trouble => ({
  name: `kill -9 ${name}`,
  lasts: 'moment',
  begin: () => five.end(name, 'SIGKILL'),
  heal: () => reopen(five, name),
})

const stopped = (five: FiveProcesses, name: Name): Trouble => ({
  name: `pause ${name}`,
  lasts: 'while',
  begin: () => five.sleep(name),
  heal: () => five.wake(name),
})

/** With its data, its log, its append-only file. */
const serverKilled = (name: ServerName, server: Server): Trouble => ({
  name: `kill -9 ${name}`,
  lasts: 'moment',
  begin: () => void process.kill(server.pid, 'SIGKILL'),
  heal: () => server.restart(),
})

const serverStopped = (name: ServerName, server: Server): Trouble => ({
  name: `pause ${name}`,
  lasts: 'while',
  begin: () => void process.kill(server.pid, 'SIGSTOP'),
  heal: () => void process.kill(server.pid, 'SIGCONT'),
})

const wireBroken = (name: ServerName, wire: Wire, fault: WireFault): Trouble => ({
  name: `line to ${name}: ${fault}`,
  lasts: 'while',
  begin: () => wire.break(fault),
  heal: () => wire.heal(),
})

const flushed = ({ url }: Server): Trouble => ({
  name: 'flush redis',
  lasts: 'moment',
  begin: async () => {
    const redis = new Redis(url)
    await redis.flushall()
    redis.disconnect()
  },
  heal: () => {},
})

/** Every trouble once. */
export const troublesOf = ({ five, servers, wires }: House): Trouble[] => [
  ...SERVICES.flatMap((name) => [killed(five, name), stopped(five, name)]),
  ...SERVERS.flatMap((name) => [serverKilled(name, servers[name]), serverStopped(name, servers[name])]),
  ...SERVERS.flatMap((name) => WIRE_FAULTS.map((fault) => wireBroken(name, wires[name], fault))),
  flushed(servers.redis),
]
