import { z } from 'zod'
import type { Title } from './event.js'
import { isDay, readInstant } from './instant.js'
import { residentIdFits } from './resident-id.js'
import { isSealed } from './sealed-number.js'
import { usccFits } from './uscc.js'

/** Number of an identity document as people write it. */
const WRITTEN = /^[\w()-]{1,40}$/

const CONTROL =
  // eslint-disable-next-line no-control-regex -- these are what a text may not hold
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/

/** Free text of 1 to 4,000 characters, without control characters or broken surrogates. */
export const text = z
  .string()
  .trim()
  .min(1)
  .max(4000)
  .refine((value) => !CONTROL.test(value), '含有不可用的控制字符，请删除 / contains control characters; take them out')

/** A short name or code, at most 200 characters. */
export const name = text.max(200)

/** A civil day in Asia/Shanghai, `2026-03-07`. */
export const day = z
  .string()
  .refine(isDay, '应为存在的日期，如 2026-03-07 / write a day that exists, like 2026-03-07')
  .meta({ format: 'date', examples: ['2026-03-07'] })

/** The day of an act against a right; older than any procedure about it may be. */
export const actDay = day.meta({ 'x-act': true })

/** A moment: a day (00:00 local), a local time or a time with an offset; kept as `2026-03-07T16:00:00.000+08:00`. */
export const instant = z
  .string()
  .transform((value, ctx) => {
    const read = readInstant(value)
    if (read) return read
    ctx.addIssue({ code: 'custom', message: '应为时间，如 2026-03-07T16:00 / write a time like 2026-03-07T16:00' })
    return z.NEVER
  })
  .meta({ format: 'date-time', examples: ['2026-03-07T16:00'] })

/** Integer fen (分), not negative, below 10^13. */
export const fen = z
  .number()
  .int()
  .min(0)
  .max(10_000_000_000_000)
  .meta({ format: 'fen', 'x-unit': { zh: '分', en: 'fen' }, examples: [8600000] })

export const count = z.number().int().min(0).max(1_000_000_000)

/** How many of what: the unit stands beside the figure in forms. */
export const counted = (zh: string, en: string) => count.meta({ 'x-unit': { zh, en } })

export const yes = z.boolean()

const said = <T extends z.ZodType>(schema: T, title: string, description: string, examples?: readonly string[]): T =>
  schema.meta({ title, description, ...(examples && { examples: [...examples] }) })

/** Fields that stand together in a form, under a heading: groups and fields are shown in the order in which they are written. */
export const group = <T extends Readonly<Record<string, z.ZodType>>>(zh: string, en: string, fields: T): T =>
  Object.fromEntries(
    Object.entries(fields).map(([key, field]) => [key, field.meta({ 'x-group': { zh, en } })]),
  ) as unknown as T

/** Id of a record. */
export const id = z
  .string()
  .regex(
    /^[a-z2-7]{26}$/,
    '应为记录编号（26 位小写字母和数字 2–7） / write the id of a record: 26 small letters and digits 2–7',
  )
  .meta({ format: 'record' })

/** Id of a record of a kind, `service/record`: forms offer those that the person may know. */
export const recordOf = (kind: string) => id.meta({ 'x-kind': kind })

/** Id of a matter across services. */
export const dossier = recordOf('dossier')

/** A natural person of an agency: its own in whose field or beside whose `agency` it stands; the directory is asked (`staff.ts`). */
export const person = z
  .string()
  .regex(
    /^[A-Za-z0-9_-]{1,64}$/,
    '应为人员编号（至多 64 个字母、数字、_ 或 -） / write the id of a person: at most 64 letters, digits, _ or -',
  )
  .meta({ format: 'person-id' })

/** A natural person who holds an enforcement licence: two of them investigate (PROC 4, CFF 42). */
export const officer = person.meta({ 'x-licensed': true })

/** Code of an agency, for instance SAMR-411003. */
export const agency = z
  .string()
  .regex(/^[A-Z0-9][A-Z0-9-]{1,39}$/, '应为机构代码，如 SAMR-411003 / write the code of an agency, like SAMR-411003')
  .meta({ format: 'agency', examples: ['SAMR-411003'] })

/** An agency that has a right of rulebook 8.2: forms offer those. */
export const agencyThat = (right: string) => agency.meta({ 'x-may': right })

