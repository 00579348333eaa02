import type { Title } from '#kernel'

/** What else there is to know of a field: what its description says after the semicolon, and the same in Chinese. */
const HINTS: Readonly<Record<string, string>> = {
  'left out: today': '不填即当日',
  'today when left out': '不填即当日',
  'null: not received yet': '尚未收到的，注明没有日期',
  'left out: today, null: not served yet': '不填即当日；尚未送达的，注明没有日期',
  'left out: today, null: not yet': '不填即当日；尚未收到的，注明没有日期',
  'null where none is agreed': '没有约定的，注明没有日期',
  'null where no day is agreed': '没有约定的，注明没有日期',
  '18 signs': '18 位',
  'of a natural person, kept sealed': '自然人填写，密封保存',
  'platform and number or address': '平台和店铺编号或者网址',
  'amounts add up over whoever stands behind': '同一控制人的数额累计计算',
  'the law treats both as persons': '法律上均按自然人对待',
  'where it does business': '经营场所',
  'of an organisation: decisions name it': '单位填写，写入决定书',
  'an on-site record needs it': '制作现场笔录的须填写',
  'its number': '填写编号',
  'number of the decision': '填写决定书文号',
  'what belongs to which track': '写明各部分走哪一条路径',
  'all who verify when left out': '不填即全部核查人员',
  'all in charge when left out': '不填即全部办案人员',
  'the actor when left out': '不填即本人',
  'by collective discussion': '集体讨论决定的填写',
  'name and office': '写明姓名和职务',
  'day and amount': '每期的日期和金额',
  'one fine for each': '一个违法行为只罚一次款',
  'all when left out': '不填即全部',
  'left out: all that are open': '不填即全部未解除的',
  'that of the first lead when left out': '不填即第一条线索的当事人',
  'what tells them apart': '用来区分的标记',
  'left out: those of the evaluation': '不填即分析时的数额',
  'left out: unless something was named as missing': '不填：没有写明缺件的即为齐全',
  'left out: what was named when it was sent': '不填即移送时写明的缺件',
  'incomplete material never suffices': '材料不全不能作为不予立案的理由',
  'left out: the latest that is on its way': '不填即最近一份在途文书',
  'false: the refusal is upheld': '选“否”即维持不予立案',
  'left out: that of the same level': '不填即同级人民法院',
  'left out: its own': '不填即另立卷宗',
  'left out: the proposer': '不填即发起单位',
  'left out: as planned': '不填即按方案',
  'left out: the places of the plan': '不填即方案中的地点',
  'one of those of the action': '本次行动的对象之一',
  'left out: that of the target': '不填即该对象的权利类型',
  '0 where nothing is paid': '不涉及付款的填 0',
  'left out where all is paid at once; due null where no day is agreed': '一次付清的不填；没有约定日期的，注明没有日期',
  'the requester when left out': '不填即请求人',
  'that of signature when left out': '不填即签订之日',
  '0 for a duty other than payment': '付款以外的义务填 0',
  'the respondent when left out': '不填即被请求人',
}

/** Said of the values that are sent; a form shows money in yuan. */
const AS_SENT: Readonly<Record<string, Title>> = {
  'money in fen': { zh: '每项按其单位填写', en: 'each in its own unit' },
}

/** The hint in a description, in both languages where the table has it; none where there is no semicolon. */
export const hintIn = (description: unknown): Title | undefined => {
  const [, ...rest] = String(description ?? '').split(';')
  const en = rest.join(';').trim()
  return en ? (AS_SENT[en] ?? { zh: HINTS[en] ?? '', en }) : undefined
}
