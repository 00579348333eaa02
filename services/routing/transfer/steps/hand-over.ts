import { z } from 'zod'
import { field, firstOf, refuse, rows, type Refusal } from '#kernel'
import type { SealedGoods } from '../../views/sealed-goods.js'
import { HandedOver } from '../events.js'
import type { TransferFacts } from '../facts.js'
import { ofMatter } from '../goods.js'
import { transfer } from '../state.js'

const item = z.strictObject({
  name: field.name.meta({ title: '物品', description: 'Goods', examples: ['发饰'] }),
  listed: field.counted('件', 'pieces').meta({ title: '清单数量', description: 'How many the list names' }),
  delivered: field.counted('件', 'pieces').meta({ title: '实交数量', description: 'How many were handed over' }),
})

const foreign = (facts: TransferFacts, named: readonly SealedGoods[]): Refusal | undefined => {
  const other = named.find((goods) =>
    facts.case ? goods.case !== undefined && goods.case !== facts.case : goods.lead !== facts.lead,
  )
  return other && refuse('ERR_GUARD', { guard: 'goods-of-another-matter', measure: other.id })
}

const unknown = (named: readonly SealedGoods[], measures: readonly string[]): Refusal | undefined => {
  const missing = measures.filter((id) => !named.some((goods) => goods.id === id))
  return missing.length ? refuse('ERR_GUARD', { guard: 'unknown-goods', missing }) : undefined
}

const left = (held: readonly SealedGoods[], measures: readonly string[]): Refusal | undefined => {
  const missing = held.filter((goods) => !measures.includes(goods.id)).map((goods) => goods.id)
  return missing.length ? refuse('ERR_GUARD', { guard: 'lists-differ', missing }) : undefined
}

/** Goods and material go to the police against a signed list; what was sealed is sealed by the police from then on (QZF:21). */
export const handOver = transfer.step({
  name: 'HandOver',
  title: { zh: '移交涉案物品', en: 'Hand over goods and material' },
  law: ['GWY310:12', 'QZF:21'],
  from: ['POLICE_FILED'],
  who: { of: 'agency', office: 'staff' },
  input: {
    measures: field
      .list(field.recordOf('intake/measure'))
      .optional()
      .meta({ title: '强制措施', description: 'Measures whose goods go with the case; left out: all that are open' }),
    items: field.list(item).default([]).meta({ title: '移交物品', description: 'The list item by item' }),
    enclosures: field.enclosures.optional(),
  },
  needs: {
    held: (_, { facts }) => rows<SealedGoods>('sealed-goods', ofMatter(facts)),
    named: ({ measures }) => rows<SealedGoods>('sealed-goods', { id: { $in: measures ?? [] } }),
  },
  makes: ({ measures }, _, { needs }) =>
    (measures ?? needs.held).length ? ['移交清单', '交接手续', '查封/扣押物品移送告知书'] : ['移交清单', '交接手续'],
  emits: [HandedOver],
  decide: (input, { facts }, { needs }) => {
    const measures = input.measures ?? needs.held.map((goods) => goods.id)
    const differs = input.items.find(({ listed, delivered }) => listed !== delivered)
    const no = firstOf(
      differs && refuse('ERR_GUARD', { guard: 'lists-differ', ...differs }),
      input.measures && unknown(needs.named, input.measures),
      foreign(facts, needs.named),
      left(needs.held, measures),
    )
    return no ?? HandedOver({ ...facts, to: facts.police ?? '', measures })
  },
})
