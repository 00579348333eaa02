import { guard, input } from '../sentence.js'

/** Leads, cases and measures (rulebook 11.1, 11.2, 11.2a). */

const LEAD = {
  'told-already': guard(
    ['处理结果已经告知过', 'the result has been told already'],
    ['无需再办；结果变更后可再次告知', 'nothing is left to do; another result is told again'],
  ),
  'done-already': guard(
    ['该事项已经办理⟦：{where}⟧', 'this has been done already⟦: {where}⟧'],
    ['无需再办', 'nothing is left to do'],
  ),
  'unknown-channel': input(
    [
      '没有“{channel:code}”这个来源渠道⟦，您是否要写“{nearest:code}”（{nearest}）⟧',
      'there is no channel “{channel:code}”⟦; did you mean “{nearest:code}” ({nearest})⟧',
    ],
    ['可写：{known:code}', 'write one of: {known:code}'],
  ),
  'may-not-verify': input(
    ['{agency}不核查线索，不能自行处理', '{agency} does not verify leads and cannot handle one itself'],
    [
      '登记为不自行处理，再分送有权核查的机关',
      'register it as not handled here, then send it to a bureau that verifies',
    ],
  ),
  'unknown-ip': input(
    [
      '没有“{ip:code}”这个权利类型⟦，您是否要写“{nearest:code}”⟧',
      'there is no type of right “{ip:code}”⟦; did you mean “{nearest:code}”⟧',
    ],
    ['可写：{known:code}', 'write one of: {known:code}'],
  ),
  'unknown-agency': input(
    [
      '没有代码为“{agency:code}”的机构⟦，您是否要写“{nearest:code}”（{nearest}）⟧',
      'there is no agency with the code “{agency:code}”⟦; did you mean “{nearest:code}” ({nearest})⟧',
    ],
    ['核对机构代码后再填', 'check the code of the agency and write it again'],
  ),
  'not-competent': input(
    ['{agency}无权查处涉及{ip}的违法行为', '{agency} does not enforce rights of the kind: {ip}'],
    ['改送有权机关⟦：{competent}⟧', 'name an agency that does⟦: {competent}⟧'],
  ),
  'no-concrete-clue': input(
    ['举报应当有具体的违法线索，线索内容没有填写', 'a report needs a concrete clue, and none is written'],
    ['填写线索内容：何人、何时、何地、何种行为', 'write the clue: who, when, where and what'],
  ),
  'anonymous-with-reporter': input(
    ['既选了匿名，又填了举报人', 'it is marked anonymous and names a reporter as well'],
    ['匿名的删去举报人；实名的取消匿名', 'take the reporter out, or do not mark it anonymous'],
  ),
  'channel-not-online': input(
    [
      '“{channel:code}”不能在网上提交⟦，您是否要写“{nearest:code}”（{nearest}）⟧',
      'nothing of the channel “{channel:code}” is submitted online⟦; did you mean “{nearest:code}” ({nearest})⟧',
    ],
    ['可写：{known:code}', 'write one of: {known:code}'],
  ),
  'complaint-needs-name': input(
    [
      '投诉要由行政机关为您调解，不能匿名：没有填写姓名和联系方式',
      'a complaint is mediated for you and cannot be anonymous: your name and how to reach you are missing',
    ],
    [
      '填写姓名和联系方式；不愿具名的，请改为举报',
      'write your name and how to reach you; to stay anonymous, make a report instead',
    ],
  ),
  'identity-not-asked': guard(
    ['没有待同意的查看申请', 'nobody has asked to see who reported'],
    ['先由受理人员说明用途和理由提出申请', 'an intake officer asks first and says what for and why'],
  ),
  'identity-asked-by-another': guard(
    ['申请是另一人提出的，只有申请人可以查看', 'somebody else asked, and only whoever asked may look'],
    ['由申请人查看，或者自己提出申请', 'leave it to that person, or ask yourself'],
  ),
  'identity-not-agreed': guard(
    ['还没有第二人同意', 'no second person has agreed yet'],
    ['请本机关负责人同意', 'ask the responsible person of the agency to agree'],
  ),
  'identity-agreed-long-ago': guard(
    ['同意查看的时限已过（{until}）', 'the time to look is over ({until})'],
    ['重新申请', 'ask again'],
  ),
  'no-access-code': guard(
    ['没有查询码的提交不能受理', 'nothing is taken in without an access code'],
    ['在公众页面提交，提交后会给您查询码', 'submit on the public pages, which give you an access code'],
  ),
  'no-earlier-lead': input(
    ['没有找到所指的在先线索，或所指的就是本线索', 'the earlier lead was not found, or it is this one'],
    ['核对在先线索的编号', 'check the id of the earlier lead'],
  ),
  complaint: guard(
    [
      '两件中有投诉；投诉按投诉程序办理，不作重复举报处理',
      'one of the two is a complaint, which has its own track and is no repeated report',
    ],
    ['按投诉的步骤办理', 'take the steps for complaints'],
  ),
  'other-agency': guard(
    [
      '在先线索由另一机关办理，不是向本机关的重复举报',
      'the earlier lead is with another agency, so this is no repeat here',
    ],
    ['单独办理，或者分送该机关', 'handle it on its own, or dispatch it there'],
  ),
  'other-reporter': guard(
    [
      '两件不是同一举报人，或者有匿名举报，不能认定为重复举报',
      'the two have different reporters, or one is anonymous, so this is no repeat',
    ],
    ['单独办理，或者用“合并线索”关联', 'handle it on its own, or link the two'],
  ),
  'other-target': input(
    ['两件所举报的不是同一当事人', 'the two are not about the same person'],
    ['单独办理', 'handle it on its own'],
  ),
  'goods-held': guard(
    ['还有 {measures:count} 项先行登记保存或者查封扣押没有处理', '{measures:count} measures still hold goods'],
    ['先处理保存、查封扣押的财物，或者立案', 'deal with the goods first, or file the case'],
  ),
  'not-a-complaint': guard(
    ['本件来源是“{channel}”，不是投诉', 'this came as “{channel}” and is no complaint'],
    ['按线索核查的步骤办理', 'take the steps of verification'],
  ),
  'rights-not-told': guard(
    [
      '取证前应当告知当事人权利，记录为未告知',
      'the party must be told its rights before evidence is taken, and was not',
    ],
    ['告知权利并记录后再取证', 'tell the rights, record it, then take the evidence'],
  ),
  officers: input(
    [
      '{agency}的执法人员不得少于 {needed} 人，现为 {officers} 人',
      '{agency} needs at least {needed} officers; there are {officers}',
    ],
    ['补充执法人员；同一人、同一证件只算一次', 'add officers; one person and one licence count once'],
  ),
  'test-name-used': input(
    ['已有名为“{test}”的检验鉴定', 'there is a test named “{test}” already'],
    ['另取一个名称', 'give it another name'],
  ),
  'measure-of-another-lead': input(
    ['强制措施 {measure} 不属于本线索', 'measure {measure} is not of this lead'],
    ['核对强制措施的编号', 'check the id of the measure'],
  ),
  'measure-of-another-case': input(
    ['强制措施 {measure} 不属于本案', 'measure {measure} is not of this case'],
    ['核对强制措施的编号', 'check the id of the measure'],
  ),
  'no-such-test': guard(
    ['没有委托过名为“{test}”的检验鉴定，或者结果已经收到', 'no test named “{test}” is out'],
    ['核对名称⟦；尚未收到结果的有：{open}⟧', 'check the name⟦; still out: {open}⟧'],
  ),
  'handler-itself': guard(
    ['登记时已定为本机关自行处理，不再分送', 'it was registered as handled by the agency itself and is not dispatched'],
    ['直接开始核查；不属本机关管辖的，移送其他部门', 'start to verify, or transfer it to another department'],
  ),
  'same-agency': input(
    ['{agency}就是现在办理的机关', '{agency} is the agency that has it now'],
    ['改填另一机关', 'name another agency'],
  ),
  'county-level': input(
    [
      '投诉由县级机关处理，{agency}不是县级机关（投诉举报处理办法第十三条）',
      'complaints are handled at county level, and {agency} is not (TSJB 13)',
    ],
    ['改送实际经营地的县级机关', 'dispatch it to the county bureau of the place of business'],
  ),
  'earlier-lead-closed': guard(
    ['在先线索已经了结（{state}），不能并入', 'the earlier lead is closed ({state}) and takes nothing in'],
    ['本件单独办理', 'handle this one on its own'],
  ),
  'reporter-not-named': guard(
    ['举报人没有实名，无从告知', 'the reporter gave no name, so there is nobody to notify'],
    ['不作告知', 'do not notify'],
  ),
  'not-a-report': guard(
    ['本件来源是“{channel}”，不是举报', 'this came as “{channel}” and is no report'],
    ['用“移送其他部门”送往有权机关', 'transfer it to the competent department'],
  ),
  'dispatched-is-returned': guard(
    [
      '本件由{registrar}分送，不属管辖的应当退回',
      'it was dispatched by {registrar}; what is not yours goes back there',
    ],
    ['退回{registrar}', 'return it to {registrar}'],
  ),
  'not-dispatched': guard(
    ['本件不是分送来的，无处可退', 'it was not dispatched here, so there is nowhere to return it'],
    ['不属管辖的，移送其他部门', 'transfer it to another department'],
  ),
  'nobody-asked': guard(
    ['本件来源是“{channel}”，没有通报单位等待反馈', 'this came as “{channel}”, and nobody waits for feedback'],
    ['不作反馈', 'send no feedback'],
  ),
  'split-already': guard(
    ['投诉和举报已经分开过', 'complaint and report have been split already'],
    ['在分出的线索上继续', 'go on with the lead that was split off'],
  ),
  'complaint-is-mediated': guard(
    ['投诉不作立案核查，应当受理后调解', 'a complaint is not verified for filing but accepted and mediated'],
    ['受理投诉；发现违法线索的，先分开', 'accept the complaint; split off a violation first'],
  ),
  'to-be-dispatched': guard(
    ['登记时没有定为本机关处理，也没有分送', 'it is neither handled by the agency itself nor dispatched'],
    ['先分送到有管辖权的机关', 'dispatch it to the competent bureau first'],
  ),
  'receipt-not-acknowledged': guard(
    ['材料还没有签收，核查期限无从起算', 'receipt of the material is not acknowledged, so the period has no beginning'],
    ['先签收线索材料', 'acknowledge receipt first'],
  ),
  'same-field': input(
    [
      '{to}与本机关属同一系统，不能以“移送其他部门”送出',
      '{to} is of the same field, so this is no transfer to another department',
    ],
    ['由登记单位分送，或者报请指定管辖', 'have the registrar dispatch it, or ask for designation'],
  ),
  'not-transferred': guard(
    ['本件不是移送来的，不必报请指定管辖', 'it did not come by transfer, so no designation is asked for'],
    ['不属管辖的，移送有管辖权的机关', 'transfer it to the competent agency'],
  ),
  'asked-already': guard(
    ['已经报请指定管辖', 'designation has been asked for already'],
    ['等待上级决定', 'wait for the superior’s decision'],
  ),
  'no-superior': guard(
    ['没有登记{agency}的上级机关', 'no superior of {agency} is registered'],
    ['请运维人员补录机构的上级', 'ask the operator to enter the superior of the agency'],
  ),
  'received-already': guard(
    ['材料已于 {receivedOn} 签收', 'receipt was acknowledged on {receivedOn}'],
    ['不必再签收', 'nothing more is to be acknowledged'],
  ),
  'figure-without-evidence': input(
    ['这些数额没有对应的证据：{figures}', 'these figures have no evidence: {figures}'],
    ['为每个数额写明证据，或者删去该数额', 'name the evidence of each figure, or take the figure out'],
  ),
  'unknown-act': input(
    ['该权利没有这些行为方式：“{acts:code}”', 'the right knows no such kinds of act: “{acts:code}”'],
    ['可写：{known:code}', 'write of these: {known:code}'],
  ),
  'unknown-to-the-rules': input(
    [
      '规则中没有所填的数额、情节或者罪名⟦：{why}⟧',
      'the rules do not know a figure, flag or offence that is given⟦: {why}⟧',
    ],
    ['按规则中的代码改正', 'write the codes of the rules'],
  ),
} as const

