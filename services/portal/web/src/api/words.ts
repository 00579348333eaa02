import { table } from '../words/language.js'

export const apiWords = table({
  noAnswer: { zh: '服务器没有给出可读的答复', en: 'the server gave no answer that can be read' },
  later: { zh: '请稍后再试', en: 'try again in a moment' },
})
