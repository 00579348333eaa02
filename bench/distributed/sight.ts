import { machineMs, type Seen } from './protocol.js'

interface Ack {
  record: string
  version: number
  atMs: number
  seenMs?: number
}

/** When what was answered could be read in the other service's view. */
export class Sight {
  #acks: Ack[] = []
  readonly #waiting = new Map<string, Ack[]>()
  /** The newest version of a record that was seen, and when. */
  readonly #newest = new Map<string, [version: number, atMs: number]>()
  #unseen = 0

  acked(record: string, version: number): void {
    const ack: Ack = { record, version, atMs: machineMs() }
    this.#acks.push(ack)
    const [newest = 0, atMs = 0] = this.#newest.get(record) ?? []
    if (newest >= version) return void (ack.seenMs = atMs)
    this.#unseen++
    const waiting = this.#waiting.get(record)
    if (waiting) waiting.push(ack)
    else this.#waiting.set(record, [ack])
  }

  seen(rows: readonly Seen[]): void {
    for (const [record, version, atMs] of rows) {
      if ((this.#newest.get(record)?.[0] ?? 0) < version) this.#newest.set(record, [version, atMs])
      const waiting = this.#waiting.get(record) ?? []
      const left = waiting.filter((ack) => ack.version > version)
      for (const ack of waiting) if (ack.version <= version) ack.seenMs = atMs
      this.#unseen -= waiting.length - left.length
      if (left.length) this.#waiting.set(record, left)
      else this.#waiting.delete(record)
    }
  }

  /** Ends when everything answered has been seen. @throws after `withinMs` */
  async all(withinMs = 120_000): Promise<void> {
    for (const end = machineMs() + withinMs; this.#unseen > 0;) {
      if (machineMs() > end) throw new Error(`${this.#unseen} answers are not seen after ${withinMs / 1000} s`)
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
  }

  /** Milliseconds from answer to sight of all since the last call, ascending, and the moment of the last sight. */
  take(): { visible: number[]; lastMs: number } {
    const acks = this.#acks
    this.#acks = []
    const visible = acks.map(({ atMs, seenMs }) => Math.max(0, seenMs! - atMs)).sort((a, b) => a - b)
    return { visible, lastMs: acks.reduce((last, { seenMs }) => Math.max(last, seenMs!), 0) }
  }
}
