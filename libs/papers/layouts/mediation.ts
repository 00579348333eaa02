import { agency, day, money, numbered, said, type Format } from '../formats.js'
import { layout, must, may, where } from '../layout.js'

const SIGNING = (zh: string, en: string) => where(`“签订调解协议”的${zh}`, `${en} in “Sign the agreement”`)
const PARTIES = where('“请求调解”的请求人、被请求人', 'requester and respondent in “Request a mediation”')

interface Party {
  name?: string
  uscc?: string
  person?: string
  address?: string
  representative?: string
}

/** Name and number of both, or nothing: whoever is not known by a number is not identified (R-MED-13). */
export const identified = (value: unknown): string | undefined => {
  const { name, uscc, person, address, representative } = (value ?? {}) as Party
  if (!name || !(uscc ?? person)) return undefined
  return [
    name,
    uscc ? `统一社会信用代码：${uscc}` : `身份证件号码：${person}`,
    ...(address ? [`住所（住址）：${address}`] : []),
    ...(representative ? [`法定代表人（负责人）：${representative}`] : []),
  ].join('\n')
}

const party =
  (index: 0 | 1): Format =>
  (value) =>
    identified([value].flat()[index])

const sides: Format = (value) => {
  const signed = [value].flat()
  return signed.includes('requester') && signed.includes('respondent') ? '双方' : undefined
}

/** M8 (R-MED-13). */
export const agreement = layout({
  paper: '调解协议书',
  kinds: ['mediation/mediation'],
  fields: {
    requester: must(['甲方（请求人）', 'Requester'], 'fields.parties', PARTIES, { as: party(0) }),
    respondent: must(['乙方（被请求人）', 'Respondent'], 'fields.parties', PARTIES, { as: party(1) }),
    organisation: may(['调解组织', 'Mediation body'], 'facts.organisation', agency),
    dispute: must(['争议事项', 'Dispute'], 'fields.dispute', SIGNING('争议事项', 'the dispute')),
    found: must(['事实', 'Facts'], 'fields.facts', SIGNING('事实', 'the facts')),
    obligations: must(['双方义务', 'Obligations'], 'fields.obligations', SIGNING('双方义务', 'the obligations')),
    amount: must(['金额', 'Amount'], 'facts.agreement.amount', SIGNING('金额', 'the amount'), { as: money }),
    currency: must(['币种', 'Currency'], 'fields.currency', SIGNING('币种', 'the currency'), {
      as: said({ CNY: '人民币' }),
    }),
    payee: may(['收款方', 'Payee'], 'facts.agreement.payee', said({ requester: '甲方', respondent: '乙方' })),
    payer: may(['付款方', 'Payer'], 'facts.agreement.payee', said({ requester: '乙方', respondent: '甲方' })),
    last: may(['最后履行日', 'Last day'], 'facts.agreement.lastPerformanceDay', day),
    duties: may(['一次性义务', 'Duties'], 'fields.duties', numbered()),
    way: must(['履行方式', 'Way of performance'], 'fields.way', SIGNING('履行方式', 'the way of performance')),
    stop: must(['停止侵权', 'Stop'], 'fields.stop', SIGNING('停止侵权条款', 'the stop clause')),
    stock: must(['库存处理', 'Stock'], 'fields.stock', SIGNING('库存处理', 'the stock')),
    secrecy: must(['保密', 'Secrecy'], 'fields.secrecy', SIGNING('保密条款', 'secrecy')),
    breach: must(['违约责任', 'Breach'], 'fields.breach', SIGNING('违约责任', 'the breach clause')),
    knows: must(
      ['知悉司法确认', 'Knows of confirmation'],
      'fields.knowsConfirmation',
      SIGNING('双方知悉可申请司法确认', 'that both know of confirmation'),
      {
        as: said({ true: '双方' }),
      },
    ),
    signedBy: must(['签字方', 'Signed by'], 'fields.signedBy', SIGNING('签字方', 'who signed'), { as: sides }),
    signedOn: must(['签订日期', 'Signed on'], ['fields.signedOn', 'paper.on'], SIGNING('签订日期', 'the day'), {
      as: day,
    }),
    effective: must(
      ['生效日期', 'Effective on'],
      'facts.agreement.effectiveOn',
      SIGNING('生效日期', 'the day of effect'),
      { as: day },
    ),
  },
  blocks: [
    { lines: ['甲方（请求人）：{requester}', '乙方（被请求人）：{respondent}', '调解组织：{organisation}'] },
    { says: '甲、乙双方因{dispute}，自愿在{organisation}主持下进行调解。经平等协商，达成如下协议：' },
    { head: '一、争议事实' },
    { says: '{found}' },
    { head: '二、双方义务' },
    { says: '{obligations}' },
    { says: '⟦{duties}⟧' },
    { head: '三、金额和期限' },
    { says: '{payer}向{payee}支付{currency}{amount}⟦，全部义务最迟于{last}履行完毕⟧。' },
    {
      items: 'facts.agreement.instalments',
      columns: [
        { title: '期次', of: 'no', width: 4, align: 'center' },
        { title: '金额（元，大写）', of: 'amount', as: money },
        { title: '履行期限', of: 'due', as: day, width: 10, align: 'center' },
      ],
    },
    { head: '四、履行方式' },
    { says: '{way}' },
    { head: '五、停止侵权' },
    { says: '{stop}' },
    { head: '六、库存处理' },
    { says: '{stock}' },
    { head: '七、保密' },
    { says: '{secrecy}' },
    { head: '八、违约责任' },
    { says: '{breach}' },
    { head: '九、司法确认和生效' },
    {
      says: '{knows}均知悉：可以自本协议生效之日起三十日内，共同向有管辖权的人民法院申请司法确认。本协议于{signedOn}签订，自{effective}起生效。',
    },
    { says: '本协议一式　　份，双方各执一份，调解组织存档一份。' },
    {
      sign: [
        where('甲方（签名或者盖章）', 'Party A, by signature or seal'),
        where('乙方（签名或者盖章）', 'Party B, by signature or seal'),
      ],
    },
    { sign: [where('调解员（签名）', 'Mediator'), where('记录人（签名）', 'Whoever keeps the record')] },
    { seal: '{organisation}', on: '{signedOn}' },
  ],
})

