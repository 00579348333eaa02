import type { RulesData } from './data.js'
import type { Staff } from './types.js'

/** Who works where: the accounts of the seeds, and people that a world has beside them. */
export const staffAnswers = ({ users, people = [] }: Pick<RulesData, 'users' | 'people'>) => {
  const byPerson = new Map<string, Staff[]>()
  for (const { agency, person, licence, name } of [...users, ...people])
    byPerson.set(person, [...(byPerson.get(person) ?? []), { agency, person, licence, name }])
  const licensing = new Set(
    [...byPerson.values()].flat().flatMap(({ agency, licence }) => (licence === undefined ? [] : [agency])),
  )
  return {
    staff: (person: string): readonly Staff[] => byPerson.get(person) ?? [],
    licenses: (agency: string) => licensing.has(agency),
  }
}
