import { addMonths } from '#kernel'
import { day, type Format } from '../formats.js'
import { layout, must, where } from '../layout.js'
import { valueAt, type Names, type Source } from '../source.js'
import { partyNamed } from './party.js'

const DECIDED = where('先作出行政处罚决定', 'decide the penalty first')

const COUNT = ['', '一', '二', '三', '四', '五', '六']
const UNITS: Readonly<Record<string, readonly [months: number, zh: string]>> = { M: [1, '个月'], Y: [12, '年'] }

/** A heavier penalty is serious, any other ordinary (rulebook 6.3). */
const classOf = (source: Source): string =>
  valueAt(source, 'last.DecisionMade.heavy') === true ? 'serious' : 'ordinary'

/** The shortest or longest publicity of the class, and the day on which it is over: the term runs from the decision (R-REP-01). */
const term = (bound: 'Min' | 'Max', source: Source, names: Names) => {
  const { value, unit } = names.rules.figure(`publicity.${classOf(source)}${bound}`)
  const [months, zh] = UNITS[unit]!
  return { long: `${COUNT[value]}${zh}`, on: addMonths(source.paper.on, value * months) }
}

const within =
  (bound: 'Min' | 'Max', says: (long: string, on: string) => string): Format =>
  (value, names, source) => {
    if (value === undefined) return undefined
    const { long, on } = term(bound, source, names)
    return says(long, day(on, names, source)!)
  }

/** X8, served together with the penalty decision (两书同达; R-REP-04). */
export const penaltyRepairNotice = layout({
  paper: '信用修复告知书',
  kinds: ['intake/administrative-case'],
  fields: {
    ...partyNamed,
    number: must(['处罚决定书文号', 'Number of the decision'], 'made.行政处罚决定书.number', DECIDED),
    earliest: must(['最早申请日期', 'Earliest application'], 'last.DecisionMade', DECIDED, {
      as: within('Min', (long, on) => `满${long}，即${on}起`),
    }),
    until: must(['公示期满日期', 'Publicity ends on'], 'last.DecisionMade', DECIDED, {
      as: within('Max', (long, on) => `满${long}（${on}）`),
    }),
  },
  blocks: [
    { lines: ['{party}：'] },
    { says: '⟦（统一社会信用代码：{uscc}）⟧⟦（身份证件号码：{document}）⟧' },
    {
      says: '本机关于{on}对你（单位）作出《行政处罚决定书》（{number}），处罚信息将依法公示。为维护你（单位）的合法权益，现将信用修复的有关事项告知如下：',
    },
    { head: '一、可以申请的时间' },
    {
      says: '自行政处罚决定作出之日起{earliest}，可以申请信用修复。未申请的，自行政处罚决定作出之日起{until}停止公示。',
    },
    { head: '二、应当符合的条件' },
    { says: '（一）已经达到最短公示期；' },
    { says: '（二）已经纠正违法行为，履行行政处罚决定中规定的义务；' },
    { says: '（三）公开作出信用承诺；' },
    { says: '（四）法律、法规规定的其他条件。' },
    { head: '三、应当提交的材料' },
    { says: '（一）信用修复申请书；（二）守信承诺书；（三）纠正违法行为、履行义务的证明材料。' },
    { head: '四、申请的途径和办理期限' },
    {
      says: '通过“信用中国”网站统一提出申请，由本机关办理。自收到申请之日起二个工作日内作出是否受理的决定，自受理之日起十个工作日内作出是否准予的决定，情况复杂的可以延长十个工作日；准予的，自决定之日起三个工作日内停止公示。信用修复不收取任何费用。',
    },
    { seal: '{agency}' },
    { note: '本告知书与《行政处罚决定书》一并送达。' },
  ],
})
