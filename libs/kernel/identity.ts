import { refuse, type Refusal } from './step.js'

/**
 * What would tell who reported (TSJB:37; invariant 9): pseudonyms of the vault, and words and numbers that are said to be the reporter's.
 * A plan may speak of the reporter's safety, never of the reporter.
 */
const REPORTER = '(?:举报人|投诉人|检举人|报案人|线人|信息提供人|吹哨人|informant|whistle-?blower|reporter)'
const TRAITS = '姓名|名字|身份证号码?|身份|电话|手机号?|联系方式|微信号?|住址|地址|单位|职务|name|phone|address'
const TRAIT = `(?:的)?(?:真实)?(?:${TRAITS})?`
const SURNAMES =
  '王李张刘陈杨赵黄周吴徐孙胡朱郭罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蒋蔡杜苏魏吕丁沈姚卢姜崔钟谭陆汪范廖贾韦邹孟熊秦邱薛闫雷侯龙陶黎贺顾龚邵'

/** Words that begin like a surname. */
const NO_NAME = '(?!周[边围密全]|许[可诺多]|谢绝|汪洋|陈述|曾[经被]|秦岭|沈阳|侯审|龙头|吕梁)'

const NUMBERS: readonly (readonly [what: string, pattern: string])[] = [
  [
    'id-number',
    '(?<![0-9A-Z])[1-9]\\d{5}(?:19|20)\\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])\\d{3}[0-9X](?![0-9A-Z])',
  ],
  ['id-number', '(?<![0-9A-Z])[1-9]\\d{5}\\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])\\d{3}(?![0-9A-Z])'],
  ['phone', '(?<![0-9A-Z])(?:\\+?86)?1[3-9]\\d{9}(?![0-9A-Z])'],
  ['phone', '(?<![0-9A-Z])0\\d{2,3}[2-9]\\d{6,7}(?![0-9A-Z])'],
  ['mail', '[\\w.+-]+@[\\w-]+\\.[\\w.]+'],
]

/** Whose number it is, said right before it or after it: of the shop's own telephone nobody says that. */
const OWN = `(?:${REPORTER}|本人|我)(?:的|本人|自己|${TRAITS}|[\\s:：,，、（(是为])*`
const SAID_AFTER = `[\\s,，（(]*(?:是|为|系|即)?${REPORTER}`

const PATTERNS: readonly (readonly [what: string, pattern: RegExp])[] = [
  ['pseudonym', /INF-?\d{4}-?\d+/i],
  ...NUMBERS.map(([what, number]) => [what, new RegExp(`${OWN}${number}|${number}${SAID_AFTER}`, 'i')] as const),
  ['reporter', new RegExp(`${REPORTER}${TRAIT}\\s*(?:[:：为是系叫]|名叫|is\\b)`, 'i')],
  [
    'reporter',
    new RegExp(`(?:[据经由接])${NO_NAME}[${SURNAMES}][\\u4e00-\\u9fa5]{1,2}?(?:的)?(?:实名)?(?:举报|投诉|检举)`),
  ],
  ['reporter', new RegExp(`${REPORTER}\\s*[（(]?(?:.?某|${NO_NAME}[${SURNAMES}][\\u4e00-\\u9fa5])`, 'i')],
]

/** Every number in a text that is about the reporter alone. */
const ANY_NUMBER = NUMBERS.map(([what, number]) => [what, new RegExp(number, 'i')] as const)
const ABOUT_REPORTER = /^(?:informant|reporter)/

/** Full-width forms, blanks and dashes between digits hide a number from a reader's search, not from this one. */
const plain = (text: string): string => text.normalize('NFKC').replace(/(?<=\d)[\s\-–—·.]+(?=\d)/g, '')

interface Text {
  field: string
  text: string
}

const matches = ({ field, text }: Text): string | undefined =>
  [...PATTERNS, ...(ABOUT_REPORTER.test(field) ? ANY_NUMBER : [])].find(
    ([, pattern]) => pattern.test(plain(text)) || pattern.test(text.normalize('NFKC')),
  )?.[0]

/** Every text in a value, with where it stands. */
const textsIn = (value: unknown, field: string): readonly Text[] => {
  if (typeof value === 'string') return [{ field, text: value }]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => textsIn(inner, field ? `${field}.${key}` : key))
}

/** ERR_IDENTITY when one of the named texts, or one within, tells who reported; the refusal says where, never what. */
export const tellsIdentity = (texts: Readonly<Record<string, unknown>>): Refusal | undefined => {
  for (const one of textsIn(texts, '')) {
    const what = matches(one)
    if (what) return refuse('ERR_IDENTITY', { field: one.field, what })
  }
  return undefined
}

/** A single character is in every text. */
const SHORTEST = 2

/** ERR_IDENTITY when a text of an input holds a value of another that goes to the vault. */
export const tellsSealed = (secret: unknown, open: unknown): Refusal | undefined => {
  const values = textsIn(secret, '').map(({ text }) => plain(text))
  const telling = values.filter((value) => value.length >= SHORTEST)
  const found = textsIn(open, '').find(({ text }) => telling.some((value) => plain(text).includes(value)))
  return found && refuse('ERR_IDENTITY', { field: found.field, what: 'reporter' })
}
