import { toMs, type Actor, type Instant, type Title } from '#kernel'
import type { Entry } from '#kernel/show'
import { sight } from '#policy'
import type { Rules } from '#rules'
import type { WorldFace } from '../house.js'
import { actKind, type ActKind } from './acted.js'

const MINUTE_MS = 60_000
const UNITS = [
  { ms: 1440 * MINUTE_MS, zh: '天', en: 'day' },
  { ms: 60 * MINUTE_MS, zh: '小时', en: 'hour' },
  { ms: MINUTE_MS, zh: '分钟', en: 'minute' },
] as const

/** How long ago, in the largest unit that fills: 2 分钟前. */
export const agoOf = (at: Instant, now: Instant): Title => {
  const ms = toMs(now) - toMs(at)
  const unit = UNITS.find((one) => ms >= one.ms)
  if (!unit) return { zh: '刚刚', en: 'just now' }
  const n = Math.floor(ms / unit.ms)
  return { zh: `${n} ${unit.zh}前`, en: `${n} ${unit.en}${n === 1 ? '' : 's'} ago` }
}

const NOBODY: Readonly<Record<Exclude<ActKind, 'person'>, Title>> = {
  clock: { zh: '期限届满（系统时钟）', en: 'a clock that ran out' },
  reaction: { zh: '其他事项的进展（系统）', en: 'what happened to another record' },
}

/** The person by name where the directory has it, with office and agency. */
const personTitle = ({ agency, office, person }: Actor, rules: Pick<Rules, 'staff' | 'agency' | 'offices'>): Title => {
  const name = rules.staff(person).find((one) => one.agency === agency)?.name ?? person
  const [of, as] = [rules.agency(agency)?.name, rules.offices.find(({ code }) => code === office)?.title]
  return {
    zh: `${name}（${of?.zh ?? agency}，${as?.zh ?? office}）`,
    en: `${name} (${of?.en ?? agency}, ${as?.en ?? office})`,
  }
}

const joined = (titles: readonly (Title | undefined)[], otherwise: string): Title => {
  const there = titles.flatMap((one) => one ?? [])
  if (!there.length) return { zh: otherwise, en: otherwise }
  return { zh: there.map(({ zh }) => zh).join('、'), en: there.map(({ en }) => en).join(', ') }
}

const actOf = ({ version, step, title, at, recordedAt, actor, events }: Entry, rules: Rules, now: Instant) => {
  const kind = actKind(actor)
  return {
    ...{ version, step, at, recordedAt, ago: agoOf(recordedAt, now) },
    title:
      title ??
      joined(
        events.map((one) => one.title),
        step,
      ),
    by: {
      ...{ kind, agency: actor.agency, office: actor.office },
      who: kind === 'person' ? personTitle(actor, rules) : NOBODY[kind],
    },
  }
}

/** What was done to a record since a version, newest first, for somebody who reads its file; a party is told of no act of others. */
export const meanwhileOf = async (
  world: Pick<WorldFace, 'show' | 'rules' | 'time'>,
  { kind, id, expected }: { kind: string; id: string; expected: number },
  actor: Actor,
) => {
  if (sight(actor, world.rules) !== 'file') return undefined
  const shown = await world.show(kind, id, actor)
  const acts = shown?.entries.filter(({ version, refused }) => version > expected && !refused) ?? []
  return acts.map((entry) => actOf(entry, world.rules, world.time.now())).reverse()
}

export type Meanwhile = NonNullable<Awaited<ReturnType<typeof meanwhileOf>>>
