import type { Service, Title } from '#kernel'
import type { Rules } from '#rules'

/** What the choices of a field are called, `field:choice`, where the field itself names none. */
const word = (zh: string, en: string): Title => ({ zh, en })

const GROUNDS = {
  'ground:minor-corrected': word('轻微并及时改正，没有造成危害后果', 'Slight, corrected in time, without harm'),
  'ground:first-slight-corrected': word('初次违法、后果轻微并及时改正', 'First time, slight harm, corrected in time'),
  'ground:no-fault': word('有证据足以证明没有主观过错', 'Proven to be without fault'),
  'ground:other-department': word('属于其他部门管辖', 'Another department is competent'),
  'ground:designation': word('协商或者指定管辖', 'By agreement or designation'),
  'ground:withdrawn': word('撤回听证要求', 'The request was withdrawn'),
  'ground:absent': word('无正当理由拒不出席或者中途退出', 'Absent or left without good reason'),
  'ground:own': word('本机关自行撤销', 'By the agency itself'),
  'ground:superior': word('上级机关撤销', 'By the superior'),
  'ground:reconsideration': word('行政复议撤销', 'By reconsideration'),
  'ground:court': word('人民法院判决撤销', 'By judgment of a court'),
  'ground:pending-decision': word('须以相关案件的处理结果为依据', 'Another case has to be decided first'),
  'ground:legal-question': word(
    '涉及法律适用问题，须有权机关解释或者确认',
    'A question of law is with whoever decides it',
  ),
  'ground:force-majeure': word('不可抗力', 'Force majeure'),
  'ground:party-missing': word('当事人下落不明', 'The party cannot be found'),
  'ground:dead': word('涉嫌违法的公民死亡', 'The person has died'),
  'ground:dissolved': word('涉嫌违法的法人或者其他组织终止', 'The organisation has ended'),
  'ground:no-need': word('不再需要采取强制措施', 'No longer needed'),
  'ground:returned': word('财物已经退还', 'The goods have been given back'),
  'ground:expired': word('期限届满', 'The period is over'),
  'ground:no-crime': word('没有犯罪事实', 'No crime'),
  'ground:minor': word('情节显著轻微，不需要追究刑事责任', 'Clearly minor'),
  'ground:not-prosecutable': word('依法不追究刑事责任的其他情形', 'Not to be prosecuted by law'),
  'ground:incomplete': word('移送材料不全', 'Material is incomplete'),
  'ground:own-wish': word('请求人自愿撤回', 'The requester wishes so'),
  'ground:requester-absent': word('请求人无正当理由不参加', 'The requester stays away'),
  'ground:refusal': word('一方明确拒绝调解', 'One side refuses'),
  'ground:respondent-absent': word('被请求人无正当理由不参加', 'The respondent stays away'),
  'ground:no-agreement': word('未能达成协议', 'No agreement was reached'),
  'ground:no-hope': word('没有达成协议的可能', 'No agreement can be hoped for'),
  'ground:no-intent': word('没有主观故意', 'No intent'),
  'ground:light-penalty': word('处罚不属较重', 'The penalty is not a heavier one'),
  'ground:transfer': word('案件已移送', 'The case was transferred'),
  'ground:listing-wrong': word('列入有误', 'The listing was wrong'),
  'ground:penalty-revoked': word('处罚决定被撤销', 'The penalty was revoked'),
  'ground:penalty-unlawful': word('处罚决定被确认违法', 'The penalty was found unlawful'),
  'ground:penalty-void': word('处罚决定被确认无效', 'The penalty was found void'),
  'ground:other': word('其他法定情形', 'Another case provided by law'),
}

const TESTS = {
  'kind:test': word('检测', 'Test'),
  'kind:inspection': word('检验', 'Inspection'),
  'kind:quarantine': word('检疫', 'Quarantine'),
  'kind:appraisal': word('技术鉴定', 'Appraisal'),
  'kind:identification': word('权利人辨认、鉴别', 'Identification by the right holder'),
  'outcome:infringing': word('侵权', 'Infringing'),
  'outcome:genuine': word('正品', 'Genuine'),
  'outcome:no-answer': word('未答复', 'No answer'),
  'outcome:other': word('其他', 'Other'),
}

