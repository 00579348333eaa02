import { table } from '../words/language.js'

export const listWords = table({
  export: { zh: '导出 Excel', en: 'Export to Excel' },
  exporting: { zh: '正在导出……', en: 'Exporting…' },
  exported: { zh: '导出时间', en: 'Exported' },
  filteredBy: {
    zh: (filters: string) => `筛选：${filters}`,
    en: (filters: string) => `Filters: ${filters}`,
  },
  compact: { zh: '紧凑', en: 'Compact' },
  columns: { zh: '列', en: 'Columns' },
  filters: { zh: '筛选', en: 'Filters' },
  none: { zh: '无', en: 'none' },
  count: { zh: '条数', en: 'Lines' },
  firstOnly: {
    zh: (n: number) => `只导出了前 ${n} 条；请缩小范围后再导出其余。`,
    en: (n: number) => `Only the first ${n} were exported; narrow the filter to export the others.`,
  },
  page: { zh: (n: number) => `第 ${n} 页`, en: (n: number) => `page ${n}` },
  total: { zh: (n: number) => `共 ${n} 条`, en: (n: number) => `${n} in all` },
})
