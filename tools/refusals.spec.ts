import { beforeAll, describe, expect, it } from '@jest/globals'
import { credit } from '#credit'
import { intake } from '#intake'
import { mediation } from '#mediation'
import { routing } from '#routing'
import { loadRules, type Rules } from '#rules'
import { GUARDS, lexiconOf, OPTIONAL, placesIn, REFUSALS, sentences, type LexiconOf, type Row } from '#shell'
import { sitesIn, type Site } from './refusals/sites.js'

/** Every refusal of every step, read from the types: whether a person would understand it. */

let sites: Site[]
let rules: Rules
let lexicon: LexiconOf

beforeAll(() => {
  sites = sitesIn('.')
  rules = loadRules()
  lexicon = lexiconOf([intake, routing, mediation, credit], rules)
}, 120_000)

const guardRows = GUARDS as Readonly<Record<string, Row>>

/** The rows that a site is told by: those of its guards, else those of its codes. */
const rowsOf = (site: Site): Row[] => {
  if (site.codes.includes('ERR_GUARD')) return (site.guards ?? []).map((name) => guardRows[name]!)
  return site.codes.flatMap((code) => REFUSALS[code] ?? [])
}

const texts = ({ says, todo }: Row): string[] => [says.zh, says.en, todo.zh, todo.en]
const needed = (row: Row): string[] => texts(row).flatMap((text) => placesIn(text.replace(OPTIONAL, '')))
const wished = (row: Row): string[] => texts(row).flatMap(placesIn)

/** Facts that a person typed, or that name a record, a day or a number: they stand as they are. */
const AS_THEY_ARE = new Set(
  (
    'test tests open duties left hash measure measures cases name target act words authority artist document claim leads given ' +
    'day today due until since at servedOn signedOn effectiveOn receivedOn notBefore notAfter figures metric person licence'
  ).split(' '),
)
/** Facts whose words the rules, records and forms have. */
const IN_WORDS = new Set(
  (
    'agency agencies to lead registrar organisation court courts competent region ip channel state from needed office step of made ' +
    'field missing what lacking unmet because added nearest outcome discussed kind clock reason right expected'
  ).split(' '),
)

/** A name of the code rather than of the trade: two-words, TwoWords, TWO_WORDS. */
const CODE_WORD =
  /(?<![\p{L}\d./{:-])(?:[a-z]+(?:[-_][a-z]+)+|[a-z]+[A-Z]\w*|[A-Z][a-z]+[A-Z]\w*|[A-Z]+_[A-Z_]+)(?![\w}-])/gu
/** What the interface itself is called, and must be written so. */
const OURS = new Set(['mayNot', 'RedirectReporter', 'DropListing', 'Idempotency-Key', 'Content-Type'])

const bare = (text: string): string[] =>
  (text.match(CODE_WORD) ?? []).filter((word) => !OURS.has(word) && !/^[a-z]+-[a-z]+$/.test(word))

