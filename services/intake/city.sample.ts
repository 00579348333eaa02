import { loadRules, readSources, type Rules } from '#rules'

const COUNTIES = ['411002', '411003', '411081', '411082']

const agency = (code: string, kind: string, level: string, region: string, superior?: string) =>
  `  - { code: ${code}, kind: ${kind}, level: ${level}, region: '${region}', prefix: 许${region}, name: { zh: ${code}, en: ${code} }${superior ? `, superior: ${superior}` : ''} }`

const text = [
  'regions:',
  `  - { code: '411000', name: { zh: 许昌市, en: Xuchang } }`,
  ...COUNTIES.map((code) => `  - { code: '${code}', superior: '411000', name: { zh: 县${code}, en: County ${code} } }`),
  'agencies:',
  agency('SAMR-411000', 'SAMR-CITY', 'city', '411000'),
  agency('PSB-411000', 'PSB', 'city', '411000'),
  agency('CULT-411000', 'CULT-ENF', 'city', '411000'),
  agency('COURT-411000', 'COURT', 'city', '411000'),
  agency('COURT-411002', 'COURT', 'county', '411002'),
  agency('COURT-ZZ-IP', 'COURT', 'city', '411000'),
  agency('HUB-411000', 'HUB', 'city', '411000', 'SAMR-411000'),
  ...COUNTIES.flatMap((code) => [
    agency(`SAMR-${code}`, 'SAMR-COUNTY', 'county', code, 'SAMR-411000'),
    agency(`PSB-${code}`, 'PSB', 'county', code, 'PSB-411000'),
  ]),
].join('\n')

/** People of the specs, all invented: whoever investigates is licensed. */
export const people = (...bureaus: readonly string[]) =>
  bureaus.flatMap((agency) =>
    ['p-officer', 'p-second', 'p-third', 'p-leader', 'p-verifier', 'p-reviewer'].map((person) => ({
      agency,
      person,
      licence: `虚构${person}`,
    })),
  )

/** The real rules with a small invented city, for specs. */
export const sampleRules = (): Rules =>
  loadRules({
    sources: [
      ...readSources().filter(({ file }) => !file.startsWith('seeds/')),
      { file: 'seeds/agencies/sample.yaml', text },
    ],
  }).withPeople(people('SAMR-411002', 'SAMR-411003', 'SAMR-411081', 'SAMR-411082', 'SAMR-411000'))
