import { z } from 'zod'
import { field } from '#kernel'

/** Whom the action is about, and what is suspected. */
export const target = z.strictObject({
  subject: field.subject.meta({ title: '查处对象', description: 'Target' }),
  ip: field.ipType.meta({ title: '权利类型', description: 'Type of right' }),
  act: field.name
    .optional()
    .meta({ title: '行为', description: 'Suspected act', examples: ['销售侵犯注册商标专用权的商品'] }),
})
export type Target = z.output<typeof target>

export const item = z.strictObject({
  name: field.name.meta({ title: '物品', description: 'Item', examples: ['带“××”标识的手提包'] }),
  quantity: field.counted('件', 'pieces').min(1).default(1).meta({ title: '数量', description: 'How many' }),
  hash: z
    .string()
    .regex(/^[0-9a-f]{64}$/, '应为 64 位小写十六进制的 SM3 摘要 / write an SM3 digest: 64 lower-case hex digits')
    .meta({
      title: 'SM3 摘要',
      description: 'SM3 of the list entry or photograph, lower-case hex',
      examples: ['66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0'],
    }),
  shared: field.yes.default(false).meta({ title: '共同物品', description: 'Found by several agencies: listed once' }),
})
export type Item = z.output<typeof item>
