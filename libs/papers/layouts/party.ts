import { text } from '../formats.js'
import { may, must, where, type FormRow, type Layout } from '../layout.js'
import { valueAt, type Source } from '../source.js'

/** Who a paper is about: name, number, address, representative (rulebook 10, CFF 59, QZF 24). */

const ENTERED = where(
  '登记线索、线索分类或立案时的“当事人”；已立案的用“补充当事人信息”',
  'under the party when the lead is registered or classified or the case is filed; later by “Complete the party”',
)
const NAMED = where(
  '登记线索、线索分类或立案时的“当事人”',
  'under the party when the lead is registered or the case is filed',
)

/** Individual businesses (92…) and natural persons have no legal representative. */
const hasNone = (source: Source): boolean => {
  const uscc = valueAt(source, 'facts.subject.uscc')
  return typeof uscc !== 'string' || uscc.startsWith('92') || valueAt(source, 'facts.subject.natural') === true
}

const name = must(['当事人', 'Party'], 'facts.subject.name', NAMED)
const number = must(
  ['统一社会信用代码或者身份证件号码', 'Social credit code or identity number'],
  ['facts.subject.uscc', 'facts.subject.person', 'now.subject.uscc', 'now.subject.person'],
  ENTERED,
)
const uscc = may(['统一社会信用代码', 'Social credit code'], ['facts.subject.uscc', 'now.subject.uscc'])
const document = may(['身份证件号码', 'Identity number'], ['facts.subject.person', 'now.subject.person'])
const ADDRESS = ['facts.subject.address', 'now.subject.address']
const REPRESENTATIVE = ['facts.subject.representative', 'now.subject.representative']

/** Name and number; address and representative where they are known. */
export const partyNamed: Layout['fields'] = {
  party: name,
  partyNumber: number,
  uscc,
  document,
  address: may(['住所（住址）', 'Address'], ADDRESS),
  representative: may(['法定代表人（负责人）', 'Legal representative'], REPRESENTATIVE),
}

/** For decisions that bind a party: all four. */
export const partyInFull: Layout['fields'] = {
  ...partyNamed,
  address: must(['住所（住址）', 'Address'], ADDRESS, ENTERED),
  representative: must(['法定代表人（负责人）', 'Legal representative'], REPRESENTATIVE, ENTERED, {
    as: text,
    unless: hasNone,
  }),
}

/** As it stands at the head of a decision. */
export const partyLines = [
  '当事人：{party}',
  '⟦统一社会信用代码：{uscc}⟧',
  '⟦身份证件号码：{document}⟧',
  '⟦住所（住址）：{address}⟧',
  '⟦法定代表人（负责人）：{representative}⟧',
] as const

/** As it stands in a form. */
export const partyRows: readonly FormRow[] = [
  [
    ['当事人', '{party}'],
    ['证照号码', '⟦{uscc}⟧⟦{document}⟧'],
  ],
  [['住所（住址）', '⟦{address}⟧']],
]
