import { LAPSE_EVENTS, type AnyMaker } from '#kernel'
import type { Rules } from '#rules'
import { REFUSALS } from '#shell'
import type { ExpectedWords } from '#story'
import { services } from './services.js'

/** Everything that a story may expect by name. */
export const storyWords = (rules: Pick<Rules, 'allClocks'>): ExpectedWords => {
  const entries = services.flatMap((service) => service.records)
  const records = entries.map(({ record }) => record)
  const events = [...LAPSE_EVENTS, ...records.flatMap((record): readonly AnyMaker[] => record.events)]
  return {
    states: records.flatMap(({ states }) => Object.keys(states)),
    overlays: records.flatMap(({ overlays }) => Object.keys(overlays ?? {})),
    events: [...events.map(({ type }) => type), ...rules.allClocks.flatMap(({ lapse }) => lapse.event ?? [])],
    codes: Object.keys(REFUSALS),
    steps: entries.flatMap(({ record, steps }) => steps.map(({ name }) => `${record.kind}/${name}`)),
  }
}