/** Code of a type of right (rulebook 1.4), one of `rules.ipTypes`: asked of the rules before a step decides, titled by them in forms. */
export const ipType = name.meta({ format: 'ip-type', examples: ['trademark'] })

export const list = <T extends z.ZodType>(item: T, min = 0, max = 200) => z.array(item).min(min).max(max)

export const oneOf = <const V extends readonly [string, ...string[]]>(...values: V) => z.enum(values)

type Named = Readonly<Record<string, Title | { readonly title: Title }>>

/** For `.meta`: what the values of a field are called, as forms and OpenAPI show it. */
export const called = (table: Named) => ({
  'x-titles': Object.fromEntries(
    Object.entries(table).map(([key, row]): [string, Title] => [key, 'title' in row ? row.title : row]),
  ),
})

/** One of the keys of a table of titles. */
export const choice = <const T extends Named>(table: T) =>
  z.enum(Object.keys(table) as [keyof T & string, ...(keyof T & string)[]]).meta(called(table))

/** Number of a natural person's identity document. People write it; the desk seals it before anything is decided or kept (`sealed-number.ts`). */
const idNumber = z
  .string()
  .max(80)
  .refine(
    (value) => WRITTEN.test(value) || isSealed(value),
    '应为证件号码（至多 40 个字母、数字、括号或 -），不能填遮盖后的号码 / write the whole number: at most 40 letters, digits, brackets or -',
  )
  .refine(residentIdFits, '身份证号码的校验码不符，请核对 / the check character of the identity number does not fit')
  .meta({ format: 'id-number' })

/** Legal person or natural person against whom a matter runs. Amounts add up by `uscc`, `person` (by its keyed hash), `shop` or `controller`. */
export const subject = z.strictObject({
  name: said(name, '名称或者姓名', 'Name', ['许昌锦发饰品店']),
  /** Individual businesses (个体工商户) count as natural persons where the law tells the two apart (R-ADM-16). */
  natural: said(
    z.boolean().optional(),
    '自然人或者个体工商户',
    'A natural person or individual business; the law treats both as persons',
  ),
  uscc: z
    .string()
    .regex(
      /^[0-9A-HJ-NP-RTUW-Y]{18}$/,
      '应为 18 位统一社会信用代码（数字和大写字母） / the unified social credit code: 18 digits and capital letters',
    )
    .refine(
      usccFits,
      '统一社会信用代码的校验码不符，请核对 / the check character of the unified social credit code does not fit',
    )
    .optional()
    .meta({
      title: '统一社会信用代码',
      description: 'Unified social credit code; 18 signs',
      format: 'uscc',
      examples: ['91411002MA9FK1017E'],
    }),
  person: said(
    idNumber.optional(),
    '身份证件号码',
    'Number of the identity document; of a natural person, kept sealed',
    ['41100219850312001X'],
  ),
  representative: said(
    name.optional(),
    '法定代表人（负责人）',
    'Legal representative; of an organisation: decisions name it',
    ['张某'],
  ),
  address: said(name.optional(), '地址', 'Address; where it does business', ['许昌市魏都区示范路 1 号']),
  shop: said(name.optional(), '网店', 'Shop; platform and number or address', ['某平台 88123456 号店铺']),
  controller: said(name.optional(), '实际控制人', 'Who is in control; amounts add up over whoever stands behind', [
    '李某',
  ]),
})
export type Subject = z.output<typeof subject>

/** Papers given with a step: title to ids of evidence. A step that asks for none of them adds `.default({})`. */
export const enclosures = z.record(name, list(name)).meta({
  title: '附件',
  description: 'Enclosures: title of the paper to the ids of the evidence',
  examples: [{ 调查报告: ['r1'] }],
})

/** When whoever acknowledges a paper received it. */
export const acknowledgedOn = day
  .optional()
  .meta({ title: '收到日期', description: 'Day of receipt; left out: today', examples: ['2026-03-09'] })

/** When a paper reached its addressee: left out, on the day of the step; null: not yet, the addressee acknowledges it later. */
export const servedOn = day
  .nullable()
  .optional()
  .meta({
    title: '送达日期',
    description: 'Day of service; left out: today, null: not served yet',
    examples: ['2026-03-09'],
  })
