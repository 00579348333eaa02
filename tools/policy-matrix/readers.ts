import type { Agency, Rules } from '#rules'

/** Somebody who reads: for an agency, for a party, or nobody. */
export interface Reader {
  name: string
  agency: string
  office: string
  person: string
  subject?: string
}

/** A record, as far as it decides who may know it. */
export interface Known {
  id: string
  kind: string
  dossier: string
  roles: Readonly<Record<string, readonly string[]>>
}

/** Rulebook 8.2 and R-PLT-05: kinds of agency that read a kind of record of their region without standing in it. */
const READ: Readonly<Record<string, readonly string[]>> = {
  'intake/administrative-case': ['JUSTICE', 'JC-OFFICE'],
  'routing/transfer': ['PROC', 'JUSTICE', 'JC-OFFICE'],
  'routing/joint-action': ['JC-OFFICE'],
  'credit/listing': ['FIN', 'DRC', 'JC-OFFICE'],
  'credit/publicity': ['FIN', 'DRC', 'JC-OFFICE'],
}

const outside = ({ level }: Agency): boolean => level === 'outside'

/** Where every office reads; elsewhere one person of each agency. */
const EVERY_OFFICE = ['SAMR-411002', 'JC-OFFICE-411000', 'COURT-411002', 'PSB-411002']

/** Everybody who differs: each agency of the seeds, every office of some, each kind of party named by the records, by none, and for nobody. */
export const readersOf = (rules: Rules, subject: string): Reader[] => {
  const staff = rules.users
    .filter(({ agency }) => !outside(rules.agency(agency)!))
    .flatMap(({ agency, person, offices }) =>
      offices.map((office) => {
        const name = EVERY_OFFICE.includes(agency) ? `${agency} ${office}` : agency
        return { name, agency, office, person }
      }),
    )
  const parties = rules.agencies.filter(outside).flatMap(({ code }) => [
    { name: `${code} named`, agency: code, office: 'party', person: 'x', subject },
    { name: `${code} another`, agency: code, office: 'party', person: 'y', subject: '91410100MA00000000' },
    { name: `${code} nobody`, agency: code, office: 'party', person: 'z' },
  ])
  const once = new Map([...staff, ...parties].map((one) => [one.name, one]))
  return [...once.values()]
}

export const isParty = ({ agency }: Reader, rules: Rules): boolean => outside(rules.agency(agency)!)

/** GB/T 2260, two digits a level: the agency's region and those within it. */
const within = (inner: string | undefined, reader: Agency): boolean =>
  inner?.startsWith(reader.region.replace(/(00)+$/, '')) ?? false

const reads = (reader: Agency, { kind, roles }: Pick<Known, 'kind' | 'roles'>, rules: Rules): boolean =>
  (READ[kind]?.includes(reader.kind) ?? false) &&
  Object.values(roles)
    .flat()
    .some((code) => within(rules.agency(code)?.region, reader))

/** Who may know a record: who stands in it, the agency one level above, who reads its kind in the region; a party what names it. */
export const mayKnow = ({ agency, subject }: Reader, record: Pick<Known, 'kind' | 'roles'>, rules: Rules): boolean => {
  const own = rules.agency(agency)!
  const named = Object.values(record.roles).flat()
  if (outside(own)) return subject !== undefined && named.includes(`party:${subject}`)
  const above = named.some((code) => rules.agency(code)?.superior === agency)
  return named.includes(agency) || above || reads(own, record, rules)
}

/** Whose people somebody is told by name: of the agencies whose files the agency reads. */
export const mayName = (reader: Reader, code: string, rules: Rules): boolean => {
  if (isParty(reader, rules)) return false
  const kinds = Object.keys(READ)
  return kinds.some((kind) => mayKnow(reader, { kind, roles: { holder: [code] } }, rules))
}
