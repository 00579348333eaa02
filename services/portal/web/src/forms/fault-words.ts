import { table } from '../words/language.js'

/** What is wrong with a field, and what to write there. */
export const faultWords = table({
  empty: { zh: '请填写', en: 'fill this in' },
  lacks: { zh: '此处还缺内容', en: 'this is still missing' },
  choice: { zh: '请选择', en: 'choose one' },
  choices: { zh: '请选择', en: 'choose at least one' },
  agency: { zh: '请选择单位', en: 'choose the agency' },
  person: { zh: '请选择人员', en: 'choose the person' },
  record: { zh: '请选择事项', en: 'choose the record' },
  day: { zh: '请填写日期', en: 'give the day' },
  instant: { zh: '请填写时间', en: 'give the time' },
  yes: { zh: '请选择是或者否', en: 'choose yes or no' },
  uscc: {
    zh: '应为 18 位统一社会信用代码（数字和大写字母）',
    en: 'the unified social credit code: 18 digits and capital letters',
  },
  region: { zh: '应为行政区划代码，如 411003', en: 'the code of a region, like 411003' },
  agencyCode: { zh: '应为机构代码，如 SAMR-411003', en: 'the code of an agency, like SAMR-411003' },
  recordId: { zh: '应为 26 位的记录编号', en: 'the id of a record: 26 small letters and digits 2–7' },
  personId: { zh: '应为人员编号', en: 'the id of a person' },
  form: { zh: '格式不对', en: 'not in the right form' },
  formLike: {
    zh: (like: string) => `格式不对，如 ${like}`,
    en: (like: string) => `not in the right form, like ${like}`,
  },
  short: { zh: (n: number) => `至少 ${n} 个字`, en: (n: number) => `at least ${n} characters` },
  long: {
    zh: (n: number, is: number) => `至多 ${n} 个字，现有 ${is} 个`,
    en: (n: number, is: number) => `at most ${n} characters; there are ${is}`,
  },
  money: { zh: '应为金额（元），如 86,000.50', en: 'an amount in yuan, like 86,000.50' },
  whole: { zh: '应为整数', en: 'a whole number' },
  least: { zh: (n: string) => `不得小于 ${n}`, en: (n: string) => `at least ${n}` },
  most: { zh: (n: string) => `不得大于 ${n}`, en: (n: string) => `at most ${n}` },
  leastMoney: { zh: (n: string) => `不得小于 ${n} 元`, en: (n: string) => `at least CNY ${n}` },
  mostMoney: { zh: (n: string) => `不得大于 ${n} 元`, en: (n: string) => `at most CNY ${n}` },
  few: { zh: (n: number) => `至少 ${n} 项`, en: (n: number) => `at least ${n}` },
  many: { zh: (n: number) => `至多 ${n} 项`, en: (n: number) => `at most ${n}` },
  twice: { zh: '已有同名的一行', en: 'there is a row of this name' },
})
