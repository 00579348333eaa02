import { Batches } from '#embedded'
import type { Loaded, StoredCommit } from '#ports'
import { placeOf, toCommit, type Collections, type CommitDocument } from './commits.js'

/** Records asked about in one question. */
const MOST = 100

interface Named {
  record: string
  message: string
}

const nameOf = ({ record, message }: Named): string => `${record} ${message}`

/** Small questions about single records: those that come together are one question to the server. */
export class Lookups {
  readonly #loads = new Batches((ids: readonly string[]) => this.#load(ids), MOST)
  readonly #messages = new Batches((names: readonly Named[]) => this.#byMessage(names), MOST)
  readonly #claimants = new Batches((claims: readonly string[]) => this.#claimant(claims), MOST)

  constructor(readonly collections: Collections) {}

  load(record: string): Promise<Loaded | undefined> {
    return this.#loads.ask(record)
  }

  byMessage(record: string, message: string): Promise<StoredCommit | undefined> {
    return this.#messages.ask({ record, message })
  }

  claimant(claim: string): Promise<string | undefined> {
    return this.#claimants.ask(claim)
  }

  async #load(ids: readonly string[]): Promise<(Loaded | undefined)[]> {
    const own = await this.collections.records.find({ _id: { $in: ids } }, { snapshotSeq: 1, snapshot: 1 }).lean()
    const snapshots = new Map(
      own.flatMap(({ _id, snapshotSeq, snapshot }) =>
        snapshot === undefined ? [] : [[_id, { seq: snapshotSeq!, body: snapshot }] as const],
      ),
    )
    const whole = ids.filter((id) => !snapshots.has(id))
    const after = [...snapshots].map(([id, { seq }]) => ({ _id: { $gt: placeOf(id, seq), $lt: `${id};` } }))
    const found = await Promise.all([
      whole.length ? this.#commits({ record: { $in: whole } }) : [],
      after.length ? this.#commits({ $or: after }) : [],
    ])
    const tails = new Map(ids.map((id) => [id, [] as StoredCommit[]]))
    for (const one of found.flat()) tails.get(one.record)!.push(toCommit(one))
    return ids.map((id) => {
      const [snapshot, tail] = [snapshots.get(id), tails.get(id)!]
      if (snapshot) return { snapshot, tail }
      return tail.length ? { tail } : undefined
    })
  }

  async #commits(filter: object): Promise<CommitDocument[]> {
    return (await this.collections.commits.find(filter).lean()).sort((a, b) => a.seq - b.seq)
  }

  async #byMessage(names: readonly Named[]): Promise<(StoredCommit | undefined)[]> {
    const filter = {
      record: { $in: names.map(({ record }) => record) },
      message: { $in: names.map((one) => one.message) },
    }
    const found = await this.collections.commits.find(filter).lean()
    const commits = new Map(found.map((one) => [nameOf(one), toCommit(one)]))
    return names.map((name) => commits.get(nameOf(name)))
  }

  async #claimant(claims: readonly string[]): Promise<(string | undefined)[]> {
    const found = await this.collections.commits.find({ claims: { $in: claims } }, { record: 1, claims: 1 }).lean()
    const holders = new Map(
      found.flatMap(({ record, claims: held = [] }) => held.map((claim) => [claim, record] as const)),
    )
    return claims.map((claim) => holders.get(claim))
  }
}
