import { day, person, type Format } from '../formats.js'
import { layout, must, may, where } from '../layout.js'
import { valueAt, type Source } from '../source.js'

/** Papers that an event brings to the party. */
const SERVED: Readonly<Record<string, readonly string[]>> = {
  PenaltyNoticeServed: ['行政处罚告知书'],
  DecisionServed: ['行政处罚决定书', '信用修复告知书', '不予行政处罚决定书'],
  ReminderServed: ['履行催告书'],
  Listed: ['列入严重违法失信名单决定书', '信用修复告知书'],
  TerminationNotified: ['投诉终止调解决定书'],
}

const UNSAID: Readonly<Record<string, string>> = {
  'intake/administrative-case': 'DecisionServed',
  'credit/listing': 'Listed',
  'intake/lead': 'TerminationNotified',
}

/** Whether the party signs later for what was issued before. */
const later = (source: Source): boolean => valueAt(source, 'input.of') !== undefined

const eventOf = (source: Source): string => String(valueAt(source, 'input.of') ?? UNSAID[source.kind])

/** Each with its number; of several of one kind the last. */
const served: Format = (_, __, source) => {
  const titles = SERVED[eventOf(source)] ?? []
  const found = titles.flatMap((title) => source.papers.findLast((paper) => paper.title === title) ?? [])
  return found.length ? found.map(({ title, number }) => `《${title}》${number ?? ''}`).join('\n') : undefined
}

const servedOn: Format = (value, names, source) => {
  const on = later(source)
    ? valueAt(source, 'last.NoticeReceived.on')
    : valueAt(source, `last.${eventOf(source)}.servedOn`)
  const given = on ?? (source.kind === 'intake/lead' ? source.at : undefined)
  return given === undefined ? undefined : day(given, names, source)
}

/** F50. What only the hand can say stays empty: where, how, signatures. */
export const serviceProof = layout({
  paper: '送达回证',
  fields: {
    party: must(
      ['受送达人', 'Addressee'],
      'facts.subject.name',
      where('登记线索或立案时的“当事人”', 'the party when the lead is registered or the case filed'),
    ),
    served: must(
      ['送达文书', 'Papers served'],
      'kind',
      where('先作出要送达的文书', 'make the paper that is served first'),
      { as: served },
    ),
    servedOn: must(
      ['送达日期', 'Served on'],
      'kind',
      where(
        '送达步骤或“签收文书”的送达日期',
        'the day of service, in the step that serves or in “Acknowledge a paper”',
      ),
      { as: servedOn },
    ),
    address: may(['住所', 'Address'], ['facts.subject.address', 'now.subject.address']),
    server: may(['经办人', 'Handled by'], 'by.person', person),
  },
  blocks: [
    {
      form: [
        [['送达机关', '{agency}\n\n　　　　　　　　　　　　　　　　　　　　　　（印章）', 64]],
        [['送达文书名称及文号', '{served}']],
        [['受送达人', '{party}']],
        [['受送达人住所（住址）', '⟦{address}⟧']],
        [
          ['送达时间', '{servedOn}'],
          ['送达地点', ''],
        ],
        [['送达方式', '□直接送达　□留置送达　□委托送达　□邮寄送达　□电子送达　□转交送达　□公告送达']],
        [['收件人', '签名或者盖章：　　　　　　　　　　　年　　月　　日\n\n与受送达人的关系：', 90]],
        [['送达人', '签名：　　　　　　　　　　　　　　　　年　　月　　日', 60]],
        [['见证人', '签名：　　　　　　　　　　　　　　　　年　　月　　日', 60]],
        [['备注', '⟦本系统经办人：{server}⟧', 50]],
      ],
    },
    {
      note: '一、代收的，由代收人注明与受送达人的关系。二、拒绝接收的，记明拒收事由和日期，由送达人、见证人签名，将文书留在受送达人的住所，视为送达。',
    },
  ],
})
