import { table } from '../words/language.js'

export const rehearsalWords = table({
  title: { zh: '办理后（试算，尚未办理）', en: 'What it will bring (rehearsed, not done yet)' },
  state: { zh: '状态', en: 'State' },
  papers: { zh: '文书', en: 'Papers' },
  clocks: { zh: '期限', en: 'Periods' },
  warnings: { zh: '注意', en: 'Note' },
  notYet: { zh: '按现在填写的内容还办不成', en: 'As it is filled in now it would be refused' },
  stops: { zh: '停止', en: 'ends' },
  runs: { zh: (due: string) => `届满 ${due}`, en: (due: string) => `due ${due}` },
  paused: { zh: '中止', en: 'stands still' },
  inField: { zh: (field: string) => `见“${field}”`, en: (field: string) => `see “${field}”` },
})
