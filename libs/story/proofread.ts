import type { Title } from '#kernel'
import { RulesError, type Rules } from '#rules'
import type { StepInfo } from './client.js'
import { asks, fieldsOf, isId, within, type Form } from './form.js'
import { WORDS, type About, type Story, type StoryEntry } from './format.js'
import { inOrder, StoryError, unknownName, type Mistake } from './mistake.js'
import { placeOf, worldTimeOf } from './read.js'

/** What can be told of a story before it is played: names that nothing has, and time that goes back. */

export interface Known {
  steps: readonly Pick<StepInfo, 'kind' | 'step' | 'input'>[]
  rules: Rules
  /** What may be expected, where it is known. */
  words?: ExpectedWords
}

/** Names of all records together. */
export interface ExpectedWords {
  states: readonly string[]
  overlays: readonly string[]
  events: readonly string[]
  /** Of refusals and warnings. */
  codes: readonly string[]
  /** People's and the system's, as `service/record/Step`. */
  steps: readonly string[]
}

/** A mistake in a part of the story, by its path in it. */
interface Said extends Title {
  path: readonly PropertyKey[]
}

const said = (path: readonly PropertyKey[], { zh, en }: Title): Said => ({ path, zh, en })
const placed = (part: object, all: readonly Said[]): Mistake[] =>
  all.map(({ path, zh, en }) => ({ zh, en, place: placeOf(part, path) }))

const WHAT = {
  step: { zh: '步骤', en: 'step' },
  actor: { zh: '人员', en: 'actor' },
  alias: { zh: '别名', en: 'alias' },
  word: { zh: '词或别名', en: 'word or alias' },
  clock: { zh: '期限', en: 'clock' },
  field: { zh: '字段', en: 'field' },
  kind: { zh: '记录种类', en: 'kind of record' },
  entry: { zh: '条目', en: 'entry' },
  agency: { zh: '机构', en: 'agency' },
  office: { zh: '职务', en: 'office' },
  states: { zh: '状态', en: 'state' },
  overlays: { zh: '标记', en: 'overlay' },
  events: { zh: '事件', en: 'event' },
  codes: { zh: '代码', en: 'code' },
  steps: { zh: '步骤', en: 'step' },
  paper: { zh: '文书', en: 'paper' },
}

/** Nothing to say of a name that is known. */
const check = (what: Title, name: string, known: Iterable<string>, path: readonly PropertyKey[]): Said[] => {
  const names = new Set(known)
  return names.has(name) ? [] : [said(path, unknownName(what, name, names))]
}

const holes = (text: string): string[] => [...text.matchAll(/\$\{([^}.]+)[^}]*\}/g)].map((hole) => hole[1]!)

/** Fields that the step's form has not, and aliases that nothing has. */
const inputMistakes = (value: unknown, form: Form, aliases: Iterable<string>, path: readonly PropertyKey[]): Said[] => {
  const names = [...aliases]
  if (typeof value === 'string') {
    if (asks(form, 'record') && !isId(value)) return check(WHAT.alias, value, names, path)
    return holes(value).flatMap((hole) => check(WHAT.alias, hole, names, path))
  }
  if (Array.isArray(value))
    return value.flatMap((one, n) => inputMistakes(one, within(form, 'items'), names, [...path, n]))
  if (value === null || typeof value !== 'object') return []
  const fields = fieldsOf(form)
  return Object.entries(value).flatMap(([key, one]) => {
    const here = [...path, key]
    const strange = fields ? check(WHAT.field, key, fields, here) : []
    return strange.length ? strange : inputMistakes(one, within(form, key), names, here)
  })
}

class Proof {
  private readonly steps: ReadonlyMap<string, Form>
  private readonly kinds: ReadonlySet<string>
  private readonly clocks: ReadonlySet<string>
  private readonly actors: readonly string[]

  constructor(
    private readonly story: Story,
    private readonly known: Known,
  ) {
    const { steps, rules } = known
    this.steps = new Map(steps.map((one) => [`${one.kind}/${one.step}`, one.input as Form]))
    this.kinds = new Set(steps.map((one) => one.kind))
    this.clocks = new Set(rules.allClocks.map((row) => row.id))
    this.actors = [...Object.keys(story.cast), ...rules.users.map(({ user }) => user)]
  }

