import { table } from '../words/language.js'

export const beginWords = table({
  begin: { zh: '开办', en: 'Begin' },
  beginFrom: { zh: '由此开办', en: 'Begin from here' },
})
