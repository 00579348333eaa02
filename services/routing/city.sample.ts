import { loadRules, type Staff } from '#rules'

const PARTICIPANTS = ['SAMR-411082', 'PSB-411082', 'CUSTOMS-411000', 'SAMR-411081', 'COURT-411082']

/** People of the specs, all invented. */
const people: Staff[] = [
  ...['wang', 'zhao', 'li', 'sun'].map((person) => ({ agency: 'SAMR-411003', person, licence: `虚构${person}` })),
  ...PARTICIPANTS.flatMap((agency) =>
    ['1', '2'].map((n) => ({ agency, person: `${agency}${n}`, licence: `${agency}-00${n}` })),
  ),
  // Whose licence number is not on file.
  ...['p1', 'p2'].map((person) => ({ agency: 'SAMR-411082', person, licence: '' })),
]

/** The rules and the city of the seeds, read once for the specs of this service. */
export const rules = loadRules().withPeople(people)
