import { day, isRegulator, numbered, person, text, type Format } from '../formats.js'
import { layout, may, must, where } from '../layout.js'
import { money } from '../money.js'
import { valueAt, type Source } from '../source.js'
import { partyInFull, partyLines, partyNamed } from './party.js'
import { copies, remedies, remedyText } from './remedies.js'

const KINDS: Readonly<Record<string, string>> = {
  warning: '警告',
  criticism: '通报批评',
  shutdown: '责令停产停业',
  closure: '责令关闭',
  'employment-ban': '限制从业',
  downgrade: '降低资质等级',
  revocation: '吊销许可证件',
  'other-heavy': '法律、行政法规规定的其他较重的行政处罚',
}

interface Penalty {
  fine?: number
  confiscation?: number
  kinds?: readonly string[]
  duties?: readonly string[]
}

/** Every kind on a line of its own, sums in figures and capitals. */
const content: Format = (value) => {
  const { fine, confiscation, kinds = [], duties = [] } = value as Penalty
  const all = [
    ...kinds.flatMap((kind) => KINDS[kind] ?? []),
    ...(confiscation ? [`没收违法所得、非法财物，价值${money(confiscation)}`] : []),
    ...(fine ? [`罚款${money(fine)}`] : []),
    ...duties,
  ]
  if (!all.length) return undefined
  return all
    .map((one, index) => `${all.length > 1 ? `${index + 1}．` : ''}${one}${index + 1 < all.length ? '；' : '。'}`)
    .join('\n')
}

/** A clause within a sentence ends without a stop of its own. */
const clause: Format = (value, names, source) => text(value, names, source)?.replace(/[。；，.;,]+$/, '')

/** Other agencies go by rules of their own. */
const procedure: Format = (value, names) =>
  isRegulator(value, names) ? '《市场监督管理行政处罚程序规定》第五十七条' : undefined

const fined = (source: Source): boolean => Number(valueAt(source, 'fields.fine') ?? 0) > 0

const NOTICE = (zh: string, en: string) => where(`“送达行政处罚告知书”的${zh}`, `${en} in “Serve the penalty notice”`)
const DECIDING = (zh: string, en: string) => where(`“作出处理决定”的${zh}`, `${en} in “Decide”`)
const NUMBERED = where('由办理机关的文号规则产生', 'comes from the number series of the agency')

/** F37 (PROC 57, CFF 44); a listing that is intended is told here (R-CRD-05). */
export const penaltyNotice = layout({
  paper: '行政处罚告知书',
  kinds: ['intake/administrative-case'],
  fields: {
    ...partyNamed,
    number: must(['文号', 'Number'], 'paper.number', NUMBERED),
    found: must(['违法事实', 'Facts'], 'fields.facts', NOTICE('违法事实', 'the facts'), { as: clause }),
    reasons: must(['理由', 'Reasons'], 'fields.reasons', NOTICE('理由', 'the reasons'), { as: clause }),
    basis: must(['处罚依据', 'Legal basis'], 'fields.basis', NOTICE('处罚依据', 'the legal basis'), { as: clause }),
    content: must(['拟处罚内容', 'Intended penalty'], 'fields', NOTICE('罚款、没收或者其他处罚种类', 'the penalty'), {
      as: content,
    }),
    officers: may(['联系人', 'Officers'], 'facts.officers', person),
    procedure: may(['程序规定', 'Procedure'], 'paper.agency', procedure),
  },
  blocks: [
    { lines: ['{party}：'] },
    { says: '⟦（统一社会信用代码：{uscc}）⟧⟦（身份证件号码：{document}）⟧' },
    {
      says: '由本机关立案调查的你（单位）涉嫌违法一案，已经调查终结。依据《中华人民共和国行政处罚法》第四十四条、第六十三条⟦和{procedure}⟧的规定，现将本机关拟作出行政处罚的内容及事实、理由、依据告知如下：',
    },
    { head: '一、违法事实' },
    { says: '{found}。' },
    { head: '二、处罚理由和依据' },
    { says: '{reasons}，依据{basis}的规定，应当给予行政处罚。' },
    { head: '三、拟作出的行政处罚' },
    { says: '{content}' },
    {
      head: '四、拟列入严重违法失信名单',
      when: (source) => valueAt(source, 'fields.listing') === true,
    },
    {
      says: '你（单位）的上述行为性质恶劣、情节严重、社会危害较大，拟作出的行政处罚属于较重行政处罚。依据《市场监督管理严重违法失信名单管理办法》第二条、第十三条的规定，本机关拟将你（单位）列入严重违法失信名单，通过国家企业信用信息公示系统公示三年，并依法实施相应的管理措施。你（单位）对拟列入享有陈述、申辩的权利；能够证明没有主观故意的，不予列入。',
      when: (source) => valueAt(source, 'fields.listing') === true,
    },
    {
      says: '对上述拟作出的决定，你（单位）有权进行陈述、申辩。请自收到本告知书之日起五个工作日内提出；逾期未提出的，视为放弃上述权利。',
    },
    {
      says: '对上述拟作出的行政处罚，你（单位）有权要求举行听证。请自收到本告知书之日起五个工作日内提出；逾期未提出的，视为放弃听证权利。',
      when: (source) => valueAt(source, 'fields.hearingOffered') === true,
    },
    { lines: ['⟦联系人：{officers}⟧', '联系电话：　　　　　　　　联系地址：'] },
    { seal: '{agency}' },
    { note: copies },
  ],
})