const PENALTIES = {
  'kinds:warning': word('警告', 'Warning'),
  'kinds:criticism': word('通报批评', 'Public criticism'),
  'kinds:fine': word('罚款', 'Fine'),
  'kinds:confiscation': word('没收违法所得、非法财物', 'Confiscation'),
  'kinds:shutdown': word('责令停产停业', 'Suspension of business'),
  'kinds:closure': word('责令关闭', 'Closure'),
  'kinds:employment-ban': word('限制从业', 'Ban from the trade'),
  'kinds:downgrade': word('降低资质等级', 'Downgrading of a licence'),
  'kinds:revocation': word('吊销许可证件', 'Revocation of a licence'),
  'kinds:other-heavy': word('其他较重的行政处罚', 'Another heavy penalty'),
}

const RESULTS = {
  'result:upheld': word('维持', 'Upheld'),
  'result:revoked': word('撤销', 'Revoked'),
  'result:performed': word('执行完毕', 'Performed'),
  'result:ended': word('终结执行', 'Enforcement ended'),
}

const OTHERS = {
  'kind:case': word('案件审核', 'Case review'),
  'kind:legal': word('法制审核', 'Legality review'),
  'kind:seal': word('查封', 'Seal'),
  'kind:seize': word('扣押', 'Seize'),
  'where:国家企业信用信息公示系统': word('国家企业信用信息公示系统', 'National Enterprise Credit Information System'),
  'where:信用中国': word('信用中国', 'Credit China'),
  'where:部门网站': word('部门网站', 'Website of the department'),
  'currency:CNY': word('人民币', 'Renminbi'),
  'by:party': word('当事人', 'A party'),
  'by:third-party': word('利害关系人', 'A third party with an interest'),
  'scope:own': word('本机关可以核查', 'The agency can settle it itself'),
  'scope:provider': word('须由信息提供单位核查', 'Whoever provided the information settles it'),
  'for:correction': word('更正', 'Correction'),
  'for:removal': word('移出或者撤下', 'Removal'),
}

const ACTS = {
  'acts:counterfeit-goods': word('在商品上假冒注册商标', 'Counterfeiting a mark on goods'),
  'acts:counterfeit-services': word('在服务上假冒注册商标', 'Counterfeiting a mark on services'),
  'acts:counterfeit-mixed': word('在商品和服务上假冒注册商标', 'Counterfeiting a mark on goods and services'),
  'acts:sale': word('销售侵权商品或者复制品', 'Selling infringing goods or copies'),
  'acts:labels': word('非法制造、销售标识', 'Making or selling labels'),
  'acts:counterfeit': word('假冒专利', 'Counterfeiting a patent'),
  'acts:copy': word('复制发行', 'Copying and distributing'),
  'acts:network': word('通过信息网络传播', 'Making available on a network'),
  'acts:circumvention': word('避开、破坏技术措施', 'Circumventing technical measures'),
  'acts:infringement': word('侵犯商业秘密', 'Infringing a trade secret'),
  'acts:for-abroad': word('为境外窃取、刺探、收买、提供', 'Obtaining or supplying for abroad'),
}

export const CHOICES: Readonly<Record<string, Title>> = {
  ...GROUNDS,
  ...TESTS,
  ...PENALTIES,
  ...RESULTS,
  ...OTHERS,
  ...ACTS,
}

/** Choices that are names of events or titles of papers. */
export const namedElsewhere = (services: readonly Service[], rules: Partial<Pick<Rules, 'documents'>>) =>
  new Map<string, Title>([
    ...services.flatMap(({ records }) =>
      records.flatMap(({ record }) => record.events.map(({ type, title }): [string, Title] => [type, title])),
    ),
    ...(rules.documents ?? []).map(({ title }): [string, Title] => [title.zh, title]),
  ])
