import { day, ip, isRegulator, moment, numbered, officer, person, said, text, type Format } from '../formats.js'
import { layout, may, must, where } from '../layout.js'
import { valueAt } from '../source.js'
import { partyNamed, partyRows } from './party.js'

const CONDITIONS: Readonly<Record<string, string>> = {
  evidence: '有证据初步证明存在违反{field}法律、法规、规章的行为',
  penalty: '依据{field}法律、法规、规章应当给予行政处罚',
  jurisdiction: '属于本部门管辖',
  limitation: '在给予行政处罚的法定期限内',
}

/** The four of PROC 19, as they were stated; other agencies go by rules of their own. */
const conditions: Format = (value, names, source) => {
  const stated = Object.entries(CONDITIONS).filter(([name]) => (value as Record<string, unknown>)[name] === true)
  const within = isRegulator(source.paper.agency, names) ? '市场监督管理' : ''
  const all = stated.map(([, words], index) => `${index + 1}．${words.replace('{field}', within)}；`)
  return all.length ? all.join('\n') : undefined
}

const FILED = (zh: string, en: string) => where(`“立案”的${zh}`, `${en} in “File a case”`)

/** A case that was filed without naming the act bears its own id for one. */
const act: Format = (value, names, source) =>
  String(value) === valueAt(source, 'record') ? undefined : text(value, names, source)

/** F7 for a case. */
export const filed = layout({
  paper: '立案/不予立案审批表',
  kinds: ['intake/administrative-case'],
  printed: '立案审批表',
  fields: {
    ...partyNamed,
    act: must(['案由', 'Act'], ['facts.act'], FILED('违法行为', 'the act'), { as: act }),
    ip: must(['权利类型', 'Right'], 'facts.ip', FILED('权利类型', 'the right'), { as: ip }),
    source: may(['案件来源', 'Source'], 'facts.leads', (value) => `线索核查（${[value].flat().length}件，经核查立案）`),
    conditions: must(
      ['立案条件', 'Conditions of filing'],
      'input.conditions',
      FILED('立案条件', 'the four conditions'),
      { as: conditions },
    ),
    officers: must(['办案人员', 'Officers'], 'facts.officers', FILED('办案人员', 'the officers'), { as: officer }),
    approver: must(['批准人', 'Approved by'], 'facts.approver', FILED('办理人', 'who takes it,'), { as: person }),
    approved: must(['批准日期', 'Approved on'], 'at', FILED('办理时间', 'the date'), { as: day }),
  },
  blocks: [
    {
      form: [
        [['案由', '{party}涉嫌{act}案']],
        [
          ['案件来源', '⟦{source}⟧'],
          ['权利类型', '{ip}'],
        ],
        ...partyRows,
        [['法定代表人（负责人）', '⟦{representative}⟧']],
        [['核查情况及立案理由', '经核查，当事人涉嫌{act}，符合下列立案条件：\n{conditions}\n建议立案调查。', 150]],
        [['指定办案人员', '{officers}']],
        [['办案机构负责人意见', '　\n\n签名：　　　　　　　　　　　　年　　月　　日', 62]],
        [['部门负责人意见', '同意立案。\n\n签名：{approver}　　　　　　　　{approved}', 62]],
        [['备注', '']],
      ],
    },
  ],
})

const EVIDENCE = (zh: string, en: string) => where(`“收集证据”的${zh}`, `${en} in “Collect evidence”`)
const ITEMS = (zh: string, en: string) => where(`“记录现场与物品”的${zh}`, `${en} in “Record the scene and items”`)

