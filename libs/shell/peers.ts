import type { Actor } from '#kernel'
import { knows } from '#policy'
import type { Row } from '#ports'
import type { WorldFace } from './house.js'
import type { Peer } from './waits.js'

export type PeerRow = Peer & { dossier: string }

const MOST = 1000

/** The newest last. */
export const inTime = (rows: readonly Row[]): PeerRow[] =>
  (rows as unknown as PeerRow[]).toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))

/** Records of these matters that the reader may know. */
export const peersOf = async (
  world: Pick<WorldFace, 'rowsOf' | 'rules'>,
  actor: Actor,
  dossiers: readonly string[],
): Promise<PeerRow[]> => {
  const table = world.rowsOf('portal', 'records')
  const found = await table?.find({ dossier: { $in: [...new Set(dossiers)] } }, { limit: MOST })
  return inTime(found ?? []).filter(({ kind, roles }) => knows(actor, { kind, roles }, world.rules))
}
