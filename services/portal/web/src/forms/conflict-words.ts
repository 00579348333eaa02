import { table } from '../words/language.js'

export const conflictWords = table({
  title: {
    zh: '您填写期间，这条记录有了变化。请先看清，再决定。',
    en: 'While you were writing, this record changed. Look, then decide.',
  },
  noPerson: { zh: '（不是人办理的）', en: '(no person’s act)' },
  look: { zh: '先看记录，保留草稿', en: 'Look at the record; keep the draft' },
  goOn: { zh: '已看清，仍然提交', en: 'I have looked: send it all the same' },
})
