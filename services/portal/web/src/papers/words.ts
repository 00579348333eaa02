import { table } from '../words/language.js'

export const papersWords = table({
  none: { zh: '还没有文书；办理步骤时自动制作并编号。', en: 'No papers yet: steps make and number them.' },
  view: { zh: '查看', en: 'Open' },
  keep: { zh: '下载', en: 'Download' },
  viewing: { zh: (title: string) => `查看《${title}》`, en: (title: string) => `Open ${title}` },
  keeping: { zh: (title: string) => `下载《${title}》`, en: (title: string) => `Download ${title}` },
  making: { zh: '正在制作 PDF', en: 'The PDF is being made' },
  incomplete: { zh: (n: number) => `还不能印制，缺 ${n} 项`, en: (n: number) => `Cannot be printed yet: ${n} missing` },
  characters: {
    zh: (which: string) => `不能印制：字体没有这些字：${which}`,
    en: (which: string) => `Cannot be printed; the font lacks: ${which}`,
  },
  close: { zh: '关闭', en: 'Close' },
})
