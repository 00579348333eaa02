import { day, said, word } from '../formats.js'
import { layout, may, must, where } from '../layout.js'
import { partyLines, partyNamed } from './party.js'
import { copies, remedies, remedyText } from './remedies.js'

const NOMINATED = where('“提名列入”的情形', 'the conduct in “Nominate”')
const DECIDED = where('“决定列入”的办理日期', 'the date of “Decide the listing”')
const PENALTY = where('先作出较重行政处罚决定', 'decide the heavier penalty first')

/** What a listing is founded on (SX44 9, 11). */
const GROUNDS = said({
  'intentional-infringement': '第九条',
  'abnormal-patent-filing': '第九条',
  'malicious-mark-filing': '第九条',
  'unlawful-agency': '第九条',
  'trade-secret-infringement': '第九条',
  'refuses-to-perform': '第十一条',
})

/** X4 (SX44 13, 15, 21, 23). */
export const listingDecision = layout({
  paper: '列入严重违法失信名单决定书',
  kinds: ['credit/listing'],
  fields: {
    ...partyNamed,
    conduct: must(['列入情形', 'Conduct'], 'facts.conduct', NOMINATED, { as: word('conduct') }),
    article: may(['条款', 'Article'], 'facts.conduct', GROUNDS),
    penaltyOn: must(['行政处罚决定日期', 'Penalty decided on'], 'facts.penalty.on', PENALTY, { as: day }),
    consent: may(
      ['上级同意', 'Consent of the superior'],
      'facts.consented',
      said({ true: '并经上一级市场监督管理部门同意' }),
    ),
    listed: must(['列入日期', 'Listed on'], 'facts.listedOn', DECIDED, { as: day }),
    until: must(['期满日期', 'Ends on'], 'clock.CLK-LIST-END.due', DECIDED, { as: day }),
    ...remedies,
  },
  blocks: [
    { lines: partyLines },
    {
      says: '因{conduct}，本机关于{penaltyOn}对你（单位）作出较重行政处罚决定。你（单位）的行为性质恶劣、情节严重、社会危害较大。本机关已在《行政处罚告知书》中告知拟列入的事实、理由、依据和后果以及陈述、申辩的权利⟦，{consent}⟧。',
    },
    {
      says: '依据《市场监督管理严重违法失信名单管理办法》第二条⟦、{article}⟧和第十三条的规定，本机关决定自{listed}起将你（单位）列入严重违法失信名单，通过国家企业信用信息公示系统公示。',
    },
    { head: '管理措施' },
    {
      says: '在列入期间，依据该办法第十五条，将列入情况作为行政许可、资质、资格、委托承担政府采购项目、工程招投标时的重要考量因素，列为重点监管对象，不适用告知承诺制，不予授予荣誉称号，以及法律、行政法规规定的其他管理措施。',
    },
    { head: '移出' },
    {
      says: '自列入之日起满三年（{until}）的，由本机关移出名单、停止公示并解除管理措施。列入满一年且符合条件的，可以申请提前移出，条件和程序见随附的《信用修复告知书》。',
    },
    { says: remedyText },
    { lines: ['附件：信用修复告知书'] },
    { seal: '{agency}' },
    { note: copies },
  ],
})

/** X8, served together with the decision (两书同达; R-REP-04, R-CRD-10). */
export const repairNotice = layout({
  paper: '信用修复告知书',
  kinds: ['credit/listing'],
  fields: {
    ...partyNamed,
    listed: must(['列入日期', 'Listed on'], 'facts.listedOn', DECIDED, { as: day }),
    earliest: must(['最早申请日期', 'Earliest application'], 'clock.CLK-LIST-EARLY.due', DECIDED, { as: day }),
    until: must(['期满日期', 'Ends on'], 'clock.CLK-LIST-END.due', DECIDED, { as: day }),
  },
  blocks: [
    { lines: ['{party}：'] },
    { says: '⟦（统一社会信用代码：{uscc}）⟧⟦（身份证件号码：{document}）⟧' },
    {
      says: '你（单位）于{listed}被本机关列入严重违法失信名单。为维护你（单位）的合法权益，现将信用修复的有关事项告知如下：',
    },
    { head: '一、可以申请的时间' },
    { says: '自列入之日起满一年，即{earliest}起，可以申请提前移出。未申请的，至{until}期满自动移出。' },
    { head: '二、应当符合的条件' },
    { says: '（一）已经自觉履行行政处罚决定中规定的义务；' },
    { says: '（二）已经主动消除危害后果和不良影响；' },
    { says: '（三）未再受到市场监督管理部门较重行政处罚。' },
    { says: '依照法律、行政法规规定，实施相应管理措施期限尚未届满的，不得申请提前移出。' },
    { head: '三、应当提交的材料' },
    { says: '（一）信用修复申请书；（二）守信承诺书；（三）履行义务、消除危害后果和不良影响的证明材料。' },
    { head: '四、申请的途径和办理期限' },
    {
      says: '通过“信用中国”网站统一提出申请，由本机关受理。本机关自收到申请之日起二个工作日内作出是否受理的决定，自受理之日起十五个工作日内作出是否准予的决定；准予的，自决定之日起三个工作日内停止公示、解除管理措施。信用修复不收取任何费用。',
    },
    { head: '五、责任' },
    { says: '隐瞒真实情况或者弄虚作假取得提前移出的，撤销移出决定，恢复列入，列入期限重新计算。' },
    { seal: '{agency}' },
    { note: '本告知书与《列入严重违法失信名单决定书》一并送达。' },
  ],
})
