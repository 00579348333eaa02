import type { Records, StoredCommit, Time, Vault } from '#ports'
import type { Rules } from '#rules'
import { z } from 'zod'
import { Conflict, Fault, type Answer, type Command } from './answer.js'
import { Cache } from './cache.js'
import { seal, START, unseal, type Cause, type Commit, type Header } from './commit.js'
import { consider, decide, happen, missingPapers, rolesIn, type Decided, type Question } from './decide.js'
import { derive, digestOf } from './hash.js'
import { apply, dueLapses, dueRows, fold, foldTail, type Head } from './head.js'
import { dayOf, readInstant, toMs, type Instant } from './instant.js'
import { canonical } from './json.js'
import type { RecordKit } from './kit.js'
import { lapseCommit } from './lapse.js'
import { LapseTakenBack } from './lapse-events.js'
import { atStake, decideLate, type TakesBack } from './late.js'
import { openNumbers, type Proposal } from './numbers.js'
import type { Actor } from './record.js'
import { serial } from './serial.js'
import { recomputeCommit } from './recompute.js'
import { isRefusal, refuse, type Lookups, type Refusal, type Step } from './step.js'

/** Who may know a record, and which agency may take a step on it. The office is asked later, by the step. */
export interface Policy {
  knows(
    actor: Actor,
    record: { kind: string; roles: Readonly<Record<string, readonly string[]>> },
    rules: Rules,
  ): boolean
  allows(
    actor: Actor,
    step: Step,
    record: { kind: string; roles: Readonly<Record<string, readonly string[]>> } | undefined,
    rules: Rules,
  ): boolean
}

export const SYSTEM: Actor = { agency: 'SYSTEM', office: 'system', person: 'SYSTEM' }

/** An input that is ready to be decided: a person's act or a reaction. */
export interface Input {
  kit: RecordKit
  step: Step
  /** Absent when the step makes the record. */
  id?: string
  /** The key of the record that a reaction names, when it names no id. */
  key?: string
  message: string
  actor: Actor
  at: Instant
  body: Record<string, unknown>
  reason?: string
  cause?: Cause
  root: string
  /** The dossier that a reaction's source belongs to. */
  dossier?: string
  ifVersion?: number
}

export interface DeskOptions {
  service: string
  kits: ReadonlyMap<string, RecordKit>
  records: Records
  rules: Rules
  policy: Policy
  time: Time
  vault: Vault
  /** Secret from which the salts of sections and the digests of bodies come. */
  key: string
  lookUp: (kit: RecordKit, step: Step, input: Record<string, unknown>, question: Question) => Promise<Lookups>
  /** Called once per commit that is on disk, in order per record. */
  committed: (stored: StoredCommit, head: Head, commit: Commit, after: number) => void
  /** Heads kept in memory. @default 20000 */
  heads?: number
}

type Issue = { path: string; message: string }

/** Written, or not: because a claim is taken, or (no claim named) because somebody was first. */
type Appended = { stored: StoredCommit; after: Head } | { claim: string | undefined }

const TRIES = 12
const SNAPSHOT_EVERY = 32
const REFUSALS_AN_HOUR = 20

/** The handling of one service: load, ask, decide, commit; one input at a time per record. */
export class Desk {
  readonly kits: ReadonlyMap<string, RecordKit>
  private readonly heads: Cache<Head>
  private readonly numbers
  private readonly inTurn = serial()
  private readonly schemas = new Map<Step, z.ZodObject>()
  /** Inputs that have begun and not ended. */
  inFlight = 0

  constructor(private readonly options: DeskOptions) {
    this.kits = options.kits
    this.heads = new Cache(options.heads ?? 20_000)
    this.numbers = openNumbers(options.records, options.rules)
  }

