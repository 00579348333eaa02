import type { Title } from '#kernel'

/**
 * Words for codes that no rule, record or form has a title for. `fact:code` where the word depends on the fact it stands in.
 */
const word = (zh: string, en: string): Title => ({ zh, en })

const OUTCOMES = {
  penalise: word('给予行政处罚', 'a penalty'),
  'no-penalty': word('不予行政处罚', 'no penalty'),
  'not-established': word('违法事实不成立', 'not established'),
  'transfer-department': word('移送其他部门', 'transfer to another department'),
  'transfer-judicial': word('移送司法机关', 'transfer to the judicial organs'),
  acquitted: word('宣告无罪', 'acquittal'),
  exempted: word('免予刑事处罚', 'guilty, exempt from punishment'),
  'non-prosecution': word('不起诉', 'no prosecution'),
  'outcome:convicted': word('有罪判决', 'conviction'),
}

const FINDINGS = {
  'fact:result': word('是否达到立案追诉标准', 'threshold of prosecution'),
  'result:met': word('已达到', 'met'),
  'result:not-met': word('未达到', 'not met'),
  'basis:own': word('本案数额', 'its own amounts'),
  'basis:threshold': word('数额达到追诉标准', 'amounts that reach a threshold'),
  'basis:suspicion': word('办案中发现', 'found while the matter was handled'),
  'basis:officer': word('办案人员标记', 'flagged by an officer'),
  'basis:joint-action': word('联合执法中发现', 'found in a joint action'),
  'basis:accumulation': word('多起累计', 'amounts of several matters together'),
}

const SIDES = {
  requester: word('请求人', 'the requester'),
  respondent: word('被请求人', 'the respondent'),
  'missing:requester': word('请求人', 'the requester'),
  'missing:respondent': word('被请求人', 'the respondent'),
  'signature-requester': word('请求人签字', 'the signature of the requester'),
  'signature-respondent': word('被请求人签字', 'the signature of the respondent'),
}

const CONDITIONS = {
  'unmet:evidence': word('有证据初步证明存在违法行为', 'evidence of a violation'),
  'unmet:penalty': word('依法应当给予行政处罚', 'a penalty that the law provides'),
  'unmet:jurisdiction': word('属于本部门管辖', 'jurisdiction'),
  'unmet:limitation': word('在给予行政处罚的法定期限内', 'the period of limitation'),
  'lacking:intent': word('主观故意', 'intent'),
  'lacking:heavy-penalty': word('较重行政处罚', 'a heavier penalty'),
  'lacking:conduct': word('所列的行为', 'conduct that is listed'),
  'lacking:serious': word('性质恶劣、情节严重、社会危害较大', 'a serious case'),
}

const PAPERS = {
  'of:notice': word('行政处罚告知书', 'penalty notice'),
  'of:decision': word('行政处罚决定书', 'decision'),
  'missing:hearing': word('听证权利的告知', 'the offer of a hearing'),
  'missing:identity': word('双方身份（统一社会信用代码或者证件）', 'the identity of both parties'),
  'missing:seal': word('调解组织盖章', 'the seal of the mediation body'),
  'kind:recon': word('行政复议', 'reconsideration'),
  'kind:suit': word('行政诉讼', 'a suit'),
}

const PERSONS = {
  'needed:decider-of-the-penalty': word('作出该处罚决定的人员', 'whoever decided the penalty'),
  'needed:task-force': word('专案组成员', 'a member of the task force'),
  'right:defence': word('陈述申辩', 'defence'),
}

const EXTENSIONS = {
  'reason:not-running': word('期限没有在计算', 'the clock is not running'),
  'reason:after-due': word('已经超过截止日', 'the last day has passed'),
  'reason:times': word('延长次数已用完', 'it has been extended as often as it may'),
  'reason:order': word('应当先作前一种延长', 'another extension comes first'),
  'reason:amount': word('没有写明延长多久', 'it does not say how long'),
  'reason:not-later': word('新的日期不晚于原来的截止日', 'the new day is not later than the old one'),
}

