import type { subject as contract } from '#contracts'
import { record, soughtBy } from '#kernel'
import * as events from './events.js'
import { NOTHING, withNews } from './holdings.js'

/** What was already said, so that it is said once. */
export interface Told {
  offence: string
  tier: string
  matters: readonly string[]
}

export interface LedgerFacts {
  key: string
  name: string
  held: contract.Holdings
  told: readonly Told[]
}

const noFacts: LedgerFacts = { key: '', name: '', held: NOTHING, told: [] }

type News = Partial<contract.Holdings>

const learn = (
  { key, name }: { key: string; name: string },
  { held }: LedgerFacts,
  news: News,
): Partial<LedgerFacts> => ({
  key,
  name,
  held: withNews(held, { ...NOTHING, ...news }),
})

/** 当事人台账: amounts of one actor over all agencies, one record per key (rulebook 11.2b). */
export const subject = record({
  service: 'intake',
  name: 'subject',
  title: { zh: '当事人台账', en: 'Subject ledger' },
  states: { KEPT: { zh: '登记中', en: 'Kept' } },
  facts: noFacts,
  events: Object.values(events),
  roles: {
    concerned: ({ held }) => [...new Set(held.matters.map(({ matter }) => matter.agency))].sort(),
  },
  evolve: {
    MatterNoted: { to: 'KEPT', set: (data, facts) => learn(data, facts, { matters: [data.noted] }) },
    KeysNoted: { to: 'KEPT', set: (data, facts) => learn(data, facts, { keys: data.keys }) },
    AmountNoted: { to: 'KEPT', set: (data, facts) => learn(data, facts, { amounts: [data.amount] }) },
    AmountSettled: { to: 'KEPT', set: (data, facts) => learn(data, facts, { settled: [data.settlement] }) },
    AmountRestored: { to: 'KEPT', set: (data, facts) => learn(data, facts, { restored: [data.matter] }) },
    RepeatNoted: { to: 'KEPT', set: (data, facts) => learn(data, facts, { repeats: [data.repeat] }) },
    SubjectsJoined: {},
    MattersLinked: {},
    AccumulationReached: {
      set: ({ offence, tier, matters }, { told }) => ({
        told: [...told, { offence, tier, matters: matters.map(({ id }) => id) }],
      }),
    },
  },
  label: ({ name }) => `${name}：当事人台账`,
  search: ({ name }) => soughtBy([{ name }]),
})
