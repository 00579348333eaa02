import type { Records, StoredCommit, Vault } from '#ports'
import { Conflict, Fault, type Answer, type Command } from './answer.js'
import { Chains, type ChainsOptions } from './chains.js'
import { unseal, type Commit } from './commit.js'
import { answerTo, consider, rolesIn, unfit, type Decided, type Question } from './decide.js'
import { Claiming } from './claiming.js'
import { draftCommit, refusalCommit, type Draft } from './draft.js'
import { derive } from './hash.js'
import { fold } from './fold.js'
import type { Head } from './head.js'
import { tellsSealed } from './identity.js'
import { bodyDigest, messageOf, readBody, readCommand, sealNumbers, SYSTEM, type Input } from './input.js'
import { dayOf, type Instant } from './instant.js'
import { canonical } from './json.js'
import type { RecordKit } from './kit.js'
import { atStake, decideLate, type TakesBack } from './late.js'
import { openNumbers } from './numbers.js'
import type { Policy } from './policy.js'
import { recomputeCommit } from './recompute.js'
import { refusedBefore, tooMany } from './refusals.js'
import { rehearsed, type Rehearsal } from './rehearsal.js'
import { serial } from './serial.js'
import { isRefusal, refuse, type Lookups, type Refusal, type Step } from './step.js'

export interface DeskOptions extends Omit<ChainsOptions, 'numbers'> {
  policy: Policy
  vault: Vault
  lookUp: (kit: RecordKit, step: Step, input: Record<string, unknown>, question: Question) => Promise<Lookups>
}

/** Of the instances that write one record at once, the one that wins begins its next input first: the other may lose many times. */
const TRIES = 50

/** Not a refusal that anyone sees: the record with this key came into being meanwhile. */
const KEY_TAKEN = 'KEY_TAKEN'

/** Of a step that opens the vault: whose identity, with whom and why. */
interface Opening {
  pseudonym: string
  with: string
  reason: string
}

/** The name under which reactions find a record. */
const keyClaim = (kit: RecordKit, key: string): string => `key:${kit.type.kind}:${key}`

/** The handling of one service: load, ask, decide, commit; one input at a time per record. */
export class Desk {
  private readonly kits: ReadonlyMap<string, RecordKit>
  private readonly records: Records
  private readonly chains: Chains
  private readonly numbers
  private readonly claiming: Claiming
  private readonly inTurn = serial()
  /** Inputs that have begun and not ended. */
  inFlight = 0

  constructor(private readonly options: DeskOptions) {
    this.kits = options.kits
    this.records = options.records
    this.numbers = openNumbers(options.records, options.rules)
    this.chains = new Chains({ ...options, numbers: this.numbers })
    this.claiming = new Claiming(options.records)
  }

  /** A person's act. Errors of the input come back as values; only faults are thrown. */
  async handle(command: Command): Promise<Answer> {
    const input = this.read(command)
    return 'outcome' in input ? input : this.opened(input, await this.put(input))
  }

  /**
   * What a person's act would bring, by the same questions, with nothing written: no number is drawn, no identity deposited, no refusal
   * kept. It may be otherwise by the time the act is taken.
   */
  async rehearse(command: Command): Promise<Rehearsal | Answer> {
    const input = this.read(command)
    if ('outcome' in input) return input
    const { kit, step, actor, at } = input
    const id = input.id ?? derive(input.message)
    const head = input.id === undefined ? undefined : await this.head(kit.type.kind, id)
    if (input.id !== undefined && !head) return { outcome: 'denied', why: 'hidden' }
    const denied = this.denied(input, head)
    if (denied) return denied
    const { rules, time } = this.options
    const question = { kit, rules, step, head, actor, at, now: time.now(), id }
    return this.possible(input, question)
  }

  private read(command: Command): Input | Answer {
    const kit = this.kits.get(command.kind)
    if (!kit) return { outcome: 'unknown', what: 'kind' }
    const step = kit.steps.get(command.step)
    if (!step || step.who === 'system') return { outcome: 'unknown', what: 'step' }
    const read = readCommand(step, command, this.options.time.now())
    if (read.issues) return { outcome: 'invalid', issues: read.issues }
    const { id, actor, reason, ifVersion } = command
    const sealed = sealNumbers(step, read.body, this.options.key)
    if (sealed.issues) return { outcome: 'invalid', issues: sealed.issues }
    const message = messageOf(kit, command)
    const dated = command.at === undefined ? undefined : read.at
    const { at } = read
    return { kit, step, id, message, actor, at, dated, body: sealed.body, reason, root: message, ifVersion }
  }

