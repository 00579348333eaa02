import { table } from '../../words/language.js'

export const dossierWords = table({
  dossier: { zh: '卷宗', en: 'Dossier' },
  records: { zh: (n: number) => `${n} 件事项`, en: (n: number) => `${n} records` },
  open: { zh: '现在悬着的', en: 'What is open now' },
  nothingOpen: { zh: '没有期限在走。', en: 'No period runs.' },
  moreOpen: {
    zh: (n: number) => `还有 ${n} 个在走的期限，见图下部`,
    en: (n: number) => `${n} more periods run; see below the lanes`,
  },
  picture: { zh: '全程一览', en: 'The whole course' },
  pictured: {
    zh: (acts: number, lanes: number, clocks: number) =>
      `时间从左到右；${lanes} 个单位各占一行，共 ${acts} 个办理节点，下面是 ${clocks} 个期限。用左右方向键逐个查看。`,
    en: (acts: number, lanes: number, clocks: number) =>
      `Time runs from left to right; ${lanes} agencies have a lane each with ${acts} acts, below them ${clocks} periods. Arrow keys go from one to the next.`,
  },
  zoomIn: { zh: '放大', en: 'Zoom in' },
  zoomOut: { zh: '缩小', en: 'Zoom out' },
  whole: { zh: '看全程', en: 'Show all' },
  print: { zh: '打印', en: 'Print' },
  now: { zh: '现在', en: 'now' },
  periods: { zh: '期限', en: 'Periods' },
  party: { zh: '当事人', en: 'Parties' },
  system: { zh: '系统', en: 'the system' },
  hint: {
    zh: '指向或用方向键选中一个节点，这里显示详情。',
    en: 'Point at a mark, or choose it with the arrow keys: what it is stands here.',
  },
  followed: { zh: '随之', en: 'Then' },
  toRecord: { zh: '打开事项', en: 'Open the record' },
  legendAct: { zh: '办理', en: 'act' },
  legendFollowed: { zh: '办理并带动其他事项', en: 'act with consequences elsewhere' },
  legendHandover: { zh: '交接', en: 'hand-over' },
  legendPeriod: { zh: '期限', en: 'period' },
  legendPaused: { zh: '不计入（中止、检验等）', en: 'not counted (suspended, tests …)' },
  legendDue: { zh: '截止', en: 'last day' },
  asTable: { zh: '以表格阅读', en: 'Read it as tables' },
  when: { zh: '时间', en: 'When' },
  who: { zh: '单位', en: 'Who' },
  what: { zh: '办理', en: 'What' },
  where: { zh: '事项', en: 'Record' },
  period: { zh: '期限', en: 'Period' },
  from: { zh: '起算', en: 'From' },
  until: { zh: '截止', en: 'Until' },
  state: { zh: '情况', en: 'How it stands' },
  acts: { zh: '经过', en: 'Course' },
  own: {
    zh: '您是当事人：这里只列出您自己的事项和期限。',
    en: 'You are a party: only your own records and periods stand here.',
  },
})

/** How a period stands, where the answer has no light for it. */
export const stateWords = table({
  running: { zh: '在计算', en: 'running' },
  paused: { zh: '暂停', en: 'paused' },
  open: { zh: '可以办理', en: 'open' },
  breached: { zh: '超期', en: 'overdue' },
  lapsed: { zh: '届满', en: 'ended' },
  lost: { zh: '届满', en: 'ended' },
  satisfied: { zh: '已完成', en: 'done' },
  cancelled: { zh: '不再计算', en: 'no longer counted' },
})