const APPLYING = (zh: string, en: string) =>
  where(`“共同申请司法确认”的${zh}`, `${en} in “Apply jointly for confirmation”`)
const AGREED = where('所附调解协议', 'the agreement that is confirmed')

/** C1 (MSF 205, MSJS 351). */
export const confirmationRequest = layout({
  paper: '司法确认申请书',
  kinds: ['mediation/confirmation'],
  from: false,
  fields: {
    first: must(['申请人', 'Applicant'], 'facts.parties', PARTIES, { as: party(0) }),
    second: must(['申请人', 'Applicant'], 'facts.parties', PARTIES, { as: party(1) }),
    organisation: must(['调解组织', 'Mediation body'], 'facts.organisation', AGREED, { as: agency }),
    court: must(['人民法院', 'Court'], 'facts.court', APPLYING('人民法院', 'the court'), { as: agency }),
    effective: must(['协议生效日期', 'Agreement effective on'], 'fields.effectiveOn', AGREED, { as: day }),
    signedBy: must(['签字方', 'Signed by'], 'input.signedBy', APPLYING('签字方', 'who signed'), { as: sides }),
    dispute: may(['争议', 'Dispute'], 'fields.dispute'),
    amount: must(['金额', 'Amount'], 'facts.amount', AGREED, { as: money }),
    last: may(['最后履行日', 'Last day'], 'facts.lastPerformanceDay', day),
    received: may(['提交日期', 'Handed in on'], 'facts.receivedOn', day),
  },
  blocks: [
    { lines: ['申请人：{first}', '申请人：{second}'] },
    { head: '请求事项' },
    { says: '依法确认申请人于{effective}经{organisation}主持达成并生效的《调解协议书》有效。' },
    { head: '事实和理由' },
    {
      says: '申请人之间⟦因{dispute}发生的⟧知识产权纠纷，经{organisation}主持调解，自愿达成调解协议，约定给付金额为{amount}⟦，最后履行期限为{last}⟧。依据《中华人民共和国民事诉讼法》第二百零五条的规定，自调解协议生效之日起三十日内，由{signedBy}共同向你院申请司法确认。',
    },
    { head: '申请人承诺' },
    { says: '一、双方出于解决纠纷的目的自愿达成协议，没有恶意串通、规避法律的行为。' },
    { says: '二、协议内容不损害国家利益、社会公共利益和他人合法权益，不涉及知识产权权属、效力的确认。' },
    { says: '三、因协议内容给他人造成损害的，愿意承担相应的民事责任和其他法律责任。' },
    { says: '四、未就同一协议向其他人民法院申请确认。' },
    { says: '此致' },
    { lines: ['{court}'] },
    {
      sign: [
        where('申请人（签名或者盖章）', 'Applicant, by signature or seal'),
        where('申请人（签名或者盖章）', 'Applicant, by signature or seal'),
      ],
    },
    { lines: ['⟦提交日期：{received}⟧'] },
    { note: '附件：调解协议书、调解组织主持调解的证明、申请人身份证明、承诺书。' },
  ],
})
