import type { Title } from '#kernel'

/** Conduct for which a listing exists (R-CRD-02, R-CRD-03), with its source. */
export const CONDUCTS: Readonly<Record<string, { title: Title; source: string }>> = {
  'intentional-infringement': { title: { zh: '故意侵犯知识产权', en: 'Intentional infringement' }, source: 'SX44:9' },
  'abnormal-patent-filing': { title: { zh: '非正常申请专利', en: 'Abnormal patent applications' }, source: 'SX44:9' },
  'malicious-mark-filing': {
    title: { zh: '恶意申请商标注册', en: 'Malicious trade-mark applications' },
    source: 'SX44:9',
  },
  'unlawful-agency': {
    title: { zh: '从事严重违法专利、商标代理', en: 'Seriously unlawful agency' },
    source: 'SX44:9, SBDL:23',
  },
  'trade-secret-infringement': { title: { zh: '侵犯商业秘密', en: 'Trade-secret infringement' }, source: 'SX44:9' },
  'refuses-to-perform': {
    title: { zh: '有履行能力但拒不履行', en: 'Able to perform but refuses' },
    source: 'SX44:11, GZ81:34',
  },
}
