import { event, field } from '#kernel'

/** The agency asks the right holder whether the goods are its own (PROC 18, 30). */
export const IdentificationAsked = event(
  'IdentificationAsked',
  { zh: '请求辨认', en: 'Identification asked for' },
  { agency: field.agency, holder: field.subject, test: field.name, of: field.id },
)

export const FINDINGS = {
  infringing: { zh: '不是权利人的商品，也未经许可', en: 'Not the holder’s goods, nor made with its leave' },
  genuine: { zh: '是权利人的商品，或者经许可', en: 'The holder’s goods, or made with its leave' },
  unsure: { zh: '不能辨认', en: 'Cannot be told' },
} as const

export const StatementSubmitted = event(
  'StatementSubmitted',
  { zh: '提交辨认意见', en: 'Statement submitted' },
  { finding: field.choice(FINDINGS), statement: field.text, signer: field.name },
)

/** The agency has recorded a result, of this statement or without one. */
export const IdentificationClosed = event('IdentificationClosed', {
  zh: '辨认结束',
  en: 'Identification closed',
})