  /** Entries in the order in which they are played; those before `from` were looked at already. */
  line(entries: readonly StoryEntry[], from = 0): Mistake[] {
    const aliases = new Set<string>()
    return entries.flatMap((entry, n) => {
      const mistakes = [...this.order(entry, entries[n - 1]), ...this.entry(entry, aliases)]
      return n < from ? [] : placed(entry, mistakes)
    })
  }

  private order(entry: StoryEntry, before: StoryEntry | undefined): Said[] {
    if (!before || worldTimeOf(entry) >= worldTimeOf(before)) return []
    const [word, now, then] = [
      entry.recordedAt ? 'recordedAt' : 'at',
      entry.recordedAt ?? entry.at,
      before.recordedAt ?? before.at,
    ]
    return [
      said([word], {
        zh: `时间倒退：${now} 早于前一条的 ${then}；事后补录的写 recordedAt`,
        en: `time goes back: ${now} is before ${then} of the entry before; what is entered later has recordedAt`,
      }),
    ]
  }

  private entry(entry: StoryEntry, aliases: Set<string>): Said[] {
    const found = [...this.act(entry, aliases)]
    for (const [alias, kind] of Object.entries(typeof entry.as === 'object' ? entry.as : {})) {
      found.push(...check(WHAT.kind, kind.split('@')[0]!, this.kinds, ['as', alias]))
      aliases.add(alias)
    }
    if (typeof entry.as === 'string') aliases.add(entry.as)
    return [...found, ...this.expected(entry, aliases)]
  }

  private act(entry: StoryEntry, aliases: ReadonlySet<string>): Said[] {
    if (!entry.do) return entry.by === undefined ? [] : check(WHAT.actor, entry.by, this.actors, ['by'])
    const found = [
      ...check(WHAT.step, entry.do, this.steps.keys(), ['do']),
      ...(entry.by === undefined
        ? [said(['do'], { zh: '有 "do" 就要有 "by"', en: '"do" needs "by"' })]
        : check(WHAT.actor, entry.by, this.actors, ['by'])),
      ...(entry.on === undefined ? [] : check(WHAT.alias, entry.on, aliases, ['on'])),
    ]
    const form = this.steps.get(entry.do)
    const meant = entry.expect?.rejected === 'INVALID_INPUT'
    return form && !meant ? [...found, ...inputMistakes(entry.with ?? {}, form, aliases, ['with'])] : found
  }

  private expected({ do: step, expect }: StoryEntry, aliases: ReadonlySet<string>): Said[] {
    if (!expect) return []
    const { others } = expect
    const own = !step && (expect.state !== undefined || expect.clocks)
    return [
      ...(own
        ? [
            said(['expect'], {
              zh: '没有 "do" 的条目按别名谈各份记录',
              en: 'an entry without "do" speaks of records by alias',
            }),
          ]
        : []),
      ...this.none(step, expect.none),
      ...this.about(expect, ['expect'], aliases),
      ...this.words('codes', expect.rejected, ['expect', 'rejected']),
      ...this.words('codes', expect.warnings, ['expect', 'warnings']),
      ...this.words('events', expect.events, ['expect', 'events']),
      ...Object.entries(others).flatMap(([alias, about]) => {
        const path = ['expect', alias]
        return aliases.has(alias)
          ? this.about(about, path, aliases)
          : check(WHAT.word, alias, [...WORDS.expect, ...aliases], path)
      }),
    ]
  }

  /** Kinds of which an act brought about no record. */
  private none(step: string | undefined, none: string | readonly string[] = []): Said[] {
    const path = ['expect', 'none']
    const kinds = [none].flat()
    return [
      ...(step || !kinds.length
        ? []
        : [
            said(path, { zh: '有 "none" 就要有 "do"', en: '"none" needs "do": it speaks of what an act brings about' }),
          ]),
      ...kinds.flatMap((kind) => check(WHAT.kind, kind.split('@')[0]!, this.kinds, path)),
    ]
  }

