import { dayOf, type Shown, type Title } from '#kernel'
import type { Rules } from '#rules'
import type { Lexicon } from '../sentence.js'
import { lawTitles } from '../titles.js'

/** The facts of a lead that may be told of, as far as events allow. */
interface Facts {
  channel: string
  registrar: string
  receivedOn: string | null
  complaint: boolean
  outcome?: string
}

/** Events whose own data say more than their title. */
const SAYS: Readonly<Record<string, string>> = {
  ComplaintRejected: 'ground',
  TerminationNotified: 'ground',
  ReporterRedirected: 'agency',
}

const saysMore = (type: string, facts: Facts, rules: Rules, lexicon: Lexicon): Title | undefined => {
  const { outcome } = facts
  if (outcome === undefined || !(type in SAYS)) return undefined
  if (SAYS[type] === 'agency') return rules.agency(outcome)?.name
  return lexicon.get(`ground:${outcome}`) ?? lexicon.get(`outcome:${outcome}`) ?? lexicon.get(outcome)
}

const eventsOf = (shown: Shown, rules: Rules, lexicon: Lexicon) => {
  const { events } = rules.toldLead
  return shown.entries
    .filter(({ refused }) => !refused)
    .flatMap((entry) =>
      entry.events.flatMap(({ type, title }) => {
        const row = events.find(({ event }) => event === type)
        if (!row || !title) return []
        const more = row.outcome ? shown.stateTitle : saysMore(type, shown.facts as Facts, rules, lexicon)
        const by = rules.agency(entry.actor.agency)?.name
        return [{ event: type, title, on: dayOf(entry.at), by, more, law: lawTitles(rules, [row.law])[0] }]
      }),
    )
}

const periodsOf = (shown: Shown, rules: Rules) =>
  shown.clocks
    .filter(({ id, state }) => rules.toldLead.periods.includes(id) && ['running', 'paused', 'breached'].includes(state))
    .map(({ id, state, due, start }) => ({
      clock: id,
      title: rules.clock(id, dayOf(start), shown.kind)?.title,
      state,
      due,
    }))

/** What whoever submitted a lead is told of it: of its handling only the events and periods that the rules name. */
export const toldOf = (shown: Shown, rules: Rules, lexicon: Lexicon) => {
  const facts = shown.facts as Facts
  const channel = rules.channel(facts.channel)
  return {
    channel: facts.channel,
    channelTitle: channel?.title,
    complaint: facts.complaint,
    receivedOn: dayOf(shown.entries[0]!.at),
    receivedBy: rules.agency(facts.registrar)?.name,
    told: eventsOf(shown, rules, lexicon),
    periods: facts.complaint ? periodsOf(shown, rules) : [],
  }
}
