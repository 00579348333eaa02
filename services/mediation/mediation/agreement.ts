import { accountOf, field, refuse, type Day, type Refusal, type Subject } from '#kernel'
import type { mediation } from '#contracts'
import { z } from 'zod'
import { lacking, sides } from '../parties.js'
import { TITLE_WORDS } from './title-words.js'

export type Agreement = Omit<ReturnType<typeof mediation.AgreementSigned>['data'], 'signedOn'>
export type Instalment = z.output<typeof mediation.instalment>

/** For `.meta`: 确权 words are marked as they are typed. */
const noTitle = {
  'x-marks': {
    words: TITLE_WORDS,
    zh: '是确权内容，法院不予司法确认，请改写或者删除',
    en: 'speaks of ownership or validity: no court confirms that; write it otherwise or take it out',
  },
}

const clause = (title: string, description: string) => field.text.optional().meta({ title, description, ...noTitle })

/** What an agreement must contain (R-MED-13). Nothing is required by the form: what is missing is named by `missingIn`. */
export const content = {
  ...field.group('争议和事实', 'The dispute and the facts', {
    dispute: clause('争议事项', 'The dispute'),
    facts: clause('事实', 'The facts'),
    obligations: clause('双方义务', 'Obligations of both sides'),
  }),
  ...field.group('付款', 'Payment', {
    amount: field.fen.optional().meta({ title: '金额', description: 'Amount; 0 where nothing is paid' }),
    currency: field.oneOf('CNY').optional().meta({ title: '币种', description: 'Currency' }),
    payee: field
      .oneOf('requester', 'respondent')
      .optional()
      .meta({ title: '收款方', description: 'Who is paid; the requester when left out' }),
    instalments: field
      .list(
        z.strictObject({
          amount: field.fen.min(1).meta({ title: '金额', description: 'Amount' }),
          due: field.day.nullable().meta({ title: '履行日期', description: 'Due day; null where none is agreed' }),
        }),
      )
      .optional()
      .meta({
        title: '分期',
        description: 'Instalments; left out where all is paid at once; due null where no day is agreed',
      }),
  }),
  ...field.group('其他义务', 'Other duties', {
    duties: field
      .list(field.name.meta(noTitle))
      .optional()
      .meta({
        title: '一次性义务',
        description: 'What is to be done once, besides payment',
        examples: [['交付库存侵权商品']],
      }),
    performBy: field.day.nullable().optional().meta({
      title: '其他义务履行期限',
      description: 'Last day for duties other than payment; null where no day is agreed',
    }),
    way: clause('履行方式', 'Way of performance'),
  }),
  ...field.group('条款', 'Clauses', {
    stop: clause('停止侵权条款', 'Stop-infringement clause'),
    stock: clause('库存处理', 'What happens to the stock'),
    secrecy: clause('保密条款', 'Secrecy'),
    breach: clause('违约责任', 'Breach clause'),
  }),
  ...field.group('知悉和签署', 'Knowledge and signature', {
    knowsConfirmation: field.yes
      .optional()
      .meta({ title: '双方知悉可申请司法确认', description: 'Both know of judicial confirmation' }),
    signedBy: sides.optional().meta({ title: '签字方', description: 'Sides that signed' }),
    sealed: field.yes.optional().meta({ title: '调解组织盖章', description: 'Sealed by the mediation body' }),
  }),
}

export type Content = z.output<z.ZodObject<typeof content>>

/** Clauses that may be reported as done, besides the one-off duties. */
export const STANDING_DUTIES: readonly string[] = ['stop', 'stock']

const CLAUSES = ['dispute', 'facts', 'obligations', 'way', 'stop', 'stock', 'secrecy', 'breach'] as const

const missingPayment = ({ amount, currency, instalments, performBy }: Content): string[] => [
  ...(amount === undefined ? ['amount'] : []),
  ...(currency === undefined ? ['currency'] : []),
  ...(amount && !instalments?.length && performBy === undefined ? ['instalments'] : []),
  ...(!instalments?.length && performBy === undefined ? ['performBy'] : []),
]

/** Names of the contents that an agreement lacks, in the order of R-MED-13. */
export const missingIn = (given: Content, parties: readonly (Subject | undefined)[]): string[] => [
  ...(parties.length === 2 && parties.every(accountOf) ? [] : ['identity']),
  ...CLAUSES.slice(0, 3).filter((name) => given[name] === undefined),
  ...missingPayment(given),
  ...CLAUSES.slice(3).filter((name) => given[name] === undefined),
  ...(given.knowsConfirmation ? [] : ['knowsConfirmation']),
  ...lacking(given.signedBy ?? []).map((side) => `signature-${side}`),
  ...(given.sealed ? [] : ['seal']),
]

/** Instalments add up to the amount; an amount without instalments is paid at once. */
export const wrongSum = ({ amount = 0, instalments = [] }: Content): Refusal | undefined => {
  const sum = instalments.reduce((total, one) => total + one.amount, 0)
  return sum === amount || !instalments.length
    ? undefined
    : refuse('ERR_GUARD', { guard: 'instalments-sum', amount, sum })
}

/** The text in which 确权 words are looked for. */
export const textOf = (given: Content): string =>
  [...CLAUSES.map((name) => given[name] ?? ''), ...(given.duties ?? [])].join('\n')

export const numbered = ({ amount, instalments = [], performBy = null }: Content): Instalment[] => {
  const all = instalments.length || !amount ? instalments : [{ amount, due: performBy }]
  return all.map((one, index) => ({ no: index + 1, ...one }))
}

/** The latest of all agreed days; null where none was agreed. */
export const lastDay = ({ instalments, performBy }: Content): Day | null =>
  [performBy, ...(instalments ?? []).map((one) => one.due)].reduce<Day | null>(
    (latest, day) => (day && (!latest || day > latest) ? day : latest),
    null,
  )

/** Instalments are paid in their order: one is unpaid while what was paid does not reach its end. */
const unpaid = (agreement: Agreement, paid: number, no: number): boolean =>
  agreement.instalments.filter((one) => one.no <= no).reduce((sum, one) => sum + one.amount, 0) > paid

/** The day after which a duty is broken: one-off duties by the last day, standing ones (stop, secrecy) from effectiveness. */
const dutyDay = (agreement: Agreement, left: readonly string[], duty: string | undefined): Day | null =>
  duty && left.includes(duty) ? agreement.lastPerformanceDay : agreement.effectiveOn

/** ERR_GUARD unless the day for this instalment (0: a duty other than payment) has passed and it is not performed. */
export const notBroken = (
  agreement: Agreement,
  done: { paid: number; left: readonly string[] },
  broken: { instalment: number; duty?: string },
  today: Day,
): Refusal | undefined => {
  const { instalment, duty } = broken
  const due = instalment
    ? agreement.instalments.find((one) => one.no === instalment)?.due
    : dutyDay(agreement, done.left, duty)
  const open = instalment ? unpaid(agreement, done.paid, instalment) : duty !== undefined
  return due && due < today && open
    ? undefined
    : refuse('ERR_GUARD', { guard: 'nothing-overdue', instalment, due: due ?? null })
}
