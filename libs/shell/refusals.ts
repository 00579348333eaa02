import type { Title } from '#kernel'
import { GUARDS } from './guards/index.js'
import { DOOR } from './refusals-door.js'
import { LAW } from './refusals-law.js'
import { fill, type Facts, type Lexicon, type Row } from './sentence.js'

/** The one table from a code to its status and sentences: the rulebook's (11.16) and the door's own. A code without a row stops the start. */
export const REFUSALS: Readonly<Record<string, Row>> = { ...LAW, ...DOOR }

const NO_WORDS: Lexicon = new Map()

/** The row of a guard that has sentences. */
export const guardRow = (name: unknown): Row | undefined =>
  typeof name === 'string' && Object.hasOwn(GUARDS, name) ? (GUARDS as Readonly<Record<string, Row>>)[name] : undefined

/** A condition says itself what is wrong and what can be done; under another code it follows that code's sentence. */
const rowFor = (code: string, facts: Facts): Row => {
  const own = REFUSALS[code] ?? REFUSALS.FAULT!
  const guard = guardRow(facts.guard)
  if (!guard) return own
  if (code === 'ERR_GUARD') return guard
  const says = { zh: `${own.says.zh}：${guard.says.zh}`, en: `${own.says.en}: ${guard.says.en}` }
  return { status: own.status, says, todo: guard.todo }
}

/** The sentences of a code with the facts in them; an unknown code gets those of a fault. */
export const sentences = (code: string, facts: Facts = {}, lexicon: Lexicon = NO_WORDS): Row => {
  const { status, says, todo } = rowFor(code, facts)
  return { status, says: fill(says, facts, lexicon), todo: fill(todo, facts, lexicon) }
}

/** What is said beside a code: a refusal, a reason why not, a warning. */
export const saidOf = (code: string, facts: Facts, lexicon: Lexicon): { zh: string; en: string; todo: Title } => {
  const { says, todo } = sentences(code, facts, lexicon)
  return { ...says, todo }
}
