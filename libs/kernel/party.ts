import type { Subject } from './fields.js'

/** How a party appears among the roles of a record. */
export const party = (account: string | undefined): string | undefined => (account ? `party:${account}` : undefined)

/** What an account of an outside user is bound to: USCC, else the keyed hash of the person's id number. */
export const accountOf = (subject: Subject | undefined): string | undefined => subject?.uscc ?? subject?.person

/** The role value of the one against whom, or for whom, a matter runs. */
export const partyOf = (subject: Subject | undefined): string | undefined => party(accountOf(subject))
