import { table } from '../words/language.js'

export const paletteWords = table({
  open: { zh: '查找', en: 'Search' },
  words: { zh: '名称、文号、统一社会信用代码、地址、物品', en: 'Name, number, credit code, address, goods' },
  hint: { zh: '写两个字以上；上下键选择，回车打开', en: 'Write two characters or more; arrows choose, Enter opens' },
  all: { zh: '全部结果', en: 'All results' },
  nothing: { zh: '没有找到', en: 'Nothing was found' },
  results: { zh: '结果', en: 'Results' },
})
