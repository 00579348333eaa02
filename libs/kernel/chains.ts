import type { Records, StoredCommit, Time } from '#ports'
import type { Rules } from '#rules'
import { Cache } from './cache.js'
import { positionOf, seal, START, type Commit } from './commit.js'
import { dueLapses, dueRows, sameDue, type Coming } from './due.js'
import { apply, fold, foldTail } from './fold.js'
import type { Head } from './head.js'
import { dayOf, type Instant } from './instant.js'
import type { RecordKit } from './kit.js'
import { lapseCommit, lapseDrafts } from './lapse.js'
import type { Numbers } from './numbers.js'

export interface ChainsOptions {
  kits: ReadonlyMap<string, RecordKit>
  records: Records
  rules: Rules
  time: Time
  numbers: Numbers
  /** Secret from which the salts of sections come. */
  key: string
  /** Called once per commit that is on disk, in order per record. */
  committed: (stored: StoredCommit, head: Head, commit: Commit, after: number) => void
  /** Heads kept in memory. @default 20000 */
  heads?: number
}

/** Written, or not: because a claim is taken, or (no claim named) because somebody was first. */
export type Appended = { stored: StoredCommit; after: Head } | { claim: string | undefined }

const SNAPSHOT_EVERY = 32

/** The chains of one service and their folded heads. Whoever writes sees to it that a record has one writer at a time. */
export class Chains {
  private readonly heads: Cache<Head>

  constructor(private readonly options: ChainsOptions) {
    this.heads = new Cache(options.heads ?? 20_000)
  }

  /**
   * The record as this process last knew it; undefined when there is none. Where others write too it may be older than what stands:
   * good enough to decide on, because the commit then finds its position taken, and not to answer from.
   */
  async load(kit: RecordKit, id: string): Promise<Head | undefined> {
    return this.heads.get(id) ?? this.read(kit, id)
  }

  /** The record as it stands, or, where that is enough, with at least this commit. */
  async fresh(kit: RecordKit, id: string, enough = Infinity): Promise<Head | undefined> {
    if ((this.heads.get(id)?.seq ?? 0) < enough) await this.isFresh(kit, id)
    return this.load(kit, id)
  }

  /** Whether what `load` gave stands still; if not, it gives what stands now. */
  async isFresh(kit: RecordKit, id: string): Promise<boolean> {
    const { records, rules } = this.options
    const known = this.heads.get(id)
    if (!records.shared || !known) return true
    const tail = await records.after(id, known.seq)
    if (!tail.length) return true
    const head = known.kind === kit.type.kind ? foldTail(kit, rules, known, tail) : undefined
    if (head) this.heads.set(id, head)
    else this.forget(id)
    return false
  }

  private async read(kit: RecordKit, id: string): Promise<Head | undefined> {
    const { records, rules, kits } = this.options
    const loaded = await records.load(id)
    if (!loaded) return undefined
    const snapshot = loaded.snapshot && (JSON.parse(loaded.snapshot.body) as Head)
    const own = kits.get(loaded.tail[0]?.kind ?? snapshot!.kind) ?? kit
    const usable = snapshot === undefined || snapshot.law === rules.version
    const head = (usable && foldTail(own, rules, snapshot, loaded.tail)) || fold(own, rules, await records.chain(id))!
    this.heads.set(id, head)
    return head
  }

  /** Forgets one record, or all, of what is in memory; the chains are the truth. */
  forget(id?: string): void {
    if (id === undefined) this.heads.clear()
    else this.heads.delete(id)
  }

  /**
   * Adds a commit. `refold`: it takes lapses back, so that the whole chain is folded anew; `allDue`: clock rows are written although they
   * look unchanged.
   */
  async append(
    kit: RecordKit,
    before: Head | undefined,
    commit: Commit,
    claims: readonly string[] = [],
    how: { refold?: boolean; allDue?: boolean } = {},
  ): Promise<Appended> {
    const { records, rules, key, committed } = this.options
    const stored = seal(commit, before ?? START, key)
    const after = how.refold
      ? fold(kit, rules, [...(await records.chain(stored.record)), stored])!
      : apply(kit, rules, before, commit, positionOf(stored))
    const changed = how.allDue || (before ? !sameDue(before, after) : dueRows(after).length > 0)
    const outcome = await records.append({
      commit: stored,
      claims,
      due: changed ? dueRows(after) : undefined,
      snapshot: stored.seq % SNAPSHOT_EVERY === 0 ? JSON.stringify(after) : undefined,
    })
    if (!outcome.ok) {
      if (await this.isFresh(kit, stored.record)) this.forget(stored.record)
      return { claim: outcome.why === 'claim' ? outcome.claim : undefined }
    }
    this.heads.set(stored.record, after)
    committed(stored, after, commit, before?.published ?? 0)
    return { stored, after }
  }

  /** Writes the lapses that have come by `until` (now when left out): one commit each, earliest first, before anything else at their instant. */
  async writeLapses(kit: RecordKit, head: Head, until?: Instant): Promise<Head> {
    const { time } = this.options
    let current = head
    for (;;) {
      const lapse = dueLapses(current, until ?? time.now())[0]
      if (!lapse) return current
      const outcome = await this.lapse(kit, current, lapse)
      current = 'stored' in outcome ? outcome.after : (await this.load(kit, current.id))!
    }
  }

  private async lapse(kit: RecordKit, head: Head, lapse: Coming): Promise<Appended> {
    const { rules, time, numbers } = this.options
    const drafts = lapseDrafts(kit, head, lapse)
    const { papers, claims, release } = await numbers.propose(drafts, '', dayOf(lapse.at))
    const commit = lapseCommit(kit, rules, head, lapse, time.now(), papers)
    const outcome = await this.append(kit, head, commit, claims).catch((error: unknown) => {
      release()
      throw error
    })
    if (!('stored' in outcome)) release(outcome.claim)
    return outcome
  }
}
