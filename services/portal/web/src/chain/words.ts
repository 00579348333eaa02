import { table } from '../words/language.js'

export const chainWords = table({
  holds: { zh: '链完整', en: 'The chain is whole' },
  reckoned: {
    zh: (commits: number, texts: number, digests: number) =>
      `已在本浏览器重新计算：${commits} 次提交，${texts} 段原文，${digests} 个摘要，逐一相符。您看不到原文的部分，按摘要核对。`,
    en: (commits: number, texts: number, digests: number) =>
      `Reckoned again in this browser: ${commits} commits, ${texts} texts, ${digests} digests, all fit. What you may not read was checked by its digest.`,
  },
  broken: {
    zh: (seq: number) => `链不完整：第 ${seq} 次提交`,
    en: (seq: number) => `The chain is broken at commit ${seq}`,
  },
  seq: { zh: '此处少了一次提交，或者次序被改动。', en: 'A commit is missing here, or out of order.' },
  prevHash: { zh: '它没有接在前一次提交之后。', en: 'It does not follow the commit before it.' },
  content: {
    zh: '它的内容摘要与各部分摘要不符，内容被改动。',
    en: 'Its digest does not fit those of its parts: it was changed.',
  },
  hash: { zh: '它的链接摘要不符，提交被改动。', en: 'Its link does not fit: the commit was changed.' },
  section: {
    zh: (part: string) => `${part}的原文与当时的摘要不符，原文被改动。`,
    en: (part: string) => `The text of its ${part} does not fit its digest: the text was changed.`,
  },
  record: { zh: '它属于另一条记录。', en: 'It belongs to another record.' },
  head: { zh: '链尾摘要', en: 'Digest of the head' },
  tell: { zh: '请勿继续办理，并告知管理员。', en: 'Do not go on; tell the administrator.' },
  header: { zh: '抬头', en: 'header' },
  input: { zh: '填写内容', en: 'input' },
  needs: { zh: '查询结果', en: 'lookups' },
  events: { zh: '事件', en: 'events' },
  papers: { zh: '文书', en: 'papers' },
  party: {
    zh: '保存下面的摘要：以后可以凭它证明这条记录在此时的内容没有被改动。',
    en: 'Keep this digest: with it can be proved later that what stood here was not changed.',
  },
  again: { zh: '再核对一次', en: 'Check again' },
})