/** F45 (PROC 62, CFF 59). */
export const penaltyDecision = layout({
  paper: '行政处罚决定书',
  kinds: ['intake/administrative-case'],
  fields: {
    ...partyInFull,
    number: must(['文号', 'Number'], 'paper.number', NUMBERED),
    found: must(['违法事实', 'Facts'], 'made.行政处罚告知书.fields.facts', NOTICE('违法事实', 'the facts'), {
      as: clause,
    }),
    evidence: must(
      ['证据', 'Evidence'],
      'happened.EvidenceCollected.items',
      where('“收集证据”的证据', 'the evidence in “Collect evidence”'),
      { as: numbered() },
    ),
    noticeNumber: must(['告知书文号', 'Number of the notice'], 'made.行政处罚告知书.number', NUMBERED),
    noticeOn: may(
      ['告知日期', 'Notice given on'],
      ['last.PenaltyNoticeServed.servedOn', 'clock.CLK-PUBLIC-NOTICE.due', 'made.行政处罚告知书.on'],
      day,
    ),
    reasons: must(['理由', 'Reasons'], 'made.行政处罚告知书.fields.reasons', NOTICE('理由', 'the reasons'), {
      as: clause,
    }),
    basis: must(
      ['处罚依据', 'Legal basis'],
      'made.行政处罚告知书.fields.basis',
      NOTICE('处罚依据', 'the legal basis'),
      { as: clause },
    ),
    content: must(['处罚内容', 'Penalty'], 'fields', DECIDING('罚款、没收或者其他处罚种类', 'the penalty'), {
      as: content,
    }),
    hearing: may(['听证日期', 'Hearing'], 'facts.hearing.day', day),
    ...remedies,
  },
  blocks: [
    { lines: partyLines },
    { says: '经查明，{found}。' },
    { says: '上述事实，主要有以下证据证明：' },
    { says: '{evidence}' },
    {
      says: '{noticeOn}，本机关向你（单位）送达《行政处罚告知书》（{noticeNumber}），告知拟作出行政处罚的内容及事实、理由、依据和依法享有的权利。',
    },
    {
      says: '你（单位）进行了陈述、申辩，本机关对所提出的事实、理由和证据进行了复核。',
      when: (source) => valueAt(source, 'facts.used.statement') === true,
    },
    {
      says: '你（单位）在规定的期限内未进行陈述、申辩。',
      when: (source) => valueAt(source, 'facts.used.statement') !== true,
    },
    {
      says: '应你（单位）的要求，本机关⟦于{hearing}⟧依法举行了听证。',
      when: (source) => valueAt(source, 'facts.hearing.held') === true,
    },
    { says: '本机关认为，{reasons}。依据{basis}的规定，现作出如下行政处罚：' },
    { says: '{content}' },
    {
      says: '你（单位）应当自收到本决定书之日起十五日内，将罚款缴至指定的银行或者通过电子支付系统缴纳。到期不缴纳罚款的，依据《中华人民共和国行政处罚法》第七十二条的规定，本机关可以每日按罚款数额的百分之三加处罚款，加处罚款的数额不超过罚款的数额，并可以依法申请人民法院强制执行。',
      when: fined,
    },
    { says: remedyText },
    {
      says: '本机关将依法向社会公开行政处罚决定信息。',
      when: (source) => valueAt(source, 'last.DecisionMade.warningOnly') !== true,
    },
    { seal: '{agency}' },
    { note: copies },
  ],
})
