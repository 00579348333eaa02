import type { Title } from '#kernel'

const title = (zh: string, en: string): Title => ({ zh, en })

const MEASURES = title('强制措施', 'Coercive measures')
const OFFICERS = title('办案人员', 'Officers')
const SUBJECT = title('当事人', 'Party')
const IP = title('权利类型', 'Kind of right')
const CASE = title('案件', 'Case')
const LEAD = title('线索', 'Lead')
const AGENCY = title('机关', 'Agency')
const TESTS = title('检验鉴定', 'Tests')
const RULE_SET = title('适用的标准', 'Set of rules')
const MET = title('已达到的追诉标准', 'Thresholds reached')
const ROUND = title('第几次涉嫌犯罪', 'Which suspicion of a crime')
const TITLE_WORDS = title('确权字样', 'Words of ownership')
const LAST_DAY = title('最后履行日', 'Last day of performance')
const STOPPED = title('已停止公示', 'Publicity stopped')
const PERFORMED = title('已履行', 'Performed')
const UNSERVED = title('尚未送达的文书', 'Papers not served yet')
const ON = title('日期', 'Day')
const DECIDER = title('作出决定的人员', 'Who decided')

/** Facts of any record, and `.name`: facts within another. */
const COMMON: Readonly<Record<string, Title>> = {
  ip: IP,
  subject: SUBJECT,
  agency: AGENCY,
  case: CASE,
  lead: LEAD,
  tests: TESTS,
  round: ROUND,
  met: MET,
  ruleSet: RULE_SET,
  '.on': ON,
  '.decider': DECIDER,
  '.agency': AGENCY,
  '.ip': IP,
}

const PENALTY_CASE: Readonly<Record<string, Title>> = {
  agency: title('办案机关', 'Agency'),
  approver: title('批准立案的负责人', 'Who approved the filing'),
  told: title('已告知当事人', 'The party was told'),
  leads: title('来源线索', 'Leads'),
  left: title('移送前所处阶段', 'Where it stood before the transfer'),
  measures: MEASURES,
  officers: OFFICERS,
  investigators: title('参与调查的人员', 'Who took part in the investigation'),
  examiners: title('审核人员', 'Who reviewed it'),
  fine: title('罚款', 'Fine'),
  kinds: title('处罚种类', 'Kinds of penalty'),
  'notice.kinds': title('处罚种类', 'Kinds of penalty'),
  'decision.kinds': title('处罚种类', 'Kinds of penalty'),
  act: title('违法行为', 'The act'),
  '.act': title('违法行为', 'The act'),
  basis: title('数额依据', 'Amounts it rests on'),
  offence: title('涉嫌罪名', 'Suspected offence'),
  metrics: title('数额与数量', 'Figures'),
  result: title('是否达到立案追诉标准', 'Threshold of prosecution'),
  rule: title('所依据的标准', 'Rule'),
  transferred: title('已移送管辖', 'Jurisdiction transferred'),
  testNames: title('检验鉴定名称', 'Names of the tests'),
  matters: title('累计计算的其他事项', 'Other matters whose amounts add up'),
  waived: title('已放弃陈述申辩', 'Defence waived'),
  used: title('已行使的权利', 'Rights used'),
  'used.statement': title('陈述申辩', 'Statement and defence'),
  'used.hearing': title('听证', 'Hearing'),
  hearing: title('听证', 'Hearing'),
  'hearing.notified': title('已送达听证通知', 'Notice served'),
  'hearing.held': title('已举行', 'Held'),
  'hearing.reported': title('已提交听证报告', 'Report submitted'),
  'hearing.reviewed': title('听证后已法制审核', 'Reviewed after it'),
  debt: title('罚款缴纳', 'Payment of the fine'),
  'debt.principal': title('未缴罚款', 'Fine still owed'),
  'debt.surcharge': title('加处罚款', 'Addition for delay'),
  'debt.surchargePaid': title('已缴加处罚款', 'Addition paid'),
  'debt.reckonedTo': title('加处罚款计算至', 'Addition reckoned to'),
  reminded: title('已催告', 'Reminded'),
  remediesExpired: title('复议诉讼期限已满', 'Time for remedies is over'),
  challenges: title('复议诉讼', 'Challenges'),
  published: title('已公示的平台', 'Published where'),
  withdrawn: title('公示已撤回', 'Publicity withdrawn'),
  unserved: UNSERVED,
  criminal: title('刑事处理', 'Criminal side'),
  'criminal.fine': title('罚金', 'Criminal fine'),
  'criminal.awaited': title('尚待收到的文书', 'Papers awaited'),
  'criminal.outcome': title('结果', 'Outcome'),
  fineBarred: title('不得再处罚款', 'No fine any more'),
  decision: title('处理决定', 'Decision'),
  'decision.outcome': title('处理结果', 'Outcome'),
  'decision.warningOnly': title('仅处警告', 'A warning only'),
  decidedOn: title('决定日期', 'Decided on'),
}

