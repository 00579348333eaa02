import { guard, input } from '../sentence.js'

/** Listing, publicity, repair and objection (rulebook 11.11, 11.12). */
export const CREDIT = {
  agency: input(
    ['没有代码为“{of:code}”的机构', 'there is no agency with the code “{of:code}”'],
    ['核对信息提供单位的代码', 'check the code of the provider'],
  ),
  'what-follows': input(
    [
      '异议成立的须写明处理方式，不成立的不写',
      'an objection that is upheld says what follows, one that is dismissed says nothing',
    ],
    ['成立的选更正或者移出；不成立的留空', 'choose correction or removal when upheld; else leave it empty'],
  ),
  'already-accepted': guard(
    ['申请已经受理', 'the application is accepted already'],
    ['直接作出决定', 'go on to the decision'],
  ),
  'not-accepted': guard(
    ['申请没有受理，不能准予', 'the application is not accepted, so it cannot be approved'],
    ['先受理；不符合条件的可以直接不予', 'accept it first; a refusal may come at once'],
  ),
  performed: guard(
    ['行政处罚决定没有履行完毕', 'the penalty has not been performed'],
    ['履行完毕并登记后再申请', 'apply when it is performed and recorded'],
  ),
  'harm-removed': guard(
    ['没有消除不良后果', 'the harm has not been removed'],
    ['消除后再申请，并勾选该项', 'apply when it is, and say so'],
  ),
  corrected: guard(
    ['没有纠正违法行为', 'the act has not been corrected'],
    ['纠正后再申请，并勾选该项', 'apply when it is, and say so'],
  ),
  'listing-dropped': guard(
    ['本件已经不予列入', 'the listing was dropped'],
    ['不必再办理', 'nothing more is to be done'],
  ),
  'consent-awaited': guard(
    ['已经请示，上一级没有答复', 'it has been asked and has not answered'],
    ['等待上一级答复', 'wait for its answer'],
  ),
  'consent-refused': guard(
    ['上一级不同意列入，本件已经终结', 'it refused, and the listing has ended'],
    ['不必再办理', 'nothing more is to be done'],
  ),
  superior: guard(
    ['没有登记{agency}的上一级机关', 'no superior of {agency} is registered'],
    ['请运维人员补录机构的上级', 'ask the operator to enter it'],
  ),
  'test-out': guard(
    ['名为“{test}”的检测鉴定已经委托，结果没有收到', 'the test “{test}” is out already'],
    ['等待结果，或者另取名称', 'wait for the result, or give another name'],
  ),
  'test-not-out': guard(
    ['没有委托过名为“{test}”的检测鉴定，或者结果已经收到', 'no test named “{test}” is out'],
    ['核对名称', 'check the name'],
  ),
  case: input(
    ['本机关没有所写的行政处罚案件', 'your bureau has no such penalty case'],
    ['核对案件编号', 'check the id of the case'],
  ),
  fraud: guard(
    ['没有发现隐瞒真实情况、弄虚作假，不能恢复列入', 'no concealment or fraud was found, so nothing is restored'],
    ['查实后再恢复列入', 'restore it when that is established'],
  ),
  'already-stopped': guard(['已经停止', 'it has been stopped already'], ['不必再办理', 'nothing more is to be done']),
  'not-public': guard(
    ['没有公示，或者已经撤回', 'it is not public, or has been withdrawn'],
    ['不必撤回', 'nothing is to be withdrawn'],
  ),
} as const
