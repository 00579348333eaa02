import type { Actor } from '#kernel'
import type { Client, Reply } from './client.js'
import { findingsAbout, plain, type Finding } from './expect.js'
import type { StoryEntry } from './format.js'
import type { Named, Names } from './names.js'
import type { Played } from './play.js'

const typesOf = (events: unknown): string[] => ((events ?? []) as { type: string }[]).map((one) => one.type)
const codesOf = (warnings: unknown): string[] => ((warnings ?? []) as { warning: string }[]).map((one) => one.warning)

const verdict = ({ rejected, denied }: NonNullable<StoryEntry['expect']>, { status, body }: Reply): Finding[] => {
  if (rejected !== undefined) return [plain('rejected', rejected, body.code ?? status)]
  if (denied === true) return [plain('denied', true, status === 403 || status === 404)]
  if (denied !== undefined) return [plain('denied', denied, status)]
  return status >= 300 ? [plain('accepted', 'done', { status, ...body })] : []
}

/** Compares what an entry expects with what is found after it. */
export class Checks {
  /** What each person was answered, as text. */
  private readonly said = new Map<string, string[]>()

  constructor(
    private readonly client: Client,
    private readonly names: Names,
  ) {}

  heard({ person }: Actor, reply: Reply): void {
    this.said.set(person, [...(this.said.get(person) ?? []), JSON.stringify(reply.body)])
  }

  /** The answer: taken or refused, its events and warnings. */
  answer(entry: StoryEntry, reply: Reply, played: Played): void {
    const { events, warnings } = entry.expect ?? {}
    played.findings.push(...verdict(entry.expect ?? { others: {} }, reply))
    if (events) played.findings.push(plain('events', events, typesOf(reply.body.events)))
    if (warnings) played.findings.push(plain('warnings', warnings, codesOf(reply.body.warnings)))
  }

  /** One record; `label`: its alias, empty for the entry's own. */
  async about(label: string, record: Named, about: Parameters<typeof findingsAbout>[1], played: Played): Promise<void> {
    const shown = await this.client.record(record.kind, record.id)
    played.records[label || 'this'] = shown
    const facts = (await this.names.resolve(about.facts ?? {})) as Record<string, unknown>
    const findings = findingsAbout(shown, { ...about, facts }, (value) => value)
    played.findings.push(...findings.map((one) => (label ? { ...one, what: `${label}: ${one.what}` } : one)))
  }

  async others(entry: StoryEntry, played: Played): Promise<void> {
    for (const [alias, about] of Object.entries(entry.expect?.others ?? {}))
      await this.about(alias, this.names.alias(alias), about, played)
  }

  /** Text that may stand in no answer, event or paper that this actor can read. */
  async absent(entry: StoryEntry, actor: Actor, played: Played): Promise<void> {
    for (const text of [entry.expect?.absent ?? []].flat()) {
      const readable = [...(this.said.get(actor.person) ?? [])]
      for (const { kind, id } of this.names.aliases.values())
        readable.push(JSON.stringify((await this.client.request('GET', `/api/${kind}/${id}`, { actor })).body))
      const seen = readable.some((one) => one.includes(text))
      played.findings.push(plain(`absent ${text}`, false, seen))
    }
  }
}