  /** A person's act. Errors of the input come back as values; only faults are thrown. */
  async handle(command: Command): Promise<Answer> {
    const kit = this.kits.get(command.kind)
    if (!kit) return { outcome: 'unknown', what: 'kind' }
    const step = kit.steps.get(command.step)
    if (!step || step.who === 'system') return { outcome: 'unknown', what: 'step' }
    const read = this.read(step, command)
    if (read.issues) return { outcome: 'invalid', issues: read.issues }
    const { actor } = command
    const message = derive(
      actor.agency,
      actor.office,
      actor.person,
      actor.subject ?? '',
      this.options.service,
      kit.type.name,
      step.name,
      command.id ?? '',
      command.key,
    )
    return this.put({
      kit,
      step,
      id: command.id,
      message,
      actor,
      at: read.at,
      body: read.body,
      reason: command.reason,
      root: message,
      ifVersion: command.ifVersion,
    })
  }

  /** A reaction's input. */
  async react(
    input: Omit<Input, 'actor' | 'kit' | 'body'> & { kind: string; body: Record<string, unknown> },
  ): Promise<Answer | undefined> {
    const kit = this.kits.get(input.kind)!
    const read = this.parse(input.step, input.body)
    if ('issues' in read) throw new Fault(`${input.cause?.reaction}: ${canonical(read.issues)}`, { retry: false })
    for (let tries = 0; tries < TRIES; tries++) {
      const id = input.id ?? (await this.options.records.claimant(keyClaim(kit, input.key!)))
      if (id === undefined && !input.step.from.includes('new')) return undefined
      const answer = await this.put({ ...input, kit, actor: SYSTEM, body: read.body, id })
      if (answer.outcome === 'denied') throw new Fault(`${input.cause?.reaction}: no record ${id}`, { retry: true })
      if (answer.outcome !== 'refused' || answer.code !== KEY_TAKEN) return answer
    }
    throw new Conflict(input.key ?? '')
  }

  /** Writes the lapses of a record that have come by `until` (now when left out), each in a commit of its own. Returns how many. */
  async lapse(id: string, kind: string, until?: Instant): Promise<number> {
    return this.inTurn(id, async () => {
      const head = await this.load(this.kits.get(kind)!, id)
      if (!head) return 0
      const after = await this.writeLapses(this.kits.get(kind)!, head, until)
      return after.seq - head.seq
    })
  }

  /** Says in the record which of its open clocks end at another moment under the rules of today. Returns whether any does. */
  async recompute(
    id: string,
    kind: string,
    kept: readonly { clock: string; key: string; at: string }[],
  ): Promise<boolean> {
    const kit = this.kits.get(kind)!
    return this.inTurn(id, async () => {
      const head = await this.load(kit, id)
      const commit = head && recomputeCommit(kit, this.options.rules, head, kept, this.options.time.now())
      if (!commit) return false
      await this.append(kit, head, commit, [], { allDue: true })
      return true
    })
  }

  /** The record as it is, its own due lapses written first. */
  async head(kind: string, id: string): Promise<Head | undefined> {
    const kit = this.kits.get(kind)
    if (!kit) return undefined
    return this.inTurn(id, async () => {
      const head = await this.load(kit, id)
      return head && head.kind === kind ? this.writeLapses(kit, head) : undefined
    })
  }

  /** The record as it was last written, without waiting for its turn: for lookups, which inform and do not guard. */
  async peek(kind: string, id: string): Promise<Head | undefined> {
    const kit = this.kits.get(kind)
    const head = kit && (await this.load(kit, id))
    return head?.kind === kind ? head : undefined
  }

  /** Forgets what is in memory; the chains are the truth. */
  forget(): void {
    this.heads.clear()
  }

  private read(
    step: Step,
    command: Command,
  ): { at: Instant; body: Record<string, unknown>; issues?: undefined } | { issues: Issue[] } {
    const at = command.at === undefined ? this.options.time.now() : readInstant(command.at)
    const parsed = this.parse(step, command.input)
    const issues = at
      ? []
      : [{ path: 'at', message: '应为日期或时间，如 2026-03-07T16:00 / a day or time like 2026-03-07T16:00' }]
    if ('issues' in parsed) return { issues: [...issues, ...parsed.issues] }
    return at ? { at, body: parsed.body, issues: undefined } : { issues }
  }

