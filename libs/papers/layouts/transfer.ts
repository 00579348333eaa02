import { agency, day, moment, officer, person, said, word, type Format } from '../formats.js'
import { layout, may, must, where, type Layout } from '../layout.js'
import { inFigures } from '../money.js'
import { valueAt } from '../source.js'

const SENDING = (zh: string, en: string) => where(`“移送公安机关”的${zh}`, `${en} in “Send to the police”`)
const SUSPECTED = where('“涉嫌犯罪”的当事人', 'the party of the suspicion')

interface Amount {
  metric: string
  value: number
}

const amounts: Format = (value, { word: said, rules }) => {
  const all = ([value].flat() as Amount[]).filter((one) => one.value > 0)
  const sum = ({ metric, value: n }: Amount) => {
    const unit = rules.figureUnits[metric]
    return unit?.format === 'fen' ? `${inFigures(n)}元` : `${n}${unit?.zh ?? ''}`
  }
  return all.length ? all.map((one) => `${said('metric', one.metric) ?? one.metric}${sum(one)}`).join('，') : undefined
}

/** As GWY310 6 lists them; whatever else there is comes after. */
const ORDER = ['调查报告', '案件调查终结报告', '涉案物品清单', '检验报告', '其他材料']

const placeOf = (title: string): number => (ORDER.indexOf(title) + ORDER.length + 1) % (ORDER.length + 1)

/** Material by its title, with how many pieces there are. */
const enclosed: Format = (value) => {
  const all = Object.entries(value as Record<string, readonly string[]>)
    .filter(([title, ids]) => ids.length && title !== '涉嫌犯罪案件移送书')
    .sort(([one], [other]) => placeOf(one) - placeOf(other))
  return all.map(([title, ids], index) => `${index + 1}．${title}（${ids.length}件）`).join('\n') || undefined
}

const lacking: Format = (value) =>
  Object.entries(value as Record<string, string>)
    .map(([title, why]) => `${title}（${why}）`)
    .join('；') || undefined

const suspect: Layout['fields'] = {
  party: must(['涉嫌犯罪单位或者人员', 'Suspect'], 'facts.subject.name', SUSPECTED),
  uscc: may(['统一社会信用代码', 'Social credit code'], 'facts.subject.uscc'),
  document: may(['身份证件号码', 'Identity number'], 'facts.subject.person'),
  address: may(['住所（住址）', 'Address'], 'facts.subject.address'),
  representative: may(['法定代表人（负责人）', 'Legal representative'], 'facts.subject.representative'),
}

