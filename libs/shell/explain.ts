import { dayOf, type NormalRow } from '#kernel'
import { explainClock } from '#kernel/explain'
import type { Shown } from '#kernel/show'
import type { Rules } from '#rules'

type Clock = Shown['clocks'][number]

/** The version of a clock's row that was in force when it began; before any version: the oldest. */
export const rowOf = (
  rules: Pick<Rules, 'clockRows'>,
  kind: string,
  clock: Pick<Clock, 'id' | 'start'>,
): NormalRow | undefined => {
  const versions = rules.clockRows(kind).filter((row) => row.id === clock.id)
  const day = dayOf(clock.start)
  return versions.filter((row) => row.validFrom <= day && (!row.validTo || day <= row.validTo)).at(-1) ?? versions[0]
}

/** A clock of a record, every day labelled with the rule that counted or skipped it. */
export const explainOf = (rules: Rules, kind: string, clock: Clock) => {
  const row = rowOf(rules, kind, clock)
  if (!row) return {}
  const { title, law, article, text, confidence, validFrom } = row
  return {
    title,
    law,
    lawTitle: rules.instrument(law)?.name,
    article,
    text,
    confidence,
    validFrom,
    ...explainClock(clock, row, { calendar: rules.calendar, switches: rules.switches }),
  }
}
