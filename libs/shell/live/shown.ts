import type { Actor } from '#kernel'
import { toldNews } from '#policy'
import type { Rules } from '#rules'
import type { Titles } from '../titles.js'
import { actKind } from './acted.js'
import type { Change } from './feed.js'

type Roles = Readonly<Record<string, readonly string[]>>

/** A change as one person is told of it; undefined: not at all. */
export const changeShown = ({ act, record }: Change, actor: Actor, rules: Rules, titles: Titles) => {
  const [kind, step] = [String(record.kind), String(act.step)]
  const by = { agency: String(act.agency), office: String(act.office), person: String(act.person) }
  const moved = act.at === record.since
  const news = { kind, roles: record.roles as Roles, by, events: act.events as string[], moved }
  const told = toldNews(actor, news, rules)
  if (told === undefined) return undefined
  if (told === 'change') return { id: record.id, kind }
  return {
    ...{ id: record.id, kind, dossier: record.dossier, version: record.version },
    ...{ step, stepTitle: titles.step(kind, step), at: act.at, recordedAt: act.recordedAt },
    by: { kind: actKind(by), agency: by.agency, name: rules.agency(by.agency)?.name, office: by.office },
    own: by.agency === actor.agency && by.person === actor.person,
  }
}
