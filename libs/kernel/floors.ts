import type { Rules } from '#rules'
import { startOf, type Day, type Instant } from './instant.js'
import type { Place } from './places.js'
import { refuse, type Refusal } from './step.js'

/** ERR_DATE for a day or moment before the first that the data has law for. */
export const tooOldFor = (field: string, given: Day | Instant, first: Day): Refusal | undefined => {
  const notBefore = given.length === first.length ? first : startOf(first)
  return given < notBefore ? refuse('ERR_DATE', { field, given, notBefore }) : undefined
}

/**
 * Dates of an input that no law of the data reaches: of an act against a right, before the first set of thresholds (R-THR-02: the
 * interpretation of its time is asked for); any other, before the first clock of this kind of record.
 */
export const beforeTheLaw = (places: readonly Place[], rules: Rules, kind: string): Refusal | undefined => {
  for (const { form, field, value } of places) {
    if (form.format !== 'date' && form.format !== 'date-time') continue
    const no = tooOldFor(field, value, form['x-act'] ? rules.actsFrom : rules.lawFrom(kind))
    if (no) return no
  }
  return undefined
}
