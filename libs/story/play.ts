import type { Actor, Instant, Shown, Title } from '#kernel'
import type { Rules } from '#rules'
import type { Client, Reply, StepInfo } from './client.js'
import { factAt, findingsAbout, plain, untouched, type Finding } from './expect.js'
import { momentOf, nearest, StoryError, type Story, type StoryEntry } from './format.js'

/** One entry as it was played. */
export interface Played {
  n: number
  id?: string
  branch?: string
  at: Instant
  by?: string
  actor?: Actor & { name?: string }
  do?: string
  /** Of the step. */
  title?: Title
  /** `says`: of a refusal, its sentence. */
  reply?: { status: number; outcome: string; says?: Title }
  findings: Finding[]
  /** The records it speaks of, as they stood after it. */
  records: Record<string, Shown>
  /** The run ended here: what follows speaks of records that are not there. */
  stopped?: true
}

export interface Playing {
  story: Story
  /** What kinds of record are called. */
  kinds: Readonly<Record<string, Title>>
  entries: Played[]
  ok: boolean
  counts: { entries: number; branches: number; findings: number; failed: number }
}

export interface PlayOptions {
  client: Client
  rules: Rules
  /** Play up to and with this entry. */
  until?: string
  /** Play this branch alone. */
  branch?: string
  /** Opens worlds of its own; false plays into the world that is there. @default true */
  worlds?: boolean
  heard?: (played: Played) => void
}

type Alias = { kind: string; id: string }

/** A step's form as far as names are concerned. */
interface Form {
  format?: string
  anyOf?: readonly Form[]
  items?: Form
  properties?: Record<string, Form>
  additionalProperties?: Form | boolean
}

const choices = (form: Form): readonly Form[] => [form, ...(form.anyOf ?? [])]
const asks = (form: Form, format: string): boolean => choices(form).some((one) => one.format === format)
const isId = (text: string): boolean => /^[a-z2-7]{26}$/.test(text) || text.startsWith('${')

const within = (form: Form, key: string): Form => {
  for (const one of choices(form)) {
    const inner =
      key === 'items'
        ? one.items
        : (one.properties?.[key] ??
          (typeof one.additionalProperties === 'object' ? one.additionalProperties : undefined))
    if (inner) return inner
  }
  return {}
}

const replyOf = ({ status, body }: Reply): Played['reply'] => ({
  status,
  outcome: String(body.code ?? body.state ?? status),
  ...(typeof body.zh === 'string' && { says: { zh: body.zh, en: String(body.en) } }),
})

/** One run through a list of entries in one world. */
class Run {
  private readonly aliases = new Map<string, Alias>()
  private readonly said = new Map<string, string[]>()

  constructor(
    private readonly story: Story,
    private readonly options: PlayOptions,
    private readonly steps: readonly StepInfo[],
    private readonly name: string,
  ) {}

  async play(entries: readonly StoryEntry[], branch?: string, quietly = 0): Promise<Played[]> {
    const played: Played[] = []
    for (const [index, entry] of entries.entries()) {
      const one = await this.entry(entry, index, branch).catch((error: unknown) =>
        this.cannot(error, entry, index, played),
      )
      if (index < quietly) continue
      played.push(one)
      this.options.heard?.(one)
      if (one.stopped) break
    }
    return played
  }

  /** What cannot be played after something went wrong before is told beside it; else it is the story's own fault. */
  private cannot(error: unknown, entry: StoryEntry, index: number, before: readonly Played[]): Played {
    const wrong = before.some((one) => one.findings.some((finding) => !finding.ok))
    if (!wrong || !(error instanceof StoryError)) throw error
    const findings = [plain('playable', 'yes', error.message)]
    return {
      n: index + 1,
      id: entry.id,
      at: momentOf(entry.at),
      by: entry.by,
      do: entry.do,
      findings,
      records: {},
      stopped: true,
    }
  }

