import { useMemo } from 'react'
import type { Actor, RecordShown } from '../../api/records.js'
import { actedBy } from '../../forms/conflict.js'
import { useDirectory } from '../../forms/directory.js'
import { useTitle, useWords } from '../../words/language.js'
import { recordWords } from './words.js'

const PARTY = 'party:'
/** Who acts for a party has no name in any directory. */
const PARTY_OFFICE = 'party'

/** Names of the parties, as the facts have them beside what they are known by. */
export const partiesIn = (facts: unknown): Map<string, string> => {
  const found = new Map<string, string>()
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return
    const { name, ...known } = value as Record<string, unknown>
    if (typeof name === 'string')
      for (const one of [known.uscc, known.person, known.account])
        if (typeof one === 'string') found.set(`${PARTY}${one}`, name)
    Object.values(value).forEach(walk)
  }
  walk(facts)
  return found
}

/** Says who somebody is: agencies, offices and people by their names. */
export const useNames = ({ names, words: told, facts }: RecordShown) => {
  const words = useWords(recordWords)
  const title = useTitle()
  const directory = useDirectory()
  return useMemo(() => {
    const people = new Map(directory?.people.map(({ person, name }) => [person, name]))
    const listed = new Map(directory?.agencies.map(({ code, name }) => [code, name]))
    const parties = partiesIn(facts)
    const agency = (code: string): string => {
      const known = names?.agencies[code] ?? told?.[`agency:${code}`] ?? listed.get(code)
      return code.startsWith(PARTY) && !known ? (parties.get(code) ?? words.party) : title(known, code)
    }
    const person = (id: string): string => names?.people?.[id] ?? people.get(id) ?? id
    const who = (actor: Actor): string => {
      const by = actedBy({ actor })
      if (by !== 'person') return by === 'clock' ? words.clockActed : words.system
      if (actor.office === PARTY_OFFICE) return agency(actor.agency)
      return [agency(actor.agency), title(names?.offices[actor.office], actor.office), person(actor.person)].join(' · ')
    }
    return { agency, person, who }
  }, [names, told, facts, directory, words, title])
}
