/** Sums as papers write them: figures with thousands, and capitals that nobody can change afterwards (大写). */

const DIGITS = '零壹贰叁肆伍陆柒捌玖'
const PLACES = ['', '拾', '佰', '仟']
const GROUPS = ['', '万', '亿', '万亿']

const groupWords = (group: number): string => {
  const digits = String(group).padStart(4, '0')
  return [...digits]
    .map((digit, index) => (digit === '0' ? '零' : DIGITS[Number(digit)]! + PLACES[3 - index]!))
    .join('')
    .replace(/零+$/, '')
    .replace(/零+/g, '零')
}

/** Groups of four digits, the lowest first. */
const groupsOf = (yuan: number): number[] =>
  yuan < 10_000 ? [yuan] : [yuan % 10_000, ...groupsOf(Math.floor(yuan / 10_000))]

const yuanWords = (yuan: number): string =>
  groupsOf(yuan)
    .map((group, index) => (group ? groupWords(group) + GROUPS[index]! : '零'))
    .reverse()
    .join('')
    .replace(/零+/g, '零')
    .replace(/^零|零$/g, '')

/** 10000000 fen: 人民币壹拾万元整. */
export const inCapitals = (fen: number): string => {
  const [yuan, jiao, cent] = [Math.floor(fen / 100), Math.floor(fen / 10) % 10, fen % 10]
  const whole = yuan ? `${yuanWords(yuan)}元` : ''
  if (!jiao && !cent) return `人民币${whole || '零元'}整`
  const tenths = jiao ? `${DIGITS[jiao]!}角` : whole && '零'
  return `人民币${whole}${tenths}${cent ? `${DIGITS[cent]!}分` : '整'}`
}

/** 10000000 fen: 100,000.00. */
export const inFigures = (fen: number): string => {
  const [yuan, cents] = [Math.floor(fen / 100), fen % 100]
  return `${String(yuan).replace(/\B(?=(\d{3})+$)/g, ',')}.${String(cents).padStart(2, '0')}`
}

/** Figures and capitals together, as a sum stands in a paper. */
export const money = (fen: number): string => `${inFigures(fen)}元（大写：${inCapitals(fen)}）`