  private known<T>(what: string, name: string, table: ReadonlyMap<string, T>): T {
    const value = table.get(name)
    if (value !== undefined) return value
    throw new StoryError(`unknown ${what} "${name}"; did you mean "${nearest(name, [...table.keys()])}"?`)
  }

  private actor(name: string): Actor & { name?: string } {
    const member = this.story.cast[name]
    if (member) {
      const same = member.person ? this.actor(member.person).person : `cast-${name}`.replace(/[^A-Za-z0-9_-]/g, '-')
      return {
        agency: member.agency,
        office: member.office,
        person: same,
        ...(member.uscc && { subject: member.uscc }),
        name: member.name,
      }
    }
    const seeds = new Map(this.options.rules.users.map((user) => [user.user, user]))
    for (const key of Object.keys(this.story.cast)) seeds.set(key, seeds.values().next().value!)
    const user = this.known('member of the cast', name, seeds)
    return {
      agency: user.agency,
      office: user.offices[0]!,
      person: user.person,
      ...(user.subject && { subject: user.subject }),
    }
  }

  /** Where the step's form asks for a person or a record, names of the cast and aliases stand for their ids; `${alias.path}` takes a fact. */
  private async resolve(value: unknown, form: Form = {}): Promise<unknown> {
    if (Array.isArray(value)) return Promise.all(value.map((one) => this.resolve(one, within(form, 'items'))))
    if (value !== null && typeof value === 'object') {
      const pairs = Object.entries(value).map(
        async ([key, one]) => [key, await this.resolve(one, within(form, key))] as const,
      )
      return Object.fromEntries(await Promise.all(pairs))
    }
    if (typeof value !== 'string') return value
    if (asks(form, 'record-id') && !isId(value)) return this.known('alias', value, this.aliases).id
    if (asks(form, 'person-id') && this.story.cast[value]) return this.actor(value).person
    return value.includes('${') ? this.interpolate(value) : value
  }