const LISTING: Readonly<Record<string, Title>> = {
  noticed: title('告知书已写明拟列入', 'The notice told of the listing'),
  noIntent: title('已证明无主观故意', 'Proven to be without intent'),
  asked: title('请示的上级机关', 'Superior that was asked'),
  consented: title('上级已同意', 'The superior consents'),
  penalty: title('行政处罚', 'Penalty'),
  performed: PERFORMED,
  listedOn: title('列入日期', 'Listed on'),
  published: title('已公示', 'Published'),
  toWithdraw: title('应撤下公示', 'Publicity to be withdrawn'),
  accepted: title('已受理提前移出申请', 'Early removal accepted'),
  stopped: STOPPED,
}

/** What facts of a kind of record are called where its forms and events do not say it, or say it of something else. */
const OWN: Readonly<Record<string, Readonly<Record<string, Title>>>> = {
  'intake/lead': {
    channel: title('来源', 'Channel'),
    holder: title('承办单位', 'In the hands of'),
    registrar: title('登记单位', 'Registered by'),
    reporter: title('举报人编号（身份另行保密）', 'Number of the reporter (the identity is kept elsewhere)'),
    clue: title('线索内容', 'What was reported'),
    measures: MEASURES,
    officers: title('核查人员', 'Officers'),
    named: title('实名', 'Gave a name'),
    complaint: title('投诉', 'A complaint'),
    split: title('已分列', 'Split'),
    openMeasures: title('尚未解除的强制措施', 'Measures still open'),
    linked: title('关联的事项', 'Matters linked'),
    told: title('已告知', 'Told'),
    source: title('由何事项而来', 'Matter it comes from'),
    'source.kind': title('事项种类', 'Kind of matter'),
    'source.record': title('来源事项', 'Matter'),
    'source.matter': title('关系', 'Relation'),
    act: title('行为', 'The act'),
    'tests.open': title('尚无结果', 'No result yet'),
  },
  'intake/administrative-case': PENALTY_CASE,
  'intake/measure': {
    agency: title('实施机关', 'Agency'),
    reported: title('紧急措施已报告', 'The urgent measure was reported'),
  },
  'intake/subject': {
    key: title('归集依据', 'Added up by'),
    name: title('名称', 'Name'),
    held: title('归集内容', 'What is added up'),
    'held.keys': title('归集依据', 'Added up by'),
    'held.matters': title('事项', 'Matters'),
    '.matter': title('事项', 'Matter'),
    'matter.id': title('编号', 'Id'),
    'matter.kind': title('种类', 'Kind'),
    '.at': title('时间', 'Time'),
    '.replaces': title('取代的事项', 'Matters it replaces'),
    'held.amounts': title('数额', 'Amounts'),
    'held.settled': title('已了结的数额', 'Amounts settled'),
    'held.repeats': title('再次违法', 'Repeated violations'),
    'held.restored': title('恢复计算的数额', 'Amounts that count again'),
    '.ground': title('事由', 'Ground'),
    '.by': title('依据', 'By'),
    '.offences': title('罪名', 'Offences'),
    '.actDate': title('行为日', 'Day of the act'),
    '.metrics': title('数额与数量', 'Figures'),
    '.flags': title('情节', 'Circumstances'),
    told: title('已告知累计的事项', 'Matters told of the sum'),
  },
  'routing/transfer': {
    agency: title('移送机关', 'Sending agency'),
    basis: title('怎样发现', 'How it was found'),
    police: title('受移送公安机关', 'Police'),
    subject: title('涉嫌犯罪的单位或者个人', 'Suspect'),
    officers: title('专案组成员', 'Task force'),
    former: title('原受移送公安机关', 'Police before'),
    hand: title('现由谁办理', 'In whose hands'),
    unserved: UNSERVED,
    explained: title('已说明不立案理由', 'Reasons explained'),
    back: title('已恢复行政处理', 'Back to the agency'),
    informed: title('检察机关已告知审查意见', 'The agency was told'),
    author: title('标记涉嫌犯罪的人员', 'Who flagged it'),
    prosecutor: title('人民检察院', 'Procuratorate'),
    forum: title('管辖法院', 'Court'),
    court: title('人民法院', 'Court'),
  },
  'routing/joint-action': {
    proposer: title('发起单位', 'Proposer'),
    office: title('联席会议办公室', 'Office of the joint conference'),
    lead: title('牵头单位', 'Lead agency'),
    '.act': title('行为', 'The act'),
    approved: title('已批准方案的单位', 'Agencies that approved the plan'),
    flagged: title('已标记涉嫌犯罪的对象', 'Targets flagged'),
    hand: title('待办单位', 'Agencies that have to act'),
    drafter: title('拟定人', 'Drafted by'),
  },
  'mediation/mediation': {
    organisation: title('调解组织', 'Mediation body'),
    patent: title('专利纠纷', 'A patent dispute'),
    dispute: title('纠纷类型', 'Kind of dispute'),
    noticedOn: title('陈述意见通知书送达日期', 'Notice to comment served on'),
    silent: title('被请求人逾期未答复', 'The respondent did not answer'),
    sessions: title('调解会', 'Sessions'),
    agreement: title('调解协议', 'Agreement'),
    'agreement.amount': title('金额', 'Amount'),
    'instalments.no': title('第几期', 'Instalment'),
    'agreement.lastPerformanceDay': LAST_DAY,
    'agreement.titleWords': TITLE_WORDS,
    paid: title('已支付', 'Paid'),
    left: title('尚未完成的义务', 'Duties left'),
    breaches: title('违约', 'Breaches'),
    confirmation: title('司法确认', 'Judicial confirmation'),
    applications: title('司法确认申请', 'Applications for confirmation'),
    clues: title('移送的违法线索', 'Clues passed on'),
  },
  'mediation/confirmation': {
    mediation: title('调解', 'Mediation'),
    organisation: title('调解组织', 'Mediation body'),
    parties: title('申请人', 'Applicants'),
    amount: title('协议金额', 'Amount agreed'),
    lastPerformanceDay: LAST_DAY,
    titleWords: TITLE_WORDS,
    asked: title('已要求补充', 'More was asked for'),
    objected: title('已有异议', 'There is an objection'),
    enforced: title('已申请执行', 'Enforcement applied for'),
    reopened: title('已另行调解', 'Mediated again'),
    left: title('未完成的义务', 'Duties left'),
  },
  'credit/listing': LISTING,
  'credit/publicity': {
    class: title('公示类别', 'Class of publicity'),
    determinedOn: title('认定日期', 'Determined on'),
    places: title('公示平台', 'Where it is published'),
    performed: PERFORMED,
    stopped: STOPPED,
    suspended: title('暂停公示', 'Publicity suspended'),
  },
}

/** Titles of the facts of a kind of record by their places: `agency`, `hearing.held`, `.on` within anything. */
export const ownTitles = (kind: string): readonly (readonly [string, Title])[] =>
  Object.entries({ ...COMMON, ...OWN[kind] })

/** Entries for the lexicon of one kind of record: refusals name their facts as its own list does. */
export const factTitles = (kind: string): [string, Title][] =>
  Object.entries(OWN[kind] ?? {}).flatMap(([name, called]) => (name.includes('.') ? [] : [[`fact:${name}`, called]]))
