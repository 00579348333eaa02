import { service } from '#kernel'
import { records } from './views/records.js'
import { timeline } from './views/timeline.js'

/** What people look at: matters across services, and what is due. Keeps no record of its own. */
export const portal = service({
  name: 'portal',
  title: { zh: '门户', en: 'Portal' },
  records: [],
  reactions: [],
  views: [records, timeline],
})
