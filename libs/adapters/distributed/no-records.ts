import type { Records } from '#ports'

/** Of a service that keeps none: nothing is made for it on the server. */
export const NO_RECORDS: Records = {
  append: async ({ commit: { kind } }) => {
    throw new Error(`${kind} belongs to a service that keeps no records`)
  },
  load: async () => undefined,
  chain: async () => [],
  after: async () => [],
  byMessage: async () => undefined,
  claimant: async () => undefined,
  highest: async () => 0,
  due: async () => [],
  earliest: async () => undefined,
  list: async () => [],
  unrelayed: async () => [],
  waiting: async () => [],
  markRelayed: async () => {},
  relayAgain: async () => {},
  shared: false,
  lease: () => ({ token: () => undefined, close: async () => {} }),
}