  private parse(step: Step, input: unknown): { body: Record<string, unknown> } | { issues: Issue[] } {
    let schema = this.schemas.get(step)
    if (!schema) this.schemas.set(step, (schema = z.strictObject(step.input ?? {})))
    const result = schema.safeParse(input ?? {})
    if (result.success) return { body: result.data }
    return {
      issues: result.error.issues.map((issue) => ({
        path: ['input', ...issue.path].join('.'),
        message: issue.message,
      })),
    }
  }

  private async put(input: Input): Promise<Answer> {
    const id = input.id ?? derive(input.message)
    this.inFlight++
    try {
      return await this.inTurn(id, () => this.attempt(input, id))
    } finally {
      this.inFlight--
    }
  }

  private async attempt(input: Input, id: string): Promise<Answer> {
    for (let tries = 0; tries < TRIES; tries++) {
      const answer = await this.tryOnce(input, id)
      if (answer) return answer
      this.heads.delete(id)
    }
    throw new Conflict(id)
  }

  /** Undefined: someone was first, try again on what is there now. */
  private async tryOnce(input: Input, id: string): Promise<Answer | undefined> {
    const { kit, step, actor } = input
    const loaded = await this.load(kit, id)
    if (loaded && loaded.kind !== kit.type.kind) return { outcome: 'denied', why: 'hidden' }
    if (!loaded && input.id) return { outcome: 'denied', why: 'hidden' }
    const head = loaded && (await this.writeLapses(kit, loaded))
    const denied = actor === SYSTEM ? undefined : this.denied(input, head)
    if (denied) return denied
    const body = await this.sealed(input)
    if (head) {
      const before = await this.repeat(input, head, body)
      if (before) return before
      if (input.ifVersion !== undefined && input.ifVersion !== head.version)
        return { outcome: 'stale', version: head.version }
    }
    const question: Question = {
      kit,
      rules: this.options.rules,
      step,
      head,
      actor,
      at: input.at,
      now: this.options.time.now(),
      id,
    }
    return this.answer({ ...input, body }, question)
  }

  private denied({ kit, step, actor }: Input, head: Head | undefined): Answer | undefined {
    const { policy, rules } = this.options
    const roles = rolesIn({ kit, head })
    const record = roles && { kind: kit.type.kind, roles }
    if (record && !policy.knows(actor, record, rules) && !policy.allows(actor, step, record, rules))
      return { outcome: 'denied', why: 'hidden' }
    return policy.allows(actor, step, record, rules) ? undefined : { outcome: 'denied', why: 'forbidden' }
  }

  /** Identities go to the vault before anything else sees them. */
  private async sealed(input: Input): Promise<Record<string, unknown>> {
    const secret = (input.step.vault ?? []).filter((name) => input.body[name] !== undefined)
    if (!secret.length) return input.body
    const body = { ...input.body }
    for (const name of secret) body[name] = await this.options.vault.deposit(body[name], input.at)
    return body
  }

  private digest(input: Input, body: Record<string, unknown>): string {
    return digestOf(this.options.key, canonical({ body, reason: input.reason ?? null, step: input.step.name }))
  }

  private async repeat(input: Input, head: Head, body: Record<string, unknown>): Promise<Answer | undefined> {
    const stored = await this.options.records.byMessage(head.id, input.message)
    if (!stored) return undefined
    const commit = unseal(stored)
    if (commit.header.body !== this.digest(input, body)) return { outcome: 'mismatch' }
    return this.told(stored, commit, head.state, true)
  }

  private told(stored: StoredCommit, commit: Commit, state: string, repeated: boolean): Answer {
    const { refused, warnings, message } = commit.header
    if (refused) return { outcome: 'refused', ...refused, id: stored.record, version: stored.version, message }
    const { record: id, kind, version } = stored
    return {
      outcome: 'done',
      id,
      kind,
      version,
      state,
      message,
      events: commit.events,
      papers: commit.papers,
      warnings: warnings ?? [],
      repeated,
    }
  }

