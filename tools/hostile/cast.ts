import type { Actor, Shown, Step } from '#kernel'
import type { Rules } from '#rules'

const PERSON = 'hostile-1'

const officesOf = (rules: Rules, step: Step): string[] =>
  step.who === 'system' ? [] : [step.who.office].flat().flatMap((office) => rules.officesIn(office))

const asActor = (rules: Rules, value: string, offices: readonly string[], person: string): Actor[] => {
  if (rules.agency(value)?.level === 'outside')
    return offices.map((office) => ({ agency: value, office, person, subject: '91411000MA9FK7072K' }))
  if (!value.startsWith('party:'))
    return offices.filter((office) => office !== 'party').map((office) => ({ agency: value, office, person }))
  const outside = rules.agencies.filter(({ level }) => level === 'outside').map(({ code }) => code)
  return outside.flatMap((agency) => offices.map((office) => ({ agency, office, person, subject: value.slice(6) })))
}

const turned = <T>(from: readonly T[], turn: number): T[] => [
  ...from.slice(turn % from.length),
  ...from.slice(0, turn % from.length),
]

/** Everyone who might take the step: on a record by its roles, for a new one by right; another first at every turn. */
export const mayBe = (rules: Rules, step: Step, record: Shown | undefined, person = PERSON, turn = 0): Actor[] => {
  const actors = everyone(rules, step, record, person)
  return actors.length ? turned(actors, turn) : actors
}

const everyone = (rules: Rules, step: Step, record: Shown | undefined, person: string): Actor[] => {
  if (step.who === 'system') return []
  const { of, may } = step.who
  const offices = officesOf(rules, step)
  const able = (agency: string) => may === undefined || rules.may(agency, may)
  if (!record)
    return rules.agencies.filter(({ code }) => able(code)).flatMap(({ code }) => asActor(rules, code, offices, person))
  const roles = of === undefined ? Object.keys(record.roles) : [of].flat()
  const holders = record.roles.holder ?? []
  const values = roles.flatMap((role) =>
    role === 'superior' ? holders.flatMap((code) => rules.superiorOf(code)?.code ?? []) : (record.roles[role] ?? []),
  )
  return [...new Set(values)].flatMap((value) => asActor(rules, value, offices, person))
}