const TRACES = {
  'what:pseudonym': word('举报人编号', 'the number of a reporter'),
  'what:id-number': word('身份证号码', 'an identity number'),
  'what:phone': word('电话号码', 'a telephone number'),
  'what:mail': word('电子邮箱', 'a mail address'),
  'what:reporter': word('指明举报人的文字', 'words that name a reporter'),
}

const PENALTIES = {
  fine: word('罚款', 'a fine'),
  confiscation: word('没收', 'confiscation'),
  'added:suspension': word('责令停产停业', 'suspension of business'),
}

const TRACKS = {
  'track:administrative': word('行政调解', 'administrative mediation'),
  'track:people': word('人民调解', 'people’s mediation'),
  'track:commercial': word('商事调解', 'commercial mediation'),
}

/** Fields within a field, wherever they stand. */
const INNER = {
  'field:.name': word('名称', 'name'),
  'field:.uscc': word('统一社会信用代码', 'social credit code'),
  'field:.person': word('身份证件号码', 'number of the identity document'),
  'field:.shop': word('店铺', 'shop'),
  'field:.controller': word('实际控制人', 'controller'),
  'field:.natural': word('是否自然人', 'whether a natural person'),
  'field:.address': word('地址', 'address'),
  'field:.representative': word('法定代表人（负责人）', 'legal representative'),
  'field:.quantity': word('数量', 'quantity'),
  'field:.unit': word('单位', 'unit'),
  'field:.serial': word('序列号', 'serial number'),
  'field:.amount': word('金额', 'amount'),
  'field:.due': word('履行期限', 'last day'),
  'field:plan.on': word('缴款日期', 'day of payment'),
  'field:.target': word('查处对象', 'target'),
  'field:.act': word('行为', 'act'),
  'field:.agency': word('机构', 'agency'),
  'field:.agreement': word('调解协议', 'agreement'),
  'field:.judgment': word('判决', 'judgment'),
  'field:earlier.penalty': word('行政处罚', 'penalty'),
  'field:.evidence': word('证据', 'evidence'),
  'field:.jurisdiction': word('管辖', 'jurisdiction'),
  'field:.limitation': word('处罚时效', 'limitation'),
  'field:conditions.penalty': word('应当给予处罚', 'a penalty is due'),
}

/** Codes among the facts of records. */
const STANDING = {
  'hand:agency': word('移送机关', 'the agency'),
  'hand:police': word('公安机关', 'the police'),
  'hand:prosecutor': word('人民检察院', 'the procuratorate'),
  'hand:court': word('人民法院', 'the court'),
  'class:minor': word('轻微', 'minor'),
  'class:ordinary': word('一般', 'ordinary'),
  'class:serious': word('严重', 'serious'),
  'matter:same': word('同一事项移交', 'the same matter in other hands'),
  'matter:new': word('另一违法行为', 'another act'),
  'by:penalty': word('行政处罚', 'a penalty'),
  'by:sentence': word('刑事判决', 'a sentence'),
  'ground:penalty': word('已行政处罚', 'penalised'),
  'ground:sentence': word('已判刑', 'sentenced'),
  'ground:acquittal': word('已宣告无罪', 'acquitted'),
  'ground:not-established': word('违法事实不成立', 'not established'),
  'ground:terminated': word('已终止调查', 'terminated'),
  'met:base': word('达到立案追诉标准', 'reached'),
  'met:serious': word('情节严重', 'serious'),
  'met:specially_serious': word('情节特别严重', 'specially serious'),
}

export const WORDS: Readonly<Record<string, Title>> = {
  new: word('（尚未建立）', '(not yet made)'),
  open: word('（未结）', '(any open state)'),
  any: word('（任何状态）', '(any state)'),
  'field:at': word('办理时间', 'the date of the act'),
  ...OUTCOMES,
  ...FINDINGS,
  ...SIDES,
  ...CONDITIONS,
  ...PAPERS,
  ...PERSONS,
  ...EXTENSIONS,
  ...TRACES,
  ...PENALTIES,
  ...TRACKS,
  ...STANDING,
  ...INNER,
}
