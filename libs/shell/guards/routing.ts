import { guard, input } from '../sentence.js'

/** Transfers to the police and joint actions (rulebook 11.3, 11.7). */

const TRANSFER = {
  'nothing-verified': input(
    ['报告没有写明核实的数额或者情况', 'the report says neither an amount nor what was verified'],
    ['填写“数额”及其证据，或者“核实情况”', 'write the amounts with their evidence, or what was verified'],
  ),
  'unknown-matter': input(
    [
      '本机关没有所写的案件或者线索，或者其当事人没有查明',
      'your agency has no such case or lead, or its party is not known',
    ],
    [
      '核对编号，由办理机关提出；先查明当事人',
      'check the id, and leave it to whoever handles it; find out the party first',
    ],
  ),
  'unknown-metric': input(
    [
      '没有“{metric:code}”这项数额⟦，您是否要写“{nearest:code}”⟧',
      'there is no figure “{metric:code}”⟦; did you mean “{nearest:code}”⟧',
    ],
    ['可写：{known:code}', 'write one of: {known:code}'],
  ),
  'amount-without-evidence': input(
    ['{metric}（{value}）没有证据', '{metric} ({value}) has no evidence'],
    ['写明证据，或者删去该数额', 'name the evidence, or take the figure out'],
  ),
  'not-police': input(
    ['{to}不是公安机关', '{to} is no police organ'],
    ['改填有管辖权的公安机关', 'name the competent police'],
  ),
  'own-field': input(
    ['{to}就是本机关，属于自己管辖的不转送', '{to} is your own organ; what is yours is not forwarded'],
    ['自行审查决定是否立案', 'decide on the filing yourselves'],
  ),
  'no-procuratorate': guard(
    [
      '没有登记与{agency}同级的人民检察院，移送书无法抄送',
      'no procuratorate of the level of {agency} is registered for the copy',
    ],
    ['请运维人员补录机构', 'ask the operator to enter it'],
  ),
  complete: guard(
    ['材料已经签收为齐全，不再要求补正', 'the material was signed for as complete'],
    ['直接审查决定是否立案', 'go on to the decision'],
  ),
  'nothing-named': input(
    ['没有写明需要补正的材料', 'nothing is named that is missing'],
    ['一次写明全部需补正的材料', 'name everything that is missing at once'],
  ),
  'not-served': guard(
    ['所针对的文书没有送达⟦：{of}⟧', 'the paper it builds on has not been served⟦: {of}⟧'],
    ['先签收文书，填写收到日期', 'acknowledge the paper first, with the day of receipt'],
  ),
  'police-in-time': guard(
    ['公安机关的立案审查期限还没有超过（{state}）', 'the police still have time to decide ({state})'],
    ['超期或者不予立案后再要求说明理由', 'ask when the period has passed or they have refused'],
  ),
  'forward-instead': guard(
    [
      '不属于本机关管辖的，应当转送有管辖权的公安机关，不得不予立案',
      'what is not in your competence is forwarded, not refused',
    ],
    ['用“转送有管辖权的公安机关”', 'use the step that forwards it to the competent police'],
  ),
  'not-explained': guard(
    ['公安机关没有说明不立案理由', 'the police have not explained why they did not file'],
    ['收到说明，或者说明期限超过后再办理', 'act when the explanation has come or its period has passed'],
  ),
  'already-told': guard(
    ['已经告知行政执法机关', 'the agency has been told already'],
    ['不必再告知', 'nothing more is to be told'],
  ),
  'goods-of-another-matter': input(
    ['强制措施 {measure} 属于其他案件', 'measure {measure} belongs to another matter'],
    ['只移交本案的财物', 'hand over goods of this matter only'],
  ),
  'unknown-goods': input(
    ['没有找到这些强制措施：{missing}', 'these measures were not found: {missing}'],
    ['核对编号', 'check the ids'],
  ),
  'lists-differ': input(
    [
      '移交清单与财物不一致⟦：遗漏 {missing}⟧⟦：{name}清单 {listed}，实交 {delivered}⟧',
      'list and goods do not agree⟦: left out {missing}⟧⟦: of {name} {listed} are listed and {delivered} delivered⟧',
    ],
    ['核对后改正清单，本案的财物须全部移交', 'correct the list; all goods of the matter are handed over'],
  ),
  'fine-without-conviction': input(
    ['没有定罪判刑，不能有罚金 {fine:fen}', 'without a conviction there is no criminal fine of {fine:fen}'],
    ['删去罚金，或者改正结果', 'take the fine out, or correct the outcome'],
  ),
} as const

