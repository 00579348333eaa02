import { guard, input } from '../sentence.js'

/** Mediation and judicial confirmation (rulebook 11.9, 11.10). */

const MEDIATION_ITSELF = {
  'two-parties': input(
    ['请求人和被请求人是同一当事人', 'requester and respondent are the same'],
    ['填写另一方当事人', 'write the other side'],
  ),
  requester: guard(
    ['只有请求人本人或者受请求的调解组织可以提出', 'only the requester itself or the body that is asked may enter it'],
    ['用请求人的账户提出，或者由调解组织登记', 'use the account of the requester, or let the body enter it'],
  ),
  'mediation-body': input(
    [
      '{organisation}不能以{track}调解涉及{ip}的纠纷',
      '{organisation} may not mediate this kind of dispute ({ip}) in this way: {track}',
    ],
    ['改填有权调解的组织或者机关', 'name a body or authority that may'],
  ),
  'patent-not-granted': guard(
    [
      '专利没有授权，临时保护期使用费纠纷还不能请求调解',
      'the patent is not granted, so the fee for the provisional period is not open to mediation yet',
    ],
    ['授权后再提出', 'come back when it is granted'],
  ),
  patent: guard(
    [
      '专利纠纷须先送达陈述意见通知书并取得被请求人同意',
      'in a patent dispute the respondent is heard and consents first',
    ],
    ['先送达陈述意见通知书', 'serve the notice to comment first'],
  ),
  'not-patent': guard(
    [
      '不是向机关请求的专利纠纷，不发陈述意见通知书',
      'this is no patent dispute before an authority, so no notice to comment is sent',
    ],
    ['直接受理', 'accept the mediation'],
  ),
  'both-agree': input(
    ['须双方同意，还缺：{missing}', 'both sides must agree; missing: {missing}'],
    ['取得对方同意后再办理', 'obtain the consent of both'],
  ),
  'agreement-content': input(
    ['调解协议缺少：{missing}', 'the agreement lacks: {missing}'],
    ['补齐后再签订', 'add them, then sign'],
  ),
  'instalments-sum': input(
    [
      '分期合计 {sum:fen}，与协议金额 {amount:fen} 不符',
      'the instalments add up to {sum:fen}, the agreement says {amount:fen}',
    ],
    ['改正分期或者总额', 'correct the instalments or the amount'],
  ),
  'effective-before-signed': input(
    [
      '生效日期 {effectiveOn} 早于签订日期 {signedOn}',
      'the day of effect {effectiveOn} is before that of signature, {signedOn}',
    ],
    ['改正日期', 'correct the days'],
  ),
  'more-than-owed': input(
    ['所填金额 {amount:fen} 超过尚欠的 {owed:fen}', 'the amount {amount:fen} is more than the {owed:fen} that is owed'],
    ['改正金额；多付的另行退还', 'correct the amount; what was paid too much goes back separately'],
  ),
  duty: input(
    ['有 {unknown} 项不是尚待履行的义务', '{unknown} of them are no duties that are left'],
    ['核对名称⟦；尚待履行的有：{left}⟧', 'check the names⟦; left are: {left}⟧'],
  ),
  'nothing-overdue': guard(
    [
      '没有到期未履行的义务⟦：第 {instalment} 期⟧⟦，履行期限 {due}⟧',
      'nothing is overdue⟦: instalment {instalment}⟧⟦, due {due}⟧',
    ],
    ['核对期次或者义务的名称；逾期后再提出', 'check the instalment or duty; come back when it is overdue'],
  ),
  'competent-bureau': input(
    ['{to}无权查处涉及{ip}的违法行为', '{to} does not punish violations of this kind of right: {ip}'],
    ['改送有权机关', 'name a bureau that does'],
  ),
} as const

const CONFIRMATION = {
  mediation: input(
    ['没有找到您可办理的这件调解', 'there is no such mediation of yours'],
    ['核对调解的编号', 'check the id of the mediation'],
  ),
  'agreement-stands': guard(
    ['没有有效的调解协议（{state}）', 'no agreement stands ({state})'],
    ['先签订调解协议', 'sign the agreement first'],
  ),
  'another-court': guard(
    ['已经向法院申请，不得重复申请⟦：{courts}⟧', 'a court has been asked already⟦: {courts}⟧'],
    ['等待其裁定，或者先撤回', 'wait for its ruling, or withdraw there first'],
  ),
  paper: input(
    ['签收的文书不是法院作出的“{made}”', 'the paper is not the one the court made: {made}'],
    ['改选法院作出的文书', 'choose the paper that the court made'],
  ),
  'already-served': guard(
    ['文书已于 {servedOn} 送达', 'the paper was served on {servedOn}'],
    ['不必再签收', 'nothing more is to be acknowledged'],
  ),
  'already-enforced': guard(
    ['第 {instalment} 期已经申请执行', 'enforcement of instalment {instalment} has been applied for already'],
    ['等待执行，或者改填其他期次', 'wait for it, or name another instalment'],
  ),
  'known-on': input(
    ['没有填写第三人知道的日期', 'the day on which the third party knew is not written'],
    ['填写知道或者应当知道之日，六个月内可以提出', 'write it; the objection comes within six months'],
  ),
  'no-objection': guard(['没有待处理的异议', 'no objection is pending'], ['不必处理', 'nothing is to be decided']),
  'objection-pending': guard(
    ['已有异议在处理中', 'an objection is pending already'],
    ['等待其处理结果', 'wait for its result'],
  ),
  'already-reopened': guard(
    ['已经另行调解', 'a new mediation has been opened already'],
    ['在新的调解上继续', 'go on with the new mediation'],
  ),
  'nothing-asked': guard(
    ['法院没有要求补充材料，不能按拒不补充处理', 'the court asked for nothing, so nothing was refused'],
    ['双方要求撤回的，写明双方签字', 'where both sides withdraw, write that both signed'],
  ),
} as const

export const MEDIATION = { ...MEDIATION_ITSELF, ...CONFIRMATION } as const
