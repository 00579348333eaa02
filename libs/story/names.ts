import type { Actor, Shown, Title } from '#kernel'
import type { Rules } from '#rules'
import type { Client, StepInfo } from './client.js'
import { factAt } from './expect.js'
import { asks, isId, within, type Form } from './form.js'
import type { Story } from './format.js'
import { StoryError, unknownName, wrong } from './mistake.js'
import { keyOfMember } from './people.js'

/** What the names in a story stand for while it is played: steps, members of the cast, aliases, facts. */

/** A record that an alias stands for. */
export interface Named {
  kind: string
  id: string
}

export type NamedActor = Actor & { name?: string }

const known = <T>(what: Title, name: string, table: ReadonlyMap<string, T>): T => {
  const value = table.get(name)
  if (value !== undefined) return value
  throw new StoryError([unknownName(what, name, table.keys())])
}

export class Names {
  readonly aliases = new Map<string, Named>()

  constructor(
    private readonly story: Story,
    private readonly steps: readonly StepInfo[],
    private readonly rules: Rules,
    private readonly client: Client,
  ) {}

  step(name: string): { kind: string; step: string; title: Title; form: Form } {
    const at = name.lastIndexOf('/')
    const steps = new Map(this.steps.map((one) => [`${one.kind}/${one.step}`, one]))
    const { input, title } = known({ zh: '步骤', en: 'step' }, name, steps)
    return { kind: name.slice(0, at), step: name.slice(at + 1), title, form: input as Form }
  }

  /** What a kind of record is called. */
  kindTitle(kind: string): Title | undefined {
    return this.steps.find((one) => one.kind === kind)?.recordTitle
  }

  alias(name: string): Named {
    return known({ zh: '别名', en: 'alias' }, name, this.aliases)
  }

  shown(alias: string): Promise<Shown> {
    const { kind, id } = this.alias(alias)
    return this.client.record(kind, id)
  }

  /** A member of the cast, or a user of the seeds. */
  actor(name: string): NamedActor {
    return this.member(name) ?? this.user(name)
  }

  private member(name: string): NamedActor | undefined {
    const member = this.story.cast[name]
    if (!member) return undefined
    const { agency, office, uscc, number: subject = uscc } = member
    const person = member.person ? this.behind(name, member.person).person : keyOfMember(name)
    return { agency, office, person, ...(subject && { subject }), name: member.name }
  }

  /** Whoever names itself is the user of the seeds who is called so. */
  private behind(name: string, person: string): NamedActor {
    return person === name ? this.user(name) : this.actor(person)
  }

  private user(name: string): NamedActor {
    const users = new Map(this.rules.users.map((user) => [user.user, user]))
    const user = users.get(name)
    if (!user)
      throw new StoryError([
        unknownName({ zh: '人员', en: 'actor' }, name, [...Object.keys(this.story.cast), ...users.keys()]),
      ])
    const { agency, person, subject } = user
    return { agency, office: user.offices[0]!, person, ...(subject && { subject }) }
  }

  /** Where the step's form asks for a person or a record, names of the cast and aliases stand for their ids; `${alias.path}` takes a fact. */
  async resolve(value: unknown, form: Form = {}): Promise<unknown> {
    if (Array.isArray(value)) return Promise.all(value.map((one) => this.resolve(one, within(form, 'items'))))
    if (value !== null && typeof value === 'object') {
      const pairs = Object.entries(value).map(
        async ([key, one]) => [key, await this.resolve(one, within(form, key))] as const,
      )
      return Object.fromEntries(await Promise.all(pairs))
    }
    if (typeof value !== 'string') return value
    if (asks(form, 'record') && !isId(value)) return this.alias(value).id
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
    if (found === undefined) throw wrong(`\${${path}}：没有这项事实`, `\${${path}}: there is no such fact`)
    return found
  }
}
