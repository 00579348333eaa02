import { guard, input } from '../sentence.js'

/** Administrative cases (rulebook 11.2). */
export const CASE = {
  'unknown-lead': input(
    ['本机关没有这些线索：{leads}', 'your bureau has no such leads: {leads}'],
    ['核对线索编号，只写本机关办理的线索', 'check the ids, and name leads of your own bureau only'],
  ),
  'lead-not-in-verification': guard(
    ['这些线索不在核查中：{leads}', 'these leads are not in verification: {leads}'],
    ['先开始核查；已了结的不再立案', 'start to verify first; what is closed is not filed'],
  ),
  'leads-of-several-persons': input(
    ['这些线索不是同一当事人：{leads}', 'these leads are about different persons: {leads}'],
    ['按当事人分别立案', 'file one case for each person'],
  ),
  'measures-of-others': input(
    ['这些强制措施不属于本案或者本机关：{measures}', 'these measures are not of this case or bureau: {measures}'],
    [
      '核对编号，只写本案的；退还的须在处理的之内',
      'check the ids; name those of this case, and return only what is dealt with',
    ],
  ),
  'party-known': input(
    ['没有可补充的信息⟦：{missing} 已经写明⟧', 'there is nothing to complete⟦: {missing} stands already⟧'],
    ['只填尚未写明的住所或者法定代表人', 'write only the address or representative that is not there yet'],
  ),
  'act-named': input(
    ['立案时已写明违法行为：{act}', 'the case was filed for the act {act}'],
    ['不再另写违法行为', 'leave the act out'],
  ),
  'replaced-case-not-revoked': guard(
    ['原案没有找到，或者其决定没有撤销⟦（{state}）⟧', 'the earlier case was not found or is not revoked⟦ ({state})⟧'],
    ['先撤销原决定，再重新立案', 'revoke the earlier decision first'],
  ),
  'filing-conditions': guard(
    ['立案条件不具备（程序规定第十九条）：{unmet}', 'conditions of filing are not met (PROC 19): {unmet}'],
    ['不予立案，或者补充核查后再立案', 'decline to file, or verify further'],
  ),
  'party-unknown': input(
    ['当事人没有查明', 'the party is not known'],
    ['填写当事人，或者列出已写明当事人的线索', 'write the party, or name a lead that has it'],
  ),
  'right-unknown': input(
    ['权利类型没有确定', 'the type of right is not known'],
    ['填写权利类型，或者先对线索分类', 'write the type of right, or classify the lead first'],
  ),
  'public-notice-running': guard(
    ['{of}的公告送达期间还没有届满', 'the public notice of the {of} is still running'],
    ['公告期满视为送达后再办理', 'come back when the notice has run its term and counts as served'],
  ),
  'nothing-to-acknowledge': guard(
    ['没有等待签收的文书⟦：{of}⟧', 'no paper waits to be acknowledged⟦: {of}⟧'],
    ['核对文书种类；已送达的不必签收', 'check which paper it is; one that was served is not acknowledged again'],
  ),
  'remedies-open': guard(
    [
      '复议、诉讼期限还没有届满，或者救济还没有结束（已提起 {challenges} 件）',
      'the remedies are still open ({challenges} brought so far)',
    ],
    ['期限届满或者救济结束后再申请', 'apply when they have expired or ended'],
  ),
  'no-reminder-served': guard(
    ['催告书没有送达当事人', 'the reminder has not been served'],
    ['先催告并送达，满十个工作日后再申请', 'serve the reminder first; ten working days later apply'],
  ),
  'already-challenged': guard(
    ['对该决定已经提起{kind}', '{kind} has been brought against the decision already'],
    ['等待其结果', 'wait for its result'],
  ),
  'not-challenged': guard(
    ['没有正在进行的{kind}', 'no {kind} is under way'],
    ['核对救济种类', 'check which remedy it is'],
  ),
  convicted: guard(
    [
      '只有刑事判决有罪后才能这样办理⟦；现在的结果是：{outcome}⟧',
      'this follows a conviction only⟦; the outcome is: {outcome}⟧',
    ],
    [
      '等待刑事结果；不追究刑事责任的，案件自行恢复办理',
      'wait for the outcome; without a conviction the case comes back by itself',
    ],
  ),
  'tests-out': guard(
    ['检验鉴定结果没有收到：{tests}', 'test results are still out: {tests}'],
    ['收到结果并登记后再终结调查', 'enter the results, then close the investigation'],
  ),
  'not-overdue': guard(
    [
      '没有逾期未履行的义务：尚欠 {remaining:fen}，缴款期限没有超过',
      'nothing is overdue: {remaining:fen} is left, and the last day for it has not passed',
    ],
    ['逾期后再催告', 'urge when it is overdue'],
  ),
  'nothing-ended-yet': guard(
    [
      '决定没有履行完毕，执行也没有终结，不能结案',
      'nothing has been performed or ended yet, so the case is not closed',
    ],
    ['履行完毕、执行终结后再结案', 'close it when it is performed or enforcement has ended'],
  ),
  'penalty-and-outcome': input(
    [
      '处理结果“{outcome}”与处罚内容不一致：处罚须写明内容，其他结果不得有处罚',
      'the outcome “{outcome}” and the penalty do not agree: a penalty says what it consists of, any other outcome has none',
    ],
    ['补填罚款、没收或者处罚种类，或者删去', 'write fine, confiscation or kinds, or take them out'],
  ),
  'fine-of-nothing': input(
    ['处罚种类写了罚款，没有写罚款数额', 'a fine is among the kinds, and its amount is not written'],
    ['填写罚款数额（分）；不罚款的，从种类中删去', 'write the fine in fen, or take it out of the kinds'],
  ),
  'collective-outcome': guard(
    [
      '集体讨论的结果⟦是“{discussed}”⟧不同，不能决定为“{outcome}”',
      'the collective discussion came to another result⟦, “{discussed}”⟧, not to “{outcome}”',
    ],
    ['按讨论结果决定，或者重新提请讨论', 'decide as discussed, or discuss it again'],
  ),
  deferral: input(
    [
      '不能延期至 {until}：尚欠本金 {principal:fen}，延至的日期须晚于 {today}',
      'it cannot be put off to {until}: {principal:fen} is owed, and the day must be after {today}',
    ],
    ['填写今天以后的日期；没有欠款的不必延期', 'write a later day; where nothing is owed nothing is deferred'],
  ),
  'instalment-plan': input(
    [
      '分期合计 {sum:fen}，尚欠本金 {principal:fen}；各期须合计相等，并按日期先后排列、晚于今天',
      'the parts add up to {sum:fen}, {principal:fen} is owed; they must add up and follow one another after today',
    ],
    ['改正各期金额和日期', 'correct the amounts and days of the parts'],
  ),
  'until-in-the-past': input(
    ['退款期限 {until} 早于今天 {today}', 'the day {until} for the refund is before today, {today}'],
    ['填写今天或者以后的日期', 'write today or a later day'],
  ),
  'not-published': guard(
    [
      '处理结果为“{outcome}”，不予处罚的决定和仅给予警告的处罚不公示',
      'the outcome is “{outcome}”; decisions without penalty and mere warnings are not published',
    ],
    ['不作公示', 'do not publish it'],
  ),
  'nothing-published': guard(
    ['没有公示过，或者已经撤回', 'nothing is published, or it has been withdrawn already'],
    ['不必撤回', 'nothing is to be withdrawn'],
  ),
  'no-such-duty': guard(
    ['决定中没有这项尚待履行的义务', 'the decision has no such duty left'],
    ['可写的义务⟦：{duties}⟧；均已履行的不必再记', 'write a duty that is left⟦: {duties}⟧'],
  ),
  'neither-defence-nor-hearing': guard(
    [
      '当事人没有陈述申辩，也没有听证，没有新的事实可查',
      'there was neither a defence nor a hearing that could bring new facts',
    ],
    ['直接作出决定', 'go on to the decision'],
  ),
  'asks-itself': input(
    ['协助机关就是本机关', 'the agency that is asked is your own'],
    ['改填其他机关', 'name another agency'],
  ),
  'hearing-not-in-scope': guard(
    ['告知书没有告知听证权利，本案不在听证范围内', 'the notice offered no hearing; the case is not in scope'],
    ['提出书面陈述申辩', 'submit a defence instead'],
  ),
  'no-hearing-held': guard(['听证没有举行', 'no hearing has been held'], ['先举行听证', 'hold the hearing first']),
  'hearing-day-to-come': input(
    ['听证日期 {day} 须晚于今天 {today}', 'the day of the hearing, {day}, must be after today, {today}'],
    ['改填以后的日期，并留出提前七个工作日通知的时间', 'choose a later day, with seven working days for the notice'],
  ),
  'hearing-day-too-near': input(
    [
      '听证定于 {day}，须提前七个工作日（最迟 {due}）通知当事人，今天已是 {today}',
      'for a hearing on {day} the party is told seven working days before, by {due}; today is {today}',
    ],
    ['改填更晚的日期', 'choose a later day'],
  ),
  'hearing-not-scheduled': guard(
    ['没有确定听证日期', 'no day is set for the hearing'],
    ['先安排听证', 'schedule the hearing first'],
  ),
  'hearing-not-notified': guard(
    ['听证通知书没有送达', 'the notice of the hearing has not been served'],
    [
      '提前七个工作日送达听证通知书；来不及的，另定听证日期',
      'serve it seven working days ahead; where it is too late for that, set another day',
    ],
  ),
  'hearing-on-another-day': guard(
    ['听证定于 {day}，今天是 {today}', 'the hearing is on {day}, today is {today}'],
    [
      '在定好的日期举行；该日已过的，另定日期并重新通知',
      'hold it on that day; if it is over, set another and give notice again',
    ],
  ),
  'criminal-side-pending': guard(
    ['案件已移送公安机关，刑事程序没有结束', 'the case is with the police, and the criminal side has not ended'],
    [
      '等待刑事结果；不追究刑事责任的，案件自行恢复办理',
      'wait for the outcome; without a conviction the case comes back by itself',
    ],
  ),
  'notice-content': input(
    ['公告送达告知书须写明告知内容', 'a notice that is served by public notice needs its content'],
    ['填写告知内容：事实、理由、依据和拟处罚内容', 'write the notice: facts, reasons, basis and intended penalty'],
  ),
  'own-jurisdiction': input(
    ['{to}就是本机关', '{to} is your own agency'],
    ['改填有管辖权的其他机关', 'name the agency that has jurisdiction'],
  ),
} as const