describe('every refusal', () => {
  it('is found', () => {
    expect(sites.length).toBeGreaterThan(250)
    // KEY_TAKEN is said to a reaction, never to a person.
    const unknown = (code: string) => code !== 'KEY_TAKEN' && !(code in REFUSALS)
    expect(sites.filter(({ codes }) => codes.some(unknown))).toEqual([])
  })

  it('has sentences in both languages and says what to do', () => {
    const rows = [...Object.entries(REFUSALS), ...Object.entries(GUARDS)] as [string, Row][]
    expect(rows.filter(([, row]) => texts(row).some((text) => text.trim() === ''))).toEqual([])
    const han = /\p{Script=Han}/u
    const mixed = rows.filter(
      ([, { says, todo }]) => !han.test(says.zh) || !han.test(todo.zh) || han.test(says.en) || han.test(todo.en),
    )
    expect(mixed.map(([name]) => name)).toEqual([])
  })

  it('names a guard that has sentences', () => {
    const named = new Set(sites.flatMap(({ guards }) => guards ?? []))
    expect([...named].filter((name) => !(name in GUARDS))).toEqual([])
  })

  it('has the facts that its sentence needs', () => {
    const lacking = sites.flatMap((site) =>
      rowsOf(site).flatMap((row) =>
        needed(row)
          .filter((name) => !site.open && (site.facts.get(name) ?? { optional: true }).optional)
          .map((name) => `${site.at}: ${name} in “${row.says.en}”`),
      ),
    )
    expect(lacking).toEqual([])
  })

  it('asks for no fact that nobody gives', () => {
    const given = new Map<Row, Set<string>>()
    const spread = new Set(sites.filter(({ open }) => open).flatMap(rowsOf))
    for (const site of sites)
      for (const row of rowsOf(site)) {
        const names = given.get(row) ?? new Set()
        for (const name of site.facts.keys()) names.add(name)
        given.set(row, names)
      }
    const never = [...given].flatMap(([row, names]) =>
      wished(row)
        .filter((name) => !names.has(name) && !spread.has(row))
        .map((name) => `${name} in “${row.says.en}”`),
    )
    // Of the clocks: libs/kernel/clock-check.ts makes its refusals without `refuse`. Of a taken claim: the desk says who holds it, under the step's own code.
    expect(never.filter((text) => !/^(clock|due|reason|times|of|record) /.test(text))).toEqual([])
  })

  it('tells the words of its facts, and no code', () => {
    const silent = sites.flatMap((site) =>
      rowsOf(site).flatMap((row) => {
        const words = lexicon(site.kind)
        return [...new Set(wished(row))].flatMap((name) => {
          const plain = texts(row).some((text) => text.includes(`{${name}}`))
          const known = plain ? (site.facts.get(name)?.words ?? []) : []
          return known
            .filter((word) => !/\p{Script=Han}/u.test(word))
            .filter((word) => !words.has(`${name}:${word}`) && !words.has(word) && !words.has(`field:${word}`))
            .map((word) => `${site.at}: ${name} = ${word}`)
        })
      }),
    )
    expect(silent).toEqual([])
  })

  it('knows of every other fact in a sentence whether it stands as it is', () => {
    const unknown = sites.flatMap((site) =>
      rowsOf(site).flatMap((row) =>
        [...new Set(wished(row))]
          .filter((name) => texts(row).some((text) => text.includes(`{${name}}`)))
          .filter((name) => site.facts.get(name)?.text && !AS_THEY_ARE.has(name) && !IN_WORDS.has(name))
          .map((name) => `${site.at}: ${name}`),
      ),
    )
    expect(unknown).toEqual([])
  })

  it('says no code word of its own', () => {
    const rows = [...Object.entries(REFUSALS), ...Object.entries(GUARDS)] as [string, Row][]
    const found = rows.flatMap(([name, row]) =>
      texts(row).flatMap((text) => bare(text.replace(/\{\w+(?::\w+)?\}/g, '')).map((word) => `${name}: ${word}`)),
    )
    expect(found).toEqual([])
    const members = rows.filter(([, row]) => texts(row).some((text) => /[“的] ?may(Not)?\b/.test(text)))
    expect(members.map(([name]) => name)).toEqual([])
  })

  it('is told with the condition, its facts in words', () => {
    const facts = { guard: 'not-competent', agency: 'CULT-411000', ip: 'trademark', competent: ['SAMR-COUNTY'] }
    const { says, todo } = sentences('ERR_GUARD', facts, lexicon('intake/lead'))
    expect(says.zh).toBe(`${rules.agency('CULT-411000')!.name.zh}无权查处涉及商标的违法行为`)
    expect(todo.zh).toBe('改送有权机关：县级市场监督管理局')
  })

  it('tells every state, step, office, agency and clock in words', () => {
    const missing = [intake, routing, mediation, credit].flatMap(({ records }) =>
      records.flatMap(({ record, steps }) => {
        const words = lexicon(record.kind)
        const codes = [
          ...Object.keys(record.states),
          ...steps.flatMap(({ name, emits }) => [name, ...emits.map(({ type }) => type)]),
          ...rules.offices.flatMap(({ code, groups }) => [code, ...groups]),
          ...rules.agencies.map(({ code }) => code),
          ...rules.allClocks.map(({ id }) => id),
          ...rules.ipTypes.map(({ code }) => code),
          ...rules.channels.map(({ code }) => code),
        ]
        return [...new Set(codes)].filter((code) => !words.has(code)).map((code) => `${record.kind}: ${code}`)
      }),
    )
    expect(missing).toEqual([])
  })
})
