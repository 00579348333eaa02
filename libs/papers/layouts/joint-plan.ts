import { agency, day, ip, officer, type Format } from '../formats.js'
import { layout, may, must, where } from '../layout.js'

const DRAFT = (zh: string, en: string) => where(`“拟定联合执法方案”的${zh}`, `${en} in “Draft the plan”`)

interface Part {
  agency: string
  officers?: readonly { person: string; licence?: string }[]
}

/** By name, each with the number of the licence. */
const officers: Format = (value, names, source) =>
  ([value].flat() as { person: string; licence?: string }[])
    .map(({ person, licence }) =>
      licence
        ? `${officer(person, names, source)!.replace(/（.*）$/, '')}（${licence}）`
        : officer(person, names, source),
    )
    .join('\n')

/** Every agency with what it acts on, what it inspects and who goes (4.2): a part without two officers is none. */
const parts: Format = (value) => {
  const all = [value].flat() as Part[]
  return all.length && all.every(({ officers: going = [] }) => going.length > 1) ? String(all.length) : undefined
}

interface Place {
  region: string
  address?: string
}

const places: Format = (value, names) => {
  const all = [value].flat() as Place[]
  const name = (code: string) => names.rules.regions.find((one) => one.code === code)?.name.zh ?? code
  /** Many addresses begin with the region. */
  const where = ({ region, address = '' }: Place) =>
    address.startsWith(name(region)) ? address : name(region) + address
  return all.map((one, index) => (all.length > 1 ? `${index + 1}．` : '') + where(one)).join('\n')
}

/** K13 (rulebook 4.2). Nobody who reported stands in it. */
export const jointPlan = layout({
  paper: '联合执法方案',
  kinds: ['routing/joint-action'],
  from: '{lead}',
  red: true,
  fields: {
    lead: must(['牵头单位', 'Lead'], 'facts.lead', DRAFT('牵头单位', 'the lead agency'), { as: agency }),
    proposer: may(['提议单位', 'Proposed by'], 'facts.proposer', agency),
    office: may(['批准单位', 'Approved by'], 'facts.office', agency),
    basis: may(['提议依据', 'Basis'], 'last.JointActionProposed.basis'),
    targets: must(
      ['查处对象', 'Targets'],
      'facts.targets',
      where('“提议联合执法”的查处对象', 'the targets in “Propose a joint action”'),
      {
        as: (value) => String([value].flat().length),
      },
    ),
    parts: must(
      ['职责分工和执法人员', 'Parts and officers'],
      'facts.parts',
      DRAFT('职责分工（每个单位至少两名执法人员）', 'the parts, each with two officers or more'),
      { as: parts },
    ),
    legal: must(['法律依据', 'Legal basis'], 'facts.parts.basis', DRAFT('法律依据', 'the legal basis of each agency')),
    inspects: must(
      ['检查内容', 'What is inspected'],
      'facts.parts.inspects',
      DRAFT('检查内容', 'what each agency inspects'),
    ),
    day: must(['行动日期', 'Day'], 'facts.day', DRAFT('行动日期', 'the day'), { as: day }),
    places: must(['行动地点', 'Places'], 'facts.places', DRAFT('行动地点', 'the places'), { as: places }),
    evidence: must(['取证与查封扣押', 'Evidence'], 'input.evidence', DRAFT('取证与查封扣押安排', 'the evidence plan')),
    secrecy: must(['密级', 'Secrecy'], 'input.secrecy', DRAFT('密级', 'the secrecy level')),
    safety: must(
      ['举报人保护', 'Safety of reporters'],
      'input.informantSafety',
      DRAFT('举报人保护', 'how reporters are kept safe'),
    ),
    contingency: must(['应急预案', 'Contingency'], 'input.contingency', DRAFT('应急预案', 'the contingency')),
    storage: must(['物品存放', 'Storage'], 'input.storage', DRAFT('物品存放', 'the storage')),
    press: must(['宣传口径', 'Press'], 'input.press', DRAFT('宣传口径', 'the press line')),
  },
  blocks: [
    { lines: ['密级：{secrecy}'] },
    { says: '为依法查处侵犯知识产权违法行为，加强部门协作，⟦根据{basis}，⟧由{proposer}提议，{lead}牵头，制定本方案。' },
    { head: '一、查处对象' },
    {
      items: 'facts.targets',
      columns: [
        { title: '序号', of: '#', width: 3, align: 'center' },
        { title: '名称', of: 'subject.name' },
        { title: '统一社会信用代码', of: 'subject.uscc', width: 11 },
        { title: '权利', of: 'ip', as: ip, width: 3, align: 'center' },
        { title: '涉嫌行为', of: 'act', width: 10 },
      ],
    },
    { head: '二、职责分工' },
    {
      items: 'facts.parts',
      columns: [
        { title: '参加单位', of: 'agency', as: agency, width: 9 },
        { title: '法律依据', of: 'basis', width: 6 },
        { title: '检查内容', of: 'inspects' },
        { title: '决定', of: 'decides', as: (value) => (value === true ? '是' : '否'), width: 3, align: 'center' },
        { title: '执法人员（证号）', of: 'officers', as: officers, width: 9 },
      ],
    },
    { head: '三、时间和地点' },
    { lines: ['时间：{day}', '地点：{places}'] },
    { head: '四、取证与查封扣押安排' },
    { says: '{evidence}' },
    { head: '五、举报人保护' },
    { says: '{safety}' },
    { head: '六、应急预案' },
    { says: '{contingency}' },
    { head: '七、物品存放' },
    { says: '{storage}' },
    { head: '八、宣传口径' },
    { says: '{press}' },
    { head: '九、批准' },
    {
      says: '本方案经各参加单位负责人批准，并报{office}批准后实施。行动日两个工作日前通知参加单位；行动后五个工作日内逐一确定作出处理决定的单位，同一违法行为只由一个单位处罚；十个工作日内报送情况报告。',
    },
    { seal: '{lead}' },
  ],
})