  private async answer(input: Input, question: Question): Promise<Answer | undefined> {
    const late = await this.lateAnswer(input, question)
    if (late && isRefusal(late)) return this.refused(input, question, late)
    if (late) return this.write(input, { ...question, head: late.head }, late.decided, late)
    const no = consider(question) ?? missingPapers(question.step, input.body)
    if (no) return this.refused(input, question, no)
    const needs = await this.options.lookUp(input.kit, input.step, input.body, question)
    const decided = decide(question, input.body, needs)
    return isRefusal(decided)
      ? this.refused(input, question, decided)
      : this.write(input, question, decided, undefined, needs)
  }

  private async lateAnswer(input: Input, question: Question): Promise<TakesBack | Refusal | undefined> {
    if (!question.head || question.at >= question.now || !atStake(question).length) return undefined
    const chain = await this.options.records.chain(question.id)
    return decideLate(question, chain, input.body, input.message, (trial) =>
      this.options.lookUp(input.kit, input.step, input.body, trial),
    )
  }

  private header(input: Input, question: Question): Header {
    const { head, kit, now, id } = question
    return {
      record: id,
      kind: kit.type.kind,
      dossier: head?.dossier ?? input.dossier ?? id,
      message: input.message,
      step: input.step.name,
      actor: input.actor,
      at: input.at,
      recordedAt: now,
      reason: input.reason,
      cause: input.cause,
      root: input.root,
      law: this.options.rules.version,
      body: this.digest(input, input.body),
    }
  }

  private async refused(input: Input, question: Question, no: Refusal): Promise<Answer | undefined> {
    const { head, now, actor } = question
    const answer: Answer = {
      outcome: 'refused',
      code: no.refused,
      facts: no.facts,
      id: head?.id,
      version: head?.version,
      message: input.message,
    }
    if (!head) return answer
    const mine = head.refusals.filter((mark) => mark.person === actor.person)
    if (mine.some((mark) => mark.version === head.version && mark.step === input.step.name && mark.code === no.refused))
      return answer
    const lastHour = mine.filter((mark) => toMs(now) - toMs(mark.at) < 3_600_000)
    if (actor !== SYSTEM && lastHour.length >= REFUSALS_AN_HOUR)
      return {
        ...answer,
        code: 'ERR_TOO_MANY',
        facts: { refusedInTheLastHour: lastHour.length, limit: REFUSALS_AN_HOUR },
      }
    const commit: Commit = {
      header: { ...this.header(input, question), refused: { code: no.refused, facts: no.facts } },
      events: [],
      papers: [],
    }
    return 'stored' in (await this.append(input.kit, head, commit, [])) ? answer : undefined
  }

  private async write(
    input: Input,
    question: Question,
    decided: Decided,
    late?: TakesBack,
    needs: Lookups = {},
  ): Promise<Answer | undefined> {
    const { head, kit, id } = question
    const proposal = await this.numbers.propose(decided.papers, input.actor.agency, dayOf(input.at))
    const commit = this.commitOf(input, question, decided, proposal, late, needs)
    const key = head ? undefined : (input.key ?? input.step.key?.(input.body, needs))
    if (key !== undefined) commit.header.key = key
    const claims = [...decided.claims, ...proposal.claims, ...(key === undefined ? [] : [keyClaim(kit, key)])]
    const before = late ? await this.load(kit, id) : head
    const outcome = await this.append(kit, before, commit, claims, { refold: late !== undefined }).catch(
      (error: unknown) => {
        proposal.release()
        throw error
      },
    )
    if ('stored' in outcome) return this.told(outcome.stored, commit, outcome.after.state, false)
    proposal.release(outcome.claim)
    return outcome.claim === undefined ? undefined : this.claimTaken(input, question, outcome.claim, proposal, key)
  }

  private claimTaken(
    input: Input,
    question: Question,
    claim: string,
    proposal: Proposal,
    key: string | undefined,
  ): Promise<Answer | undefined> | undefined {
    if (proposal.claims.includes(claim)) return undefined
    const code =
      key !== undefined && claim === keyClaim(input.kit, key) && input.key !== undefined
        ? KEY_TAKEN
        : (input.step.claimed ?? 'ERR_GUARD')
    return this.refused(input, question, refuse(code, { claim }))
  }

