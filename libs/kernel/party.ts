import type { Subject } from './fields.js'
import { isResidentId } from './resident-id.js'
import { hashIn, sealNumber } from './sealed-number.js'
import { isUscc } from './uscc.js'

/** How a party appears among the roles of a record. */
export const party = (account: string | undefined): string | undefined => (account ? `party:${account}` : undefined)

/** The name that a record holds for whoever brought it in without an account: by the keyed hash of the access code. */
export const accessName = (hash: string): string => `access:${hash}`

/** The keyed hash of a natural person's number, by which the person is found and compared. */
export const personOf = (subject: Subject | undefined): string | undefined =>
  subject?.person === undefined ? undefined : hashIn(subject.person)

/** What an account of an outside user is bound to: USCC, else the keyed hash of the person's id number. */
export const accountOf = (subject: Subject | undefined): string | undefined => subject?.uscc ?? personOf(subject)

/** The same, from what an account says of itself. */
export const accountFor = (given: string, secret: string): string =>
  isUscc(given) && !isResidentId(given) ? given : hashIn(sealNumber(given, secret))

/** The role value of the one against whom, or for whom, a matter runs. */
export const partyOf = (subject: Subject | undefined): string | undefined => party(accountOf(subject))
