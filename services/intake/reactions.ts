import { administrativeCaseReactions } from './administrative-case/reactions.js'
import { identificationReactions } from './identification/reactions.js'
import { leadReactions } from './lead/reactions.js'
import { measureReactions } from './measure/reactions.js'
import { subjectReactions } from './subject/reactions.js'

/** What the service hears from its own records and from the others. */
export const reactions = [
  ...leadReactions,
  ...administrativeCaseReactions,
  ...measureReactions,
  ...subjectReactions,
  ...identificationReactions,
]
