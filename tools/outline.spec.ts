import { describe, expect, it } from '@jest/globals'
import type { Shown } from '#kernel/show'
import { policy, shownTo } from '#policy'
import { loadRules } from '#rules'
import { services } from './services.js'

/** What a party is shown, for every kind of record, every role in it and every kind of outside account (rulebook 8.1: read own documents). */

const rules = loadRules()
const SELF = '91411003MA9FK20288'
const OUTSIDE = rules.agencies.filter(({ level }) => level === 'outside')
const AT = '2026-06-01T09:00:00.000+08:00'
/** Stands in every place that is not the party's; none of it may be shown. */
const SECRET = 'not-for-the-party'
const COUNT = 987_654

const officer = { agency: SECRET, office: SECRET, person: SECRET }
const entry = (more: object) => ({
  ...{ seq: COUNT, version: COUNT, step: SECRET, at: AT, recordedAt: AT, actor: officer, events: [], hash: SECRET },
  ...more,
})
const clock = (id: string) => ({
  ...{ id, key: '', state: 'running', start: AT, base: '2026-06-01', length: { n: 1, unit: 'CD' }, unit: 'CD' },
  ...{ lapse: 'lost', provisional: false, excluded: [], extensions: [], stoppedBy: SECRET, pausedBy: [SECRET] },
})
const paper = (title: string, fields: object = {}) => ({ title, agency: 'SAMR-411003', on: '2026-06-01', fields })

const file = (kind: string, role: string): Shown =>
  ({
    ...{ id: 'i', kind, dossier: 'd', version: COUNT, state: 'S', stateTitle: { zh: '状', en: 'S' }, label: 'l' },
    ...{ overlays: [SECRET], since: SECRET, facts: { SECRET }, chain: { seq: COUNT, head: 'digest' } },
    roles: { holder: [SECRET], other: [`party:${SECRET}`], [role]: [`party:${SELF}`] },
    papers: [
      paper('行政处罚决定书', { fine: 1 }),
      paper('不予行政处罚决定书', { of: SECRET, to: `party:${SECRET}` }),
      paper('结果告知书', { of: SECRET, to: [`party:${SECRET}`] }),
      paper('案件调查终结报告', { of: SECRET }),
      paper('某函', { to: `party:${SELF}` }),
    ],
    clocks: [clock('CLK-OWN'), { ...clock('CLK-OTHER'), base: SECRET }],
    by: { ...officer, step: SECRET, at: SECRET },
    may: [{ step: 'Own', title: { zh: '自', en: 'Own' } }],
    mayNot: [{ step: SECRET, title: { zh: SECRET, en: SECRET }, code: 'FORBIDDEN', facts: { SECRET } }],
    entries: [
      entry({}),
      entry({ step: 'Pay', actor: { ...officer, agency: 'RESPONDENT', subject: SELF } }),
      entry({ actor: { ...officer, subject: SECRET } }),
      entry({ events: [{ type: 'TestReceived' }] }),
    ],
  }) as unknown as Shown

const kinds = services.flatMap(({ records }) =>
  records.flatMap(({ record }) => Object.keys(record.roles).map((role) => [record.kind, role] as const)),
)
const party = (agency: string, subject = SELF) => ({ agency, office: 'party', person: 'p', subject })
const concerns = ({ id }: { id: string }) => id === 'CLK-OWN'

describe('a party', () => {
  it.each(kinds)('of %s as %s is shown an outline without counts, persons, dates or papers of others', (kind, role) => {
    expect(OUTSIDE.map(({ code }) => code).sort()).toEqual(['AGENT', 'HOLDER', 'INFORMANT', 'PLATFORM', 'RESPONDENT'])
    for (const { code } of OUTSIDE) {
      const shown = file(kind, role)
      expect(policy.knows(party(code), shown, rules)).toBe(true)
      expect(policy.knows(party(code, 'another'), shown, rules)).toBe(false)
      const seen = shownTo(party(code), shown, rules, concerns)
      const text = JSON.stringify(seen)
      expect([text.includes(SECRET), text.includes(String(COUNT))]).toEqual([false, false])
      expect(seen).toEqual({
        outline: {
          ...{ id: 'i', kind, dossier: 'd', state: 'S', stateTitle: { zh: '状', en: 'S' }, label: 'l' },
          papers: [paper('某函', { to: `party:${SELF}` })],
          clocks: [expect.objectContaining({ id: 'CLK-OWN' })],
          chain: { head: 'digest' },
          may: [{ step: 'Own', title: { zh: '自', en: 'Own' } }],
          mayNot: [],
          entries: [{ step: 'Pay', title: undefined, at: AT, events: [] }],
        },
      })
    }
  })

  it.each(kinds)('of %s as %s: an agency is shown the file', (kind, role) => {
    const shown = file(kind, role)
    expect(shownTo({ agency: 'SAMR-411003', office: 'officer', person: 'p' }, shown, rules, concerns)).toEqual({
      file: shown,
    })
  })

  it('has a decision when it was served, not when it was made', () => {
    const served = (events: { type: string }[], at = AT) => {
      const base = file('intake/administrative-case', 'respondent')
      const shown = { ...base, entries: [entry({ events, at })] } as unknown as Shown
      const seen = shownTo(party('RESPONDENT'), shown, rules, concerns)
      return 'outline' in seen && seen.outline.papers.some(({ title }) => title === '行政处罚决定书')
    }
    expect(served([{ type: 'DecisionMade' }])).toBe(false)
    expect(served([{ type: 'DecisionServed' }])).toBe(true)
    expect(served([{ type: 'DecisionServed' }], '2026-05-31T09:00:00.000+08:00')).toBe(false)
  })

  it('is never addressed by an event that no record has', () => {
    const events = new Set(
      services.flatMap(({ records }) => records.flatMap(({ record }) => record.events.map(({ type }) => type))),
    )
    const named = rules.documents.flatMap(({ served }) => served ?? [])
    expect(named.filter((type) => !events.has(type))).toEqual([])
  })
})
