import { table } from '../words/language.js'

export const beginWords = table({
  notMine: {
    zh: (step: string) => `您的机关或者职务不能办理“${step}”`,
    en: (step: string) => `“${step}” is not for your agency or office`,
  },
  whoMay: {
    zh: (agencies: string) => `有权办理的机关：${agencies}；由其有相应职务的人员办理。`,
    en: (agencies: string) => `Agencies that may: ${agencies}; by whoever holds the office for it.`,
  },
  andOthers: {
    zh: (agencies: string, n: number) => `${agencies}等 ${n} 个`,
    en: (agencies: string, n: number) => `${agencies} and others, ${n} in all`,
  },
  begin: { zh: '开办', en: 'Begin' },
  beginFrom: { zh: '由此开办', en: 'Begin from here' },
})
