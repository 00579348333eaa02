import type { Actor } from '#kernel'

/** Who brings something about: a person, a clock that lapsed, or a reaction to what another record told. */
export type ActKind = 'person' | 'clock' | 'reaction'

const NOBODY = 'SYSTEM'

export const actKind = ({ agency, office }: Pick<Actor, 'agency' | 'office'>): ActKind =>
  agency !== NOBODY ? 'person' : office === 'clock' ? 'clock' : 'reaction'