  private commitOf(
    input: Input,
    question: Question,
    decided: Decided,
    proposal: Proposal,
    late: TakesBack | undefined,
    needs: Lookups,
  ): Commit {
    const header = this.header(input, question)
    if (!question.head) header.dossier = input.step.joins?.(input.body, needs) ?? input.dossier ?? question.id
    if (decided.warnings.length) header.warnings = decided.warnings
    const back = (late?.lapses ?? []).map((lapse) => {
      const clock = question.kit.clocks.get(lapse.clock)!.versions[0]!
      return LapseTakenBack({
        clock: lapse.clock,
        key: lapse.key,
        due: '',
        at: lapse.at,
        event: clock.lapse.event ?? '',
      })
    })
    if (late) header.takesBack = late.lapses.map(({ clock, key, at }) => ({ clock, key, at }))
    return {
      header,
      input: input.body,
      needs: needs as Record<string, unknown>,
      events: happen(question, input.message, [...decided.events, ...back]),
      papers: proposal.papers,
    }
  }

  private async append(
    kit: RecordKit,
    before: Head | undefined,
    commit: Commit,
    claims: readonly string[],
    how: { refold?: boolean; allDue?: boolean } = {},
  ): Promise<Appended> {
    const { records, rules, key, committed } = this.options
    const stored = seal(commit, before ?? START, key)
    const position = { seq: stored.seq, version: stored.version, hash: stored.hash }
    const after = how.refold
      ? fold(kit, rules, [...(await records.chain(stored.record)), stored])!
      : apply(kit, rules, before, commit, position)
    const due = dueRows(after)
    const changed = how.allDue || canonical(due) !== canonical(before ? dueRows(before) : [])
    const outcome = await records.append({
      commit: stored,
      claims,
      due: changed ? due : undefined,
      snapshot: stored.seq % SNAPSHOT_EVERY === 0 ? JSON.stringify(after) : undefined,
    })
    if (!outcome.ok) {
      this.heads.delete(stored.record)
      return { claim: outcome.why === 'claim' ? outcome.claim : undefined }
    }
    this.heads.set(stored.record, after)
    committed(stored, after, commit, before?.published ?? 0)
    return { stored, after }
  }

  private async load(kit: RecordKit, id: string): Promise<Head | undefined> {
    const cached = this.heads.get(id)
    if (cached) return cached
    const { records, rules } = this.options
    const loaded = await records.load(id)
    if (!loaded) return undefined
    const kind = loaded.tail[0]?.kind ?? (JSON.parse(loaded.snapshot!.body) as Head).kind
    const own = this.kits.get(kind) ?? kit
    const snapshot = loaded.snapshot && (JSON.parse(loaded.snapshot.body) as Head)
    const usable = snapshot === undefined || snapshot.law === rules.version
    const head = (usable && foldTail(own, rules, snapshot, loaded.tail)) || fold(own, rules, await records.chain(id))!
    this.heads.set(id, head)
    return head
  }

  /** Lapses come before anything else at their instant, one commit each, earliest first. */
  private async writeLapses(kit: RecordKit, head: Head, until?: Instant): Promise<Head> {
    let current = head
    for (;;) {
      const { rules, time } = this.options
      const lapse = dueLapses(current, until ?? time.now())[0]
      if (!lapse) return current
      const commit = lapseCommit(kit, rules, current, lapse, time.now())
      const outcome = await this.append(kit, current, commit, [])
      current = 'stored' in outcome ? outcome.after : (await this.load(kit, current.id))!
    }
  }
}

/** The name under which reactions find a record. */
export const keyClaim = (kit: RecordKit, key: string): string => `key:${kit.type.kind}:${key}`

/** Not a refusal that anyone sees: the record with this key came into being meanwhile. */
const KEY_TAKEN = 'KEY_TAKEN'
