import { table } from '../words/language.js'

export const conflictWords = table({
  title: {
    zh: '您填写期间，这条记录有了变化。请先看清，再决定。',
    en: 'While you were writing, this record changed. Look, then decide.',
  },
  clock: { zh: '期限届满，系统自动记录', en: 'a period ended; the system recorded it' },
  reaction: { zh: '其他事项办理后，系统自动记录', en: 'the system, following an act on another record' },
  state: { zh: '现在的状态：', en: 'It now stands at: ' },
  look: { zh: '先看记录，保留草稿', en: 'Look at the record; keep the draft' },
  goOn: { zh: '已看清，仍然提交', en: 'I have looked: send it all the same' },
})
