import { table } from '../words/language.js'

export const keyWords = table({
  title: { zh: '键盘操作', en: 'Keys' },
  help: { zh: '显示本表', en: 'this list' },
  find: { zh: '在任何页面查找', en: 'search, from any page' },
  lines: {
    zh: '列表中下一行、上一行（选中后也可用上下键）',
    en: 'next and previous line of a list (then the arrows too)',
  },
  open: { zh: '打开所在的一行', en: 'open the line in focus' },
  next: { zh: '下一处、上一处', en: 'next and previous place' },
  days: { zh: '日历条逐日、逐周；卷宗图逐个节点', en: 'days and weeks of a calendar strip, marks of a dossier' },
  close: { zh: '关闭窗口', en: 'close a window' },
})
