import { service } from '#kernel'
import { publicListings } from './views/public-listings.js'
import { publicDecisions, publicPenalties } from './views/public-penalties.js'
import { records } from './views/records.js'
import { targets } from './views/targets.js'
import { timeline } from './views/timeline.js'

/** What people look at: matters across services, and what is due. Keeps no record of its own. */
export const portal = service({
  name: 'portal',
  title: { zh: '门户', en: 'Portal' },
  records: [],
  reactions: [],
  views: [records, timeline, publicDecisions, publicPenalties, publicListings, targets],
})
