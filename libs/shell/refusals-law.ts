import { row, type Row } from './sentence.js'

/** The codes of rulebook 11.16. */
export const LAW: Readonly<Record<string, Row>> = {
  ERR_SOD: row(
    403,
    [
      '同一人不得既办理又审核、主持听证或审批⟦（{step}）⟧',
      'the same person may not both handle and review, host or approve⟦ ({step})⟧',
    ],
    ['请由未参与办理的人员办理', 'leave it to somebody who did not handle the matter'],
  ),
  ERR_WRONG_APPROVER: row(
    403,
    [
      '您的职务不能办理此步骤⟦：须由{needed}办理⟧⟦，您的职务是{office}⟧⟦，您所在的机构是{agency}⟧',
      'your office may not take this step⟦: it is for {needed}⟧⟦; you act as {office}⟧⟦; your agency is {agency}⟧',
    ],
    ['提请有该职务的人员办理', 'ask somebody who holds that office'],
  ),
  ERR_NEED_CITY_HEAD: row(
    403,
    [
      '须经设区的市级以上监督检查部门主要负责人批准（反不正当竞争法第十六条）',
      'needs the approval of the head of a city-level bureau (FBZ 16)',
    ],
    ['报请市局主要负责人批准', 'ask the head of the city bureau'],
  ),
  ERR_NO_SELF_TRANSFER: row(
    403,
    [
      '收到分送材料的单位不得自行再分送（投诉举报处理办法第四十一条）',
      'a bureau that got it by dispatch may not send it on itself (TSJB 41)',
    ],
    ['退回原分送单位，由其重新分送', 'return it to the unit that sent it, which dispatches again'],
  ),
  ERR_USE_REDIRECT: row(
    422,
    [
      '无权处理的举报应告知举报人向有权机关提出，不作移送（投诉举报处理办法第三十四条）',
      'tell the reporter where to go instead of transferring the report (TSJB 34)',
    ],
    ['改用“告知举报人向有权机关举报”', 'take the step “Redirect the reporter”'],
  ),
  ERR_NO_RETRANSFER: row(
    409,
    [
      '受移送的机关不得再行移送（程序规定第十四条）',
      'the recipient of a transferred case may not transfer it again (PROC 14)',
    ],
    ['报请共同的上一级机关指定管辖', 'ask the common superior to designate'],
  ),
  ERR_MUST_ACCEPT: row(
    422,
    [
      '不得以材料不全为由不接受移送（公安机关办理刑事案件程序规定第一百八十条）',
      'incomplete material is no ground for not accepting a transfer (GAJG 180)',
    ],
    ['先签收，在二十四小时内一次告知补正', 'sign the receipt and ask for what is missing within 24 hours'],
  ),
  ERR_DOUBLE_FINE: row(
    409,
    [
      '同一违法行为不得给予两次以上罚款（行政处罚法第二十九条、第三十五条）⟦：{agencies}都要处罚“{target}”的“{act}”⟧⟦：拟罚款 {fine:fen}⟧⟦，刑事罚金 {criminalFine:fen}⟧⟦：见{of} {record:code}⟧⟦：当事人已因同类权利受罚（{cases}），本案没有写明是哪一行为⟧',
      'one act is not fined twice (CFF 29, 35)⟦: {agencies} would each punish “{act}” of “{target}”⟧⟦: intended {fine:fen}⟧⟦, criminal fine {criminalFine:fen}⟧⟦: see {of} {record:code}⟧⟦: the person has been punished before ({cases}), and this case does not say for which act it is⟧',
    ],
    [
      '改作不涉及罚款的处理，或等待刑事程序的结果；确为另一行为的，写明该行为',
      'decide without a fine, or wait for the criminal side; where it is another act, name it',
    ],
  ),
  ERR_LATE: row(
    409,
    ['期限已过⟦：{clock}⟧⟦：{right}⟧⟦，截止 {due}⟧', 'the time for it has passed⟦: {clock}⟧⟦: {right}⟧⟦, due {due}⟧'],
    [
      '届满后不能再办理；如有早于截止日的事实，请补录该事实',
      'it can be done no more; if a fact dated within the period was not recorded, record it',
    ],
  ),
  ERR_TOO_EARLY: row(
    409,
    [
      '时间未到⟦：{clock}⟧⟦，{opensAt} 起方可办理⟧⟦，自 {pausedSince} 起中止⟧',
      'it is too early⟦: {clock}⟧⟦, open from {opensAt}⟧⟦, stands still since {pausedSince}⟧',
    ],
    ['到时再办理', 'come back then'],
  ),
  ERR_JOINT: row(
    422,
    ['须由双方当事人共同提出⟦，还缺：{missing}⟧', 'both parties must act together⟦; missing: {missing}⟧'],
    ['补充双方签名后提交', 'submit it signed by both'],
  ),
  ERR_WRONG_COURT: row(
    422,
    [
      '该法院没有管辖权⟦：{court}⟧⟦，应向 {competent} 提出⟧',
      'this court is not competent⟦: {court}⟧⟦; it is {competent}⟧',
    ],
    ['向有管辖权的法院提出', 'apply to the competent court'],
  ),
  ERR_NEW_PENALTY: row(
    409,
    ['列入期间又受到较重处罚，不能提前移出', 'a newer heavier penalty stands against early removal'],
    ['待新的处罚期满后再申请', 'apply when the newer one has run its term'],
  ),
  ERR_NOTICE_MISSING: row(
    409,
    [
      '缺少应当先送达的告知（含听证权利、列入事项）⟦：{missing}⟧⟦，达到听证标准 {figure:fen}⟧',
      'the prior notice (hearing offer, listing section) is missing⟦: {missing}⟧⟦; the figure for a hearing is {figure:fen}⟧',
    ],
    [
      '把听证权利、拟列入事项写入告知书，送达并期满后再办理',
      'write the hearing offer and the intended listing into the notice, serve it and let its period run',
    ],
  ),
  ERR_CONSENT_MISSING: row(
    409,
    ['尚未取得上一级市场监督管理部门同意', 'the superior bureau has not consented'],
    ['先向上一级请示并取得同意', 'ask the superior bureau for its consent'],
  ),
  ERR_DOC_MISSING: row(
    422,
    ['缺少应当附送的文书⟦：{missing}⟧', 'papers that must be given are missing⟦: {missing}⟧'],
    ['补齐后再提交', 'add them and submit again'],
  ),
  ERR_CLOCK_RULE: row(
    409,
    [
      '不符合期限规则⟦：{clock}⟧⟦，{reason}⟧⟦，截止 {due}⟧⟦，最多延长 {times} 次⟧⟦：没有填写“{missing}”⟧',
      'against the rule of the period⟦: {clock}⟧⟦, {reason}⟧⟦, due {due}⟧⟦, extensions allowed: {times}⟧⟦: “{missing}” is not written⟧',
    ],
    [
      '延期须在届满前、按规定次数作出；届满的后果见该期限的条文',
      'an extension comes before the due day and only as often as the rule says; what follows the end is in the rule of the period',
    ],
  ),
  ERR_IDENTITY: row(
    422,
    [
      '对外文书和信息中不得出现举报人身份⟦：“{field}”中有{what}⟧',
      'the informant’s identity may not stand in what goes out⟦: “{field}” has {what}⟧',
    ],
    [
      '删除相关内容；不写举报人的姓名、联系方式和编号',
      'take it out; write neither name, contact nor number of a reporter',
    ],
  ),
  ERR_STATE: row(
    409,
    [
      '当前状态⟦“{state}”⟧不能办理此步骤⟦；可在：{from}⟧',
      'not possible in this state⟦: {state}⟧⟦; possible in: {from}⟧',
    ],
    ['先办现在可以办的步骤，记录上已列出（may）', 'take a step that may be taken now: the record lists them (may)'],
  ),
  ERR_GUARD: row(
    409,
    ['不符合办理条件', 'a condition does not hold'],
    ['对照 facts 中的事实和数字处理', 'look at the facts and numbers in “facts”'],
  ),
  ERR_HEAVIER: row(
    422,
    [
      '不得因当事人申辩或者听证而加重处罚（行政处罚法第四十五条）⟦：告知和拟定的罚款分别为 {fine:fen}⟧⟦：告知和拟定的没收分别为 {confiscation:fen}⟧⟦：增加了{added}⟧',
      'the penalty may not be heavier because the party defended itself (CFF 45)⟦: the fine notified and intended: {fine:fen}⟧⟦: the confiscation notified and intended: {confiscation:fen}⟧⟦: added {added}⟧',
    ],
    ['按不重于告知的内容决定；有新的事实须重新告知', 'decide no heavier than notified; new facts need a new notice'],
  ),
  ERR_NOT_LISTABLE: row(
    409,
    [
      '不符合列入条件：没有所列行为、没有较重处罚，或当事人已证明没有主观故意⟦（缺：{lacking}）⟧',
      'not listable: no listed conduct, no heavier penalty, or no intent⟦ (lacking: {lacking})⟧',
    ],
    [
      '先作出较重行政处罚；条件不具备的，不再列入',
      'decide the heavier penalty first; where a condition is not met, drop the listing',
    ],
  ),
  ERR_WRONG_LEVEL: row(
    422,
    [
      '应移送同级公安机关（国务院令第310号第五条）⟦：{to}⟧⟦，应为 {expected}⟧',
      'it goes to the police of the same level (GWY310 5)⟦: {to}⟧⟦, should be {expected}⟧',
    ],
    ['改送同级公安机关', 'send it to the police of the same level'],
  ),
  ERR_OUT_OF_REGION: row(
    422,
    [
      '跨区域执法须有当地机关参加（行政执法监督条例第十一条）⟦：{agency}在{region}⟧',
      'outside the region only with the local agency (ZFJD 11)⟦: {agency} in {region}⟧',
    ],
    ['请当地机关参加', 'have the local agency take part'],
  ),
  ERR_DOUBLE_SEAL: row(
    409,
    [
      '物品已被其他机关查封、扣押（行政强制法第二十三条）⟦：{authority}⟧⟦：见 {measures}⟧',
      'the goods are already sealed or seized by another authority (QZF 23)⟦: {authority}⟧⟦: see {measures}⟧',
    ],
    ['与已查封、扣押的机关联系', 'turn to the authority that holds them'],
  ),
  ERR_NOT_MEDIABLE: row(
    422,
    ['该事项不属于可调解的范围', 'this is not open to mediation'],
    ['按其他途径处理', 'use another channel'],
  ),
  ERR_NO_BASIS: row(
    422,
    [
      '没有规定可以作此告知或披露（投诉举报处理办法第三十六条、第三十七条）',
      'no rule provides for this notification or disclosure (TSJB 36, 37)',
    ],
    ['不作告知', 'do not send it'],
  ),
  ERR_DATE: row(
    422,
    [
      '日期不成立⟦：{field} {given}⟧⟦，不得早于 {notBefore}⟧⟦，不得晚于 {notAfter}⟧',
      'the date cannot be⟦: {field}, {given}⟧⟦, must not be before {notBefore}⟧⟦, must not be after {notAfter}⟧',
    ],
    [
      '改正日期；晚录的行为按实际发生时间填写',
      'correct it; an act recorded late carries the time at which it happened',
    ],
  ),
  ERR_TOO_MANY: row(
    429,
    [
      '一小时内对该记录被拒绝的尝试过多⟦：{refusedInTheLastHour} 次，上限 {limit} 次⟧，请稍后再试',
      'too many refused attempts on this record in an hour⟦: {refusedInTheLastHour}, at most {limit}⟧; try again later',
    ],
    [
      '先看记录上写明的原因：暂不能做的每一步都有',
      'look first at the reasons on the record: every step that may not be taken has its own',
    ],
  ),
  ENCLOSURE_MISSING: row(
    200,
    ['提示：有附件未附⟦：{missing}⟧⟦（{reason}）⟧', 'note: something is not enclosed⟦: {missing}⟧⟦ ({reason})⟧'],
    ['可在补正时补送', 'it can be supplied later'],
  ),
  TITLE_CLAUSE: row(
    200,
    [
      '提示：协议含有确权内容⟦：{words}⟧，法院不予确认',
      'note: the agreement speaks of ownership or validity⟦: {words}⟧; a court will not confirm that',
    ],
    ['申请确认前删除该条款', 'take the clause out before applying'],
  ),
}
