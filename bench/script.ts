import { fromMs, plusDays, toMs, usccCheck, type Actor, type Answer, type Command, type Day } from '#kernel'
import { z } from 'zod'
import type { Rules, Staff } from '#rules'
import { momentOf, peopleOf, readStory, type Story, type StoryEntry } from '#story'
import { services } from '../tools/services.js'

/** One act of a story, its input as text, so that the parsing of a request's body is part of the load. */
interface Act {
  atMs: number
  by: Actor
  kind: string
  step: string
  on?: string
  as?: string | Readonly<Record<string, string>>
  text: string
  expected: string
}

/** A story's acts on other days. */
export interface Script {
  name: string
  acts: readonly Act[]
  /** Its cast, as the directory has it. */
  people: readonly Staff[]
}

const DAY_MS = 86_400_000
const DATES = /"(\d{4}-\d{2}-\d{2})([T"])/g
const USCC = /[0-9A-HJ-NP-RTUW-Y]{8}MA[0-9A-HJ-NP-RTUW-Y]{8}/g
const usccOf = (first: string): string => first + usccCheck(first)
const CONTACT = /"contact":"\d+"/g

const personOf = (story: Story, name: string): string => `cast-${story.cast[name]!.person ?? name}`

const actorOf = (story: Story, name: string): Actor => {
  const { agency, office, uscc } = story.cast[name]!
  return { agency, office, person: personOf(story, name), ...(uscc && { subject: uscc }) }
}

/** A step's form, as far as it says where persons and records are asked for. */
interface Form {
  format?: string
  anyOf?: readonly Form[]
  items?: Form
  properties?: Record<string, Form>
  additionalProperties?: Form | boolean
}

const within = (form: Form, key: string): Form => {
  const forms = [form, ...(form.anyOf ?? [])]
  const inner = forms.flatMap(
    (one) => one.properties?.[key] ?? (typeof one.additionalProperties === 'object' ? one.additionalProperties : []),
  )
  return inner[0] ?? {}
}
const itemsOf = (form: Form): Form => [form, ...(form.anyOf ?? [])].find((one) => one.items)?.items ?? {}
const asks = (form: Form, format: string): boolean => [form, ...(form.anyOf ?? [])].some((one) => one.format === format)

/** Members of the cast become persons; records are marked by their aliases, for their ids are known later. */
const named = (story: Story, form: Form, value: unknown): unknown => {
  if (Array.isArray(value)) return value.map((one) => named(story, itemsOf(form), one))
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, named(story, within(form, key), one)]))
  if (typeof value !== 'string') return value
  if (asks(form, 'person-id') && story.cast[value]) return personOf(story, value)
  return asks(form, 'record') ? `@${value}` : value
}

const formOf = (kind: string, name: string): Form => {
  const found = services.flatMap((one) => one.records).find(({ record }) => record.kind === kind)
  const step = found?.steps.find((one) => one.name === name)
  if (!step) throw new Error(`no step ${kind}/${name}`)
  return z.toJSONSchema(z.strictObject(step.input ?? {}), { io: 'input', unrepresentable: 'any' }) as Form
}

const moved = (text: string, days: number): string =>
  text.replace(DATES, (_, day: Day, end: string) => `"${plusDays(day, days)}${end}`)

const actOf = (story: Story, entry: StoryEntry, days: number): Act => {
  const at = entry.do!.lastIndexOf('/')
  const [kind, step] = [entry.do!.slice(0, at), entry.do!.slice(at + 1)]
  return {
    atMs: toMs(momentOf(entry.at)) + days * DAY_MS,
    by: actorOf(story, entry.by!),
    ...{ kind, step, on: entry.on, as: entry.as },
    text: moved(JSON.stringify(named(story, formOf(kind, step), entry.with ?? {})), days),
    expected: entry.expect?.rejected ?? 'done',
  }
}

/** A story that far away. Entries in which only time passes are left out: the clock of the load moves by itself. */
export const scriptOf = (file: string, days: number, rules: Rules): Script => {
  const story = readStory(file)
  return {
    name: story.story,
    people: peopleOf(story, rules),
    acts: story.entries.filter((entry) => entry.do).map((entry) => actOf(story, entry, days)),
  }
}

export interface House {
  handle(command: Command): Promise<Answer>
  caused(root: string): readonly { kind: string; id: string }[]
}

/** A story played once more, with parties of its own. */
export class Matter {
  private turn: Promise<unknown> = Promise.resolve()
  private over = false
  private readonly ids = new Map<string, string>()
  /** Records that an act brought about by reactions, not found yet. */
  private wanted: { alias: string; kind: string; root: string }[] = []

  constructor(
    readonly script: Script,
    private readonly n: number,
  ) {}

  /** Takes an act after those before it. @returns what came instead of the story's own answer; then the matter is over. */
  act(house: House, index: number): Promise<string | undefined> {
    const taken = this.turn.then(() => this.take(house, index))
    this.turn = taken
    return taken
  }

  private async take(house: House, index: number): Promise<string | undefined> {
    if (this.over) return undefined
    const act = this.script.acts[index]!
    await this.find(house)
    const answer = await house.handle(this.command(act, index))
    const outcome = answer.outcome === 'refused' ? answer.code : answer.outcome
    if (outcome === act.expected) return void (answer.outcome === 'done' && this.learn(act, answer))
    this.over = true
    return `${this.script.name} ${act.kind}/${act.step}: ${act.expected} was expected, not ${JSON.stringify(answer)}`
  }

  private async find(house: House): Promise<void> {
    for (;;) {
      this.wanted = this.wanted.filter(({ alias, kind, root }) => {
        const found = house.caused(root).find((one) => one.kind === kind)
        if (found) this.ids.set(alias, found.id)
        return !found
      })
      if (!this.wanted.length) return
      await new Promise((resolve) => setTimeout(resolve, 1))
    }
  }

  private command({ atMs, by, kind, step, on, text }: Act, index: number): Command {
    const actor = by.subject ? { ...by, subject: this.own(by.subject) } : by
    const id = on === undefined ? undefined : this.ids.get(on)
    return { kind, step, id, actor, at: fromMs(atMs), input: JSON.parse(this.own(text)), key: `${this.n}-${index}` }
  }

  private learn(act: Act, answer: Extract<Answer, { outcome: 'done' }>): void {
    if (typeof act.as === 'string') this.ids.set(act.as, answer.id)
    else
      for (const [alias, kind] of Object.entries(act.as ?? {})) this.wanted.push({ alias, kind, root: answer.message })
  }

  /** Parties, informants and records of this matter alone. */
  private own(text: string): string {
    let own = text.replace(USCC, (uscc) => usccOf(uscc.slice(0, 8) + String(this.n).padStart(9, '0')))
    own = own.replace(CONTACT, () => `"contact":"${13_000_000_000 + this.n}"`)
    if (own.includes('"@')) for (const [alias, id] of this.ids) own = own.replaceAll(`"@${alias}"`, `"${id}"`)
    return own
  }
}
