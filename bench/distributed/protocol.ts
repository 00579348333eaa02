import type { Answer, Command } from '#kernel'
import type { Staff } from '#rules'

/** What a process of the bench is opened with. */
export interface Wish {
  services: readonly string[]
  /** Every one of its names begins with it. */
  world: string
  partitions: number
  people: readonly Staff[]
  /** The clock stands there. */
  atMs: number
  servers: { mongo: string; brokers: readonly string[]; redis: string }
}

/** What one process did since it was opened. */
export interface Counts {
  /** What was inserted; of the naive peer, writes of its documents. */
  commits: number
  /** Of them, what no person asked for. */
  reactions: number
  cpuSeconds: number
  failures: string[]
  /** Bytes of messages that it published. */
  messages: number[]
}

/** A row of the other service's view can be read, in this version, since this moment of the machine. */
export type Seen = [record: string, version: number, atMs: number]

export type Asked = { open: Wish } | { id: number; command: Command } | { id: number; counts: true } | { stop: true }
export type Told =
  | { ready: true }
  | { id: number; answer: Answer }
  | { id: number; fault: string }
  | { id: number; counts: Counts }
  | { seen: Seen[] }

/** What stands behind the messages. */
export interface Open {
  handle(command: Command): Promise<Answer>
  counts(): Promise<Omit<Counts, 'cpuSeconds'>>
  stop(): Promise<void>
}

/** Comparable between processes of one machine. */
export const machineMs = (): number => performance.timeOrigin + performance.now()