  private async interpolate(text: string): Promise<unknown> {
    const whole = /^\$\{([^}]+)\}$/.exec(text)
    if (whole) return this.fact(whole[1]!)
    let out = text
    for (const [hole, path] of text.matchAll(/\$\{([^}]+)\}/g)) out = out.replace(hole, String(await this.fact(path!)))
    return out
  }

  private async fact(path: string): Promise<unknown> {
    const [alias, ...rest] = path.split('.')
    const record = await this.shown(alias!)
    const inner = rest.join('.')
    const found = factAt(record.facts, inner) ?? factAt(record, inner)
    if (found === undefined) throw new StoryError(`\${${path}}: no such fact`)
    return found
  }

  private shown(alias: string): Promise<Shown> {
    const { kind, id } = this.known('alias', alias, this.aliases)
    return this.options.client.record(kind, id)
  }

  private checkClocks(entry: StoryEntry): void {
    const known = [...new Set(this.options.rules.allClocks.map((row) => row.id))]
    const named = [entry.expect ?? {}, ...Object.values(entry.expect?.others ?? {})].flatMap((about) =>
      Object.keys(('clocks' in about ? about.clocks : undefined) ?? {}),
    )
    const wrong = named.map((name) => name.replace(/\[.*/, '')).find((name) => !known.includes(name))
    if (wrong) throw new StoryError(`unknown clock "${wrong}"; did you mean "${nearest(wrong, known)}"?`)
  }

  private async entry(entry: StoryEntry, index: number, branch?: string): Promise<Played> {
    const { client } = this.options
    this.checkClocks(entry)
    const at = momentOf(entry.at)
    await client.advance(entry.recordedAt ? momentOf(entry.recordedAt) : at)
    const played: Played = {
      n: index + 1,
      id: entry.id,
      branch,
      at,
      by: entry.by,
      do: entry.do,
      findings: [],
      records: {},
    }
    if (entry.do) await this.act(entry, at, played, index)
    else await this.settle(entry, played)
    return played
  }

  /** No act: only time passes. */
  private async settle(entry: StoryEntry, played: Played): Promise<void> {
    await this.options.client.quiet()
    await this.others(entry, played)
  }

  private stepOf(name: string): { kind: string; step: string; title: Title; form: Form } {
    const at = name.lastIndexOf('/')
    const steps = new Map(this.steps.map((one) => [`${one.kind}/${one.step}`, one]))
    const { input, title } = this.known('step', name, steps)
    return { kind: name.slice(0, at), step: name.slice(at + 1), title, form: input as Form }
  }

  private async act(entry: StoryEntry, at: Instant, played: Played, index: number): Promise<void> {
    const { client } = this.options
    const { kind, step, title, form } = this.stepOf(entry.do!)
    played.title = title
    if (!entry.by) throw new StoryError(`entry ${index + 1}: "do" needs "by"`)
    const actor = (played.actor = this.actor(entry.by))
    const target = entry.on === undefined ? undefined : this.known('alias', entry.on, this.aliases)
    const before =
      target && (entry.expect?.rejected || entry.expect?.denied)
        ? await client.record(target.kind, target.id)
        : undefined
    const body = {
      at,
      ...(entry.reason && { reason: entry.reason }),
      input: await this.resolve(entry.with ?? {}, form),
    }
    const path = target ? `/api/${kind}/${target.id}/${step}` : `/api/${kind}/${step}`
    const reply = await client.request('POST', path, {
      actor,
      body,
      key: `${this.name}-${played.branch ?? 'main'}-${index}`,
    })
    this.said.set(actor.person, [...(this.said.get(actor.person) ?? []), JSON.stringify(reply.body)])
    played.reply = replyOf(reply)
    await client.quiet()
    if (reply.status < 300) await this.alias(entry, reply, kind)
    const own = target ?? (reply.status < 300 ? { kind, id: reply.body.id as string } : undefined)
    played.findings.push(...this.answerFindings(entry, reply))
    if (before) played.findings.push(...untouched(before, await client.record(target!.kind, target!.id)))
    if (own) await this.about('', own, entry.expect ?? {}, played)
    await this.others(entry, played)
    await this.absent(entry, actor, played)
  }

  /** Gives aliases to the record that was made and to those that came into being because of it; `kind@AGENCY` names the one that agency holds. */
  private async alias(entry: StoryEntry, reply: Reply, kind: string): Promise<void> {
    if (typeof entry.as === 'string') this.aliases.set(entry.as, { kind, id: reply.body.id as string })
    if (entry.as === undefined || typeof entry.as === 'string') return
    const caused = await this.options.client.caused(reply.body.message as string)
    for (const [alias, wanted] of Object.entries(entry.as)) {
      const [kind, holder] = wanted.split('@') as [string, string | undefined]
      const found: Alias[] = []
      for (const one of caused) if (one.kind === kind && (!holder || (await this.heldBy(one, holder)))) found.push(one)
      if (found.length !== 1)
        throw new StoryError(`"as: {${alias}: ${wanted}}": ${found.length} such records came into being`)
      this.aliases.set(alias, found[0]!)
    }
  }

  private async heldBy({ kind, id }: Alias, agency: string): Promise<boolean> {
    return (await this.options.client.record(kind, id)).roles.holder?.includes(agency) ?? false
  }

  private answerFindings(entry: StoryEntry, reply: Reply): Finding[] {
    const { rejected, denied, events, warnings } = entry.expect ?? {}
    const findings: Finding[] = []
    if (rejected !== undefined) findings.push(plain('rejected', rejected, reply.body.code ?? reply.status))
    else if (denied !== undefined)
      findings.push(
        plain(
          'denied',
          denied === true ? true : denied,
          denied === true ? reply.status === 403 || reply.status === 404 : reply.status,
        ),
      )
    else if (reply.status >= 300) findings.push(plain('accepted', 'done', { status: reply.status, ...reply.body }))
    if (events)
      findings.push(
        plain(
          'events',
          events,
          ((reply.body.events ?? []) as { type: string }[]).map((one) => one.type),
        ),
      )
    if (warnings)
      findings.push(
        plain(
          'warnings',
          warnings,
          ((reply.body.warnings ?? []) as { warning: string }[]).map((one) => one.warning),
        ),
      )
    return findings
  }

  private async about(
    label: string,
    record: Alias,
    about: Parameters<typeof findingsAbout>[1],
    played: Played,
  ): Promise<void> {
    const shown = await this.options.client.record(record.kind, record.id)
    played.records[label || 'this'] = shown
    const facts = (await this.resolve(about.facts ?? {})) as Record<string, unknown>
    const findings = findingsAbout(shown, { ...about, facts }, (value) => value)
    played.findings.push(...findings.map((one) => (label ? { ...one, what: `${label}: ${one.what}` } : one)))
  }

  private async others(entry: StoryEntry, played: Played): Promise<void> {
    for (const [alias, about] of Object.entries(entry.expect?.others ?? {}))
      await this.about(alias, this.known('alias', alias, this.aliases), about, played)
    const mine = entry.expect
    if (!entry.do && mine && (mine.state !== undefined || mine.clocks))
      throw new StoryError('an entry without "do" speaks of records by alias')
  }

  /** Text that may stand in no answer, event or paper that this actor can read. */
  private async absent(entry: StoryEntry, actor: Actor, played: Played): Promise<void> {
    const { client } = this.options
    for (const text of [entry.expect?.absent ?? []].flat()) {
      const readable = [...(this.said.get(actor.person) ?? [])]
      for (const { kind, id } of this.aliases.values())
        readable.push(JSON.stringify((await client.request('GET', `/api/${kind}/${id}`, { actor })).body))
      played.findings.push(
        plain(
          `absent ${text}`,
          false,
          readable.some((one) => one.includes(text)),
        ),
      )
    }
  }
}

