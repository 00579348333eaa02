import { setTimeout as pause } from 'node:timers/promises'
import type { Model, mongo } from 'mongoose'
import type { Lease } from '#ports'
import { LEASE, type LeaseDocument } from './commits.js'

interface LeaseOptions {
  /** This process among those that strive for it. */
  self: string
  /** Runs before a new holder begins. */
  gained: () => Promise<void>
  failed: (error: unknown) => void
  /** How long it stays without a word of its holder. */
  ms?: number
}

/** The server's clock says when it ends; its holder counts by its own from the moment of asking, and stops a fifth sooner. */
export class MongoLease implements Lease {
  readonly #ms: number
  #token = 0
  #until = 0
  #timer: NodeJS.Timeout | undefined
  #asking: Promise<void>
  #closed = false

  constructor(
    readonly leases: Model<LeaseDocument>,
    readonly options: LeaseOptions,
  ) {
    this.#ms = options.ms ?? 5000
    this.#asking = this.#ask()
  }

  token(): number | undefined {
    return performance.now() < this.#until ? this.#token : undefined
  }

  async close(): Promise<void> {
    this.#closed = true
    clearTimeout(this.#timer)
    await this.#asking
    this.#until = 0
    const mine = { _id: LEASE, holder: this.options.self }
    await this.leases.updateOne(mine, { $set: { until: new Date(0) } }).catch(this.options.failed)
  }

  async #ask(): Promise<void> {
    await this.#renew().catch(this.options.failed)
    if (!this.#closed) this.#timer = setTimeout(() => (this.#asking = this.#ask()), this.#ms / 5)
  }

  async #renew(): Promise<void> {
    const asked = performance.now()
    const token = await this.#take()
    if (token === undefined) return void (this.#until = 0)
    if (token !== this.#token) {
      await this.#begin()
      this.#token = token
      return this.#renew()
    }
    this.#until = asked + this.#ms * 0.8
  }

  /** However long the beginning takes, nobody else begins. */
  async #begin(): Promise<void> {
    let begun = false
    const beginning = this.options.gained().finally(() => (begun = true))
    while (!begun && !this.#closed) {
      await Promise.race([beginning, pause(this.#ms / 5)])
      if (!begun) await this.#take()
    }
    await beginning
  }

  /** Its number; undefined when another has it. */
  async #take(): Promise<number | undefined> {
    const { self } = this.options
    const free = { $or: [{ holder: self }, { $expr: { $lte: ['$until', '$$NOW'] } }] }
    const change = [
      {
        $set: {
          token: { $cond: [{ $eq: ['$holder', self] }, '$token', { $add: ['$token', 1] }] },
          holder: self,
          until: { $add: ['$$NOW', this.#ms] },
        },
      },
    ]
    const leases = this.leases.collection as unknown as mongo.Collection<LeaseDocument>
    return (await leases.findOneAndUpdate({ _id: LEASE, ...free }, change, { returnDocument: 'after' }))?.token
  }
}
