import { agency, day, ip, person, said } from '../formats.js'
import { layout, may, must, where, type Block } from '../layout.js'
import { partyInFull, partyLines, partyNamed } from './party.js'
import { copies, remedies, remedyText } from './remedies.js'

const SEALING = (zh: string, en: string) => where(`“查封扣押”的${zh}`, `${en} in “Seal or seize”`)
const GOODS = where(
  '“查封扣押”或“先行登记保存证据”的财物清单',
  'the list of goods in “Seal or seize” or “Register and preserve”',
)

const goodsTable: Block = {
  items: 'facts.goods',
  columns: [
    { title: '序号', of: '#', width: 3, align: 'center' },
    { title: '物品名称', of: 'name' },
    { title: '编号、规格或者存放处', of: 'serial', width: 11 },
    { title: '数量', of: 'quantity', width: 5, align: 'right' },
    { title: '单位', of: 'unit', width: 4, align: 'center' },
  ],
  total: '以上物品共{kinds}项，以下空白。',
}

const kinds = must(['财物清单', 'List of goods'], 'facts.goods', GOODS, {
  as: (value) => String([value].flat().length),
})

const signed: Block[] = [
  { says: '以上清单经核对无误。　　　　　　　　　　　　　　　　　　　　　　' },
  { sign: [where('当事人（签名或者盖章）', 'The party, by signature or seal'), where('见证人（签名）', 'A witness')] },
  { sign: [where('执法人员（签名）', 'An enforcement officer'), where('执法人员（签名）', 'An enforcement officer')] },
]

/** F21 with its list (QZF 24). */
export const coerciveMeasure = layout({
  paper: '实施行政强制措施决定书',
  kinds: ['intake/measure'],
  fields: {
    ...partyInFull,
    number: must(['文号', 'Number'], 'paper.number', SEALING('办理机关', 'the agency')),
    kind: must(['措施种类', 'Kind'], 'input.kind', SEALING('查封或者扣押', 'the kind'), {
      as: said({ seal: '查封', seize: '扣押' }),
    }),
    basis: must(['法律依据', 'Legal basis'], 'input.basis', SEALING('法律依据', 'the legal basis')),
    ip: must(['权利类型', 'Right'], 'facts.ip', SEALING('线索或案件', 'the lead or case'), { as: ip }),
    until: must(['期限', 'Until'], 'clock.CLK-SEAL.due', SEALING('办理时间', 'the date'), { as: day }),
    kinds,
    approver: may(['批准人', 'Approved by'], 'by.person', person),
    approvedBy: may(['批准机关', 'Approving agency'], 'facts.approvedBy', agency),
    ...remedies,
  },
  blocks: [
    { lines: partyLines },
    {
      says: '经查，你（单位）涉嫌侵犯他人{ip}权利。为防止证据损毁、避免危害发生、控制危险扩大，依据{basis}以及《中华人民共和国行政强制法》第十八条、第十九条的规定，⟦经{approvedBy}批准，⟧本机关决定对你（单位）的有关财物（详见所附《场所/设施/财物清单》，共{kinds}项）实施{kind}的行政强制措施。',
    },
    {
      says: '{kind}的期限为三十日，自{on}起至{until}止。情况复杂的，经本机关负责人批准可以延长，延长期限不得超过三十日。对物品需要进行检测、检验、检疫或者鉴定的，{kind}的期间不包括检测、检验、检疫或者鉴定的期间。',
    },
    { says: '对{kind}的财物，应当妥善保管；任何人不得使用、调换、转移、损毁或者变卖。' },
    { says: '你（单位）对本决定享有陈述、申辩的权利。{remedies}'.replace('{remedies}', remedyText) },
    { lines: ['附件：场所/设施/财物清单'] },
    { seal: '{agency}' },
    { note: copies },
    { annex: '场所/设施/财物清单' },
    { lines: ['当事人：{party}', '所附文书：《实施行政强制措施决定书》{number}'] },
    goodsTable,
    ...signed,
    { seal: '{agency}' },
  ],
})

/** F24 by itself. */
export const goodsList = layout({
  paper: '场所/设施/财物清单',
  kinds: ['intake/measure'],
  fields: {
    ...partyNamed,
    partyNumber: may(['证照号码', 'Number'], 'facts.subject.uscc'),
    kinds,
    decided: may(['所附文书', 'Belongs to'], ['made.实施行政强制措施决定书.number']),
  },
  blocks: [
    { lines: ['当事人：{party}', '⟦所附文书：《实施行政强制措施决定书》{decided}⟧'] },
    goodsTable,
    ...signed,
    { seal: '{agency}' },
    { note: '本清单一式两份，一份送达当事人，一份归档。' },
  ],
})