/** F9, of a lead or a case. */
export const scene = layout({
  paper: '现场笔录',
  kinds: ['intake/lead', 'intake/administrative-case'],
  fields: {
    ...partyNamed,
    partyNumber: may(['证照号码', 'Number'], 'facts.subject.uscc'),
    time: must(['检查时间', 'Time'], 'at', EVIDENCE('办理时间', 'the date'), { as: moment }),
    place: must(['检查地点', 'Place'], 'input.place', EVIDENCE('地点', 'the place')),
    officers: must(
      ['检查人员', 'Officers present'],
      'last.EvidenceCollected.present',
      EVIDENCE('在场人员', 'who was present'),
      {
        as: officer,
      },
    ),
    told: must(['告知权利', 'Rights told'], 'input.rightsTold', EVIDENCE('已告知权利', 'that rights were told'), {
      as: said({ true: '已告知' }),
    }),
    scene: must(['现场情况', 'What was seen'], 'input.scene', EVIDENCE('现场情况', 'what was seen')),
    items: must(['收集的证据', 'Evidence'], 'input.items', EVIDENCE('证据', 'the evidence'), { as: numbered() }),
  },
  blocks: [
    {
      lines: [
        '检查时间：{time}',
        '检查地点：{place}',
        '当事人：{party}',
        '⟦统一社会信用代码：{uscc}⟧',
        '检查人员：{officers}',
        '见证人：　　　　　　　　　　身份证件号码：',
      ],
    },
    {
      says: '告知事项：我们是{agency}的执法人员，现向你（单位）出示执法证件，依法进行现场检查。你（单位）应当如实提供情况、配合检查；如认为检查人员与案件有直接利害关系或者有其他关系可能影响公正执法，有权申请回避；对检查情况有陈述、申辩的权利。',
    },
    { says: '当事人对告知事项的意见：　　　　　　　　　　　　　　　　　　　　　　　　　' },
    { head: '现场情况' },
    { says: '{scene}' },
    { head: '收集的证据' },
    { says: '{items}' },
    { says: '以上笔录经当事人核对（已向当事人宣读），与现场情况：　　　　　　　　　　　　　' },
    {
      sign: [where('当事人（签名或者盖章）', 'The party, by signature or seal'), where('见证人（签名）', 'A witness')],
    },
    { sign: [where('检查人员（签名）', 'An inspecting officer'), where('检查人员（签名）', 'An inspecting officer')] },
    { note: '笔录逐页由当事人签名或者盖章；当事人拒绝到场或者拒绝签名的，由检查人员注明并由见证人签名。' },
  ],
})

const address: Format = (value, names, source) => text((value as { address?: string }).address, names, source)

/** F9 of one agency in a joint action. */
export const jointScene = layout({
  paper: '现场笔录',
  kinds: ['routing/joint-action'],
  fields: {
    time: must(['检查时间', 'Time'], 'at', ITEMS('办理时间', 'the date'), { as: moment }),
    place: must(['检查地点', 'Place'], ['input.place', 'facts.places'], ITEMS('地点', 'the place'), {
      as: (value, names, source) => {
        const all = [value].flat().map((one) => (typeof one === 'string' ? one : address(one, names, source)))
        return all.every(Boolean) ? all.join('；') : undefined
      },
    }),
    recorder: must(['检查人员', 'Officer'], 'by.person', ITEMS('办理人', 'who takes it,'), { as: officer }),
    targets: must(
      ['检查对象', 'Targets'],
      'facts.targets.subject.name',
      where('“提议联合执法”的查处对象', 'the targets in “Propose a joint action”'),
    ),
    scene: must(['现场情况', 'What was seen'], 'input.scene', ITEMS('现场情况', 'what was seen')),
  },
  blocks: [
    {
      lines: [
        '检查时间：{time}',
        '检查地点：{place}',
        '检查对象：{targets}',
        '检查人员：{recorder}',
        '见证人：　　　　　　　　　　身份证件号码：',
      ],
    },
    {
      says: '告知事项：我们是{agency}的执法人员，现出示执法证件，依法参加联合执法并进行现场检查。你（单位）有权申请回避，有权陈述、申辩，应当如实提供情况、配合检查。',
    },
    { head: '现场情况' },
    { says: '{scene}' },
    {
      items: 'input.items',
      columns: [
        { title: '序号', of: '#', width: 3, align: 'center' },
        { title: '物品', of: 'name' },
        { title: '杂凑值（SM3）', of: 'hash' },
      ],
      when: (source) => valueAt(source, 'input.items') !== undefined,
    },
    {
      sign: [where('当事人（签名或者盖章）', 'The party, by signature or seal'), where('见证人（签名）', 'A witness')],
    },
    { sign: [where('检查人员（签名）', 'An inspecting officer'), where('检查人员（签名）', 'An inspecting officer')] },
  ],
})
