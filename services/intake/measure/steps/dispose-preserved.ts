import { field, firstOf, oneRecord, refuse, type Found, type Refusal } from '#kernel'
import { titled } from '../../form.js'
import { PreservedDisposed } from '../events.js'
import { measure, originOf, type MeasureFacts } from '../state.js'

type Sealed = Found<string, MeasureFacts> | undefined

/** The sealing that takes the goods over was opened before, with goods that were registered here. */
const sealedOtherwise = (id: string | undefined, sealed: Sealed, { goods, agency }: MeasureFacts): Refusal | false => {
  if (id === undefined) return false
  const names = goods.map(({ name }) => name)
  const same =
    sealed?.state === 'SEALED' &&
    sealed.facts.agency === agency &&
    sealed.facts.goods.every(({ name }) => names.includes(name))
  return !same && refuse('ERR_GUARD', { guard: 'sealed-goods', measure: id, state: sealed?.state ?? null })
}

export const disposePreserved = measure.step({
  name: 'DisposePreserved',
  title: { zh: '处理先行登记保存的证据', en: 'Dispose of preserved evidence' },
  law: ['PROC:34', 'PROC:35', 'CFF:56'],
  from: ['REGISTERED'],
  who: { of: 'holder', office: 'responsible' },
  makes: '解除先行登记保存证据通知书',
  input: {
    returned: titled(field.yes, '退还', 'Returned').default(false),
    copied: titled(field.yes, '复制留存', 'Copied').default(false),
    appraisal: titled(field.yes, '送检鉴定', 'Sent to appraisal').default(false),
    measure: titled(
      field.recordOf('intake/measure').optional(),
      '转为查封扣押',
      'The sealing or seizure that takes the goods over',
    ),
  },
  emits: [PreservedDisposed],
  needs: { sealed: (input) => oneRecord(measure, input.measure) },
  decide: (input, { facts }, { needs }) =>
    firstOf(
      !input.returned &&
        !input.copied &&
        !input.appraisal &&
        !input.measure &&
        refuse('ERR_GUARD', { guard: 'no-disposal' }),
      sealedOtherwise(input.measure, needs.sealed, facts),
    ) ?? PreservedDisposed({ ...input, ...originOf(facts) }),
})