  /** What is seen is on disk, in the record and in the vault, before anybody sees it. */
  private async opened({ step: { opens }, actor }: Input, answer: Answer): Promise<Answer> {
    if (!opens || answer.outcome !== 'done' || answer.repeated) return answer
    const { pseudonym, ...request } = answer.events.find(({ type }) => type === opens.type)!.data as unknown as Opening
    const at = this.options.time.now()
    const found = (await this.options.vault.open(pseudonym, { by: actor.person, at, ...request })) as { who: unknown }
    return { ...answer, opened: found.who }
  }

  /** A reaction's input. */
  async react(input: Omit<Input, 'actor' | 'kit'> & { kind: string }): Promise<Answer | undefined> {
    const kit = this.kits.get(input.kind)!
    const read = readBody(input.step, input.body)
    if (read.issues) throw new Fault(`${input.cause?.reaction}: ${canonical(read.issues)}`, { retry: false })
    for (let tries = 0; tries < TRIES; tries++) {
      const id = input.id ?? (await this.records.claimant(keyClaim(kit, input.key!)))
      if (id === undefined && !input.step.from.includes('new')) return undefined
      const answer = await this.put({ ...input, kit, actor: SYSTEM, body: read.body, id })
      if (answer.outcome === 'denied') throw new Fault(`${input.cause?.reaction}: no record ${id}`, { retry: true })
      if (answer.outcome !== 'refused' || answer.code !== KEY_TAKEN) return answer
    }
    throw new Conflict(input.key ?? '')
  }

  /** Writes the lapses of a record that have come by `until` (now when left out), each in a commit of its own. Returns how many. */
  async lapse(id: string, kind: string, until?: Instant): Promise<number> {
    const kit = this.kits.get(kind)!
    return this.inTurn(id, async () => {
      const head = await this.chains.fresh(kit, id)
      return head ? (await this.chains.writeLapses(kit, head, until)).seq - head.seq : 0
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
      const head = await this.chains.fresh(kit, id)
      const commit = head && recomputeCommit(kit, this.options.rules, head, kept, this.options.time.now())
      if (!commit) return false
      await this.chains.append(kit, head, commit, [], { allDue: true })
      return true
    })
  }

  /** The record as it is, its own due lapses written first. */
  async head(kind: string, id: string): Promise<Head | undefined> {
    const kit = this.kits.get(kind)
    if (!kit) return undefined
    return this.inTurn(id, async () => {
      const head = await this.chains.fresh(kit, id)
      return head?.kind === kind ? this.chains.writeLapses(kit, head) : undefined
    })
  }

  /** The record with at least the commit `enough`, without waiting for its turn: for lookups, which inform and do not guard. */
  async peek(kind: string, id: string, enough?: number): Promise<Head | undefined> {
    const kit = this.kits.get(kind)
    const head = kit && (await this.chains.fresh(kit, id, enough))
    return head?.kind === kind ? head : undefined
  }

