import { z } from 'zod'
import { fewerThanNeeded, field, firstOf, refuse, tellsIdentity, type Refusal } from '#kernel'
import type { Rules } from '#rules'
import { covers, MEMBER } from '../peers.js'

/** The plan of a joint action, element by element (rulebook 4.2). Texts may be left out of a draft; the draft is then refused by name. */

const element = (title: string, description: string) => field.text.optional().meta({ title, description })

export const officer = z.strictObject({
  person: field.officer.meta({ title: '执法人员', description: 'Officer' }),
  licence: field.name.meta({
    title: '执法证号',
    description: 'Number of the enforcement licence',
    examples: ['豫市监 41100001'],
  }),
})

export const part = z.strictObject({
  agency: field.agencyThat('join-joint-action').meta({ title: '参加单位', description: 'Participating agency' }),
  basis: element('法律依据', 'Legal basis of this agency'),
  inspects: element('检查内容', 'What it inspects, under which law'),
  decides: field.yes.default(false).meta({ title: '作出处理决定', description: 'Whether it decides on what is found' }),
  officers: field.list(officer).default([]).meta({ title: '执法人员', description: 'At least two licensed officers' }),
})

export const place = z.strictObject({
  region: z
    .string()
    .regex(/^[0-9A-Z]{6,9}$/, '应为行政区划代码，如 411003 / write a GB/T 2260 code like 411003')
    .meta({ title: '行政区划', description: 'GB/T 2260 code', examples: ['411003'] }),
  address: field.name.optional().meta({ title: '地点', description: 'Where', examples: ['建安区某市场东区'] }),
})

/** Elements that are one text each. */
const texts = {
  evidence: element('取证与查封扣押安排', 'Evidence and seizure plan'),
  secrecy: element('密级', 'Secrecy level'),
  informantSafety: element('举报人保护', 'How the reporter is kept safe, without saying who it is'),
  contingency: element('应急预案', 'Contingency'),
  storage: element('物品存放', 'Goods storage'),
  press: element('宣传口径', 'Press line'),
}

const { evidence, storage, secrecy, informantSafety, press, contingency } = texts

export const planShape = {
  ...field.group('行动', 'The action', {
    lead: field.agency.optional().meta({ title: '牵头单位', description: 'Lead agency; left out: the proposer' }),
    day: field.day.optional().meta({ title: '行动日期', description: 'Day of the action', examples: ['2026-05-22'] }),
    places: field.list(place).default([]).meta({ title: '行动地点', description: 'Where' }),
  }),
  ...field.group('分工', 'Who does what', {
    parts: field
      .list(part)
      .default([])
      .meta({ title: '职责分工', description: 'Division of powers, agency by agency' }),
  }),
  ...field.group('取证和物品', 'Evidence and goods', { evidence, storage }),
  ...field.group('保密、宣传和应急', 'Secrecy, press and contingency', {
    secrecy,
    informantSafety,
    press,
    contingency,
  }),
}

export type Plan = z.output<z.ZodObject<typeof planShape>>
export type Part = z.output<typeof part>

const names = Object.keys(texts) as (keyof typeof texts)[]

/** Names of the elements of 4.2 that a draft has not. */
const lacking = (draft: Plan): string[] => [
  ...(draft.parts.length ? [] : ['parts']),
  ...(draft.day === undefined ? ['day'] : []),
  ...(draft.places.length ? [] : ['places']),
  ...names.filter((name) => draft[name] === undefined),
  ...draft.parts.flatMap(({ agency, basis, inspects }) => [
    ...(basis ? [] : [`${agency}.basis`]),
    ...(inspects ? [] : [`${agency}.inspects`]),
  ]),
]

/** Licensed officers of an agency, each person and each licence once. */
const licensed = (officers: Part['officers']): number =>
  Math.min(new Set(officers.map((one) => one.person)).size, new Set(officers.map((one) => one.licence)).size)

/** Refuses when an agency sends fewer officers than the law asks. */
export const tooFew = (rules: Rules, parts: readonly Pick<Part, 'agency' | 'officers'>[]): Refusal | undefined =>
  firstOf(...parts.map((one) => fewerThanNeeded(rules, one.agency, licensed(one.officers))))

const twice = (agencies: readonly string[]): string | undefined =>
  agencies.find((agency, index) => agencies.indexOf(agency) !== index)

const stranger = (rules: Rules, draft: Plan): Refusal | undefined => {
  const agencies = draft.parts.map((one) => one.agency)
  const outside = agencies.find((agency) => !rules.may(agency, MEMBER))
  const double = twice(agencies)
  return firstOf(
    outside !== undefined && refuse('ERR_GUARD', { guard: 'not-a-member', agency: outside }),
    double !== undefined && refuse('ERR_GUARD', { guard: 'agency-twice', agency: double }),
    !draft.parts.some((one) => one.decides) && refuse('ERR_GUARD', { guard: 'nobody-decides' }),
    !agencies.includes(draft.lead ?? '') && refuse('ERR_GUARD', { guard: 'lead-stays-away', lead: draft.lead }),
  )
}

/** Every free text of a draft by its place. */
const textsIn = (draft: Plan): Record<string, string | undefined> => ({
  ...Object.fromEntries(names.map((name) => [name, draft[name]])),
  ...Object.fromEntries(
    draft.parts.flatMap(({ agency, basis, inspects }) => [
      [`${agency}.basis`, basis],
      [`${agency}.inspects`, inspects],
    ]),
  ),
  ...Object.fromEntries(draft.places.map(({ address }, index) => [`places.${index}`, address])),
})

/** What is wrong with a draft: an informant's identity first, then what 4.2 asks for. */
export const faultIn = (rules: Rules, draft: Plan): Refusal | undefined => {
  const missing = lacking(draft)
  return firstOf(
    tellsIdentity(textsIn(draft)),
    missing.length > 0 && refuse('ERR_GUARD', { guard: 'plan-content', missing }),
    stranger(rules, draft),
    tooFew(rules, draft.parts),
  )
}

/**
 * Officers act outside their region only together with the agency of their kind that is at home there (ZFJD:11, R-COOP-07).
 * @returns ERR_OUT_OF_REGION with the first agency and place for which that fails.
 */
export const outOfRegion = (
  rules: Rules,
  agencies: readonly string[],
  regions: readonly string[],
): Refusal | undefined => {
  const all = agencies.flatMap((code) => rules.agency(code) ?? [])
  for (const region of regions)
    for (const agency of all) {
      const local = all.some((one) => sameWork(one.kind, agency.kind) && covers(rules, one, region))
      if (!local) return refuse('ERR_OUT_OF_REGION', { agency: agency.code, region })
    }
  return undefined
}

/** Kinds of one family begin alike (SAMR-CITY, SAMR-COUNTY): the city's bureau is at home in its counties. */
const sameWork = (one: string, other: string): boolean => one.split('-')[0] === other.split('-')[0]
