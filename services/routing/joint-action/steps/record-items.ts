import { field, firstOf, refuse, tellsIdentity, type Refusal } from '#kernel'
import { ItemsRecorded } from '../events.js'
import { item, type Item } from '../found.js'
import { jointAction } from '../state.js'

const listedTwice = (known: readonly Item[], items: readonly Item[]): Refusal | undefined => {
  const hashes = known.map((one) => one.hash)
  for (const { hash } of items) {
    if (hashes.includes(hash)) return refuse('ERR_GUARD', { guard: 'listed-already', hash })
    hashes.push(hash)
  }
  return undefined
}

/** Each agency makes its own record of the scene; what several agencies found is listed once. */
export const recordItems = jointAction.step({
  name: 'RecordItems',
  title: { zh: '记录现场与物品', en: 'Record the scene and items' },
  law: ['SEED:cooperation', 'PROC:29'],
  from: ['EXECUTING', 'RESULTS_ALLOCATED'],
  who: { of: 'participant', office: 'staff' },
  makes: ({ items }) => (items.length ? ['现场笔录', '清单'] : ['现场笔录']),
  input: {
    items: field.list(item).default([]).meta({ title: '物品', description: 'Items, each with its SM3' }),
    place: field.name.optional().meta({
      title: '地点',
      description: 'Where; left out: the places of the plan',
      examples: ['建安区某市场东区 3 排 12 号'],
    }),
    scene: field.text.optional().meta({ title: '现场情况', description: 'What was seen; an on-site record needs it' }),
  },
  emits: [ItemsRecorded],
  decide: ({ items, place, scene }, { facts }, { actor }) =>
    firstOf(tellsIdentity({ place, scene }), listedTwice(facts.items, items)) ??
    ItemsRecorded({ agency: actor.agency, items }),
})
