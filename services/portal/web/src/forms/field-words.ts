import { table } from '../words/language.js'

/** Names of fields that the forms of many steps share and leave untitled. */
export const fieldWords = table({
  name: { zh: '名称', en: 'Name' },
  uscc: { zh: '统一社会信用代码', en: 'Unified social credit code' },
  person: { zh: '证件号码', en: 'Number of the identity document' },
  shop: { zh: '店铺', en: 'Shop' },
  controller: { zh: '实际控制人', en: 'Controller' },
  natural: { zh: '自然人或者个体工商户', en: 'A natural person or individual business' },
  address: { zh: '地址', en: 'Address' },
  amount: { zh: '金额', en: 'Amount' },
  due: { zh: '期限', en: 'Due' },
})

/** What stands under a title in a map. */
export const valueWords = table({
  evidence: { zh: '证据编号', en: 'Ids of the evidence' },
  content: { zh: '内容', en: 'Content' },
})
