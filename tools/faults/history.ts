import { fold, unseal, type Commit, type Head, type World } from '#kernel'
import type { Records, StoredCommit } from '#ports'

/** A record with everything that is kept of it. */
export interface History {
  service: string
  kind: string
  id: string
  chain: readonly StoredCommit[]
  commits: readonly Commit[]
  /** The chain folded from nothing. */
  head: Head
}

const PAGE = 500

const idsOf = async (records: Records, kind: string): Promise<string[]> => {
  const ids: string[] = []
  for (let after: string | undefined; ; after = ids.at(-1)) {
    const page = await records.list(kind, after, PAGE)
    ids.push(...page)
    if (page.length < PAGE) return ids
  }
}

/** Every record of a world, from its chains. */
export const historiesOf = async (world: World, recordsOf: (service: string) => Records): Promise<History[]> => {
  const all: History[] = []
  for (const { name: service } of world.services)
    for (const kit of world.kits.values()) {
      if (kit.type.service !== service) continue
      const records = recordsOf(service)
      for (const id of await idsOf(records, kit.type.kind)) {
        const chain = await records.chain(id)
        const head = fold(kit, world.rules, chain)!
        all.push({ service, kind: kit.type.kind, id, chain, commits: chain.map(unseal), head })
      }
    }
  return all
}