/** F5 with the list of goods (GWY310 6, R-POL-09). */
export const transferLetter = layout({
  paper: '涉嫌犯罪案件移送书',
  kinds: ['routing/transfer'],
  fields: {
    ...suspect,
    number: must(
      ['文号', 'Number'],
      'paper.number',
      where('由办理机关的文号规则产生', 'comes from the number series of the agency'),
    ),
    to: must(['受移送公安机关', 'To'], 'fields.to', SENDING('受移送公安机关', 'the police'), { as: agency }),
    offence: must(
      ['涉嫌罪名', 'Suspected offence'],
      ['facts.offence', 'facts.reason'],
      where(
        '“分析涉嫌犯罪线索”的涉嫌罪名，或“标记涉嫌犯罪”的理由',
        'the offence in the evaluation of the threshold, or the reason of the suspicion',
      ),
      { as: word('offence') },
    ),
    amounts: may(['数额', 'Amounts'], 'facts.amounts', amounts),
    officers: must(
      ['办案人员', 'Officers'],
      'facts.officers',
      where('“成立专案组”的成员', 'the members in “Form the task force”'),
      { as: officer },
    ),
    summary: may(['核实情况', 'Verified'], 'last.TransferReportSubmitted.summary'),
    enclosures: must(['移送材料', 'Enclosures'], 'input.enclosures', SENDING('附件', 'the enclosures'), {
      as: enclosed,
    }),
    lacking: may(['未附材料', 'Missing'], 'input.missing', lacking),
    copied: must(['抄送', 'Copied to'], 'facts.prosecutor', SENDING('受移送公安机关', 'the police'), { as: agency }),
    goods: may(['涉案物品', 'Goods'], 'fields.goods', (value) => String([value].flat().length)),
  },
  blocks: [
    { lines: ['{to}：'] },
    { says: '本机关查处的{party}涉嫌违法一案，经调查，认为该案涉嫌{offence}，需要追究刑事责任。' },
    {
      lines: [
        '涉嫌犯罪单位（人员）：{party}',
        '⟦统一社会信用代码：{uscc}⟧',
        '⟦身份证件号码：{document}⟧',
        '⟦住所（住址）：{address}⟧',
        '⟦法定代表人（负责人）：{representative}⟧',
      ],
    },
    { says: '⟦经查明的主要数额：{amounts}。⟧⟦核实情况：{summary}⟧' },
    {
      says: '依据《中华人民共和国行政处罚法》第二十七条和《行政执法机关移送涉嫌犯罪案件的规定》（国务院令第310号）第三条、第五条、第六条的规定，经本机关正职负责人（或者主持工作的负责人）批准，现将该案移送你单位。请自接受移送之日起三日内依法审查，并将立案或者不予立案的决定书面通知本机关。',
    },
    { lines: ['案件承办人：{officers}', '联系电话：'] },
    { lines: ['附件：{enclosures}', '⟦未随案移送的材料及原因：{lacking}⟧'] },
    { lines: ['抄送：{copied}'] },
    { seal: '{agency}' },
    { note: '本文书一式三份，一份送公安机关，一份抄送人民检察院，一份归档。回执由公安机关签章后退回。' },
    { annex: '涉案物品清单', when: (source) => valueAt(source, 'fields.goods') !== undefined },
    {
      lines: ['案件：{party}涉嫌{offence}案', '移送书文号：{number}'],
      when: (source) => valueAt(source, 'fields.goods') !== undefined,
    },
    {
      items: 'fields.goods',
      columns: [
        { title: '序号', of: '#', width: 3, align: 'center' },
        { title: '物品名称', of: 'name' },
        { title: '来源、编号', of: 'serial', width: 9 },
        { title: '数量', of: 'quantity', width: 4, align: 'right' },
        { title: '单位', of: 'unit', width: 3, align: 'center' },
        { title: '强制措施', of: 'held', as: said({ seal: '查封', seize: '扣押' }), width: 5, align: 'center' },
      ],
      total: '以上物品共⟦{goods}⟧项，以下空白。',
      when: (source) => valueAt(source, 'fields.goods') !== undefined,
    },
    {
      sign: [where('移送人（签名）', 'Whoever hands over'), where('接收人（签名）', 'Whoever receives')],
      when: (source) => valueAt(source, 'fields.goods') !== undefined,
    },
    { seal: '{agency}', when: (source) => valueAt(source, 'fields.goods') !== undefined },
  ],
})

const SIGNING = (zh: string, en: string) => where(`“签收回执”的${zh}`, `${en} in “Sign the receipt”`)

/** P3 (GWY310 7). */
export const transferReceipt = layout({
  paper: '移送书回执',
  kinds: ['routing/transfer'],
  printed: '涉嫌犯罪案件移送书（回执）',
  fields: {
    ...suspect,
    to: must(['移送机关', 'Transferring agency'], 'facts.agency', SUSPECTED, { as: agency }),
    letter: must(['移送书文号', 'Number of the letter'], 'made.涉嫌犯罪案件移送书.number', SENDING('办理', 'the act')),
    letterOn: may(['移送日期', 'Sent on'], 'made.涉嫌犯罪案件移送书.on', day),
    received: must(['收到时间', 'Received at'], 'at', SIGNING('办理时间', 'the date'), { as: moment }),
    receiver: must(['接收人', 'Received by'], 'by.person', SIGNING('办理人', 'who takes it,'), { as: person }),
    register: may(['受案登记', 'Register'], 'made.受案登记表.number'),
    own: must(['管辖', 'Jurisdiction'], 'facts.ownField', SIGNING('属于本机关管辖', 'the jurisdiction'), {
      as: said({
        true: '该案属于本机关管辖',
        false: '该案不属于本机关管辖，本机关将在二十四小时内转送有管辖权的机关并书面告知你单位',
      }),
    }),
    complete: must(['材料', 'Material'], 'facts.complete', SIGNING('材料齐全', 'whether the material is complete'), {
      as: said({ true: '移送材料齐全', false: '移送材料尚不齐全，本机关将在二十四小时内书面告知需要补正的材料' }),
    }),
  },
  blocks: [
    { lines: ['{to}：'] },
    {
      says: '你单位⟦{letterOn}⟧移送的{party}涉嫌犯罪一案（{letter}）及所附材料，本机关已于{received}收到⟦，受案登记号：{register}⟧。',
    },
    { says: '{own}；{complete}。' },
    {
      says: '本机关将自接受移送之日起三日内依法审查，作出立案或者不予立案的决定，并书面通知你单位。',
      when: (source) => valueAt(source, 'facts.ownField') === true,
    },
    { lines: ['接收人：{receiver}'] },
    { sign: [where('接收人（签名）', 'Whoever receives'), where('送交人（签名）', 'Whoever brings it')] },
    { seal: '{agency}' },
    { note: '本回执一式两份，一份退移送机关，一份存卷。' },
  ],
})
