import type { Client, Reply } from './client.js'
import { Checks } from './check.js'
import { plain, untouched } from './expect.js'
import { momentOf, type StoryEntry } from './format.js'
import { wrong } from './mistake.js'
import type { Named, NamedActor, Names } from './names.js'
import type { Played } from './play.js'
import { worldTimeOf } from './read.js'

const replyOf = ({ status, body }: Reply): Played['reply'] => ({
  status,
  outcome: String(body.code ?? body.state ?? status),
  ...(typeof body.zh === 'string' && { says: { zh: body.zh, en: String(body.en) } }),
})

/** An act of an entry, ready to be sent. */
interface Act {
  kind: string
  step: string
  actor: NamedActor
  target: Named | undefined
  body: Record<string, unknown>
}

/** Sends the entries of a story into one world, one after the other, and has each checked. */
export class Sender {
  private readonly checks: Checks

  constructor(
    private readonly client: Client,
    private readonly names: Names,
    /** Of the world. */
    private readonly name: string,
  ) {
    this.checks = new Checks(client, names)
  }

  async entry(entry: StoryEntry, n: number, branch?: string): Promise<Played> {
    await this.client.advance(worldTimeOf(entry))
    const { id, by } = entry
    const played: Played = { n, id, branch, at: momentOf(entry.at), by, do: entry.do, findings: [], records: {} }
    if (entry.do) await this.act(entry, played)
    else await this.settle(entry, played)
    return played
  }

  /** No act: only time passes. */
  private async settle(entry: StoryEntry, played: Played): Promise<void> {
    await this.client.quiet()
    await this.checks.others(entry, played)
  }

  private async act(entry: StoryEntry, played: Played): Promise<void> {
    const act = await this.read(entry, played)
    const { client } = this
    const refused = entry.expect?.rejected || entry.expect?.denied
    const before = act.target && refused ? await client.record(act.target.kind, act.target.id) : undefined
    const reply = await this.send(act, played)
    this.checks.heard(act.actor, reply)
    await client.quiet()
    if (reply.status < 300) await this.caused(entry, reply, act.kind, played)
    this.checks.answer(entry, reply, played)
    if (before) played.findings.push(...untouched(before, await client.record(act.target!.kind, act.target!.id)))
    const own = act.target ?? (reply.status < 300 ? { kind: act.kind, id: reply.body.id as string } : undefined)
    if (own) await this.checks.about('', own, entry.expect ?? { others: {} }, played)
    await this.checks.others(entry, played)
    await this.checks.absent(entry, act.actor, played)
  }

  private async read(entry: StoryEntry, played: Played): Promise<Act> {
    const { kind, step, title, form } = this.names.step(entry.do!)
    played.title = title
    const actor = (played.actor = this.names.actor(entry.by!))
    const target = entry.on === undefined ? undefined : this.names.alias(entry.on)
    const input = await this.names.resolve(entry.with ?? {}, form)
    return { kind, step, actor, target, body: { at: played.at, ...(entry.reason && { reason: entry.reason }), input } }
  }

  private async send({ kind, step, actor, target, body }: Act, played: Played): Promise<Reply> {
    const path = target ? `/api/${kind}/${target.id}/${step}` : `/api/${kind}/${step}`
    const key = `${this.name}-${played.branch ?? 'main'}-${played.n - 1}`
    const reply = await this.client.request('POST', path, { actor, body, key })
    played.reply = replyOf(reply)
    return reply
  }

  /** Gives aliases to the record that was made and to those that came into being because of it; `kind@AGENCY` names the one that agency holds. */
  private async caused(entry: StoryEntry, reply: Reply, kind: string, played: Played): Promise<void> {
    const { aliases } = this.names
    if (typeof entry.as === 'string') aliases.set(entry.as, { kind, id: reply.body.id as string })
    const none = [entry.expect?.none ?? []].flat()
    const as = typeof entry.as === 'object' ? Object.entries(entry.as) : []
    if (!as.length && !none.length) return
    const caused = await this.client.caused(reply.body.message as string)
    for (const unwanted of none) await this.none(caused, unwanted, played)
    for (const [alias, wanted] of as) {
      const found = await this.wanted(caused, wanted)
      if (found.length !== 1)
        throw wrong(
          `"as: {${alias}: ${wanted}}"：由此产生的这种记录有 ${found.length} 份，应为一份`,
          `"as: {${alias}: ${wanted}}": ${found.length} such records came into being, not one`,
        )
      aliases.set(alias, found[0]!)
    }
  }

  private async none(caused: readonly Named[], unwanted: string, played: Played): Promise<void> {
    const found = await this.wanted(caused, unwanted)
    const title = this.names.kindTitle(unwanted.split('@')[0]!)?.zh
    played.findings.push(plain(`none ${title ? `${title} ` : ''}${unwanted}`, [], found))
  }

  private async wanted(caused: readonly Named[], wanted: string): Promise<Named[]> {
    const [kind, holder] = wanted.split('@') as [string, string | undefined]
    const found: Named[] = []
    for (const one of caused) if (one.kind === kind && (!holder || (await this.heldBy(one, holder)))) found.push(one)
    return found
  }

  private async heldBy({ kind, id }: Named, agency: string): Promise<boolean> {
    return (await this.client.record(kind, id)).roles.holder?.includes(agency) ?? false
  }
}
