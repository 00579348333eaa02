import { service } from '#kernel'
import { jointAction } from './joint-action/state.js'
import { jointActionSteps } from './joint-action/steps.js'
import { reactions } from './reactions.js'
import { transfer } from './transfer/state.js'
import { transferSteps } from './transfer/steps.js'
import { matters } from './views/matters.js'
import { sealedGoods } from './views/sealed-goods.js'

/** Between agencies: a suspected crime on its way to the police, and several agencies acting together. */
export const routing = service({
  name: 'routing',
  title: { zh: '协同流转', en: 'Routing' },
  records: [
    { record: transfer, steps: transferSteps },
    { record: jointAction, steps: jointActionSteps },
  ],
  reactions,
  views: [matters, sealedGoods],
})
