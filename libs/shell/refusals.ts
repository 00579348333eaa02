import { DOOR } from './refusals-door.js'
import { LAW } from './refusals-law.js'
import { fill, type Facts, type Lexicon, type Row } from './sentence.js'

/** The one table from a code to its status and sentences: the rulebook's (11.16) and the door's own. A code without a row stops the start. */
export const REFUSALS: Readonly<Record<string, Row>> = { ...LAW, ...DOOR }

const NO_WORDS: Lexicon = new Map()

/** The sentences of a code with the facts in them; an unknown code gets those of a fault. */
export const sentences = (code: string, facts: Facts = {}, lexicon: Lexicon = NO_WORDS): Row => {
  const { status, says, todo } = REFUSALS[code] ?? REFUSALS.FAULT!
  return { status, says: fill(says, facts, lexicon), todo: fill(todo, facts, lexicon) }
}