const JOINT = {
  'not-a-member': input(
    ['{agency}不是可以参加联合执法的单位', '{agency} may not take part in a joint action'],
    ['从方案中删去，或者改填成员单位', 'take it out of the plan, or name a member'],
  ),
  'agency-twice': input(
    ['{agency}在方案中出现两次', '{agency} stands in the plan twice'],
    ['合并为一项', 'make one entry of it'],
  ),
  'nobody-decides': input(
    ['没有单位负责作出处理决定', 'no agency decides on what is found'],
    ['至少写明一个作出处理决定的单位', 'name at least one agency that decides'],
  ),
  'lead-stays-away': input(
    ['牵头单位不在参加单位之中⟦：{lead}⟧', 'the lead agency is not among those that take part⟦: {lead}⟧'],
    ['把牵头单位写入职责分工', 'give the lead agency its part'],
  ),
  'plan-content': input(
    ['方案缺少：{missing}', 'the plan lacks: {missing}'],
    ['补齐后再提交', 'add them and submit again'],
  ),
  targets: input(
    ['这些查处对象没有分配：{missing}', 'these targets are not allocated: {missing}'],
    ['一次分配全部对象', 'allocate all targets at once'],
  ),
  notice: guard(
    ['行动日期为⟦ {day}⟧，通知最迟应在 {due} 发出', 'the action is⟦ on {day}⟧, and the notice was due on {due}'],
    ['情况紧急的，写明紧急理由', 'where it is urgent, write why'],
  ),
  'already-approved': guard(
    ['{agency}已经批准', '{agency} has approved already'],
    ['不必再批准', 'no further approval is needed'],
  ),
  heads: guard(
    ['这些单位的负责人还没有批准：{missing}', 'the heads of these have not approved: {missing}'],
    ['由各单位负责人先行批准', 'let each of them approve first'],
  ),
  'not-deciding': guard(
    ['{agency}不是对该对象作出处理决定的单位', '{agency} does not decide about this target'],
    ['由分配到该对象的单位标记', 'leave it to the agency that has the target'],
  ),
  'unknown-target': input(
    [
      '“{target}”不是行动的查处对象，无法确定权利类型',
      '“{target}” is no target of the action, so its right is not known',
    ],
    ['填写权利类型，或者改正对象', 'write the type of right, or correct the target'],
  ),
  'no-target': input(['没有写明查处对象', 'no target is named'], ['至少写明一个查处对象', 'name at least one target']),
  'no-office': guard(
    ['没有登记联席会议办公室，或者登记了多个', 'there is no joint-conference office, or more than one'],
    ['请运维人员核对机构', 'ask the operator to check the agencies'],
  ),
  'listed-already': input(
    ['该物品已在清单中：{hash}', 'this item is listed already: {hash}'],
    ['删去重复的物品', 'take the repeated item out'],
  ),
  absent: guard(
    ['{agency}没有人员到场', 'nobody of {agency} is there'],
    ['到齐后再开始，或者修改方案', 'start when all are there, or change the plan'],
  ),
  'not-in-the-plan': input(
    ['{agency}不在方案之中', '{agency} is not in the plan'],
    ['从到场人员中删去，或者修改方案', 'take it out, or change the plan'],
  ),
} as const

export const ROUTING = { ...TRANSFER, ...JOINT } as const
