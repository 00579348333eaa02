import { table } from '../words/language.js'

export const rehearsalWords = table({
  title: { zh: '办理后（试算，尚未办理）', en: 'What it will bring (rehearsed, not done yet)' },
  whenWhole: {
    zh: '必填的填好以后，这里先试算：办理后的状态、文书、期限，或者为什么还办不成。',
    en: 'Once what is required is filled in, this place tells the state, papers and periods that follow, or why not.',
  },
  notSent: {
    zh: '表中有身份信息，提交以前不发送，所以不试算。',
    en: 'The form holds an identity: nothing is sent, and so nothing rehearsed, before it is submitted.',
  },
  state: { zh: '状态', en: 'State' },
  papers: { zh: '文书', en: 'Papers' },
  signing: { zh: '签名、盖章', en: 'Signed, sealed' },
  clocks: { zh: '期限', en: 'Periods' },
  warnings: { zh: '注意', en: 'Note' },
  notYet: { zh: '按现在填写的内容还办不成', en: 'As it is filled in now it would be refused' },
  stops: { zh: '停止', en: 'ends' },
  runs: { zh: (due: string) => `届满 ${due}`, en: (due: string) => `due ${due}` },
  paused: { zh: '中止', en: 'stands still' },
  inField: { zh: (field: string) => `见“${field}”`, en: (field: string) => `see “${field}”` },
})
