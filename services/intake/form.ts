import { field, refuse, type Refusal, type Subject } from '#kernel'
import type { z } from 'zod'

/** Fields that the forms of several records share. */

/** A field with the name that a form shows, and an example where its format is not obvious. */
export const titled = <T extends z.ZodType>(schema: T, zh: string, en: string, example?: unknown): T =>
  schema.meta({ title: zh, description: en, ...(example !== undefined && { examples: [example] }) })

/** How an act is named: one fine for each. */
export const ACT = '销售侵犯注册商标专用权的商品'

export const TEST = '商标真伪辨认'

/** Papers given with an input that may go without. */
export const enclosures = field.enclosures.default({})

export const receivedOn = titled(field.day.nullable().optional(), '收到日期', 'Received on; null: not received yet')

const evidenceItems = titled(field.list(field.name, 1), '证据', 'Evidence', ['现场照片 12 张', '进货单 3 张'])

/** What a record of the scene says besides the evidence. */
const sceneInput = {
  place: titled(field.name.optional(), '地点', 'Where; an on-site record needs it', '魏都区示范路 1 号锦发饰品店'),
  scene: titled(field.text.optional(), '现场情况', 'What was seen; an on-site record needs it'),
}

const COLLECTED = ['现场笔录', '询问笔录', '证据提取单', '抽样记录', '电子数据证据提取笔录'] as const

/** The form of collecting evidence. @param present who was there, and who is meant when left out */
export const evidenceInput = <T extends z.ZodType>(present: T) => ({
  ...field.group('现场', 'On the spot', {
    present,
    rightsTold: titled(field.yes, '已告知权利', 'Rights told'),
    ...sceneInput,
  }),
  ...field.group('证据和文书', 'Evidence and papers', {
    items: evidenceItems,
    papers: titled(field.list(field.oneOf(...COLLECTED), 1), '文书', 'Papers').default(['现场笔录']),
    enclosures,
  }),
})

/** What a decision has to say of its party besides the name (CFF 59, QZF 24). */
export const particulars = {
  address: titled(field.name.optional(), '住所（住址）', 'Address', '许昌市魏都区示范路 1 号'),
  representative: titled(field.name.optional(), '法定代表人（负责人）', 'Legal representative', '张某'),
}

type Particulars = Pick<Subject, 'address' | 'representative'>

/** Something new is said, and nothing that stands is said otherwise. */
export const lackingParticulars = (subject: Subject, given: Particulars): Refusal | undefined => {
  const names = (['address', 'representative'] as const).filter((name) => given[name] !== undefined)
  const known = names.filter((name) => subject[name] !== undefined)
  if (names.length && !known.length) return undefined
  return refuse('ERR_GUARD', { guard: 'party-known', missing: known })
}

/** The party as it is known after. */
export const completed = (subject: Subject, { address, representative }: Particulars): Subject => ({
  ...subject,
  ...(address !== undefined && { address }),
  ...(representative !== undefined && { representative }),
})
