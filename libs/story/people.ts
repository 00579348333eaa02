import type { Rules, Staff } from '#rules'
import type { Story } from './format.js'

/** Key of the natural person that a member of the cast is, when it is nobody else's. */
export const keyOfMember = (name: string): string => `cast-${name}`.replace(/[^A-Za-z0-9_-]/g, '-')

/** Who a name of the cast is in the end; a member may be the same person as another, or as a user of the seeds. */
const personBehind = (
  cast: Story['cast'],
  name: string,
  users: Rules['users'],
  seen: readonly string[] = [],
): string => {
  const member = cast[name]
  const user = users.find((one) => one.user === name)?.person
  if (!member) return user ?? name
  if (member.person === undefined) return keyOfMember(name)
  if (seen.includes(name)) return user ?? keyOfMember(name)
  return personBehind(cast, member.person, users, [...seen, name])
}

/** What the directory of a story's world has beside the seeds: its cast, licensed, the numbers not on file. Parties are in no directory. */
export const peopleOf = ({ cast }: Pick<Story, 'cast'>, { users }: Pick<Rules, 'users'>): Staff[] =>
  Object.entries(cast)
    .filter(([, { office }]) => office !== 'party')
    .map(([key, { agency, name }]) => ({ agency, person: personBehind(cast, key, users), licence: '', name }))
