import { service } from '#kernel'
import { listing } from './listing/state.js'
import { listingSteps } from './listing/steps.js'
import { publicity } from './publicity/state.js'
import { publicitySteps } from './publicity/steps.js'
import { reactions } from './reactions.js'
import { cases } from './views/cases.js'

/** Credit: the serious-dishonesty list (rulebook 11.11), publicity of penalties, repair and objection (11.12). */
export const credit = service({
  name: 'credit',
  title: { zh: '信用', en: 'Credit' },
  records: [
    { record: listing, steps: listingSteps },
    { record: publicity, steps: publicitySteps },
  ],
  reactions,
  views: [cases],
})