  /** Of what is expected, names that nothing has. */
  private words(
    what: keyof ExpectedWords,
    given: string | readonly string[] | undefined,
    path: readonly PropertyKey[],
  ) {
    const names = this.known.words?.[what]
    return names ? [given ?? []].flat().flatMap((name) => check(WHAT[what], name, names, path)) : []
  }

  private papers(papers: About['papers'], path: readonly PropertyKey[]): Said[] {
    const { rules } = this.known
    const titles = (papers ?? []).flatMap((paper) => (typeof paper === 'string' ? paper : Object.keys(paper)))
    const strange = titles.filter((title) => !rules.document(title))
    const all = rules.documents.map(({ title }) => title.zh)
    return strange.flatMap((title) => check(WHAT.paper, title, all, path))
  }

  private about(
    { clocks, facts, state, overlay, papers }: About,
    path: readonly PropertyKey[],
    aliases: ReadonlySet<string>,
  ): Said[] {
    return [
      ...Object.keys(clocks ?? {}).flatMap((name) =>
        check(WHAT.clock, name.replace(/\[.*$/, ''), this.clocks, [...path, 'clocks', name]),
      ),
      ...inputMistakes(facts ?? {}, {}, aliases, [...path, 'facts']),
      ...this.words('states', state, [...path, 'state']),
      ...this.words('overlays', overlay, [...path, 'overlay']),
      ...this.papers(papers, [...path, 'papers']),
    ]
  }

  meets(): Mistake[] {
    return placed(
      this.story,
      this.story.meets.flatMap((name, n) => this.words('steps', name, ['meets', n])),
    )
  }

  cast(rules: Rules): Mistake[] {
    const agencies = rules.agencies.map(({ code }) => code)
    const offices = rules.offices.map(({ code }) => code)
    return Object.values(this.story.cast).flatMap((member) =>
      placed(member, [
        ...check(WHAT.agency, member.agency, agencies, ['agency']),
        ...check(WHAT.office, member.office, offices, ['office']),
        ...(member.person === undefined ? [] : check(WHAT.actor, member.person, this.actors, ['person'])),
      ]),
    )
  }
}

const switchMistakes = ({ switches }: Story, rules: Rules): Mistake[] =>
  Object.entries(switches).flatMap(([name, value]) => {
    try {
      rules.withSwitches({ [name]: value })
      return []
    } catch (error) {
      if (!(error instanceof RulesError)) throw error
      return placed(
        switches,
        error.faults.map((fault) => said([name], fault)),
      )
    }
  })

/** Ids of entries name one each, over the trunk and every branch by itself. */
const twice = (entries: readonly StoryEntry[]): Mistake[] =>
  entries.flatMap((entry, n) => {
    const first = entries.findIndex(({ id }) => id !== undefined && id === entry.id)
    if (first < 0 || first === n) return []
    return placed(entry, [
      said(['id'], {
        zh: `编号 "${entry.id}" 第 ${first + 1} 条已经用过`,
        en: `the id "${entry.id}" is that of entry ${first + 1} already`,
      }),
    ])
  })

/** Every mistake that shows before anything is played. */
export const proofread = (story: Story, known: Known): Mistake[] => {
  const proof = new Proof(story, known)
  const ids = story.entries.flatMap(({ id }) => id ?? [])
  const branches = story.branches.flatMap((branch) => {
    const at = story.entries.findIndex(({ id }) => id === branch.after)
    if (at < 0) return placed(branch, check(WHAT.entry, branch.after, ids, ['after']))
    const trunk = story.entries.slice(0, at + 1)
    return [...twice(branch.entries), ...proof.line([...trunk, ...branch.entries], trunk.length)]
  })
  return inOrder([
    ...switchMistakes(story, known.rules),
    ...proof.cast(known.rules),
    ...proof.meets(),
    ...twice(story.entries),
    ...proof.line(story.entries),
    ...branches,
  ])
}

/** @throws StoryError with every mistake that shows before anything is played */
export const checkStory = (story: Story, known: Known): void => {
  const mistakes = proofread(story, known)
  if (mistakes.length) throw new StoryError(mistakes)
}
