/** Money is written in yuan and sent in fen; both are texts and integers, never fractions. */
const YUAN = /^(\d{1,3}(?:,\d{3})+|\d{1,14})(?:\.(\d{1,2}))?$/

/** Full-width digits, signs and words that people write beside an amount. */
const plain = (text: string): string => text.normalize('NFKC').replace(/[\s¥￥\u5143]|CNY|RMB/gi, '')

/** `1,234.5` as 123450; undefined where it is no amount of money. */
export const fenOf = (text: string): number | undefined => {
  const [, whole, part] = YUAN.exec(plain(text)) ?? []
  if (whole === undefined) return undefined
  const fen = Number(`${whole.replaceAll(',', '')}${(part ?? '').padEnd(2, '0')}`)
  return Number.isSafeInteger(fen) ? fen : undefined
}

/** 123450 as `1,234.50`; whole yuan without a fraction. */
export const yuanOf = (fen: number): string => {
  const digits = String(Math.abs(fen)).padStart(3, '0')
  const whole = digits.slice(0, -2).replace(/\B(?=(?:\d{3})+$)/g, ',')
  const part = digits.slice(-2)
  return `${fen < 0 ? '-' : ''}${whole}${part === '00' ? '' : `.${part}`}`
}