const upTo = (entries: readonly StoryEntry[], id: string | undefined): readonly StoryEntry[] => {
  if (id === undefined) return entries
  const index = entries.findIndex((entry) => entry.id === id)
  if (index < 0)
    throw new StoryError(
      `no entry "${id}"; did you mean "${nearest(
        id,
        entries.flatMap((entry) => entry.id ?? []),
      )}"?`,
    )
  return entries.slice(0, index + 1)
}

/** A world begins a minute before the first entry. */
const beginOf = (entries: readonly StoryEntry[]): Instant => momentOf(entries[0]!.at)

/** Plays a story and its branches, each in a fresh world, over HTTP. @throws StoryError for what cannot be played at all. */
export const play = async (story: Story, options: PlayOptions): Promise<Playing> => {
  const { client } = options
  const steps = await client.steps()
  const played: Played[] = []
  const inWorld = async (name: string, entries: readonly StoryEntry[], branch?: string, quietly = 0) => {
    if (options.worlds !== false) await client.openWorld(name, beginOf(entries), story.switches)
    played.push(...(await new Run(story, options, steps, name).play(entries, branch, quietly)))
  }
  if (!options.branch) await inWorld(story.story, upTo(story.entries, options.until))
  const branches = story.branches.filter((one) =>
    options.branch ? one.id === options.branch : !options.until && options.worlds !== false,
  )
  for (const one of branches) {
    const trunk = upTo(story.entries, one.after)
    await inWorld(`${story.story}-${one.id}`, [...trunk, ...one.entries], one.id, options.branch ? 0 : trunk.length)
  }
  const findings = played.flatMap((one) => one.findings)
  const failed = findings.filter((one) => !one.ok).length
  const kinds = Object.fromEntries(steps.map((one) => [one.kind, one.recordTitle]))
  return {
    story,
    kinds,
    entries: played,
    ok: failed === 0,
    counts: { entries: played.length, branches: branches.length, findings: findings.length, failed },
  }
}
