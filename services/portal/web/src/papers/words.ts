import { table } from '../words/language.js'

export const papersWords = table({
  none: { zh: '还没有文书；办理步骤时自动制作并编号。', en: 'No papers yet: steps make and number them.' },
})
