import { contract, field } from '#kernel'
import { z } from 'zod'

/** One kind of goods on the list of a measure. */
export const goods = z.strictObject({
  name: field.name.meta({ title: '名称', description: 'Name of the goods', examples: ['发饰'] }),
  quantity: field.count.min(1).meta({ title: '数量', description: 'Quantity', examples: [1200], 'x-unit-of': 'unit' }),
  unit: field.name.optional().meta({ title: '单位', description: 'Unit', examples: ['件'] }),
  /** Serial number, seal number or place: what tells these goods from any other; two measures never hold the same. */
  serial: field.name.optional().meta({
    title: '编号、封签号或者存放处',
    description: 'Serial number, seal number or place; what tells them apart',
    examples: ['封签 0012'],
  }),
})

/** Where a measure was opened from. */
export const origin = { lead: field.id.optional(), case: field.id.optional() }

export const EvidenceRegistered = contract(
  1,
  'EvidenceRegistered',
  { zh: '先行登记保存证据', en: 'Evidence registered' },
  {
    agency: field.agency,
    ...origin,
    subject: field.subject,
    ip: field.name,
    goods: field.list(goods, 1, 1000),
    urgent: field.yes,
  },
)

export const PreservedDisposed = contract(
  1,
  'PreservedDisposed',
  { zh: '先行登记保存处理', en: 'Preserved goods disposed of' },
  {
    ...origin,
    returned: field.yes,
    copied: field.yes,
    appraisal: field.yes,
    /** The sealing or seizure that took the goods over. */
    measure: field.id.optional(),
  },
)

export const PreservationReleased = contract(
  1,
  'PreservationReleased',
  { zh: '先行登记保存自动解除', en: 'Preservation released' },
  origin,
)

export const MeasureTaken = contract(
  1,
  'MeasureTaken',
  { zh: '实施查封扣押', en: 'Goods sealed or seized' },
  {
    agency: field.agency,
    ...origin,
    subject: field.subject,
    ip: field.name,
    /** The agency whose head approved, where it is another (FBZ 16). */
    approvedBy: field.agency.optional(),
    kind: field.oneOf('seal', 'seize'),
    goods: field.list(goods, 1, 1000),
    urgent: field.yes,
  },
)

export const MeasureExpired = contract(1, 'MeasureExpired', { zh: '查封扣押期限届满', en: 'Measure expired' }, origin)

export const MeasureLifted = contract(
  1,
  'MeasureLifted',
  { zh: '解除查封扣押', en: 'Measure lifted' },
  {
    ...origin,
    ground: field.oneOf('no-need', 'returned', 'confiscated', 'handed-over', 'expired'),
  },
)
