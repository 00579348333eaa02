import { table } from '../../words/language.js'

export const registerWords = table({
  title: { zh: '登记线索', en: 'Register a lead' },
  lead: {
    zh: '先选来源渠道，再填这个渠道要填的项目。投诉是消费者请求调解争议；举报是反映违法行为请求查处。一份材料两者都有的，先登记一种，再办“投诉举报分列”。',
    en: 'Choose the channel first; then come the fields of that channel. A complaint is a consumer who wants a dispute mediated, a report tells of a violation to be looked into. Material with both is registered as one of them and then split.',
  },
  identity: {
    zh: '举报人的姓名和联系方式提交时即封存到单独的加密库，案卷里只有编号（INF-年-号）；之后须由受理人员申请、负责人同意、说明理由，才能查看一次。线索内容里请不要写举报人。',
    en: 'The reporter’s name and contact go to a sealed store of their own when you submit; the file has a pseudonym (INF-year-number) alone. To see them later an intake officer asks with a reason, a responsible person agrees, and they are shown once. Do not write of the reporter in the clue.',
  },
  likely: { zh: '可能重复的在先线索', en: 'Earlier leads that may be of the same target' },
  likelyHint: {
    zh: '请先看是不是同一件事；不同举报人举报同一对象的，仍要登记。',
    en: 'Look first whether it is the same matter; another reporter’s report is registered all the same.',
  },
  reasons: { zh: (reasons: string) => `相似之处：${reasons}`, en: (reasons: string) => `alike in: ${reasons}` },
})
