import { guard, input } from '../sentence.js'

/** Leads (rulebook 11.1). */
export const LEAD = {
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
