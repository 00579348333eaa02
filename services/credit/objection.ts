import { event, field, refuse, type Made, type Refusal } from '#kernel'
import type { Rules } from '#rules'

/** Objections against listings and against publicity run alike (HNXY 41). */

/** `own`: within what the platform itself can settle; `provider`: the one that gave the data has to check. */
export const ObjectionFiled = event(
  'ObjectionFiled',
  { zh: '提出异议', en: 'Objection filed' },
  { scope: field.oneOf('own', 'provider'), platform: field.agency.optional() },
)

export const ProviderAsked = event(
  'ProviderAsked',
  { zh: '请提供单位核查', en: 'Provider asked' },
  { of: field.agency },
)

export const ProviderAnswered = event(
  'ProviderAnswered',
  { zh: '提供单位答复', en: 'Provider answered' },
  { correct: field.yes },
)

export const providerInput = {
  of: field.agency.optional().meta({ title: '信息提供单位', description: 'Who gave the data' }),
}

/** The bureau that gave the matter is asked when nobody else is named. */
export const providerAsked = (
  input: { of?: string },
  bureau: string,
  rules: Rules,
): Made<typeof ProviderAsked> | Refusal => {
  const of = input.of ?? bureau
  return rules.agency(of) ? ProviderAsked({ of }) : refuse('ERR_GUARD', { guard: 'agency', of })
}

/** Tests, appraisals and expert reviews do not count into the periods. */
export const TestCommissioned = event(
  'TestCommissioned',
  { zh: '委托检测鉴定', en: 'Test commissioned' },
  { test: field.name },
)

export const TestReceived = event(
  'TestReceived',
  { zh: '收到检测鉴定结果', en: 'Test result received' },
  { test: field.name },
)

/** `for`: what an objection that is upheld leads to. */
export const ObjectionResolved = event(
  'ObjectionResolved',
  { zh: '异议处理', en: 'Objection resolved' },
  { upheld: field.yes, for: field.oneOf('correction', 'removal').optional() },
)

export const resolutionInput = {
  upheld: field.yes.meta({ title: '异议成立', description: 'The objection is right' }),
  for: field
    .oneOf('correction', 'removal')
    .optional()
    .meta({ title: '处理方式', description: 'What follows when it is right' }),
}

/** An objection that is upheld says what follows, one that is dismissed says nothing. */
export const resolutionWrong = (input: { upheld: boolean; for?: string }): Refusal | undefined =>
  input.upheld === (input.for !== undefined)
    ? undefined
    : refuse('ERR_GUARD', { guard: 'what-follows', upheld: input.upheld })