  /** Forgets what is in memory; the chains are the truth. */
  forget(): void {
    this.chains.forget()
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

  /** What was written shows by itself that the record was as it was known; any other answer is only given from what stands. */
  private async attempt(input: Input, id: string): Promise<Answer> {
    for (let tries = 0; tries < TRIES; tries++) {
      const answer = await this.tryOnce(input, id)
      if (answer && (tries > 0 || answer.outcome === 'done' || (await this.chains.isFresh(input.kit, id))))
        return answer
    }
    throw new Conflict(id)
  }

  /** Undefined: someone was first, try again on what is there now. */
  private async tryOnce(input: Input, id: string): Promise<Answer | undefined> {
    const { kit, step, actor, at } = input
    const { rules, time } = this.options
    const loaded = await this.chains.load(kit, id)
    if (loaded ? loaded.kind !== kit.type.kind : input.id) return { outcome: 'denied', why: 'hidden' }
    const head = loaded && (await this.chains.writeLapses(kit, loaded))
    const denied = actor === SYSTEM ? undefined : this.denied(input, input.id ? head : undefined)
    // The same person's same request is answered as before, also when the record has gone to others since.
    if (denied && !(head && (await this.records.byMessage(head.id, input.message)))) return denied
    const sealed = await this.sealed(input)
    const before = head && (await this.answeredBefore(sealed, head))
    const question = { kit, rules, step, head, actor, at, now: time.now(), id }
    const told = before ?? toldOpenly(input, sealed)
    if (told && isRefusal(told)) return this.refused(sealed, question, told)
    return told ?? this.answer(sealed, question)
  }

  private denied({ kit, step, actor }: Input, head: Head | undefined): Answer | undefined {
    const { policy, rules } = this.options
    const roles = rolesIn({ kit, head })
    const record = roles && { kind: kit.type.kind, roles }
    if (policy.allows(actor, step, record, rules)) return undefined
    return { outcome: 'denied', why: record && !policy.knows(actor, record, rules) ? 'hidden' : 'forbidden' }
  }

  /** Identities go to the vault before anything else sees them. */
  private async sealed(input: Input): Promise<Input> {
    const secret = (input.step.vault ?? []).filter((name) => input.body[name] !== undefined)
    if (!secret.length) return input
    const body = { ...input.body }
    // Sealed together with the agency that took it: nobody elsewhere can try whether a name he guesses is the same person.
    for (const name of secret)
      body[name] = await this.options.vault.deposit(
        { of: input.actor.agency, who: body[name] },
        input.at,
        `${input.message} ${name}`,
      )
    return { ...input, body }
  }

  /** The same request again, another under its key, or one for a version that is no more. */
  private async answeredBefore(input: Input, head: Head): Promise<Answer | undefined> {
    const stored = await this.records.byMessage(head.id, input.message)
    if (stored) {
      const commit = unseal(stored)
      const same = commit.header.body === bodyDigest(this.options.key, input)
      return same ? told(stored, commit, await this.stateThen(input.kit, head, stored), true) : { outcome: 'mismatch' }
    }
    const stale = input.ifVersion !== undefined && input.ifVersion !== head.version
    return stale ? { outcome: 'stale', version: head.version } : undefined
  }

  /** The state that a commit left the record in. */
  private async stateThen(kit: RecordKit, head: Head, { seq, record }: StoredCommit): Promise<string> {
    if (seq === head.seq) return head.state
    return fold(kit, this.options.rules, (await this.records.chain(record)).slice(0, seq))!.state
  }

  private async answer(input: Input, question: Question): Promise<Answer | undefined> {
    const late = await this.decidedLate(input, question)
    if (late && isRefusal(late)) return this.refused(input, question, late)
    if (late) return this.write(input, { ...question, head: late.head }, late.decided, {}, late)
    const no = consider(question) ?? unfit(question, input.body)
    if (no) return this.refused(input, question, no)
    const needs = await this.options.lookUp(input.kit, input.step, input.body, question)
    const decided = answerTo(question, input.body, needs)
    return isRefusal(decided) ? this.refused(input, question, decided) : this.write(input, question, decided, needs)
  }

  private async decidedLate(input: Input, question: Question): Promise<TakesBack | Refusal | undefined> {
    if (!question.head || question.at >= question.now || !atStake(question).length) return undefined
    const chain = await this.records.chain(question.id)
    return decideLate(question, chain, input.body, input.message, (trial) =>
      this.options.lookUp(input.kit, input.step, input.body, trial),
    )
  }

  private async possible(input: Input, question: Question): Promise<Rehearsal | Answer> {
    const no = (refusal: Refusal): Answer => refusedAs(input, question, refusal)
    const blank = { ...input, body: { ...input.body, ...unsealed(input) } }
    const told = toldOpenly(input, blank)
    if (told) return no(told)
    const late = await this.decidedLate(blank, question)
    if (late && isRefusal(late)) return no(late)
    const on = late ? { ...question, head: late.head } : question
    const refusal = consider(on) ?? unfit(on, blank.body)
    if (refusal) return no(refusal)
    const needs = await this.options.lookUp(input.kit, input.step, blank.body, on)
    const decided = late?.decided ?? answerTo(on, blank.body, needs)
    if (isRefusal(decided)) return no(decided)
    for (const claim of decided.claims)
      if (await this.records.claimant(claim)) return no(await this.claimRefusal(claim, input))
    return rehearsed(blank, on, { decided, needs }, this.options.rules, this.options.key)
  }

  private async refused(input: Input, question: Question, no: Refusal): Promise<Answer | undefined> {
    const { head, now, actor } = question
    const as = (refusal: Refusal): Answer => refusedAs(input, question, refusal)
    if (!head || refusedBefore(head, input, no.refused)) return as(no)
    const flood = actor === SYSTEM ? undefined : tooMany(head, actor.person, now)
    if (flood) return as(flood)
    const commit = refusalCommit(input, question, no, this.options.key)
    return 'stored' in (await this.chains.append(input.kit, head, commit)) ? as(no) : undefined
  }

  /** Whoever loses a claim has drawn no number: numbers that are drawn are written, in the order of drawing. */
  private async write(
    input: Input,
    question: Question,
    decided: Decided,
    needs: Lookups,
    late?: TakesBack,
  ): Promise<Answer | undefined> {
    const recordKey = question.head ? undefined : (input.key ?? input.step.key?.(input.body, needs))
    const names = [...decided.claims, ...(recordKey === undefined ? [] : [keyClaim(input.kit, recordKey)])]
    const write = () => this.writeClaiming(input, question, names, { decided, needs, late, recordKey })
    if (!decided.papers.length || !names.length) return write()
    const outcome = await this.claiming.run(names, write)
    return 'taken' in outcome ? this.claimTaken(input, question, outcome.taken) : outcome.done
  }

  private async writeClaiming(
    input: Input,
    question: Question,
    names: readonly string[],
    made: Omit<Draft, 'papers'>,
  ): Promise<Answer | undefined> {
    const { head, kit, id } = question
    const { decided, late } = made
    const before = late ? await this.chains.load(kit, id) : head
    const proposal = await this.numbers.propose(decided.papers, input.actor.agency, dayOf(input.at))
    const commit = draftCommit(input, question, { ...made, papers: proposal.papers }, this.options.key)
    const claims = [...names, ...proposal.claims]
    const outcome = await this.chains
      .append(kit, before, commit, claims, { refold: late !== undefined })
      .catch((error: unknown) => {
        proposal.release()
        throw error
      })
    if ('stored' in outcome) return told(outcome.stored, commit, outcome.after.state, false)
    proposal.release(outcome.claim)
    const { claim } = outcome
    return claim === undefined || proposal.claims.includes(claim) ? undefined : this.claimTaken(input, question, claim)
  }

  /** A taken key is a record that a reaction meant and that now exists; any other claim says no. A taken paper number is drawn again. */
  private async claimTaken(input: Input, question: Question, claim: string): Promise<Answer | undefined> {
    const meant = !question.head && input.key !== undefined && claim === keyClaim(input.kit, input.key)
    return this.refused(input, question, meant ? refuse(KEY_TAKEN) : await this.claimRefusal(claim, input))
  }

  private async claimRefusal(claim: string, input: Input): Promise<Refusal> {
    const { claimed: code } = input.step
    const held = await this.holderOf(claim, input)
    return code === undefined ? refuse('ERR_GUARD', { guard: 'claim-taken', ...held }) : refuse(code, held)
  }

  /** The record that holds a claim, as far as the one who lost it may know of it. */
  private async holderOf(claim: string, { kit, actor }: Input): Promise<{ of?: string; record?: string }> {
    const { policy, rules } = this.options
    const id = await this.records.claimant(claim)
    const head = id === undefined ? undefined : await this.chains.fresh(kit, id)
    const own = head && this.kits.get(head.kind)
    const roles = own && rolesIn({ kit: own, head })
    return roles && policy.knows(actor, { kind: head.kind, roles }, rules) ? { of: head.kind, record: head.id } : {}
  }
}

const refusedAs = ({ message }: Input, { head }: Question, { refused: code, facts }: Refusal): Answer => ({
  outcome: 'refused',
  code,
  facts,
  id: head?.id,
  version: head?.version,
  message,
})

/** Where an act is only rehearsed, its identities are in no vault. */
const unsealed = ({ step, body }: Input): Record<string, string> =>
  Object.fromEntries((step.vault ?? []).flatMap((name) => (body[name] === undefined ? [] : [[name, 'rehearsed']])))

/** What was sealed stands in another text of the same input, which would be kept as it is. */
const toldOpenly = (given: Input, sealed: Input): Refusal | undefined => {
  const secret = (given.step.vault ?? []).map((name) => given.body[name])
  if (!secret.length) return undefined
  const open = Object.entries(sealed.body).filter(([name]) => !given.step.vault!.includes(name))
  return tellsSealed(secret, { ...Object.fromEntries(open), reason: given.reason })
}

/** What a commit answers to the one whose input it was. */
const told = (stored: StoredCommit, commit: Commit, state: string, repeated: boolean): Answer => {
  const { refused, warnings, message } = commit.header
  const { record: id, kind, dossier, version } = stored
  if (refused) return { outcome: 'refused', ...refused, id, version, message }
  const { events, papers } = commit
  const done = { outcome: 'done', id, kind, dossier, version, state, message, events, papers } as const
  return { ...done, warnings: warnings ?? [], repeated }
}