const CASE = {
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

const MEASURE = {
  'lead-or-case': input(
    ['须写明线索或者案件，且只写一个', 'name the lead or the case, and only one of them'],
    ['已立案的写案件，未立案的写线索', 'name the case where there is one, else the lead'],
  ),
  'unknown-lead-or-case': input(
    ['本机关没有所写的线索或者案件', 'your bureau has no such lead or case'],
    ['核对编号，由办理机关采取措施', 'check the id, and leave the measure to the bureau that has the matter'],
  ),
  'not-in-investigation': guard(
    [
      '所写的线索或者案件不在核查、调查中⟦（{state}）⟧',
      'the lead or case is not under verification or investigation⟦ ({state})⟧',
    ],
    ['开始核查或者立案后再采取措施', 'take the measure once it is'],
  ),
  'sealed-goods': input(
    [
      '措施 {measure} 没有查封扣押这里登记保存的财物⟦（{state}）⟧',
      'measure {measure} does not hold the goods that are preserved here⟦ ({state})⟧',
    ],
    ['先查封扣押同一批财物，再填其编号', 'seal the same goods first and write its id'],
  ),
  'no-disposal': input(
    ['没有选定处理方式', 'no way of disposal is chosen'],
    ['从退还、复制、送检、转为查封扣押中选择', 'choose to return, copy, send to appraisal or seal'],
  ),
  'case-decided': guard(
    [
      '案件已经决定或者没有找到⟦（{state}）⟧，不能再延长',
      'the case is decided or was not found⟦ ({state})⟧, so nothing is extended',
    ],
    ['按决定处理财物，或者解除', 'deal with the goods by the decision, or lift the measure'],
  ),
  'not-expired': guard(
    ['期限没有届满（{state}），不能以届满为由解除', 'the period has not expired ({state})'],
    ['改选“不再需要”等事由', 'choose another ground'],
  ),
  'nothing-to-report': guard(
    ['不是当场实施的紧急措施，或者已经报告', 'it was not taken on the spot, or it has been reported already'],
    ['不必再报告', 'nothing is to be reported'],
  ),
} as const

export const INTAKE = { ...LEAD, ...CASE, ...MEASURE } as const
